"""What is asked of a service on a message bus, whoever carries it there: the window's loop or a thread that waits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, Protocol

#: Told what a method returned and '', or nothing and why not.
Answer = Callable[[tuple[Any, ...], str], None]


class Call(NamedTuple):
    """One method of one object of one service."""

    service: str
    path: str
    interface: str
    method: str
    signature: str = ""
    values: tuple[Any, ...] = ()


class Carrier(Protocol):
    """Takes calls to a bus."""

    def call(self, call: Call, answer: Answer | None = None) -> None:
        """Call a method; `answer` comes later or at once."""
        ...

    def close(self) -> None:
        """Leave the bus; what was held on it is free."""
        ...
