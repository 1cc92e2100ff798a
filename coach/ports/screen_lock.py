"""Being told that the person is back at a screen that was locked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol


class ScreenLock(Protocol):
    """Nothing is done when the screen is locked: sessions, voice and sounds go on. No call waits for the desktop."""

    def watch(self, unlocked: Callable[[], None]) -> None:
        """Tell each time the screen is unlocked, or a screen saver goes away, from now on."""
        ...

    def close(self) -> None:
        """Watch no more; `watch` may come again."""
        ...
