"""Keeps the screen on in a session and the machine awake under a pack; lets go in a pause and at the end."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from coach.app.stage_desk import StageDesk
from coach.i18n import _
from coach.ports.wake_lock import Hold, WakeLock
from coach.session.state import Need, Phase, Snapshot

#: Before a pack goes on it is already asked for, so that what cannot be had is said in time.
_BEFORE_A_PACK = frozenset({Need.CONFIRM_PACK, Need.PACK_ON})
_STANDING = frozenset({Phase.READY, Phase.PAUSED, Phase.OVER})


def hold_for(snapshot: Snapshot) -> Hold:
    """Return what a moment of a session needs: a pack keeps its hold through a pause."""
    if snapshot.pack is not None or snapshot.need in _BEFORE_A_PACK:
        return Hold.AWAKE
    return Hold.NOTHING if snapshot.phase in _STANDING else Hold.SCREEN


class StayingAwake(QObject):
    """Holds what any of the stages it follows needs. `complain` is told in a sentence what cannot be had, once a session."""

    def __init__(self, wake_lock: WakeLock, complain: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._wake_lock, self._complain = wake_lock, complain
        self._wanted: dict[QObject, Hold] = {}
        self._held = Hold.NOTHING
        self._said = False

    def attach(self, desk: StageDesk) -> None:
        """Follow what happens on a stage."""
        desk.begun.connect(lambda _sitting: self._begin())
        desk.moved.connect(lambda snapshot: self._want(desk, hold_for(snapshot)))
        desk.left.connect(lambda: self._want(desk, Hold.NOTHING))

    def keep_screen(self, who: QObject, *, on: bool) -> None:
        """Keep the screen on for somebody, or no longer."""
        self._want(who, Hold.SCREEN if on else Hold.NOTHING)

    def close(self) -> None:
        """Let everything go: the program ends."""
        self._wanted.clear()
        self._wake_lock.close()

    def _begin(self) -> None:
        self._said = False

    def _want(self, desk: QObject, hold: Hold) -> None:
        self._wanted[desk] = hold
        held = max(self._wanted.values())
        if held is not self._held:
            self._held = held
            self._wake_lock.hold(held, self._told)

    def _told(self, hold: Hold, why: str) -> None:
        if why and hold is Hold.AWAKE and self._held is Hold.AWAKE and not self._said:
            self._said = True
            words = _(
                "This computer could go to sleep while the pack is on ({why}). Stay by it, or set a timer of your own as well."
            )
            self._complain(words.format(why=why))
