"""What the chart of the body is given: numbers, words, and who says what a place means. No Qt, no pyqtgraph."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from coach.content.vocabulary import Area, Side

Place = tuple[Area, Side | None]


@dataclass(frozen=True, slots=True)
class WhereBox:
    """One place: its mean 0 to 10, `text` for inside; `weak` when it rests on too little to stand by itself (dashed)."""

    place: Place
    value: float
    text: str
    weak: bool


@dataclass(frozen=True, slots=True)
class WhereState:
    """The body with its places. `say` gives the words of a place, `heads` those over the two bodies, `sides` left and right.

    `ends` are the words at 0 and 10; `key_weak` and `key_none` name dashed and empty places, '' when there are none.
    """

    title: str
    subtitle: str
    boxes: tuple[WhereBox, ...]
    say: Callable[[Place], str]
    heads: tuple[str, str]
    sides: tuple[str, str]
    ends: tuple[str, str]
    key_weak: str
    key_none: str
