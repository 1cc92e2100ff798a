"""From the places of the body to their chart and table. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from coach.analysis.series import Key
from coach.analysis.where import Spot
from coach.content.vocabulary import Area, Side
from coach.drawing.charts.where_state import WhereBox, WhereState
from coach.i18n import _, ngettext
from coach.ui.progress.rows import Row, Table
from coach.ui.progress.saying import Say
from coach.ui.words import place_word

_WHOLE = Key(Area.LOW_BACK, None)
_SIDES = (Key(Area.LOW_BACK, Side.LEFT), Key(Area.LOW_BACK, Side.RIGHT))
_PLACES = 13


def where_plot(spots: Sequence[Spot], say: Say) -> WhereState | None:
    """Return the chart, None without a single entry. A low back only meant as a whole is shaded as a whole."""
    if not spots:
        return None
    held = {spot.key: spot for spot in spots}
    boxes = [WhereBox(spot.key, spot.mean, say.decimal(spot.mean), spot.weak) for spot in spots]
    whole = held.get(_WHOLE)
    shared = [side for side in _SIDES if whole is not None and not any(one in held for one in _SIDES)]
    if whole is not None:
        boxes += [WhereBox(side, whole.mean, "", whole.weak) for side in shared]
        held |= dict.fromkeys(shared, whole)
    return WhereState(
        title=_("Where on the body"),
        subtitle=_("Average tightness of each place."),
        boxes=tuple(boxes),
        say=lambda place: spot_words(held.get(Key(*place)), Key(*place), say),
        heads=(_("From behind"), _("From the front")),
        sides=(_("Left"), _("Right")),
        ends=(_("none"), _("the most you can imagine")),
        key_weak=_("Dashed: entries on fewer than 3 days") if any(spot.weak for spot in spots) else "",
        key_none=_("No entry") if len(boxes) < _PLACES else "",
    )


def spot_words(spot: Spot | None, key: Key, say: Say) -> str:
    """Say everything about one place."""
    if spot is None:
        return "\n".join([place_word(*key), _("No entry")])
    mean = _("Average {mean}, {count}").format(mean=say.decimal(spot.mean), count=count_word(spot))
    return "\n".join([place_word(*spot.key), mean, *([_("Too few days to say much")] if spot.weak else [])])


def count_word(spot: Spot) -> str:
    """Say how many entries there are, on how many days: "14 entries on 12 days"."""
    entries = ngettext("{n} entry", "{n} entries", spot.entries).format(n=spot.entries)
    return ngettext("{entries} on {n} day", "{entries} on {n} days", spot.days).format(entries=entries, n=spot.days)


def where_table(spots: Sequence[Spot], say: Say) -> Table:
    """Return the places that hold entries."""

    def row(number: int) -> Row:
        spot = spots[number]
        return place_word(*spot.key), say.decimal(spot.mean), str(spot.entries), str(spot.days)

    return Table(_("Averages by place"), (_("Place"), _("Average"), _("Entries"), _("Days")), len(spots), row)
