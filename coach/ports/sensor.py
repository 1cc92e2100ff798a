"""Something about the desk that is so or not so: locked, a microphone in use, do not disturb, …"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from coach.ports.probe import Finding


class Sense(NamedTuple):
    """What is seen now. `on` None: nothing can be told here, and nobody may guess. `who` is the name a program gives
    itself ("Firefox"), '' where none is told: words of strangers, for plain text only.
    """

    on: bool | None
    who: str = ""


#: Nothing can be told.
UNKNOWN = Sense(None)


class Sensor(Protocol):
    """One thing about the desk. It is told when it changes, comes back after its source has died, and never waits."""

    def watch(self, told: Callable[[Sense], None]) -> None:
        """Tell what is seen, first soon (perhaps from within this call) and then each time it changes."""
        ...

    def sense(self) -> Sense:
        """Return what is seen now; `UNKNOWN` while nothing watches."""
        ...

    def finding(self) -> Finding:
        """Say how it is seen, or in one sentence why it cannot be seen here and what follows from that."""
        ...

    def close(self) -> None:
        """Watch no more; `watch` may come again."""
        ...
