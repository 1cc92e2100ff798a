"""One day in words. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from coach.analysis.calendar_days import CalendarDay
from coach.analysis.series import Point, key_of
from coach.content.vocabulary import Quality
from coach.content.words import marker_word
from coach.drawing.charts.boards import Sign
from coach.i18n import _, ngettext
from coach.journal.records import Marker, SessionRecord
from coach.ui.progress.saying import Say
from coach.ui.words import place_word, quality_word

_WORDS_SHOWN = 80


def sign_words() -> dict[Sign, str]:
    """Name the shapes for the key."""
    return {
        Sign.FLARE: _("Flare"),
        Sign.REST: _("Planned rest"),
        Sign.ILLNESS: _("Illness"),
        Sign.TRAVEL: _("Travel"),
        Sign.OTHER: _("Something else that happened"),
    }


def day_words(day: int, held: CalendarDay | None, today: int, say: Say) -> str:
    """Say everything about a day: its highest number, how many entries, sessions, and what happened."""
    name = say.full_day(day)
    lines = [_("{day}, today").format(day=name) if day == today else name]
    if held is None or held.worst is None:
        lines.append(_("Nothing noted"))
    else:
        lines.append(worst_words(held.worst, held.entries, say))
    if held is not None:
        lines += [session_words(held.sessions)] if held.sessions else []
        lines += [marker_words(marker) for marker in held.markers]
    return "\n".join(lines)


def worst_words(worst: Point, entries: int, say: Say) -> str:
    """Say the highest number of a day: "Highest 6: Buttock, left, 07:30; 3 entries"."""
    entry = worst.entry
    where = place_word(*key_of(entry.area, entry.side))
    if entry.quality is not Quality.TIGHTNESS:
        where = _("{place}, {feeling}").format(place=where, feeling=quality_word(entry.quality))
    if entries == 1:
        return _("{value}: {place}, {time}; the only entry").format(
            value=entry.tightness, place=where, time=say.time(worst.x)
        )
    return ngettext(
        "Highest {value}: {place}, {time}; {n} entry",
        "Highest {value}: {place}, {time}; {n} entries",
        entries,
    ).format(value=entry.tightness, place=where, time=say.time(worst.x), n=entries)


def session_words(sessions: Sequence[SessionRecord]) -> str:
    """Name the sessions of a day."""
    names = list(dict.fromkeys(_(one.name) for one in sessions))
    return ngettext("{n} session: {names}", "{n} sessions: {names}", len(sessions)).format(
        n=len(sessions), names=", ".join(names)
    )


def marker_words(marker: Marker) -> str:
    """Say what happened, with the person's own words."""
    kind = marker_word(marker.kind)
    if not marker.words:
        return kind
    cut = marker.words[:_WORDS_SHOWN].strip()
    words = cut if len(marker.words) <= _WORDS_SHOWN else f"{cut}…"
    return _("{kind}: {words}").format(kind=kind, words=words)
