"""A year of days: the highest number of each, what happened, and sessions. No Qt before it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.drawing.charts.boards import YearState
from coach.drawing.charts.look import Look
from coach.i18n import _
from coach.ui.progress.sections.section import Looking, Section, View
from coach.ui.progress.sections.year.plot import Year, year_plot
from coach.ui.progress.sections.year.values import year_table
from coach.ui.progress.sections.year.words import nothing_in_days, year_method, year_sentences

if TYPE_CHECKING:
    from coach.drawing.charts.year import YearChart


def view(looking: Looking) -> View[YearState]:
    """Say and draw the last 53 weeks, whatever span is chosen; earlier ones are a page away."""
    state, say = looking.state, looking.say
    year = Year(looking.series, state.records, state.markers, looking.today, say)
    weeks = year.weeks(0)
    days = year.days(weeks)
    return View(
        sentences=year_sentences(days, weeks.seen - max(weeks.first, year.oldest) + 1, say),
        method=year_method([one.key for one in looking.series], state.rehearsals, state.damaged),
        table=year_table(days, say),
        plot=year_plot(year),
        empty=nothing_in_days(),
    )


def _chart(plot: YearState, look: Look) -> YearChart:
    from coach.drawing.charts.year import year_chart

    return year_chart(plot, look)


SECTION = Section(
    name="year",
    title=lambda: _("A year of days"),
    question=lambda: _("What kind of days were they?"),
    view=view,
    chart=_chart,
    height=0.54,
)
