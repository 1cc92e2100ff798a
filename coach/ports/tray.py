"""An icon in the desktop's tray, with a menu."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol


class Entry(NamedTuple):
    """A line of the menu; with neither key nor `sub` it only says something. Without words it is a line between others.

    `sub`: the lines of a menu of its own. `checked`: whether it holds now; None: it is nothing that holds or not.
    """

    words: str
    key: str = ""
    sub: tuple[Entry, ...] = ()
    checked: bool | None = None


#: A line between others.
BETWEEN = Entry("")


class TrayState(NamedTuple):
    """What is there to be read: nothing about anybody's health, for others may look on."""

    tip: str
    entries: tuple[Entry, ...]


class Tray(Protocol):
    """One icon at most. It is asked for only while the program lives there."""

    def trouble(self) -> str:
        """Say why there can be no icon right now, '' when there can; a tray may come and go."""
        ...

    def show(self, state: TrayState, chosen: Callable[[str], None]) -> bool:
        """Show the icon and its menu; `chosen` is told the key of a line, "open" for the icon. False without a tray.

        While it is shown it is not looked at again whether there is a tray: `trouble` tells, and `hide` lets go.
        """
        ...

    def hide(self) -> None:
        """Take the icon away."""
        ...
