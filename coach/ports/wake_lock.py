"""Asking the machine to stay awake."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import Protocol


class Hold(IntEnum):
    """SCREEN: it does not go dark. AWAKE: neither that, nor does the machine go to sleep by itself."""

    NOTHING = 0
    SCREEN = 1
    AWAKE = 2


#: Told for what was asked (SCREEN, AWAKE) and why it cannot be had, '' when it is had.
Told = Callable[[Hold, str], None]


class WakeLock(Protocol):
    """Held by this process, gone with it. No call waits for the desktop."""

    def hold(self, hold: Hold, told: Told) -> None:
        """Hold this and let the rest go; asked for again it does nothing. `told` may come at once or later."""
        ...

    def close(self) -> None:
        """Let everything go; nothing is told any more."""
        ...
