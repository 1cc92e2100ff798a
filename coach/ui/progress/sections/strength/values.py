"""The days of adherence strength as a table. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from coach.analysis.strength import StrengthDay
from coach.i18n import _
from coach.ui.progress.rows import Row, Table
from coach.ui.progress.saying import Say
from coach.ui.progress.sections.strength.plot import why_not_counted

_NOTHING = "–"


def strength_table(days: Sequence[StrengthDay], say: Say) -> Table:
    """Return every day from the first session on, newest first."""

    def row(number: int) -> Row:
        one = days[len(days) - 1 - number]
        return (
            say.full_day(one.day),
            _number(one.score),
            _number(one.done),
            _number(one.share),
            " ".join(why_not_counted(one)) or _NOTHING,
        )

    heads = (_("Day"), _("Strength, %"), _("Done that day, %"), _("Of 7 days, %"), _("Remark"))
    name = _("Adherence strength by day, newest first")
    return Table(name, heads, len(days), row, lambda number: days[len(days) - 1 - number].day)


def _number(part: float | None) -> str:
    """Write a part of one in percent, the unit stands above."""
    return _NOTHING if part is None else str(round(100 * part))
