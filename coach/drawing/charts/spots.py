"""The points of a chart that can be looked at: the nearest to the mouse, and the next one for the keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

Say = Callable[[int], str]


class Spots:
    """Points in the order the keys walk them: from left to right, those at one place from low to high.

    `xs` and `ys` are the same length; `say` gives the words of a point by its number as handed in. Of `together`
    neighbours handed in (the two ends of a dumbbell) the keys visit one.
    """

    def __init__(self, xs: Sequence[float], ys: Sequence[float], say: Say, *, together: int = 1) -> None:
        given_x, given_y = np.asarray(xs, dtype=float), np.asarray(ys, dtype=float)
        self._order = np.lexsort((given_y, given_x))
        self._xs, self._ys = given_x[self._order], given_y[self._order]
        self._say = say
        self._owner = self._order // together

    def __len__(self) -> int:
        return len(self._xs)

    def at(self, spot: int) -> tuple[float, float]:
        """Return where a point is."""
        return float(self._xs[spot]), float(self._ys[spot])

    def words(self, spot: int) -> str:
        """Return what a point means."""
        return self._say(int(self._order[spot]))

    def nearest(self, x: float, y: float, pixel: tuple[float, float], reach_px: float) -> int | None:
        """Return the point nearest on the screen, None beyond `reach_px`; `pixel` is the size of one in the data."""
        if not len(self._xs):
            return None
        away = ((self._xs - x) / pixel[0]) ** 2 + ((self._ys - y) / pixel[1]) ** 2
        spot = int(np.argmin(away))
        return spot if away[spot] <= reach_px**2 else None

    def beside(self, spot: int | None, step: int, end: float) -> int | None:
        """Return the next point (`step` 1) or the one before (-1); with none yet, the last one before `end`."""
        if not len(self._xs):
            return None
        last = len(self._xs) - 1
        if spot is None:
            return min(max(int(np.searchsorted(self._xs, end, side="right")) - 1, 0), last)
        found = spot
        while 0 <= found + step <= last:
            found += step
            if self._owner[found] != self._owner[spot]:
                return found
        return spot

    def count_within(self, start: float, end: float) -> int:
        """Return how many points are in view."""
        first, last = np.searchsorted(self._xs, (start, end))
        return int(last - first)
