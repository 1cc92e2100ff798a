"""When it is tight: the mean by weekday and three hours of the day, as the person's own clock showed them.

A cell's mean is the mean of its days: a day with many entries counts no more than another. A cell whose entries come
from few days is weak: it says more about those days than about the hour.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import fsum
from typing import NamedTuple

from coach.analysis.series import Point

DAYS_PER_WEEK = 7
BLOCK_HOURS = 3
BLOCKS = 24 // BLOCK_HOURS
#: From so many different days on a cell stands by itself.
ENOUGH_DAYS = 3


class Cell(NamedTuple):
    """One weekday (0 Monday … 6 Sunday) and block of three hours (0 is midnight to three).

    `mean` is the mean of the days' means, 0 to 10; `entries` come from `days` different days.
    """

    weekday: int
    block: int
    mean: float
    entries: int
    days: int

    @property
    def weak(self) -> bool:
        """Whether it rests on too few days to stand by itself."""
        return self.days < ENOUGH_DAYS


def week_hours(points: Iterable[Point], first_day: int, last_day: int) -> tuple[Cell, ...]:
    """Return the cells that have entries on these local days (ordinals, both included), by weekday, then by hour.

    Rehearsals are left out. The order handed in does not matter. One pass, written for a hundred thousand points.
    """
    totals: dict[tuple[int, int], list[int]] = {}
    for x, entry in points:
        day = int(x)
        if not first_day <= day <= last_day or entry.rehearsal:
            continue
        place = (day, int((x - day) * BLOCKS))
        if held := totals.get(place):
            held[0] += entry.tightness
            held[1] += 1
        else:
            totals[place] = [entry.tightness, 1]
    return _cells(totals)


def weekdays_from(first_weekday: int) -> tuple[int, ...]:
    """Return the weekdays in the order of a week that begins with this one."""
    return tuple((first_weekday + number) % DAYS_PER_WEEK for number in range(DAYS_PER_WEEK))


def ends(cells: Iterable[Cell]) -> tuple[Cell, Cell] | None:
    """Return the cells with the lowest and the highest mean of those that are not weak, None with fewer than two."""
    firm = sorted((cell for cell in cells if not cell.weak), key=lambda cell: (cell.mean, cell.weekday, cell.block))
    return (firm[0], firm[-1]) if len(firm) > 1 else None


def _cells(totals: dict[tuple[int, int], list[int]]) -> tuple[Cell, ...]:
    """Fold the days of each cell; `math.fsum` makes the order of the days not matter."""
    days: dict[tuple[int, int], list[list[int]]] = {}
    for (day, block), held in totals.items():
        # ordinal 1, 1 January of year 1, was a Monday
        days.setdefault(((day - 1) % DAYS_PER_WEEK, block), []).append(held)
    return tuple(
        Cell(
            weekday,
            block,
            fsum(total / count for total, count in held) / len(held),
            sum(count for _total, count in held),
            len(held),
        )
        for (weekday, block), held in sorted(days.items())
    )
