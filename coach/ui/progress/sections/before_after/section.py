"""Before and after each session. No Qt before it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.drawing.charts.look import Look
from coach.drawing.charts.model import BeforeAfterState
from coach.i18n import _
from coach.ui.progress.sections.before_after.plot import before_after_plot, chosen_pairs
from coach.ui.progress.sections.before_after.values import before_after_table
from coach.ui.progress.sections.before_after.words import before_after_method, before_after_sentences
from coach.ui.progress.sections.section import Looking, Section, View

if TYPE_CHECKING:
    from coach.drawing.charts.before_after import BeforeAfterChart


def view(looking: Looking) -> View[BeforeAfterState]:
    """Say and draw the last sessions with both ratings of a chosen place."""
    pairs = chosen_pairs(looking.state.pairs, looking.choice)
    return View(
        sentences=before_after_sentences(pairs, looking.say),
        method=before_after_method(),
        table=before_after_table(pairs, looking.state.sessions, looking.say),
        plot=before_after_plot(pairs, looking.choice, looking.state.sessions, looking.say),
        empty=nothing_before_after(),
    )


def nothing_before_after() -> tuple[str, str]:
    """Return what is said while no chosen place was rated before and after a session, and what to do about it."""
    return (
        _("No session with both ratings yet"),
        _("Rate how tight it feels before and after a session. Each session with both ratings appears here."),
    )


def _chart(plot: BeforeAfterState, look: Look) -> BeforeAfterChart:
    from coach.drawing.charts.before_after import before_after_chart

    return before_after_chart(plot, look)


SECTION = Section(
    name="before-after",
    title=lambda: _("Before and after each session"),
    question=lambda: _("What changes during a session?"),
    view=view,
    chart=_chart,
)
