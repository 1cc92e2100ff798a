"""A break window on its own, with a clock moved by hand, hands that the test rests, and a memory of what it said."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Literal, cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coach.app.break_run import BreakRun
from coach.app.context import Context
from coach.app.frame import Frame
from coach.app.shelf import library
from coach.app.sounding import Loud, Sounding
from coach.content.vocabulary import Felt
from coach.journal.bodies import Exercised
from coach.reminders.offer import Offer, offer
from coach.reminders.wish import Told, Wish
from coach.session.state import Phase
from coach.settings.model import Settings
from tests.fakes import FakeClock
from tests.ui.support import dress

_STEP_S = 0.25


class Room:
    """Whoever takes a break, and the window they take it in."""

    def __init__(self, app: QApplication, settings: Settings, loud: Loud | None) -> None:
        self.app, self.clock = app, FakeClock()
        self.idle_s: float | None = 0.0
        self._holder = QObject()
        self._told: list[str] = []
        self.over: list[tuple[int, bool, tuple[Exercised, ...]]] = []
        self.felt: list[tuple[str, Felt]] = []
        self.signs: list[bool] = []
        self.runs: list[bool] = []
        context = Context.first(Path(), self.clock, library(), settings)
        sounding = Sounding(loud, self.clock, self._told.append, self._holder)
        self.frame = SimpleNamespace(sounding=sounding, clock=self.clock, context=context, speed=1.0)
        self.run = BreakRun(cast("Frame", self.frame), lambda: self.idle_s)
        self.run.over.connect(lambda done_ms, whole, done: self.over.append((done_ms, whole, done)))
        self.run.felt.connect(lambda key, felt: self.felt.append((key, felt)))
        self.run.signs_asked.connect(lambda: self.signs.append(True))
        self.run.runs.connect(self.runs.append)

    def offer(self, length_ms: int = 60_000, place: Literal["chair", "standing", "floor"] = "standing") -> Offer:
        return offer(Wish(length_ms, place), Told(self.clock.stamp()), library())

    def open(self, key: str = "b1", *, asked_for: bool = True, length_ms: int = 60_000) -> Offer:
        found = self.offer(length_ms)
        self.run.open(key, found, length_ms, asked_for=asked_for)
        self.app.processEvents()
        return found

    def pass_s(self, seconds: float) -> None:
        """Let time pass; the hands are looked at twice a second, as the timer would."""
        for step in range(round(seconds / _STEP_S)):
            self.clock.advance(_STEP_S)
            self.run.tick()
            if step % 2 and self.run._looks.isActive():
                self.run.look()

    def to_the_end(self) -> None:
        for _second in range(400):
            if not self.run.busy:
                return
            self.pass_s(1)
        raise AssertionError("the break never ends")

    def phase(self) -> Phase:
        return self.run._play.phase

    def hold_esc(self) -> None:
        """Hold Esc for as long as it takes."""
        QTest.keyPress(self.run.window, Qt.Key.Key_Escape)
        self.run.window._hold.finish()
        QTest.keyRelease(self.run.window, Qt.Key.Key_Escape)

    def close(self) -> None:
        self.run.close()
        self.app.processEvents()
        self.app.sendPostedEvents(None, 52)  # QEvent.DeferredDelete


@contextmanager
def room(app: QApplication, settings: Settings | None = None, loud: Loud | None = None) -> Iterator[Room]:
    """Open a room, and leave nothing of it; `loud`: where something is heard."""
    used = settings or Settings()
    dress(app, settings=used)
    made = Room(app, used, loud)
    try:
        yield made
    finally:
        made.close()
