"""Where it is tight: the mean of each place on the body over some days.

A place's mean is the mean of its days: a day with many entries counts no more than another. What was noted for both
sides counts for each of them. A place whose entries come from few days is weak.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import fsum
from typing import NamedTuple

from coach.analysis.series import Key, Point, Series, within
from coach.content.vocabulary import SIDED_AREAS, Area, Side

#: From so many different days on a place stands by itself.
ENOUGH_DAYS = 3


class Spot(NamedTuple):
    """One place on the body; `mean` is the mean of the days' means, 0 to 10; `entries` come from `days` different days."""

    key: Key
    mean: float
    entries: int
    days: int

    @property
    def weak(self) -> bool:
        """Whether it rests on too few days to stand by itself."""
        return self.days < ENOUGH_DAYS


def where(series: Iterable[Series], first_day: int, last_day: int) -> tuple[Spot, ...]:
    """Return the places that have entries on these local days (ordinals, both included), from the low back down.

    Left before right, the low back as a whole before its sides. A series holds no rehearsals.
    """
    days: dict[Key, dict[int, list[int]]] = {}
    for one in series:
        own = _days(within(one.points, first_day, last_day))
        for key in _sides(one.key):
            held = days.setdefault(key, {}) if own else {}
            for day, (total, count) in own.items():
                sums = held.setdefault(day, [0, 0])
                sums[0] += total
                sums[1] += count
    return tuple(_spot(key, held) for key, held in sorted(days.items(), key=lambda found: _place(found[0])))


def ends(spots: Iterable[Spot]) -> tuple[Spot, Spot] | None:
    """Return the places with the lowest and the highest mean of those that are not weak, None with fewer than two."""
    firm = sorted((spot for spot in spots if not spot.weak), key=lambda spot: (spot.mean, _place(spot.key)))
    return (firm[0], firm[-1]) if len(firm) > 1 else None


def _days(points: Sequence[Point]) -> dict[int, list[int]]:
    """Return the sum and the number of entries of each day; written for a hundred thousand points."""
    found: dict[int, list[int]] = {}
    for x, entry in points:
        if held := found.get(day := int(x)):
            held[0] += entry.tightness
            held[1] += 1
        else:
            found[day] = [entry.tightness, 1]
    return found


def _spot(key: Key, days: dict[int, list[int]]) -> Spot:
    """Fold the days of a place; `math.fsum` makes their order not matter."""
    mean = fsum(total / count for total, count in days.values()) / len(days)
    return Spot(key, mean, sum(count for _total, count in days.values()), len(days))


def _sides(key: Key) -> tuple[Key, ...]:
    """Return the places an entry counts for: both sides, or no side where there are two, is each of them."""
    if key.side is Side.BOTH or (key.side is None and key.area in SIDED_AREAS):
        return Key(key.area, Side.LEFT), Key(key.area, Side.RIGHT)
    return (key,)


def _place(key: Key) -> tuple[int, int]:
    return list(Area).index(key.area), [None, Side.LEFT, Side.RIGHT].index(key.side)
