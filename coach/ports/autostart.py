"""Starting when the person logs in: only ever because they asked for it."""

from __future__ import annotations

from typing import Protocol


class Autostart(Protocol):
    """One entry among the things this system starts at login, and nothing else."""

    def trouble(self) -> str:
        """Say in one sentence why it cannot be had here, '' where it can."""
        ...

    def place(self) -> str:
        """Return where the entry is written: a file, or a key of the registry."""
        ...

    def entry(self) -> str:
        """Return what is written there, word for word."""
        ...

    def is_on(self) -> bool:
        """Return whether Limber starts at login now; somebody may have changed it outside."""
        ...

    def turn(self, *, on: bool) -> str:
        """Write the entry, or take it away; returns why that could not be done, '' when it is done."""
        ...
