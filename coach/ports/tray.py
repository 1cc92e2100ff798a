"""An icon in the desktop's tray, with a menu."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol


class Entry(NamedTuple):
    """A line of the menu; without a key it only says something."""

    words: str
    key: str = ""


class TrayState(NamedTuple):
    """What is there to be read: nothing about anybody's health, for others may look on."""

    tip: str
    entries: tuple[Entry, ...]


class Tray(Protocol):
    """One icon at most. It is asked for only while there is something to wait for."""

    def trouble(self) -> str:
        """Say why there can be no icon right now, '' when there can; a tray may come and go."""
        ...

    def show(self, state: TrayState, chosen: Callable[[str], None]) -> bool:
        """Show the icon and its menu; `chosen` is told the key of a line, "open" for the icon. False without a tray."""
        ...

    def hide(self) -> None:
        """Take the icon away."""
        ...
