"""A speech engine: it says one sentence at a time and tells how that goes."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple, Protocol


class Manner(NamedTuple):
    """How it is said. `language` as in "en" or "en-GB"; `rate` -100 to 100, 0 is the engine's own pace of plain speech;
    `volume` 1 to 100; `name` of a voice the engine knows, '' for its usual one.
    """

    language: str = "en"
    rate: int = 0
    volume: int = 100
    name: str = ""


class News(StrEnum):
    """What an engine tells.

    READY: it can speak. BEGUN and ENDED: the sentence with that number is heard from now on, or no longer (it is
    over, or was stopped). FAILED: the engine cannot speak and will not again.
    """

    READY = "ready"
    BEGUN = "begun"
    ENDED = "ended"
    FAILED = "failed"


#: Told the news, the number of the sentence (0 where it is about none) and, with FAILED, why, in a sentence.
Hear = Callable[[News, int, str], None]


class Voice(Protocol):
    """One engine. No call waits for it; after `close` it tells nothing more."""

    @property
    def name(self) -> str:
        """What the engine is called."""
        ...

    def open(self, hear: Hear) -> None:
        """Get ready; READY or FAILED comes later, never from within this call."""
        ...

    def say(self, number: int, text: str, manner: Manner) -> None:
        """Say a sentence now, in place of the one that is being said; only once READY was told."""
        ...

    def stop(self) -> None:
        """Fall silent now."""
        ...

    def close(self) -> None:
        """Let the engine go, by force where it hangs."""
        ...


def one_line(text: str) -> str:
    """Return the text as one line of what can be said: a line break or a control character means something to engines."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
