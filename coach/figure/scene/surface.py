"""Points on a mesh: where rays meet it, and lines laid onto it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from coach.figure.mesh import Floats, Indices, Mark
from coach.figure.rotation import Array
from coach.figure.scene.solids import Solid

_TINY = 1e-14
_AT_ONCE = 600_000  # pairs of ray and face tried in one go


class Hits(NamedTuple):
    """Where rays met a mesh: `faces` (k,), -1 for none; `weights` (k, 3) of the face's corners; `distance` (k,) in
    metres.
    """

    faces: Indices
    weights: Floats
    distance: Array

    def points(self, vertices: npt.NDArray[np.floating], faces: Indices) -> Array:
        """Return the (k, 3) points on a mesh with these vertices and faces."""
        return np.asarray(np.einsum("kc,kcx->kx", self.weights, vertices[faces[self.faces]]))


def cast(
    vertices: npt.NDArray[np.floating], faces: Indices, origins: Array, directions: Array, *, last: bool = False
) -> Hits:
    """Return the first (or the last) face each ray meets; origins, directions (k, 3), or (3,) for all rays.

    After Möller & Trumbore, Fast, minimum storage ray/triangle intersection, J. Graphics Tools 2(1), 1997.
    """
    origins, directions = np.broadcast_arrays(np.atleast_2d(origins), np.atleast_2d(directions))
    corners = vertices[faces].astype(float)
    count = len(origins)
    on, weights, distance = np.full(count, -1, np.int32), np.zeros((count, 3), np.float32), np.full(count, np.inf)
    step = max(_AT_ONCE // max(len(faces), 1), 1)
    for begin in range(0, count, step):
        some = slice(begin, begin + step)
        second, third, along = _meet(corners, origins[some], directions[some])
        chosen = np.where(np.isfinite(along), along, -1).argmax(1) if last else along.argmin(1)
        row = np.arange(len(chosen))
        far = along[row, chosen]
        hit = np.isfinite(far)
        u, v = second[row, chosen], third[row, chosen]
        on[some] = np.where(hit, chosen, -1)
        weights[some] = np.where(hit[:, None], np.stack([1 - u - v, u, v], 1), 0)
        distance[some] = far
    return Hits(on, weights, distance)


def _meet(corners: Array, origins: Array, directions: Array) -> tuple[Array, Array, Array]:
    """Every ray against every face: weights of the second and third corner, and the distance, inf where they miss.

    Their triple products, sorted so that all of them are products of (rays, 3) and (3, faces).
    """
    first = corners[:, 0]
    one, other = corners[:, 1] - first, corners[:, 2] - first
    normal = np.cross(one, other)
    moment = np.cross(origins, directions)
    size = -(directions @ normal.T)
    inverse = 1 / np.where(abs(size) < _TINY, np.inf, size)
    second = (moment @ other.T - directions @ np.cross(other, first).T) * inverse
    third = -(moment @ one.T + directions @ np.cross(first, one).T) * inverse
    along = (origins @ normal.T - (first * normal).sum(1)) * inverse
    slack = 1e-6
    met = (second >= -slack) & (third >= -slack) & (second + third <= 1 + slack) & (along > 0) & (inverse != 0)
    return second, third, np.where(met, along, np.inf)


def marks_on(
    solid: Solid, kind: str, lines: Sequence[Array], towards: Array, spacing: float = 0.012
) -> tuple[Mark, ...]:
    """Return lines laid onto a solid: each (k, 3) polyline is carried along the direction `towards` until it meets a
    face.

    Points are set at most `spacing` apart, so that a line follows its surface; a line that misses in places is left
    out there.
    """
    marks = []
    for line in lines:
        dense = resampled(line, spacing)
        hits = cast(solid.vertices, solid.faces, dense, towards)
        met = hits.faces >= 0
        if met.sum() > 1:
            marks.append(Mark(kind, hits.faces[met], hits.weights[met], closed=False))
    return tuple(marks)


def resampled(line: npt.NDArray[np.floating], spacing: float) -> Array:
    """Return a polyline (k, d) with points at most `spacing` metres apart along it, its bends kept roughly."""
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    count = max(int(np.ceil(along[-1] / spacing)) + 1, 2)
    at = np.unique(np.concatenate([np.linspace(0, along[-1], count), along]))
    return np.stack([np.interp(at, along, column) for column in np.asarray(line, float).T], 1)
