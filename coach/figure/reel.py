"""Which moments of a movement are worth a picture, and in which order they are made. No NumPy, no Qt.

A movement is cut into steps, `STEPS` from key to key, and a breath into `BREATHS` levels. First come the keys, then every
eighth step, then what lies between: so there is motion at once, and it gets finer while one looks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from coach.figure.pose.model import Figure
from coach.figure.tempo import Moment, hold_of

#: Steps from one key to the next: what every grain divides.
STEPS: Final = 960
#: How many pictures there may be from key to key.
GRAINS: Final = (1, 2, 4, 8, 16, 24, 32, 40, 48, 64, 80)
#: Levels of a breath: each moves the chest by less than half a pixel of a large figure.
BREATHS: Final = 12
#: No two pictures of a movement need to be nearer in time.
FRAME_MS: Final = 50
#: A session gives this long to go from the start to the hold.
_WAY_MS: Final = 4_000
_FIRST_PASS: Final = 8
_MS: Final = 1000
_BREATHS_IN_ORDER: Final = (0, 11, 5, 8, 2, 10, 7, 4, 1, 9, 6, 3)


class Spot(NamedTuple):
    """A moment as a picture is kept by: steps on the way, level of the breath."""

    step: int
    breath: int = 0

    @property
    def u(self) -> float:
        """Return the place on the way."""
        return self.step / STEPS

    @property
    def share(self) -> float:
        """Return how full the chest is, 0 to 1."""
        return self.breath / (BREATHS - 1)


def spot_of(moment: Moment) -> Spot:
    """Return the spot nearest to a moment; what moves holds its breath."""
    breath = 0 if moment.moving else round(moment.breath * (BREATHS - 1))
    return Spot(round(moment.u * STEPS), breath)


class Span(NamedTuple):
    """The part of a movement that is wanted.

    From `low` to `high` (places on the way), `grain` pictures from key to key (one of `GRAINS`), and each level of the
    breath at every place in `rests`. `round_at` is where a cycle begins anew, None for another way.
    """

    low: float
    high: float
    grain: int = 1
    rests: tuple[float, ...] = ()
    round_at: float | None = None

    def near(self, spot: Spot) -> Spot:
        """Return the spot that is made in place of this one: on the grain, the cycle's end as its beginning."""
        coarse = STEPS // self.grain
        step = round(spot.step / coarse) * coarse
        if self.round_at is not None:
            step %= round(self.round_at * STEPS)
        at_rest = any(step == round(rest * STEPS) for rest in self.rests)
        return Spot(step, spot.breath if at_rest else 0)

    def coarser(self, grain: int) -> Span:
        """Return the same with no more than `grain` pictures from key to key."""
        return self._replace(grain=min(self.grain, grain))

    def spots(self) -> Iterator[Spot]:
        """Yield what is wanted in the order in which it is made."""
        seen: set[Spot] = set()
        for made in self._all():
            found = self.near(made)
            if found not in seen:
                seen.add(found)
                yield found

    def _all(self) -> Iterator[Spot]:
        low, high = round(self.low * STEPS), round(self.high * STEPS)
        yield from (Spot(step) for step in (low, high))
        yield from self._every(STEPS)
        if self.grain >= _FIRST_PASS:
            yield from self._every(STEPS // _FIRST_PASS)
        yield from self._breaths()
        yield from self._every(STEPS // self.grain)

    def _every(self, coarse: int) -> Iterator[Spot]:
        low, high = round(self.low * STEPS), round(self.high * STEPS)
        for step in range(-(-low // coarse) * coarse, high + 1, coarse):
            yield Spot(step)

    def _breaths(self) -> Iterator[Spot]:
        for level in _BREATHS_IN_ORDER:
            for rest in self.rests:
                yield Spot(round(rest * STEPS), level)


def grain_of(figure: Figure) -> int:
    """Return how many pictures a figure needs from key to key, for 20 a second in a session and in its loop.

    It is the same wherever the figure is shown, so that what was made for one place serves the others.
    """
    if figure.loop == "cycle":
        wanted = max(key.move_s for key in figure.keys) * _MS / FRAME_MS
    else:
        wanted = _WAY_MS / FRAME_MS / max(hold_of(figure), 1)
    return next((grain for grain in GRAINS if grain >= wanted), GRAINS[-1])


def nearest(wanted: Spot, there: Iterator[Spot], round_at: float | None = None) -> Spot | None:
    """Return the spot of `there` that shows best in place of `wanted`: nearest on the way, then in the breath."""
    whole = round(round_at * STEPS) if round_at else 0

    def far(spot: Spot) -> tuple[int, int]:
        apart = abs(spot.step - wanted.step)
        if whole:
            apart = min(apart % whole, whole - apart % whole)
        return apart, abs(spot.breath - wanted.breath)

    return min(there, key=far, default=None)
