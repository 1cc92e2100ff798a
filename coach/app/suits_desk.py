"""What suits the person, in the window: the screening before the first session, and the question after "worse"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject

from coach.analysis.went_worse import (
    EASIER,
    KEY,
    OUT,
    USUAL,
    GotWorse,
    careful_way,
    reason_words,
    unanswered,
    way_value,
    ways,
)
from coach.app.context import Context
from coach.app.frame import Frame
from coach.app.links import open_address
from coach.content.library import RoutineFile
from coach.content.vocabulary import Area
from coach.i18n import _
from coach.journal.entries import answer_draft
from coach.plan.suited import easier_words, exercises_of, shorter_words
from coach.safety.suitability import SCREENING, said_of, screening_value
from coach.ui.main_window import SUITS
from coach.ui.widgets.buttons import Button, primary, quiet


class SuitsDesk(QObject):
    """`before` runs what comes before a session; `given` are answers of this window, whether they are on the disk or not."""

    def __init__(self, frame: Frame, parent: QObject) -> None:
        super().__init__(parent)
        self._frame = frame
        self._go_on: Callable[[], None] | None = None
        self._came_from = "today"
        self.given: dict[str, Any] = {}

    def answers(self) -> dict[str, Any]:
        """Return every answer as it stands."""
        context = self._frame.context
        return {**(context.memory.answers if context is not None else {}), **self.given}

    def before(self, found: RoutineFile, go_on: Callable[[], None]) -> None:
        """Screen whoever has not been, ask about what got worse, then go on. A rehearsal asks nothing."""
        context = self._frame.context
        if context is None or self._frame.speed != 1:
            go_on()
            return
        if said_of(self.answers(), context.now).answered(context.library.screening):
            self._ask_about_worse(context, found, go_on)
            return
        self._go_on = lambda: self.before(found, go_on)
        self._show(context, first=True, packs=bool(found.routine.modes))

    def open(self) -> None:
        """Show the page, from Settings or from the warning signs."""
        if self._frame.context is not None:
            self._go_on = None
            self._show(self._frame.context, first=False)

    def page(self) -> Any:
        """Make the page and connect its wishes."""
        from coach.ui.learn.screening_page import ScreeningPage

        page = ScreeningPage()
        page.saved.connect(self._saved)
        page.left.connect(self._back)
        page.way_chosen.connect(self._back_to_usual)
        page.open_source.connect(open_address)
        return page

    def _show(self, context: Context, *, first: bool, packs: bool = True) -> None:
        from coach.ui.learn.screening_state import build_screening

        window, answers = self._frame.window, self.answers()
        page: Any = window.page(SUITS)
        said = said_of(answers, context.now)
        page.show_state(build_screening(context.library, said, ways(answers), first=first, packs=packs))
        if window.key != SUITS:
            self._came_from = window.key or "today"
        window.show_page(SUITS)

    def _saved(self, ticked: Mapping[str, tuple[Area, ...]]) -> None:
        context = self._frame.context
        if context is None:
            return
        self._keep(SCREENING, screening_value(ticked, context.library.screening, context.now))
        go_on, self._go_on = self._go_on, None
        self._back()
        if go_on is not None:
            go_on()
        else:
            self._frame.tell(_("Your answers are used from now on."))

    def _back(self) -> None:
        self._go_on = None
        self._frame.window.show_page(self._came_from)

    def _keep(self, key: str, value: Any) -> None:
        """Use an answer at once and write it to the journal."""
        self.given[key] = value
        self._frame.journal.save([answer_draft(key, value, self._frame.clock.stamp())])

    def _ask_about_worse(self, context: Context, found: RoutineFile, go_on: Callable[[], None]) -> None:
        """Offer the easier way of the first exercise that got worse and was not asked about since; then the next."""
        here = exercises_of(found.routine) & context.library.exercises.keys()
        asked = unanswered(context.memory.sessions, self.answers(), here)
        if not asked:
            go_on()
            return
        self._ask(context, asked[0], lambda: self._ask_about_worse(context, found, go_on))

    def _ask(self, context: Context, one: GotWorse, go_on: Callable[[], None]) -> None:
        from coach.ui.widgets.sheet import Question

        exercise = context.library.exercises[one.exercise]
        text = " ".join(part for part in (reason_words(one.reason), easier_words(exercise), shorter_words()) if part)
        answers = _answers(one.reason)
        title = _("Last time you stopped here: {exercise}").format(exercise=_(exercise.name))
        question = Question(self._frame.window, title, text, [button for _way, button in answers])
        question.answered.connect(lambda number: self._chosen(one, answers[number][0], go_on))
        question.closed.connect(question.deleteLater)
        question.ask()

    def _chosen(self, one: GotWorse, way: str, go_on: Callable[[], None]) -> None:
        self._keep(KEY + one.exercise, way_value(way, one.session))
        go_on()

    def _back_to_usual(self, exercise: str, way: str) -> None:
        """The person takes it back; only they can."""
        kept = self.answers().get(KEY + exercise)
        session = str(kept.get("session", "")) if isinstance(kept, dict) else ""
        self._keep(KEY + exercise, way_value(way, session))
        if (context := self._frame.context) is not None:
            self._show(context, first=self._go_on is not None)


def _answers(reason: str) -> list[tuple[str, Button]]:
    """The careful answer comes last and has the keyboard."""
    usual = (USUAL, quiet(_("As usual")))
    if careful_way(reason) == OUT:
        return [usual, (EASIER, quiet(_("The easier way"))), (OUT, primary(_("Leave it out")))]
    return [usual, (OUT, quiet(_("Leave it out"))), (EASIER, primary(_("The easier way")))]
