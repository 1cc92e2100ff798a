"""Left minus right over time. No Qt before it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.drawing.charts.look import Look
from coach.drawing.charts.model import OverTimeState
from coach.i18n import _
from coach.ui.progress.sections.asymmetry.plot import asymmetry_plot, compared
from coach.ui.progress.sections.asymmetry.words import (
    asymmetry_method,
    asymmetry_sentences,
    asymmetry_table,
    nothing_compared,
)
from coach.ui.progress.sections.section import Looking, Section, View

if TYPE_CHECKING:
    from coach.drawing.charts.over_time import OverTimeChart


def view(looking: Looking) -> View[OverTimeState]:
    """Say and draw the days with both sides of a chosen area."""
    found = compared(looking)
    return View(
        sentences=asymmetry_sentences(found, looking),
        method=asymmetry_method(looking),
        table=asymmetry_table(found, looking),
        plot=asymmetry_plot(found, looking),
        empty=nothing_compared(looking),
    )


def _chart(plot: OverTimeState, look: Look) -> OverTimeChart:
    from coach.drawing.charts.over_time import over_time_chart

    return over_time_chart(plot, look)


SECTION = Section(
    name="left-right",
    title=lambda: _("Left and right compared"),
    question=lambda: _("Is one side tighter than the other?"),
    view=view,
    chart=_chart,
)
