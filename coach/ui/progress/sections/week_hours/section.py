"""Weekday by hour: the average of each box, by the person's own clock. No Qt before it is drawn."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from coach.analysis.week_hours import week_hours
from coach.drawing.charts.boards import WeekHoursState
from coach.drawing.charts.look import Look
from coach.i18n import _
from coach.ui.progress.sections.section import Looking, Section, View
from coach.ui.progress.sections.week_hours.plot import week_hours_plot
from coach.ui.progress.sections.week_hours.values import week_hours_table
from coach.ui.progress.sections.week_hours.words import nothing_by_hour, week_hours_method, week_hours_sentences

if TYPE_CHECKING:
    from coach.drawing.charts.week_hours import WeekHoursChart


def view(looking: Looking) -> View[WeekHoursState]:
    """Say and draw the chosen places and feeling in the chosen time."""
    state, say = looking.state, looking.say
    points = chain.from_iterable(one.points for one in looking.series)
    cells = week_hours(points, looking.first, looking.today + 1)  # it may be tomorrow where they were
    return View(
        sentences=week_hours_sentences(cells, say),
        method=week_hours_method([one.key for one in looking.series], state.rehearsals, state.damaged),
        table=week_hours_table(cells, say),
        plot=week_hours_plot(cells, say),
        empty=nothing_by_hour(),
    )


def _chart(plot: WeekHoursState, look: Look) -> WeekHoursChart:
    from coach.drawing.charts.week_hours import week_hours_chart

    return week_hours_chart(plot, look)


SECTION = Section(
    name="week-hours",
    title=lambda: _("Weekday and hour"),
    question=lambda: _("When is it tight?"),
    view=view,
    chart=_chart,
    half=True,
)
