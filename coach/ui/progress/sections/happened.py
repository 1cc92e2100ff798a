"""What happened, and when what was done changed: for every chart over time, and in words. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from coach.analysis.regimes import Change, ChangeKind
from coach.analysis.series import day_of
from coach.content.vocabulary import MarkerKind
from coach.content.words import marker_word
from coach.drawing.charts.model import Happening, Turn
from coach.i18n import _, ngettext
from coach.journal.records import Marker
from coach.ui.progress.saying import Say
from coach.ui.progress.state import ProgressState

_WORDS_SHOWN = 120
_NAME_SHOWN = 22
_NAMED = 4


def happenings(markers: Iterable[Marker], say: Say) -> tuple[Happening, ...]:
    """Return what happened, by day, as a chart over time draws it."""
    found = sorted(markers, key=lambda marker: (day_of(marker.at), marker.at.utc_us, marker.id))
    return tuple(_happening(marker, say) for marker in found)


def turns(changes: Iterable[Change], say: Say) -> tuple[Turn, ...]:
    """Return where what was done changed; changes of one day are one turn."""
    days: dict[int, list[Change]] = {}
    for change in changes:
        days.setdefault(change.day, []).append(change)
    return tuple(
        Turn(float(day), "\n".join([*(change_words(change) for change in found), _from(day, say)]))
        for day, found in sorted(days.items())
    )


def drawn_words(state: ProgressState) -> list[str]:
    """Say what the lines, hatching and shading behind the points are, where there are some."""
    words = [_("Dashed or hatched: what happened.")] if state.markers else []
    return [*words, _("Shaded in turn: what you did changed.")] if state.changes else words


def change_words(change: Change) -> str:
    """Say what changed."""
    if change.kind is ChangeKind.DOSE:
        return _("{routine} changed").format(routine=_(change.name))
    return _("Another routine: {routine}").format(routine=_(change.name))


def happened_sentences(
    markers: Sequence[Marker], changes: Sequence[Change], span: tuple[int, int], say: Say
) -> tuple[str, ...]:
    """Name what happened, and what changed, on the local days of the span (both included); the latest few of each."""
    first, last = span
    seen = [marker for marker in markers if day_of(marker.at) <= last and _last_day(marker) >= first]
    told = [_("{name} {when}").format(name=_name(marker), when=_when(marker, say)) for marker in seen]
    turned = [
        _("{change} from {day}").format(change=_short(change), day=say.day(change.day))
        for change in changes
        if first <= change.day <= last
    ]
    found = [(_("What happened: {list}."), told), (_("You changed what you did: {list}."), turned)]
    return tuple(words.format(list=_listed(things)) for words, things in found if things)


def happened_method() -> tuple[str, ...]:
    """Explain hatching, dashed lines and shading."""
    return (
        _(
            "A dashed line or a hatched stretch is something you noted that happened, such as a new chair or a flare. It is "
            "shown because it may explain a change; whether it does, nobody can tell from a chart."
        ),
        _(
            "Where what you did changed, shading begins or ends, with a small mark at the foot. Another routine counts when at "
            "least two thirds of the time you exercised in seven days went into it; another dose when a routine was done "
            "differently at least three times in a row."
        ),
    )


def _short(change: Change) -> str:
    if change.kind is ChangeKind.DOSE:
        return _("{routine} with another dose").format(routine=_(change.name))
    return _(change.name)


def _happening(marker: Marker, say: Say) -> Happening:
    first, last = day_of(marker.at), _last_day(marker)
    words = marker_word(marker.kind)
    if marker.words:
        words = _("{kind}: {words}").format(kind=words, words=_cut(marker.words, _WORDS_SHOWN))
    lines = [words, say.full_day(first)]
    if last > first:
        lines[1] = _("{first} to {last}").format(first=say.full_day(first), last=say.full_day(last))
    return Happening(float(first), last + 1.0, _name(marker), "\n".join(lines), lasting=last > first)


def _name(marker: Marker) -> str:
    own = marker.kind is MarkerKind.OTHER and marker.words
    return _cut(marker.words, _NAME_SHOWN) if own else marker_word(marker.kind)


def _when(marker: Marker, say: Say) -> str:
    first, last = day_of(marker.at), _last_day(marker)
    if last == first:
        return _("on {day}").format(day=say.day(first))
    return _("from {first} to {last}").format(first=say.day(first), last=say.day(last))


def _from(day: int, say: Say) -> str:
    return _("From {day}").format(day=say.full_day(day))


def _last_day(marker: Marker) -> int:
    if marker.last_day is None:
        return day_of(marker.at)
    return max(date.fromisoformat(marker.last_day).toordinal(), day_of(marker.at))


def _listed(things: Sequence[str]) -> str:
    """Name the latest few, and how many came before them."""
    listed = ", ".join(things[-_NAMED:])
    before = len(things) - _NAMED
    if before <= 0:
        return listed
    return ngettext("{list}, and {n} more before", "{list}, and {n} more before", before).format(list=listed, n=before)


def _cut(words: str, length: int) -> str:
    """Cut between words, so that no letter and no emoji is cut in two."""
    one_line = " ".join(words.split())
    if len(one_line) <= length:
        return one_line
    whole, _space, _rest = one_line[: length + 1].rpartition(" ")
    return f"{whole or one_line[:length]}…"
