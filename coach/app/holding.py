"""What a session holds of the machine: the screen, and under a pack its wakefulness. No Qt: the terminal has it, too."""

from __future__ import annotations

from collections.abc import Callable

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


class Holding:
    """Asks for a hold when it changes. `complain` is told in a sentence what cannot be had under a pack, once a session."""

    def __init__(self, wake_lock: WakeLock, complain: Callable[[str], None]) -> None:
        self._wake_lock, self._complain = wake_lock, complain
        self._held = Hold.NOTHING
        self._said = False

    def begin(self) -> None:
        """A session begins."""
        self._said = False

    def want(self, hold: Hold) -> None:
        """Hold this and let the rest go."""
        if hold is not self._held:
            self._held = hold
            self._wake_lock.hold(hold, self._told)

    def close(self) -> None:
        """Let everything go."""
        self._wake_lock.close()

    def _told(self, hold: Hold, why: str) -> None:
        if why and hold is Hold.AWAKE and self._held is Hold.AWAKE and not self._said:
            self._said = True
            words = _(
                "This computer could go to sleep while the pack is on ({why}). Stay by it, or set a timer of your own as well."
            )
            self._complain(words.format(why=why))
