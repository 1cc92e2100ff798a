"""Change per exercise. No Qt before it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.analysis.learning_week import learning_week
from coach.drawing.charts.effect_rows import EffectsState
from coach.drawing.charts.look import Look
from coach.i18n import _
from coach.ui.progress.sections.effects.plot import effects_plot, names_of
from coach.ui.progress.sections.effects.values import effects_table
from coach.ui.progress.sections.effects.words import effects_method, effects_sentences, week_question, week_remark
from coach.ui.progress.sections.section import Looking, Section, View

if TYPE_CHECKING:
    from coach.drawing.charts.effects import EffectsChart


def view(looking: Looking) -> View[EffectsState]:
    """Say and draw every exercise with a change that only it can explain."""
    state = looking.state
    found = state.effects
    names = names_of(state.records)
    return View(
        sentences=effects_sentences(found, [names.get(effect.exercise, effect.exercise) for effect in found]),
        method=effects_method(),
        table=effects_table(found, names, looking.say),
        plot=effects_plot(found, names, looking.say),
        empty=nothing_told_apart(),
        remark=week_remark(),
        ask=week_question(learning_week(state.answers, state.today), state.today, looking.say),
    )


def nothing_told_apart() -> tuple[str, str]:
    """Return what is said while no change can be put down to one exercise, and what to do about it."""
    return (
        _("No exercise can be told apart yet"),
        _(
            "Do one exercise on its own with a rating before and after, or have a learning week: it asks after each exercise."
        ),
    )


def _chart(plot: EffectsState, look: Look) -> EffectsChart:
    from coach.drawing.charts.effects import effects_chart

    return effects_chart(plot, look)


SECTION = Section(
    name="effects",
    title=lambda: _("Change per exercise"),
    question=lambda: _("Does one exercise help you most?"),
    view=view,
    chart=_chart,
    height=1.1,
)
