"""The days of adherence strength as a table. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from coach.analysis.strength import StrengthDay
from coach.i18n import _
from coach.ui.progress.rows import Row, Table
from coach.ui.progress.saying import Say
from coach.ui.progress.sections.strength.plot import percent, why_not_counted

_NOTHING = "–"


def strength_table(days: Sequence[StrengthDay], say: Say) -> Table:
    """Return every day from the first session on, newest first."""

    def row(number: int) -> Row:
        one = days[len(days) - 1 - number]
        return (
            say.full_day(one.day),
            percent(one.score),
            _NOTHING if one.done is None else percent(one.done),
            _NOTHING if one.share is None else percent(one.share),
            " ".join(why_not_counted(one)) or _NOTHING,
        )

    heads = (_("Day"), _("Strength"), _("Done that day"), _("Of 7 days"), _("Remark"))
    return Table(_("Adherence strength by day, newest first"), heads, len(days), row)
