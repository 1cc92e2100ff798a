"""Which way one area goes: a straight line that no single bad week can tilt, with its interval.

The slope is the median of the slopes between all pairs of weeks (Theil 1950; Sen, Journal of the American Statistical Association
63, 1968), each week being the mean of its entries. The interval is Sen's, from the variance of Kendall's S with ties. One bad
week is often followed by another, which makes weeks tell less than they seem to; so the variance grows by the
share that neighbouring weeks have in common, measured around the line (Yue and Wang, Water Resources Management 18, 2004).

Ratings given during or right after a session are left out: they say what the session did, not how it usually is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise
from math import sqrt
from statistics import NormalDist, fmean, median
from typing import NamedTuple

from coach.analysis.series import Point, Series
from coach.content.vocabulary import When

LEAST_WEEKS = 10
CONFIDENCE = 0.95
_MOST_STRETCHES = 104
_DAYS = 7
_MOST_SHARED = 0.9


class Trend(NamedTuple):
    """Points per week with the 95 % interval: negative when it gets less tight. `weeks`: how many had an entry."""

    per_week: float
    low: float
    high: float
    weeks: int

    @property
    def clear(self) -> bool:
        """Whether the interval leaves out "no change"."""
        return self.low > 0 or self.high < 0


def usual(series: Series) -> tuple[Point, ...]:
    """Return the points that say how it usually is: not those given during or right after a session."""
    return tuple(point for point in series.points if point.entry.when not in {When.DURING, When.AFTER})


def trend(points: Sequence[Point]) -> Trend | None:
    """Return the trend of one area and side; None with entries in fewer than 10 weeks.

    Ten years are cut into at most 104 stretches of whole weeks, which changes the slope little and takes no time.
    """
    weeks = _stretches(points, 1)
    if len(weeks) < LEAST_WEEKS:
        return None
    span = (max(weeks) - min(weeks)) // _MOST_STRETCHES + 1
    stretches = sorted((_stretches(points, span) if span > 1 else weeks).items())
    if len(stretches) < LEAST_WEEKS:
        return None
    slopes = sorted((late - early) / ((x - w) * span) for (w, early), (x, late) in combinations(stretches, 2))
    slope = median(slopes)
    error = sqrt(_variance([value for _week, value in stretches]) * _less_to_tell(stretches, slope * span))
    return Trend(slope, *_interval(slopes, error), len(weeks))


def _stretches(points: Iterable[Point], weeks: int) -> dict[int, float]:
    """Return the mean of each stretch of so many weeks that has entries."""
    held: dict[int, list[int]] = {}
    for point in points:
        held.setdefault(int(point.x) // (_DAYS * weeks), []).append(point.entry.tightness)
    return {number: fmean(values) for number, values in held.items()}


def _interval(slopes: Sequence[float], error: float) -> tuple[float, float]:
    """Count so many slopes to either side of the middle (Sen 1968); ends between two slopes lie between them."""
    reach = NormalDist().inv_cdf(0.5 + CONFIDENCE / 2) * error
    middle = (len(slopes) - 1) / 2
    return _ranked(slopes, middle - reach / 2), _ranked(slopes, middle + reach / 2)


def _ranked(slopes: Sequence[float], rank: float) -> float:
    rank = min(max(rank, 0.0), len(slopes) - 1.0)
    below = int(rank)
    above = min(below + 1, len(slopes) - 1)
    return slopes[below] + (slopes[above] - slopes[below]) * (rank - below)


def _variance(values: Sequence[float]) -> float:
    """The variance of Kendall's S without a trend, equal values allowed for."""
    size = len(values)
    ties = sum(times * (times - 1) * (2 * times + 5) for times in Counter(values).values())
    return (size * (size - 1) * (2 * size + 5) - ties) / 18


def _less_to_tell(stretches: Sequence[tuple[int, float]], slope: float) -> float:
    """How many times the variance grows because neighbouring stretches are alike; 1 when they are not."""
    rest = [value - slope * number for number, value in stretches]
    mean = fmean(rest)
    total = sum((value - mean) ** 2 for value in rest)
    if total <= 0:
        return 1.0
    shared = sum((one - mean) * (other - mean) for one, other in pairwise(rest)) / total
    shared += (1 + 4 * shared) / len(rest)  # a short row looks less alike than it is (Marriott and Pope 1954)
    shared = min(max(shared, 0.0), _MOST_SHARED)
    return (1 + shared) / (1 - shared)
