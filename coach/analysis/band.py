"""The channel of the week's highs and lows: the lowest and the highest entry of the last seven local days.

It stands on the same days as the mean of the last seven days (`mean.py`), so that the line always runs inside it: on a local
day with an entry, when that day and the six before it hold at least two entries.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from coach.analysis.mean import DAYS, LEAST_ENTRIES
from coach.analysis.series import Point


class Channel(NamedTuple):
    """The lowest and the highest entry of the seven local days that end with `day` (an ordinal)."""

    day: int
    low: int
    high: int

    @property
    def x(self) -> float:
        """Where it is drawn: noon of its day."""
        return self.day + 0.5


def seven_day_channel(points: Iterable[Point]) -> tuple[Channel, ...]:
    """Return the channel of every local day that has one, oldest first; `points` are in the order of their days."""
    ends: dict[int, tuple[int, int, int]] = {}
    for point in points:
        value = point.entry.tightness
        low, high, count = ends.get(int(point.x), (value, value, 0))
        ends[int(point.x)] = (min(low, value), max(high, value), count + 1)
    days = sorted(ends)
    lows = _sliding(days, [ends[day][0] for day in days], lambda new, old: new <= old)
    highs = _sliding(days, [ends[day][1] for day in days], lambda new, old: new >= old)
    found, oldest, count = list[Channel](), 0, 0
    for day, low, high in zip(days, lows, highs, strict=True):
        count += ends[day][2]
        while days[oldest] <= day - DAYS:
            count -= ends[days[oldest]][2]
            oldest += 1
        if count >= LEAST_ENTRIES:
            found.append(Channel(day, low, high))
    return tuple(found)


def _sliding(days: Sequence[int], values: Sequence[int], outdoes: Callable[[int, int], bool]) -> list[int]:
    """Return for each day the value of the last seven days that outdoes all others there."""
    found, held, first = list[int](), list[int](), 0
    for number, value in enumerate(values):
        while len(held) > first and outdoes(value, values[held[-1]]):
            held.pop()
        held.append(number)
        while days[held[first]] <= days[number] - DAYS:
            first += 1
        found.append(values[held[first]])
    return found
