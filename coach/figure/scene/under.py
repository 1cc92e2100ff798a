"""The ground under a pack: points of the body's surface under a plan, measured along the surface in the bind pose."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from coach.figure.bones import INDEX
from coach.figure.mesh import Floats, Indices, Mesh
from coach.figure.rotation import Array
from coach.figure.scene.surface import Hits, cast

_ROWS: Final = 9  # levels at which widths are measured
_OUTSIDE: Final = ("shirt", "shorts", "leg.L", "leg.R", "foot.L", "foot.R")


class Lies(NamedTuple):
    """Where the pack of an area lies, for the left side and a stature of 1.70 m.

    Rays go out from an axis through `start`, in the axes of the bone: up for trunk and limbs, along the sole for a
    foot. `around`: degrees from front (or up) outwards. `size`: round and along, measured on the surface; `radius`:
    about how far that is from the axis.
    """

    bone: str
    start: tuple[float, float, float]
    around: float
    size: tuple[float, float]
    radius: float


def grounded(mesh: Mesh, place: Lies, side: str, flat: Array, scale: float) -> tuple[Indices, Floats]:
    """Return the corners (k, 3) and shares (k, 3) of the body under points (k, 2) of the plan: round, along; metres on
    the surface.
    """
    rays = _Rays.of(mesh, place, side, scale)
    up = _measured(rays, flat[:, 1])
    levels = np.linspace(up.min(), up.max(), _ROWS)
    turns = np.stack([_turned(rays, level, flat[:, 0]) for level in levels])
    at = np.clip((up - levels[0]) / (levels[1] - levels[0]), 0, _ROWS - 1 - 1e-9)
    low, point = at.astype(int), np.arange(len(flat))
    share = at - low
    hits = rays.cast(turns[low, point] * (1 - share) + turns[low + 1, point] * share, up)
    met = np.flatnonzero(hits.faces >= 0)
    nearest = met[((flat[:, None] - flat[met][None]) ** 2).sum(-1).argmin(1)]  # past the body: as its neighbour
    return rays.faces[hits.faces[nearest]], hits.weights[nearest]


class _Rays(NamedTuple):
    """Rays out of an axis: `start`, `axes` (columns: 0 degrees, 90 degrees, along) in the room; `faces` (m, 3) they may
    meet.
    """

    vertices: Floats
    faces: Indices
    start: Array
    axes: Array
    middle: float
    radius: float

    @classmethod
    def of(cls, mesh: Mesh, place: Lies, side: str, scale: float) -> _Rays:
        bone = INDEX[place.bone if place.bone in INDEX else f"{place.bone}.{side}"]
        turned, joint = mesh.bind.turned[bone], mesh.bind.joints[bone]
        sign = 1 if side == "L" else -1
        start = joint + turned @ (np.array(place.start) * (1, sign, 1)) * scale
        axes = turned @ _FOOT if place.bone == "foot" else turned  # in a foot the axis runs along the sole, and 0 is up
        faces = mesh.faces[_near(mesh, side, start, (max(place.size) / 2 + 0.11) * scale)]
        return cls(mesh.vertices, faces, start, axes, np.radians(sign * place.around), place.radius * scale)

    def cast(self, angle: Array, up: Array) -> Hits:
        """The last face that each ray meets: (k,) radians from the middle, (k,) metres along the axis."""
        angle = angle + self.middle
        out = np.stack([np.cos(angle), np.sin(angle), np.zeros(len(angle))], 1) @ self.axes.T
        return cast(self.vertices, self.faces, self.start + np.outer(up, self.axes[:, 2]), out, last=True)

    def run(self, angle: Array, up: Array) -> Array:
        """Metres along the surface from the middle one of these rays to each, negative before it."""
        hits = self.cast(angle, up)
        reach = np.where(hits.faces >= 0, hits.distance, self.radius)
        for _ in range(2):  # over small hollows, not into them
            reach[1:-1] = np.maximum(reach[1:-1], (reach[:-2] + reach[2:]) / 2)
        line = np.stack([np.cos(angle) * reach, np.sin(angle) * reach, up], 1)
        run = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
        return np.asarray(run - run[len(run) // 2])


def _measured(rays: _Rays, along: Array) -> Array:
    """How far up the axis points are that lie `along` (k,) metres from the middle on the surface."""
    up = np.linspace(-1, 1, 31) * float(abs(along).max())
    return np.asarray(np.interp(along, rays.run(np.zeros(31), up), up))


def _turned(rays: _Rays, level: float, beside: Array) -> Array:
    """The angles of points `beside` (k,) metres from the middle on the surface, so far up the axis."""
    most = min(1.25 * float(abs(beside).max()) / rays.radius, np.radians(120))
    angle = np.linspace(-1, 1, 41) * most
    return np.asarray(np.interp(beside, rays.run(angle, np.full(41, level)), angle))


#: Columns: where x (0 degrees), y (90 degrees) and z (along the axis) of a pack's rays are in the axes of a foot.
_FOOT: Final = np.array([[0, 0, 1.0], [0, -1.0, 0], [1.0, 0, 0]])


def _near(mesh: Mesh, side: str, middle: Array, reach: float) -> Indices:
    """The outermost faces around a point that a pack may lie on: clothes and bare legs, not the arms, not the other
    leg.
    """
    outside = mesh.faces_of(*_OUTSIDE)
    away = mesh.vertices[mesh.faces[outside]].mean(1) - middle
    outside = outside[np.linalg.norm(away, axis=1) < reach]
    others = [INDEX[f"{bone}.{'R' if side == 'L' else 'L'}"] for bone in ("thigh", "shank", "foot", "toes")]
    others += [INDEX[f"{bone}.{arm}"] for bone in ("upperarm", "forearm") for arm in "LR"]
    own = mesh.weights[:, others].sum(1) < 0.25
    return np.asarray(outside[own[mesh.faces[outside]].all(1)], np.int32)
