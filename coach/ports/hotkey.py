"""A key that works everywhere on the desktop, whatever window has the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol


class Hotkey(Protocol):
    """One key at most. Nothing is asked of the desktop before `take`."""

    def trouble(self) -> str:
        """Say why no key can be had on this desktop, '' where one can."""
        ...

    def take(self, keys: str, pressed: Callable[[], None]) -> str:
        """Let go of the key so far and take another, as in "Ctrl+Alt+L"; return '' or why it cannot be had.

        `pressed` is called in the thread of the windows.
        """
        ...

    def release(self) -> None:
        """Let the key go."""
        ...
