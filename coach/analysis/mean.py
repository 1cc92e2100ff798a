"""The mean of the last seven local days, defined once for the chart, the table and the sentence.

On a local day with an entry: the sum of all entries of that day and the six days before it, divided by their
number, if there are at least two. Nothing is drawn on other days. Two such days are joined when they lie at most
seven days apart, else the line is broken: there is nothing to say about the time between.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from coach.analysis.series import Point

DAYS = 7
LEAST_ENTRIES = 2
LONGEST_JOIN_DAYS = 7


class MeanPoint(NamedTuple):
    """The mean on one local day (an ordinal) and how many entries it rests on."""

    day: int
    value: float
    entries: int

    @property
    def x(self) -> float:
        """Where it is drawn: noon of its day."""
        return self.day + 0.5


def seven_day_means(points: Sequence[Point]) -> tuple[MeanPoint, ...]:
    """Return the mean of every local day that has one, oldest first."""
    sums = _sums(points)
    days = sorted(sums)
    means: list[MeanPoint] = []
    oldest = total = count = 0
    for day in days:
        total += sums[day][0]
        count += sums[day][1]
        while days[oldest] <= day - DAYS:
            total -= sums[days[oldest]][0]
            count -= sums[days[oldest]][1]
            oldest += 1
        if count >= LEAST_ENTRIES:
            means.append(MeanPoint(day, total / count, count))
    return tuple(means)


def mean_runs(means: Iterable[MeanPoint]) -> tuple[tuple[MeanPoint, ...], ...]:
    """Return the means cut where more than seven days lie between two of them."""
    runs: list[list[MeanPoint]] = []
    for mean in means:
        if runs and mean.day - runs[-1][-1].day <= LONGEST_JOIN_DAYS:
            runs[-1].append(mean)
        else:
            runs.append([mean])
    return tuple(tuple(run) for run in runs)


def mean_on(points: Iterable[Point], day: int) -> tuple[float | None, int]:
    """Return the mean of the seven local days ending with `day` and how many entries they hold.

    The mean is None when there are fewer than two entries. Unlike the line it is also asked on a day without one.
    """
    values = [point.entry.tightness for point in points if day - DAYS < int(point.x) <= day]
    if len(values) < LEAST_ENTRIES:
        return None, len(values)
    return sum(values) / len(values), len(values)


def _sums(points: Iterable[Point]) -> dict[int, tuple[int, int]]:
    sums: dict[int, tuple[int, int]] = {}
    for point in points:
        day = int(point.x)
        total, count = sums.get(day, (0, 0))
        sums[day] = (total + point.entry.tightness, count + 1)
    return sums
