"""The values of weekday and hour as a table. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from coach.analysis.week_hours import Cell, weekdays_from
from coach.i18n import _
from coach.ui.progress.rows import Row, Table
from coach.ui.progress.saying import Say
from coach.ui.progress.sections.week_hours.plot import hours_word


def week_hours_table(cells: Sequence[Cell], say: Say) -> Table:
    """Return the boxes that hold entries, day by day from the first of the week."""
    order = weekdays_from(say.first_weekday)
    found = sorted(cells, key=lambda cell: (order.index(cell.weekday), cell.block))

    def row(number: int) -> Row:
        cell = found[number]
        return (
            say.weekday(cell.weekday),
            hours_word(cell.block),
            say.decimal(cell.mean),
            str(cell.entries),
            str(cell.days),
        )

    heads = (_("Weekday"), _("Hours"), _("Average"), _("Entries"), _("Days"))
    return Table(_("Averages by weekday and hour"), heads, len(found), row)
