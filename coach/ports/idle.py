"""Since when nobody has touched keyboard, mouse or pen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from coach.ports.probe import Finding


class Idle(Protocol):
    """One desk. No call waits for the desktop; a source that dies says so in `finding` and comes back."""

    def watch(self, pause_s: float, told: Callable[[], None]) -> None:
        """Tell each time nobody has touched anything for `pause_s` seconds, and each time somebody does again.

        Asked for again it takes the other pause. Between the two `idle_s` needs no telling.
        """
        ...

    def idle_s(self) -> float | None:
        """Return the seconds since the last touch: 0 while it is shorter than the pause that is watched, None where
        nothing can be told here (and the person is taken to be there).
        """
        ...

    def finding(self) -> Finding:
        """Say how it is seen, or in one sentence why it cannot be seen here and what follows from that."""
        ...

    def close(self) -> None:
        """Watch no more; `watch` may come again."""
        ...
