"""The break window: opened when the engine says so, and what was done in it handed on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from coach.app.break_log import Done
from coach.app.breaks_parts import Running
from coach.app.frame import Frame
from coach.content.vocabulary import Felt
from coach.journal.bodies import Exercised
from coach.journal.breaks import felt_draft
from coach.reminders.events import Opened
from coach.reminders.offer import Offer


class BreaksOpened(QObject):
    """`over(done_ms, whole)` when the person has come to the end of a break, or left it. The window is made with the first."""

    over = Signal(int, bool)

    def __init__(self, frame: Frame, make: Callable[[], Running | None], parent: QObject) -> None:
        super().__init__(parent)
        self._frame, self._make = frame, make
        self._run: Running | None = None
        self._key = ""
        self._done: dict[str, Done] = {}
        self._told = True

    @property
    def run(self) -> Running | None:
        """The window, None before the first break."""
        return self._run

    @property
    def busy(self) -> bool:
        """Whether a break goes on."""
        return self._run is not None and self._run.busy

    def open(self, event: Opened, offer: Offer) -> bool:
        """Open the window; False where there can be none."""
        if self._run is None:
            self._run = self._make()
            if self._run is None:
                return False
            self._run.over.connect(self._over)
            self._run.felt.connect(self._felt)
            self._run.signs_asked.connect(self._show_signs)
            self._run.there.connect(self._frame.window.offer_break)
            self._frame.window.break_asked.connect(self._run.come_back)
        self._key, self._told = event.id, True
        self._run.open(event.id, offer, event.length_ms, asked_for=event.asked_for)
        return True

    def leave(self) -> None:
        """End the break that goes on, by what the person says elsewhere: `over` follows."""
        if self._run is not None and self._run.busy:
            self._run.leave()

    def take(self, key: str) -> Done | None:
        """Return what was done in the break of this id, once, None where it had no window; one that is still open goes."""
        if self.busy and self._key == key:
            self._told = False  # it is over already: only what was done in it is wanted
            self.leave()
        return self._done.pop(key, None)

    def close(self) -> None:
        """The program ends."""
        self._told = False
        if self._run is not None:
            self._run.close()

    def _over(self, done_ms: int, whole: bool, exercises: tuple[Exercised, ...]) -> None:  # noqa: FBT001  a Qt signal's value
        self._done = {self._key: Done(done_ms, exercises)}
        if self._told:
            self.over.emit(done_ms, whole)

    def _felt(self, key: str, felt: Felt) -> None:
        self._frame.journal.save([felt_draft(key, felt, self._frame.clock.stamp())])

    def _show_signs(self) -> None:
        """Show them in the window; the way back from there leads to the break."""
        if self._run is not None:
            self._frame.window.lend_warnings(self._run.come_back)
