"""Where the areas lie on a body: closed curves between its joints, in metres of the picture plane, for the side at the left.

Extents after the surface anatomy in Gray's Anatomy for Students (Drake, Vogl & Mitchell); the numbers are ours. Each curve is
cut to the body's own outline afterwards, so it may run past it. y is a height above the floor here, x is negative.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from coach.content.vocabulary import Area

Point = tuple[float, float]
#: Far outside the body.
_OUT: Final = -0.4
#: The width of the gap between two areas.
GAP: Final = 0.009


class Joints(NamedTuple):
    """Heights of the joints above the floor, and how large this body is against the one the numbers are for."""

    hip: float
    knee: float
    ankle: float
    scale: float


def back_curves(at: Joints) -> dict[Area, tuple[Point, ...]]:
    """Return the areas seen from behind, but for the low back, which is cut in three."""
    s, fold = at.scale, at.hip - 0.098 * at.scale
    crest, half = at.hip + 0.088 * s, GAP / 2
    return {
        Area.BUTTOCK: (
            (-half, crest - 0.020 * s),
            (-0.06 * s, crest),
            (_OUT, crest + 0.012 * s),
            (_OUT, fold + 0.012 * s),
            (-0.10 * s, fold - 0.004 * s),
            (-0.05 * s, fold - 0.002 * s),
            (-half, fold + 0.02 * s),
        ),
        Area.HAMSTRING: (
            (0.0, fold - GAP + 0.02 * s),
            (-0.05 * s, fold - GAP - 0.002 * s),
            (-0.10 * s, fold - GAP - 0.004 * s),
            (-0.158 * s, fold - GAP + 0.008 * s),
            (-0.151 * s, at.knee + 0.050 * s),
            (-0.068 * s, at.knee + 0.050 * s),
            (-0.058 * s, at.knee + 0.120 * s),
        ),
        Area.CALF: (
            (0.0, at.knee - 0.022 * s),
            (_OUT, at.knee - 0.022 * s),
            (_OUT, at.ankle + 0.10 * s),
            (0.0, at.ankle + 0.10 * s),
        ),
        Area.FOOT: ((0.0, at.ankle + 0.030 * s), (_OUT, at.ankle + 0.030 * s), (_OUT, -0.1), (0.0, -0.1)),
    }


def low_back(at: Joints) -> tuple[Point, ...]:
    """Return the whole low back, both sides of the middle."""
    s = at.scale
    top, crest = at.hip + 0.258 * s, at.hip + 0.088 * s + GAP
    left = ((0.0, top), (_OUT, top), (_OUT, crest + 0.012 * s), (-0.06 * s, crest), (0.0, crest - 0.020 * s))
    return (*left, *((-x, y) for x, y in reversed(left)))


def low_back_cut(at: Joints) -> float:
    """Return how far from the middle the left third of the low back ends."""
    return 0.048 * at.scale


def front_curves(at: Joints) -> dict[Area, tuple[Point, ...]]:
    """Return the areas seen from the front: the hip from its crest to the fold of the groin, and the foot."""
    s = at.scale
    return {
        Area.HIP: (
            (-0.100 * s, at.hip + 0.100 * s),
            (_OUT, at.hip + 0.112 * s),
            (_OUT, at.hip - 0.100 * s),
            (-0.090 * s, at.hip - 0.112 * s),
            (-0.028 * s, at.hip - 0.085 * s),
            (-0.036 * s, at.hip - 0.045 * s),
        ),
        Area.FOOT: ((0.0, at.ankle + 0.030 * s), (_OUT, at.ankle + 0.030 * s), (_OUT, -0.1), (0.0, -0.1)),
    }
