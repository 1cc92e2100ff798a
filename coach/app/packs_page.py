"""The page of a pack that alternates: a stage of its own, beside the stage of a session."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from coach.app.frame import Frame
from coach.app.sessions_desk import SessionsDesk
from coach.app.sittings import Sitting
from coach.app.stage_desk import StageDesk
from coach.session.events import CheckAnswered, Event
from coach.session.state import Phase, Snapshot
from coach.ui.main_window import PACKS, STAGE
from coach.ui.player.page import StagePage


class PacksPage(QObject):
    """Made when first needed. `made`: `desk` is there. `called`: a pack asks for the person."""

    made = Signal()
    called = Signal()

    def __init__(self, frame: Frame, sessions: SessionsDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._frame, self._sessions = frame, sessions
        self._desk: StageDesk | None = None
        self._came_from = "today"
        self._goes_back = False

    @property
    def desk(self) -> StageDesk:
        """The desk of this stage."""
        if self._desk is None:
            self._desk = self._make()
            self.made.emit()
        return self._desk

    @property
    def busy(self) -> bool:
        """Whether a pack is asked about or on."""
        return self._desk is not None and self._desk.busy

    @property
    def pack_is_on(self) -> bool:
        """Whether a pack is on the skin."""
        return self._desk is not None and self._desk.pack is not None

    @property
    def snapshot(self) -> Snapshot | None:
        """The pack's session at this moment, None when there is none."""
        found = self._desk.snapshot() if self._desk is not None else None
        return found if found is not None and found.phase is not Phase.OVER else None

    @property
    def shown(self) -> bool:
        """Whether the window shows it."""
        return self._frame.window.key == PACKS

    def begin(self, sitting: Sitting) -> None:
        """Put a pack's session on it."""
        self.desk.begin(sitting)

    def show(self) -> None:
        """Show it; a session on the other stage stands still meanwhile."""
        window = self._frame.window
        if self.shown:
            return
        self._came_from = window.key or "today"
        stage = self._sessions.stage
        snapshot = stage.snapshot() if stage is not None else None
        if stage is not None and snapshot is not None and snapshot.phase is Phase.RUNNING and snapshot.pack is None:
            stage.intend("pause")
        window.show_page(PACKS)

    def back(self) -> None:
        """Show what was shown before it."""
        window, stage = self._frame.window, self._sessions.stage
        if not self.shown:
            return
        gone = self._came_from == STAGE and (stage is None or not stage.busy)
        window.show_page("today" if gone else self._came_from)

    def call(self) -> None:
        """Come to the front by itself."""
        self._goes_back = self._goes_back or not self.shown
        self.show()
        if not self._frame.window.isActiveWindow():
            self._frame.window.bring_forward()

    def end(self) -> None:
        """End the pack's session: a pack that is on comes off first."""
        self.desk.intend("end")

    def leave_soon(self) -> None:
        """Leave once what is being told has been told to everybody."""
        QTimer.singleShot(0, self, self._leave)

    def close(self) -> None:
        """Write a last checkpoint."""
        if self._desk is not None:
            self._desk.close()

    def _leave(self) -> None:
        if self._desk is not None and not self._desk.busy:
            self._stage().leave.emit()

    def _make(self) -> StageDesk:
        frame, context = self._frame, self._frame.context
        if context is None:
            raise RuntimeError("no pack is put on before content has been read")
        desk = StageDesk(self._stage(), frame.journal, frame.clock, context.library, self)
        desk.urgent.connect(self.called)
        desk.told.connect(self._hear)
        desk.left.connect(self.back)
        desk.full_screen.connect(lambda on: frame.window.set_full_screen(on=on))
        desk.help_asked.connect(frame.window.show_warnings)
        desk.answered.connect(self._sessions.suits.given.__setitem__)
        return desk

    def _stage(self) -> StagePage:
        page = self._frame.window.page(PACKS)
        if not isinstance(page, StagePage):
            raise TypeError("the page of packs is a StagePage")
        return page

    def _hear(self, event: Event, _session_ms: int) -> None:
        """After a look at the skin go back to what the person did before it was asked for."""
        if isinstance(event, CheckAnswered):
            if event.ok and self._goes_back:
                QTimer.singleShot(0, self, self.back)
            self._goes_back = False
