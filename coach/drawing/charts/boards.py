"""What the charts of boxes are given: numbers, words, and who says what a box means. No Qt, no pyqtgraph."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum


class Sign(StrEnum):
    """The shape of something that happened on a day, so that nobody needs a colour."""

    FLARE = "flare"
    REST = "rest"
    ILLNESS = "illness"
    TRAVEL = "travel"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class HourBox:
    """One box of the week: its column (hours) and row (weekday), its mean 0 to 10, `text` for inside.

    `weak` when it rests on too little to stand by itself: it is painted smaller.
    """

    column: int
    row: int
    value: float
    text: str
    weak: bool


@dataclass(frozen=True, slots=True)
class WeekHoursState:
    """Weekday by hour. `rows` and `columns` are the words at the edges, `say` the words of a box by column and row,
    `ends` the words at 0 and 10. `key_weak` and `key_none` name the small and the empty boxes, '' when there are none.
    """

    title: str
    subtitle: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    boxes: tuple[HourBox, ...]
    say: Callable[[int, int], str]
    ends: tuple[str, str]
    key_weak: str
    key_none: str


@dataclass(frozen=True, slots=True)
class DayBox:
    """One day. `value` is its worst, 0 to 10 (None: nothing noted), `session` whether one was done."""

    value: int | None
    session: bool = False
    sign: Sign | None = None


@dataclass(frozen=True, slots=True)
class YearPage:
    """Some weeks of days, one after the other. `days` begins with the first day of the first column (week) and runs on
    to the last day there is; `months` labels columns. `say` gives the words of a day by its number in `days`.
    """

    subtitle: str
    weeks: int
    days: tuple[DayBox, ...]
    months: tuple[tuple[int, str], ...]
    say: Callable[[int], str]


@dataclass(frozen=True, slots=True)
class YearState:
    """A year of days. `page` makes the weeks so many pages back (0: up to today) of `pages` there are.

    `rows` are the words of the seven rows. The `key_…` words name the samples, `signs` those that occur.
    """

    title: str
    pages: int
    page: Callable[[int], YearPage]
    rows: tuple[str, ...]
    ends: tuple[str, str]
    key_none: str
    key_session: str
    signs: dict[Sign, str] = field(default_factory=dict)
