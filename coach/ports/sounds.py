"""Short sounds, played at once."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol


class Earcon(StrEnum):
    """A sound that means something; the value is the name of its file in assets/sounds."""

    START = "start"
    SWITCH = "switch"
    REST = "rest"
    DONE = "done"
    TICK = "tick"
    ALARM = "alarm"


class Sounds(Protocol):
    """Plays earcons. Nothing here ever waits, and nothing may be sequenced by what is heard."""

    def open(self, told: Callable[[str], None]) -> None:
        """Get ready to play. `told` hears '' once it can (again), and a sentence when there is no sound (any more)."""
        ...

    def play(self, earcon: Earcon, level: int) -> None:
        """Begin a sound now, `level` 1 to 100; an earlier one may still sound."""
        ...

    def close(self) -> None:
        """Be silent and let the device go; `open` may come again."""
        ...
