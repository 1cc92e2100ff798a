"""How far points are from what they touch: a flat surface, or a patch of skin."""

from __future__ import annotations

from typing import NamedTuple, Protocol

import numpy as np

from coach.figure.mesh import Floats
from coach.figure.pose.flesh import Flesh
from coach.figure.pose.rig import Rig
from coach.figure.pose.room import Surface
from coach.figure.rotation import Array


class Touched(Protocol):
    """Something that a hand or foot lies on."""

    def gap(self, points: Floats) -> Floats:
        """Metres from (n, 3) points to it, negative inside; (n,)."""


class Plane(NamedTuple):
    """A flat surface without end."""

    surface: Surface

    def gap(self, points: Floats) -> Floats:
        """Metres above the surface; (n,)."""
        return np.asarray(self.surface.depth(points.astype(float)), np.float32)


class Patch(NamedTuple):
    """Skin: points with their normals, close enough to each other that each stands for a small plane."""

    points: Floats
    normals: Floats
    sizes: Floats

    def gap(self, points: Floats) -> Floats:
        """Metres above the plane of the nearest point; (n,)."""
        if not len(self.points):
            return np.full(len(points), 1.0, np.float32)
        squares = self.sizes[None] - 2 * (points @ self.points.T)  # less |points|², the same along each row
        nearest = squares.argmin(1)
        return np.asarray(((points - self.points[nearest]) * self.normals[nearest]).sum(1))


def patch(flesh: Flesh, rig: Rig, bones: tuple[str, ...], around: Array, radius: float) -> Patch:
    """Return the skin of these bones within `radius` metres of a point, under a rig."""
    vertices, normals = flesh.points(flesh.part(bones, 100_000), rig)
    near = ((vertices - around.astype(np.float32)) ** 2).sum(1) < radius * radius
    chosen = vertices[near]
    return Patch(chosen, normals[near], (chosen**2).sum(1))
