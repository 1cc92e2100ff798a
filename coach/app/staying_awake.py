"""Keeps the screen on in a session and the machine awake under a pack; lets go in a pause and at the end."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from coach.app.holding import Holding, hold_for
from coach.app.stage_desk import StageDesk
from coach.ports.wake_lock import Hold, WakeLock


class StayingAwake(QObject):
    """Holds what any of the stages it follows needs. `complain` is told in a sentence what cannot be had, once a session."""

    def __init__(self, wake_lock: WakeLock, complain: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._holding = Holding(wake_lock, complain)
        self._wanted: dict[QObject, Hold] = {}

    def attach(self, desk: StageDesk) -> None:
        """Follow what happens on a stage."""
        desk.begun.connect(lambda _sitting: self._holding.begin())
        desk.moved.connect(lambda snapshot: self._want(desk, hold_for(snapshot)))
        desk.left.connect(lambda: self._want(desk, Hold.NOTHING))

    def keep_screen(self, who: QObject, *, on: bool) -> None:
        """Keep the screen on for somebody, or no longer."""
        self._want(who, Hold.SCREEN if on else Hold.NOTHING)

    def close(self) -> None:
        """Let everything go: the program ends."""
        self._wanted.clear()
        self._holding.close()

    def _want(self, who: QObject, hold: Hold) -> None:
        self._wanted[who] = hold
        self._holding.want(max(self._wanted.values()))
