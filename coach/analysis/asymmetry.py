"""Left minus right: how much tighter one side of an area was than the other, on days when both were noted.

Of one local day the mean of the left entries minus the mean of the right ones: above 0 the left was tighter, below 0 the right.
A day with entries of one side only says nothing and is left out. The line is the mean of the differences of that day and the six
before it, where there are at least two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from coach.analysis.mean import DAYS, MeanPoint
from coach.analysis.series import Series
from coach.content.vocabulary import Area, Side

LEAST_DAYS = 2


class Difference(NamedTuple):
    """One local day (an ordinal): the means of both sides."""

    day: int
    left: float
    right: float

    @property
    def value(self) -> float:
        """Left minus right, -10 to 10."""
        return self.left - self.right

    @property
    def x(self) -> float:
        """Where it is drawn: noon of its day."""
        return self.day + 0.5


def differences(series: Iterable[Series]) -> dict[Area, tuple[Difference, ...]]:
    """Return the days with both sides of each area that has a left and a right series, oldest first."""
    sides: dict[Area, dict[Side, Series]] = {}
    for one in series:
        if one.key.side in {Side.LEFT, Side.RIGHT}:
            sides.setdefault(one.key.area, {})[one.key.side] = one
    return {area: _paired(held) for area, held in sides.items() if len(held) == 2}


def weekly_means(found: Iterable[Difference]) -> tuple[MeanPoint, ...]:
    """Return the mean of seven days for each day of `found` (oldest first) that has one; `entries` counts its days."""
    days = list(found)
    means, oldest = list[MeanPoint](), 0
    for number, one in enumerate(days):
        while days[oldest].day <= one.day - DAYS:
            oldest += 1
        week = [that.value for that in days[oldest : number + 1]]
        if len(week) >= LEAST_DAYS:
            means.append(MeanPoint(one.day, sum(week) / len(week), len(week)))
    return tuple(means)


def _paired(held: Mapping[Side, Series]) -> tuple[Difference, ...]:
    left, right = (_by_day(held[side]) for side in (Side.LEFT, Side.RIGHT))
    return tuple(Difference(day, left[day], right[day]) for day in sorted(left.keys() & right.keys()))


def _by_day(series: Series) -> dict[int, float]:
    sums: dict[int, tuple[int, int]] = {}
    for point in series.points:
        total, count = sums.get(int(point.x), (0, 0))
        sums[int(point.x)] = (total + point.entry.tightness, count + 1)
    return {day: total / count for day, (total, count) in sums.items()}
