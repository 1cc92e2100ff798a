"""Whether an exercise session, or a pack, has the person's attention: then nothing else asks for it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from coach.app.packs_desk import PacksDesk
from coach.app.sessions_desk import SessionsDesk
from coach.app.stage_desk import StageDesk
from coach.session.state import Phase, Snapshot

#: A session that was paused for so long has been forgotten, and silences nothing.
FORGOTTEN_MS = 15 * 60_000


class InSession(QObject):
    """`turned(on)` when it begins and when it is over, or was paused and forgotten."""

    turned = Signal(bool)

    def __init__(self, sessions: SessionsDesk, packs: PacksDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._sessions, self._packs = sessions, packs
        self.on = self._forgotten = False
        self._waiting = QTimer(self, singleShot=True, interval=FORGOTTEN_MS)
        self._waiting.setTimerType(Qt.TimerType.CoarseTimer)
        self._waiting.timeout.connect(self._forget)
        sessions.stage_made.connect(self._watch)
        packs.page.made.connect(lambda: self._watch(packs.page.desk))

    def close(self) -> None:
        """Wait for nothing any more."""
        self._waiting.stop()

    def look(self) -> None:
        """See how it is now."""
        stage = self._sessions.stage
        busy = (stage is not None and stage.busy) or self._packs.page.busy
        if not busy:
            self._waiting.stop()
            self._forgotten = False
        on = busy and not self._forgotten
        if on != self.on:
            self.on = on
            self.turned.emit(on)

    def _watch(self, desk: StageDesk) -> None:
        for signal in (desk.begun, desk.finished, desk.left):
            signal.connect(lambda *_said: QTimer.singleShot(0, self, self.look))  # once the stage has done its own
        desk.moved.connect(self._moved)

    def _moved(self, snapshot: Snapshot) -> None:
        if snapshot.phase is Phase.PAUSED and snapshot.pack is None:
            if not self._waiting.isActive() and not self._forgotten:
                self._waiting.start()
            return
        self._waiting.stop()
        if self._forgotten:
            self._forgotten = False
            QTimer.singleShot(0, self, self.look)

    def _forget(self) -> None:
        self._forgotten = True
        self.look()
