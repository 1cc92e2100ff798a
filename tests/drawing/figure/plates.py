"""A few simple shapes as a plate, for tests of everything that handles plates."""

from __future__ import annotations

import numpy as np

from coach.figure.camera import View
from coach.figure.seen.plate import Plate, Shape
from coach.figure.seen.ribbons import Polygons


def square(x: float, y: float, side: float) -> Polygons:
    """One square by its left upper corner."""
    points = np.array([(x, y), (x + side, y), (x + side, y + side), (x, y + side)], np.float32)
    return Polygons(points, np.array([0, 4], np.int32))


def plate(u: float = 0.0, breath: float = 0.0) -> Plate:
    """A shirt that moves to the right with `u` and grows with the breath, over a mat; one metre by one."""
    shapes = (
        Shape("fill", "mat", square(0.0, 0.8, 0.2)),
        Shape("fill", "shirt", square(0.1 + 0.2 * u, 0.3, 0.3 + 0.02 * breath)),
    )
    return Plate(shapes, View(0.0, 0.0, 1.0, 1.0))
