"""The days of the last weeks as a table. No Qt."""

from __future__ import annotations

from coach.analysis.calendar_days import CalendarDay
from coach.analysis.series import key_of
from coach.i18n import _
from coach.ui.progress.rows import Row, Table
from coach.ui.progress.saying import Say
from coach.ui.progress.sections.year.day_words import marker_words
from coach.ui.progress.sections.year.plot import Days
from coach.ui.words import place_word

_NOTHING = "–"


def year_table(days: Days, say: Say) -> Table:
    """Return the days that hold something, newest first."""
    found = sorted(days, reverse=True)

    def row(number: int) -> Row:
        held = days[found[number]]
        happened = ", ".join(marker_words(marker) for marker in held.markers)
        return (say.full_day(found[number]), *_worst(held), str(len(held.sessions)), happened or _NOTHING)

    heads = (_("Day"), _("Highest"), _("Where"), _("Entries"), _("Sessions"), _("What happened"))
    return Table(_("Days with something noted, newest first"), heads, len(found), row, lambda number: found[number])


def _worst(held: CalendarDay) -> tuple[str, str, str]:
    if held.worst is None:
        return _NOTHING, _NOTHING, "0"
    entry = held.worst.entry
    return str(entry.tightness), place_word(*key_of(entry.area, entry.side)), str(held.entries)
