"""The middle of a few numbers and how sure it is: a median with its bootstrap interval.

The interval is the percentile bootstrap of the median (Efron, The Annals of Statistics 7, 1979), worked out instead of
drawn: the chance that the median of a new sample of the same size lies at or below the k-th value is a binomial one, so there
is no number of repeats to choose, no seed and no error of drawing (B is infinite).

People answer in whole numbers, so many values are equal and the plain interval would often have no width at all. Each value
therefore stands for the half point on either side of it, and equal values are spread evenly there, as in a grouped median.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import exp, lgamma, log
from statistics import median
from typing import NamedTuple

CONFIDENCE = 0.95
#: How much a whole number may stand for: half a point on either side.
GRAIN = 1.0


#: Of five values all lie on one side of the median in 6 of 100 samples, of six in 3: below six no interval is wide enough.
LEAST = 6


class Middle(NamedTuple):
    """`n` values, their median, and the interval that holds the median in 95 of 100 samples like this one."""

    n: int
    median: float
    low: float
    high: float

    @property
    def sure(self) -> bool:
        """Whether the interval can be told: with fewer values none is wide enough."""
        return self.n >= LEAST


def middle(values: Sequence[float]) -> Middle:
    """Return the median of at least one value with its interval; the interval always holds the median."""
    if not values:
        raise ValueError("the middle of nothing")
    size = len(values)
    found = float(median(values))
    spread = _spread(values)
    outside = (1 - CONFIDENCE) / 2
    low = spread[_quantile(size, (size + 1) // 2, outside) - 1]
    high = spread[_quantile(size, size // 2 + 1, 1 - outside) - 1]
    return Middle(size, found, min(low, found), max(high, found))


def _spread(values: Sequence[float]) -> list[float]:
    """Spread equal values evenly over half a point to either side; sorted."""
    counts = Counter(values)
    return sorted(
        value + GRAIN * ((number + 0.5) / times - 0.5) for value, times in counts.items() for number in range(times)
    )


def _quantile(size: int, rank: int, share: float) -> int:
    """Return the smallest k for which the `rank`-th value of a new sample is at most the k-th of this one often enough."""
    low, high = 1, size
    while low < high:
        half = (low + high) // 2
        if _at_least(size, half / size, rank) >= share:
            high = half
        else:
            low = half + 1
    return low


def _at_least(size: int, chance: float, hits: int) -> float:
    """The chance of at least `hits` hits in `size` tries."""
    if chance >= 1:
        return 1.0
    return sum(exp(_log_chance(size, chance, k)) for k in range(hits, size + 1))


def _log_chance(size: int, chance: float, hits: int) -> float:
    ways = lgamma(size + 1) - lgamma(hits + 1) - lgamma(size - hits + 1)
    return ways + hits * log(chance) + (size - hits) * log(1 - chance)
