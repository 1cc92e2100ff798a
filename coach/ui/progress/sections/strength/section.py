"""Adherence strength: how much of the meant dose is done, the older the less it counts. No Qt before it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.drawing.charts.look import Look
from coach.drawing.charts.model import OverTimeState
from coach.i18n import _
from coach.ui.progress.choice import first_day
from coach.ui.progress.sections.section import Looking, Section, View
from coach.ui.progress.sections.strength.plot import strength_plot
from coach.ui.progress.sections.strength.values import strength_table
from coach.ui.progress.sections.strength.words import aim_question, nothing_done, strength_method, strength_sentences

if TYPE_CHECKING:
    from coach.drawing.charts.strength import StrengthChart


def view(looking: Looking) -> View[OverTimeState]:
    """Say and draw every day since the first session; places and feeling do not matter here."""
    state, say = looking.state, looking.say
    aims, days, today = state.aims, state.strength, looking.today
    return View(
        sentences=strength_sentences(days, aims, say),
        method=strength_method(aims, say),
        table=strength_table(days, say),
        plot=strength_plot(days, first_day(looking.choice, days[0].day if days else today, today), say),
        empty=nothing_done(),
        ask=aim_question(aims, today),
    )


def _chart(plot: OverTimeState, look: Look) -> StrengthChart:
    from coach.drawing.charts.strength import strength_chart

    return strength_chart(plot, look)


SECTION = Section(
    name="strength",
    title=lambda: _("Adherence strength"),
    question=lambda: _("How steadily do I do what I mean to?"),
    view=view,
    chart=_chart,
    half=True,
)
