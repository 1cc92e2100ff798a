"""What a chart is given: numbers, words and who says what a point means. No Qt, no pyqtgraph.

A position on the time axis is a local day as an ordinal (`date.toordinal`) plus the local time as a fraction of a day.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

Run = tuple[tuple[float, float], ...]


class Shape(StrEnum):
    """What a marker looks like, so that nobody needs its colour: one for each side."""

    LEFT = "left"
    RIGHT = "right"
    WHOLE = "whole"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Line:
    """One area and side on the tightness chart.

    `xs`, `ys` are the entries (0-10), by time; `hollow` says which of them are drawn hollow (another feeling
    than tightness). `runs` are the stretches of the mean, each a sequence of (x, y). `slot` 0-3 picks the colour.
    `say` gives the words of one entry by its number.
    """

    name: str
    shape: Shape
    slot: int
    xs: tuple[float, ...]
    ys: tuple[int, ...]
    hollow: tuple[bool, ...]
    runs: tuple[Run, ...]
    say: Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Dumbbell:
    """Before and after one session at one place. `column` counts sessions from the left, `words` says it all."""

    column: int
    slot: int
    shape: Shape
    before: int
    after: int
    words: str


@dataclass(frozen=True, slots=True)
class Legend:
    """One line of the key: a name with the marker of its slot."""

    name: str
    shape: Shape
    slot: int


@dataclass(frozen=True, slots=True)
class TightnessState:
    """The tightness chart. `first` and `last` are the ends of *Show all*, `start` and `end` what is seen first.

    `top` and `bottom` are the words at 10 and 0; `title` and `subtitle` head the chart and its pictures.
    """

    title: str
    subtitle: str
    top: str
    bottom: str
    lines: tuple[Line, ...]
    first: float
    last: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class BeforeAfterState:
    """The before/after chart. `days` are the local days (ordinals) of the columns, oldest first."""

    title: str
    subtitle: str
    top: str
    bottom: str
    legend: tuple[Legend, ...]
    days: tuple[int, ...]
    dumbbells: tuple[Dumbbell, ...]
