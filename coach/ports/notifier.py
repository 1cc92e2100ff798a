"""A message of the desktop, with buttons where the desktop has them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol


class Notice(NamedTuple):
    """What is said: never a word about anybody's health. `actions` are keys with their words.

    `urgent`: it stays until it is answered, and may be heard. `silent`: nothing is to be heard.
    """

    title: str
    text: str
    actions: tuple[tuple[str, str], ...] = ()
    urgent: bool = False
    silent: bool = False


class Notifier(Protocol):
    """One message at a time; a new one takes the place of the one before. No call waits for the desktop."""

    def open(self, chosen: Callable[[str], None], trouble: Callable[[str], None]) -> None:
        """Get ready. `chosen` is told the key of a button, "open" for the message itself; `trouble`, once, why no
        message can be shown.
        """
        ...

    def show(self, notice: Notice) -> None:
        """Show a message."""
        ...

    def withdraw(self) -> None:
        """Take the message back: it was answered in the window."""
        ...

    def close(self) -> None:
        """Let go; nothing is told any more."""
        ...
