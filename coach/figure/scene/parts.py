"""A thing is made of parts: each a solid of one material."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from coach.figure.mesh import Mark
from coach.figure.rotation import Array, Z, rot
from coach.figure.scene.solids import Solid

#: How strongly lines around things are drawn, against those around the body.
THING_INK: Final = 0.8


class Part(NamedTuple):
    """One solid of a thing, in the room: its material, how strongly its lines are drawn, and marks on its faces."""

    solid: Solid
    material: str
    ink: float = THING_INK
    marks: tuple[Mark, ...] = ()


class Support(NamedTuple):
    """A level surface that flesh flattens on: a rectangle `at` (2,), turned, of so much length and width, `top` metres high."""

    at: tuple[float, float]
    turn: float
    size: tuple[float, float]
    top: float

    def covers(self, points: Array, beyond: float = 0.0) -> Array:
        """Return which (n, 2) or (n, 3) points are above or below it, or at most `beyond` metres past its edge."""
        away = (points[:, :2] - np.asarray(self.at, points.dtype)) @ rot(Z, self.turn)[:2, :2].astype(points.dtype)
        half = np.asarray(self.size, points.dtype) / 2 + points.dtype.type(beyond)
        return np.asarray((np.abs(away) < half).all(1))


class Place(NamedTuple):
    """Where a thing stands: the point below its middle and its turn in degrees."""

    at: tuple[float, float]
    turn: float

    def put(self, part: Part) -> Part:
        """Return a part, told in the thing's own axes, where it is in the room."""
        return part._replace(solid=part.solid.moved((*self.at, 0), rot(Z, self.turn)))
