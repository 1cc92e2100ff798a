"""Somebody comes back to a screen that was locked while a pack is on: the stage asks for a look at the skin at once."""

from __future__ import annotations

from PySide6.QtCore import QObject

from coach.app.stage_desk import StageDesk
from coach.ports.screen_lock import ScreenLock


class AtUnlock(QObject):
    """The desktop is listened to only while a pack is on, on any of the stages that are followed."""

    def __init__(self, screen_lock: ScreenLock, parent: QObject) -> None:
        super().__init__(parent)
        self._screen_lock = screen_lock
        self._worn: list[StageDesk] = []

    def attach(self, desk: StageDesk) -> None:
        """Follow what happens on a stage."""
        desk.moved.connect(lambda snapshot: self._follow(desk, worn=snapshot.pack is not None))
        desk.left.connect(lambda: self._follow(desk, worn=False))

    def close(self) -> None:
        """Listen no more: the program ends."""
        self._worn.clear()
        self._screen_lock.close()

    def _follow(self, desk: StageDesk, *, worn: bool) -> None:
        if worn == (desk in self._worn):
            return
        if worn:
            self._worn.append(desk)
            if len(self._worn) == 1:
                self._screen_lock.watch(self._unlocked)
        else:
            self._worn.remove(desk)
            if not self._worn:
                self._screen_lock.close()

    def _unlocked(self) -> None:
        for desk in tuple(self._worn):
            desk.ask_skin()
