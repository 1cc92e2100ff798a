"""How deep skin is inside things: the box of each thing that is hard, and the distance to the nearest way out of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np

from coach.figure.mesh import Floats
from coach.figure.pose.props import Block, Chair, Desk, Doorway, Mat, Prop, Stool, Wall
from coach.figure.rotation import Array, Z, rot

#: Metres: the pad and the frame of a seat, and the top of a desk.
_SEAT: Final = 0.089
_TOP: Final = 0.028
_FAR: Final = 9.0
#: Looks of blocks that give way.
_SOFT: Final = frozenset({"pillow", "towel"})


class Box(NamedTuple):
    """A hard thing: its name, its corners in its own axes, and where these are in the room; metres."""

    name: str
    low: tuple[float, float, float]
    high: tuple[float, float, float]
    at: tuple[float, float]
    turn: float

    def depth(self, points: Floats) -> Array:
        """How far each of (n, 3) points is from the nearest way out; 0 outside."""
        own = (points.astype(float) - (*self.at, 0.0)) @ rot(Z, self.turn)
        ways = np.minimum(own - np.array(self.low), np.array(self.high) - own)
        return np.asarray(np.maximum(ways.min(1), 0.0))


def boxes(props: tuple[Prop, ...]) -> tuple[Box, ...]:
    """The floor, and every hard thing on it; nothing comes out of floor and walls on the other side."""
    return (Box("floor", (-_FAR, -_FAR, -_FAR), (_FAR, _FAR, 0.0), (0.0, 0.0), 0.0), *_things(props))


def _things(props: tuple[Prop, ...]) -> Iterator[Box]:
    for prop in props:
        if isinstance(prop, Mat):
            yield _lying("mat", prop, prop.size, -_FAR, prop.thick)
        elif isinstance(prop, Chair | Stool):
            yield _lying("seat", prop, prop.size, prop.seat - _SEAT, prop.seat)
        elif isinstance(prop, Desk):
            yield _lying("desk", prop, prop.size, prop.height - _TOP, prop.height)
        elif isinstance(prop, Block) and prop.look not in _SOFT:
            yield _lying("block", prop, prop.size[:2], prop.above, prop.above + prop.size[2])
        elif isinstance(prop, Wall):
            half = prop.width / 2
            yield Box("wall", (-prop.thick, -half, -_FAR), (0.0, half, prop.height), prop.at, prop.turn)
        elif isinstance(prop, Doorway):
            yield Box("doorway", (-prop.thick, 0.0, -_FAR), (0.0, prop.width, prop.height), prop.at, prop.turn)


def _lying(name: str, prop: Prop, size: tuple[float, float], low: float, high: float) -> Box:
    x, y = size[0] / 2, size[1] / 2
    return Box(name, (-x, -y, low), (x, y, high), prop.at, prop.turn)
