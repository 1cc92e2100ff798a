"""Where on the body in sentences, and how it is worked out. Numbers, never a verdict. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from coach.analysis.where import Spot, ends
from coach.i18n import _, ngettext
from coach.ui.progress.saying import Say
from coach.ui.progress.sections.shared import left_out
from coach.ui.progress.sections.where.plot import count_word
from coach.ui.words import place_word


def where_sentences(spots: Sequence[Spot], say: Say) -> tuple[str, ...]:
    """Return every place that rests on enough days, the highest first; and how many do not."""
    found = ends(spots)
    firm = sorted((spot for spot in spots if not spot.weak), key=lambda spot: -spot.mean)
    weak = len(spots) - len(firm)
    said = []
    if found is not None:
        low, high = found
        said.append(
            _("Highest on average: {high}. Lowest: {low}.").format(high=_words(high, say), low=_words(low, say))
        )
    elif firm:
        said.append(f"{_words(firm[0], say)}.")
    if weak:
        said.append(
            ngettext(
                "{n} place rests on fewer than 3 days; it is dashed and left out here.",
                "{n} places rest on fewer than 3 days; they are dashed and left out here.",
                weak,
            ).format(n=weak)
        )
    return tuple(said)


def nothing_anywhere() -> tuple[str, str]:
    """Return what is said while there is no entry in the chosen time, and what to do about it."""
    return _("No entry in this time"), _("Choose a longer time above, or note how tight it feels.")


def where_method(rehearsals: int, damaged: int) -> tuple[str, ...]:
    """Explain the shades, and what is not in them."""
    return (
        _(
            "The number of a place is the average of its days in the chosen time: a day with many entries counts no more "
            "than a day with one. All places are shown, whatever is chosen above; only the time and the feeling count."
        ),
        _(
            "What you noted for both sides counts for each of them. A low back noted only as a whole is shaded as a whole. "
            "Where a place was noted on fewer than 3 days its outline is dashed."
        ),
        _("A place you never note has no shade: that does not mean that nothing is felt there."),
        left_out(rehearsals, damaged),
    )


def _words(spot: Spot, say: Say) -> str:
    return _("{place}, {mean} from {count}").format(
        place=place_word(*spot.key), mean=say.decimal(spot.mean), count=count_word(spot)
    )
