"""Tightness over time: every entry, the mean of seven days, and what happened. No Qt before it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.drawing.charts.look import Look
from coach.drawing.charts.model import OverTimeState
from coach.i18n import _
from coach.ui.progress.sections.happened import happened_sentences
from coach.ui.progress.sections.section import Looking, Section, View
from coach.ui.progress.sections.tightness.plot import tightness_plot
from coach.ui.progress.sections.tightness.values import tightness_table
from coach.ui.progress.sections.tightness.words import noise_sentence, tightness_method, tightness_sentences

if TYPE_CHECKING:
    from coach.drawing.charts.over_time import OverTimeChart


def view(looking: Looking) -> View[OverTimeState]:
    """Say and draw each entry of the chosen places; there is always something, or the page itself is empty."""
    state, choice, today, say = looking.state, looking.choice, looking.today, looking.say
    return View(
        sentences=(
            *tightness_sentences(looking.series, choice, today, say),
            *happened_sentences(state.markers, state.changes, (looking.first, today), say),
        ),
        remark=noise_sentence(),
        method=tightness_method(state.rehearsals, state.damaged),
        table=tightness_table(looking),
        plot=tightness_plot(looking),
        empty=("", ""),
    )


def _chart(plot: OverTimeState, look: Look) -> OverTimeChart:
    from coach.drawing.charts.over_time import over_time_chart

    return over_time_chart(plot, look)


SECTION = Section(
    name="tightness",
    title=lambda: _("Tightness over time"),
    question=lambda: _("Is it getting better?"),
    view=view,
    chart=_chart,
)
