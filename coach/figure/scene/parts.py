"""A thing is made of parts: each a solid of one material."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from coach.figure.mesh import Floats, Indices, Mark
from coach.figure.rotation import Z, rot
from coach.figure.scene.solids import Solid, sides

#: How strongly lines around things are drawn, against those around the body.
THING_INK: Final = 0.8


class Part(NamedTuple):
    """One solid of a thing, in the room: its material, how strongly its lines are drawn, and marks on its faces.

    `front` (3,) is the direction from whose side alone it is shown: a wall hides nobody from behind; None: from all sides.
    `sides` (m,) tells the sides of a thing with sharp edges apart: a line is drawn where two of them meet.
    """

    solid: Solid
    material: str
    ink: float = THING_INK
    marks: tuple[Mark, ...] = ()
    front: tuple[float, float, float] | None = None
    sides: Indices | None = None

    @classmethod
    def edged(cls, solid: Solid, material: str) -> Part:
        """Return a part with lines along its edges; the solid stands along its own axes."""
        return cls(solid, material, sides=sides(solid))


class Support(NamedTuple):
    """A level surface that flesh flattens on: a rectangle `at` (2,), turned, of so much length and width, `top` metres
    high.

    What is more than `deep` metres below it is not on it but under it.
    """

    at: tuple[float, float]
    turn: float
    size: tuple[float, float]
    top: float
    deep: float = 0.07

    def covers(self, points: Floats) -> npt.NDArray[np.bool_]:
        """Return which (n, 3) points are above or below it."""
        away = (points[:, :2] - np.asarray(self.at, np.float32)) @ rot(Z, self.turn)[:2, :2].astype(np.float32)
        return np.asarray((np.abs(away) < np.asarray(self.size, np.float32) / 2).all(1))


class Place(NamedTuple):
    """Where a thing stands: the point below its middle and its turn in degrees."""

    at: tuple[float, float]
    turn: float

    def put(self, part: Part) -> Part:
        """Return a part, told in the thing's own axes, where it is in the room."""
        turned = rot(Z, self.turn)
        front = None if part.front is None else _vector(turned @ part.front)
        return part._replace(solid=part.solid.moved((*self.at, 0), turned), front=front)


def _vector(numbers: npt.NDArray[np.float64]) -> tuple[float, float, float]:
    return float(numbers[0]), float(numbers[1]), float(numbers[2])
