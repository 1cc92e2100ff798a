"""What a chart is given: numbers, words and who says what a point means. No Qt, no pyqtgraph.

A position on the time axis is a local day as an ordinal (`date.toordinal`) plus the local time as a fraction of a day.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

Run = tuple[tuple[float, float], ...]
Band = tuple[tuple[float, float, float], ...]


class Shape(StrEnum):
    """What a marker looks like, so that nobody needs its colour: one for each side."""

    LEFT = "left"
    RIGHT = "right"
    WHOLE = "whole"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a chart over time: an area and side, or an area.

    `xs`, `ys` are its points, by time; `hollow` says which of them are drawn hollow (another feeling than
    tightness). `runs` are the stretches of the mean, each a sequence of (x, y), `band` those of the channel around
    it, each a sequence of (x, low, high). `slot` 0-3 picks the colour. `say` gives the words of a point by its number.
    """

    name: str
    shape: Shape
    slot: int
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    hollow: tuple[bool, ...]
    runs: tuple[Run, ...]
    say: Callable[[int], str]
    band: tuple[Band, ...] = ()


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened from `first` to `last` on the time axis; `name` labels it, `words` say all of it.

    `lasting` ones are a stretch of days, the others a line at the day.
    """

    first: float
    last: float
    name: str
    words: str
    lasting: bool


@dataclass(frozen=True, slots=True)
class Turn:
    """Where what was done changed: every other stretch between two turns is shaded; `words` say what changed."""

    x: float
    words: str


@dataclass(frozen=True, slots=True)
class Scale:
    """What stands beside a chart: both ends, the labelled values, and one that gets a stronger line."""

    low: float
    high: float
    labels: tuple[tuple[float, str], ...]
    strong: float | None = None


#: Tightness is always drawn from 0 to 10.
TIGHTNESS_SCALE = Scale(0, 10, tuple((value, str(value)) for value in range(0, 11, 2)))


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
class OverTimeState:
    """A chart over time. `first` and `last` are the ends of *Show all*, `start` and `end` what is seen first.

    `top` and `bottom` are the words at both ends of the scale; `title` and `subtitle` head the chart and its pictures.
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
    scale: Scale = TIGHTNESS_SCALE
    happenings: tuple[Happening, ...] = ()
    turns: tuple[Turn, ...] = ()


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
