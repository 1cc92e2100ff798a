"""Where on the body: the average of each place, on our own figure. No Qt before it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.analysis.where import where
from coach.drawing.charts.look import Look
from coach.drawing.charts.where_state import WhereState
from coach.i18n import _
from coach.ui.progress.choice import first_day
from coach.ui.progress.sections.section import Looking, Section, View
from coach.ui.progress.sections.where.plot import where_plot, where_table
from coach.ui.progress.sections.where.words import nothing_anywhere, where_method, where_sentences

if TYPE_CHECKING:
    from coach.drawing.charts.where import WhereChart


def view(looking: Looking) -> View[WhereState]:
    """Say and draw every place with entries of the chosen feeling in the chosen time."""
    state, say = looking.state, looking.say
    series = [one.of_quality(looking.choice.quality) for one in state.series]
    oldest = min((one.points[0].day for one in series if one.points), default=looking.today)
    first = first_day(looking.choice, oldest, looking.today)
    spots = where(series, first, looking.today + 1)  # it may be tomorrow where they were
    return View(
        sentences=where_sentences(spots, say),
        method=where_method(state.rehearsals, state.damaged),
        table=where_table(spots, say),
        plot=where_plot(spots, say),
        empty=nothing_anywhere(),
    )


def _chart(plot: WhereState, look: Look) -> WhereChart:
    from coach.drawing.charts.where import where_chart

    return where_chart(plot, look)


SECTION = Section(
    name="where",
    title=lambda: _("Where on the body"),
    question=lambda: _("Where is it tight?"),
    view=view,
    chart=_chart,
    height=1.25,
)
