"""When a figure is where on its way: the gentle loop it goes through by itself, and breathing where it rests.

A place on the way is a number `u`: 0 is the first key, 1 the second, 1.5 half-way to the third. No NumPy here.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple

from coach.figure.pose.model import Figure, Key

#: A calm breath at rest: six a minute, longer out than in.
IN_MS: Final = 4_000
OUT_MS: Final = 6_000
_MS: Final = 1000
#: A rest shorter than this is too short for a breath that looks like one.
_SHORTEST_BREATH_MS: Final = 3_000


class Moment(NamedTuple):
    """Where the figure is: `u` on its way, `breath` 0 (out) to 1 (in); `moving` says that `u` changes."""

    u: float
    breath: float = 0.0
    moving: bool = False


class Leg(NamedTuple):
    """A piece of the way: from one `u` to another in so many milliseconds; a rest where both are the same.

    `soft`: it sets out and arrives softly. Only a cycle has to be told: any other way does so at every key by itself.
    """

    start: float
    end: float
    length_ms: float
    soft: bool = False


def hold_of(figure: Figure) -> int:
    """Return the number of the key that is held: the first whose stage is hold, else the last."""
    return next((number for number, key in enumerate(figure.keys) if key.stage == "hold"), len(figure.keys) - 1)


def shown_of(figure: Figure) -> int:
    """Return the number of the key that a single picture shows: the first that says so, else the one that is held."""
    return next((number for number, key in enumerate(figure.keys) if key.shown), hold_of(figure))


def length_of(figure: Figure) -> float:
    """Return how far `u` runs; a cycle comes back to its first key there."""
    keys = len(figure.keys)
    return float(keys if figure.loop == "cycle" and keys > 1 else keys - 1)


def breath_at(elapsed_ms: float, in_ms: float = IN_MS, out_ms: float = OUT_MS) -> float:
    """Return how full the chest is, 0 to 1, so long after the beginning of a breath in; swelling and sinking softly."""
    into = elapsed_ms % (in_ms + out_ms)
    share = into / in_ms if into < in_ms else 1 - (into - in_ms) / out_ms
    return 0.5 - 0.5 * math.cos(math.pi * share)


def softly(share: float) -> float:
    """Return a share of time (0 to 1) as a share of a way that begins and ends without a jolt."""
    return share * share * (3 - 2 * share)


def _undone(way: float) -> float:
    """Return the share of time after which `softly` has gone that share of the way."""
    return 0.5 - math.sin(math.asin(1 - 2 * way) / 3)


def way(figure: Figure, first: int, last: int, share: float) -> float:
    """Return where the figure is after that share (0 to 1) of the time it takes from one key to a later or earlier one.

    Each piece gets the share of the time that its `move_s` has.
    """
    step = 1 if last >= first else -1
    stops = range(first, last + step, step)
    spans = [max(_move_s(figure, *sorted(pair)), 0.01) for pair in pairwise(stops)]
    left = min(max(share, 0.0), 1.0) * sum(spans)
    for stop, span in zip(stops, spans, strict=False):
        if left <= span:
            return stop + step * left / span
        left -= span
    return float(last)


def _move_s(figure: Figure, _before: int, after: int) -> float:
    """Return the seconds from one key to the next; the way from a cycle's last key to its first is that of the first."""
    return figure.keys[after % len(figure.keys)].move_s


class Loop:
    """The figure going its way again and again."""

    def __init__(self, figure: Figure) -> None:
        self._figure = figure
        self.legs = tuple(leg for leg in _legs(figure) if leg.length_ms > 0)

    @property
    def still(self) -> bool:
        """Say whether nothing ever moves but the breath."""
        return self._figure.loop == "still" or len(self._figure.keys) == 1

    @property
    def rests(self) -> tuple[float, ...]:
        """Return the places where it rests long enough to breathe."""
        if self.still:
            return (float(hold_of(self._figure)),)
        breathing = (leg.start for leg in self.legs if leg.start == leg.end and leg.length_ms >= _SHORTEST_BREATH_MS)
        return tuple(sorted(set(breathing)))

    @cached_property
    def period_ms(self) -> float:
        """How long one time takes."""
        return sum(leg.length_ms for leg in self.legs) or float(IN_MS + OUT_MS)

    def at(self, elapsed_ms: float) -> Moment:
        """Return where the figure is so long after it has begun."""
        if self.still:
            return Moment(float(hold_of(self._figure)), breath_at(elapsed_ms))
        into = elapsed_ms % self.period_ms
        for leg in self.legs:
            if into < leg.length_ms:
                return _on(leg, into)
            into -= leg.length_ms
        return Moment(self.legs[0].start)

    def begin_of(self, u: float) -> float:
        """Return the milliseconds after which the loop first rests at a place on the way, or passes it."""
        gone = 0.0
        for leg in self.legs:
            if leg.start == u:
                return gone
            if leg.start < u < leg.end:
                share = (u - leg.start) / (leg.end - leg.start)
                return gone + leg.length_ms * (_undone(share) if leg.soft else share)
            gone += leg.length_ms
        return 0.0


def _on(leg: Leg, into: float) -> Moment:
    share = into / leg.length_ms
    if leg.start != leg.end:
        share = softly(share) if leg.soft else share
        return Moment(leg.start + (leg.end - leg.start) * share, moving=True)
    if leg.length_ms < _SHORTEST_BREATH_MS:
        return Moment(leg.start)
    breaths = max(1, round(leg.length_ms / (IN_MS + OUT_MS)))  # whole ones, so that it leaves as it came
    each = leg.length_ms / breaths
    return Moment(leg.start, breath_at(into, each * 0.4, each * 0.6))


def _legs(figure: Figure) -> Iterator[Leg]:
    keys = figure.keys
    cycle = figure.loop == "cycle"
    rests = [cycle and key.hold_s > 0 for key in keys]
    yield _rest(keys[0], 0)
    for number in range(1, len(keys)):
        yield Leg(number - 1, number, keys[number].move_s * _MS, rests[number - 1] or rests[number])
        yield _rest(keys[number], number)
    if cycle:
        yield Leg(len(keys) - 1, len(keys), keys[0].move_s * _MS, rests[-1] or rests[0])
        return
    if keys[-1].stage == "back":
        return  # it has come back on a way of its own
    for number in range(len(keys) - 2, -1, -1):
        yield Leg(number + 1, number, keys[number + 1].move_s * _MS)
        if number:
            yield _rest(keys[number], number)


def _rest(key: Key, number: int) -> Leg:
    return Leg(number, number, key.hold_s * _MS)
