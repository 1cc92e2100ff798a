"""When a break begins by itself, and when it waits: it never counts as done what somebody typed through. No Qt."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from coach.session.state import Phase

#: Hands that rest for so long have stopped.
RESTS_S: Final = 3.0
#: A touch is this fresh, at most.
_BUSY_S: Final = 2.0
#: Looks before it begins by itself, so that it is seen what comes; and before it waits: who has just said yes still moves the mouse.
_SEEN_LOOKS: Final = 6
_GRACE_LOOKS: Final = 12


class Wish(StrEnum):
    """What is to happen now."""

    NOTHING = "nothing"
    BEGIN = "begin"
    WAIT = "wait"
    GO_ON = "go-on"


class Hands:
    """Follows one break after another; shown every half second how long nothing was touched."""

    def __init__(self) -> None:
        self._looks = 0
        self._waits = False

    def open(self) -> None:
        """Another break is opened."""
        self._looks, self._waits = 0, False

    def look(self, idle_s: float | None, phase: Phase, *, here: bool) -> Wish:
        """Return what follows. `here`: the window of the break has the keyboard, so that touching is part of it.

        None: nobody knows about the hands, and nothing happens by itself.
        """
        self._looks += 1
        if phase is not Phase.PAUSED:
            self._waits = False
        if idle_s is None:
            return Wish.NOTHING
        if phase is Phase.READY:
            return Wish.BEGIN if idle_s >= RESTS_S and self._looks >= _SEEN_LOOKS else Wish.NOTHING
        if phase is Phase.PAUSED:
            return Wish.GO_ON if self._waits and idle_s >= RESTS_S else Wish.NOTHING
        if phase is Phase.RUNNING and not here and idle_s < _BUSY_S and self._looks >= _GRACE_LOOKS:
            self._waits = True
            return Wish.WAIT
        return Wish.NOTHING
