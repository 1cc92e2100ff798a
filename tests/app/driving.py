"""Drives a whole window in a test: real pages and a real journal, a clock moved by hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from coach.app.hand_clock import HandClock
from coach.app.outside import Outside
from coach.app.shelf import library
from coach.app.shell import Shell
from coach.app.stage_desk import StageDesk
from coach.desktop.ownership import Owner
from coach.journal.entries import answer_draft
from coach.plan.timeline import SegmentKind
from coach.safety.suitability import SCREENING, screening_value
from coach.session.state import Need, Phase, Snapshot
from coach.ui.main_window import STAGE

MORNING = datetime(2026, 5, 4, 8, 0, tzinfo=timezone(timedelta(hours=2)))
STEP_MS = 500


class Driven:
    """An open window and the hands of a person."""

    def __init__(self, app: QApplication, folder: Path, at: datetime = MORNING, outside: Outside | None = None) -> None:
        self.app = app
        self.clock = HandClock(at)
        owner = Owner.acquire(folder)
        assert owner is not None
        self.owner = owner
        self.shell = Shell(app, owner, folder, self.clock, 1.0, outside=outside)
        self.window = self.shell.window

    def open(self, *, routine: str | None = None, resume: bool = False, screened: bool = True) -> None:
        """Open the window; unless told otherwise the person has said before that nothing on the list is true for them."""
        if screened:
            now = self.clock.stamp()
            answer = answer_draft(SCREENING, screening_value({}, library().screening, now), now)
            self.shell.journal.save([answer])
        loaded: list[bool] = []
        self.shell.loaded.connect(lambda: loaded.append(True))
        self.shell.open(routine=routine, resume=resume)
        for _round in range(2000):
            self.settle()
            if loaded:
                self.settle()
                return
        raise AssertionError("the window never read its journal")

    def close(self) -> None:
        self.window.close()
        self.shell.close()
        self.owner.release()
        self.window.deleteLater()
        self.app.processEvents()
        self.app.sendPostedEvents(None, 52)  # QEvent.DeferredDelete

    def settle(self) -> None:
        """Let the journal's thread and the window finish what they began; waits for work, never for time."""
        for _round in range(3):
            self.shell.journal.call(lambda _store: None).result()
            self.app.processEvents()

    def press(self, page: QWidget, words: str) -> None:
        for button in page.findChildren(QAbstractButton):
            if words in {button.text(), button.accessibleName()} and button.isVisible():
                QTest.mouseClick(button, Qt.MouseButton.LeftButton)
                self.settle()
                return
        seen = [
            button.text() or button.accessibleName()
            for button in page.findChildren(QAbstractButton)
            if button.isVisible()
        ]
        raise AssertionError(f"no button {words!r} among {seen}")

    def key(self, key: Qt.Key) -> None:
        page = self.window.page(self.window.key)
        QTest.keyClick(page, key)
        self.settle()

    def now(self) -> Snapshot:
        """Look at the session as it is at this moment."""
        desk = self.shell.sessions.stage
        assert desk is not None
        found = desk.snapshot()
        assert found is not None
        return found

    def kind(self) -> SegmentKind:
        desk = self.shell.sessions.stage
        assert desk is not None
        assert desk.timeline is not None
        return desk.timeline.segments[self.now().segment].kind

    def put_pack_on(self) -> StageDesk:
        """In a session that begins with a rating and a pack: answer what is asked and put it on; return who answers on."""
        desk = self.shell.sessions.stage
        assert desk is not None
        for name, value in (("go_on", None), ("confirm_pack", True), ("pack_is_on", None)):
            desk.intend(name, value)
        return desk

    def end_session(self) -> None:
        """End the session that is on the stage, and close the page that says so."""
        desk = self.shell.sessions.stage
        assert desk is not None
        desk.intend("end")
        self.settle()
        self.key(Qt.Key.Key_Return)

    def pass_s(self, seconds: float) -> None:
        desk = self.shell.sessions.stage
        for _part in range(0, round(seconds * 1000), STEP_MS):
            self.clock.pass_ms(STEP_MS)
            if desk is not None:
                desk.tick()
        self.app.processEvents()

    def run_until(self, kind: SegmentKind | None = None, need: Need | None = None) -> None:
        """Let time pass until the stage shows this kind of segment, or asks for this."""
        for _step in range(20_000):
            snapshot = self.now()
            if need is not None and snapshot.need is need:
                return
            if kind is not None and self.kind() is kind and snapshot.phase is Phase.RUNNING:
                return
            assert snapshot.phase is not Phase.OVER, "the session is over"
            self.pass_s(0.5)
        raise AssertionError(f"never reached {kind or need}")

    @property
    def stage(self) -> QWidget:
        return self.window.page(STAGE)


@contextmanager
def driven(app: QApplication, folder: Path, at: datetime = MORNING, outside: Outside | None = None) -> Iterator[Driven]:
    hands = Driven(app, folder, at, outside)
    try:
        yield hands
    finally:
        hands.close()
