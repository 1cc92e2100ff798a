"""Being told that the machine goes to sleep, and that it is awake again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from coach.ports.probe import Finding


class Suspend(Protocol):
    """No call waits for the desktop. How long it slept is told by the clocks (`coach.clock.Moment`), never by this."""

    def watch(self, told: Callable[[bool], None]) -> None:
        """Tell True just before the machine sleeps, where that is known, and False once it is awake again."""
        ...

    def finding(self) -> Finding:
        """Say how it is seen."""
        ...

    def close(self) -> None:
        """Watch no more; `watch` may come again."""
        ...
