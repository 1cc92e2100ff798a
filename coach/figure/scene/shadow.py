"""The soft shadow below everything, and the ground it lies on: nested outlines, so that paper shows no raster."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from coach.figure.mesh import Floats, Indices
from coach.figure.rotation import Array
from coach.figure.scene.contours import contours

Rings = tuple[tuple[Array, ...], ...]

_CELL: Final = 0.025  # metres
_FADES: Final = 0.12  # metres of height after which a shadow is 1/e as dark
_HIGHEST: Final = 0.42  # metres: what is higher casts none
_DRIFT: Final = (0.10, 0.05)  # metres that a shadow moves aside per metre of height
_SOFT: Final = 1.5  # width of the blur in cells: a shadow that hugs what casts it, as a leaflet draws it
_HALF: Final = 20  # bits for the second of two numbers of a cell
_ROOM: Final = 6  # cells around everything: more than the blur reaches
_LEVELS: Final = (0.10, 0.16, 0.22, 0.3, 0.5)
_SMALLEST: Final = 0.001  # square metres
#: The rings of the ground, of its size, and how far it reaches beyond what stands there: a share and metres.
_GROUND: Final = (1.0, 0.94, 0.88, 0.81, 0.73)
_BEYOND: Final = (1.1, 0.1)
_LEAST: Final = 0.36


class Casting(NamedTuple):
    """What casts a shadow and never moves: `cells` (k, 2) of the floor, x and y, and how dark it makes them, (k,)."""

    cells: npt.NDArray[np.int64]
    dark: Floats

    @classmethod
    def of(cls, vertices: Floats, faces: Indices, floor: float) -> Casting:
        """Prepare some faces, large ones sampled all over."""
        low = vertices[faces][:, :, 2].min(1) < floor + _HIGHEST
        x, y, dark = _cast(_sampled(vertices, faces[low]), floor)
        both, at = np.unique((x << _HALF) + y + (1 << (_HALF - 1)), return_inverse=True)
        darkest = np.zeros(len(both), np.float32)
        np.maximum.at(darkest, at.reshape(-1), dark)
        return cls(np.stack([both >> _HALF, (both & ((1 << _HALF) - 1)) - (1 << (_HALF - 1))], 1), darkest)


def shadow(moving: Floats, still: Casting, floor: float) -> Rings:
    """Return the levels of the shadow of vertices (n, 3) and of what stands still, outermost first: rings (k, 3) on the
    floor.
    """
    x, y, dark = _cast(moving, floor)
    x, y = np.concatenate([x, still.cells[:, 0]]), np.concatenate([y, still.cells[:, 1]])
    if not len(x):
        return ()
    left, top = int(x.min()) - _ROOM, int(y.min()) - _ROOM
    width, height = int(x.max()) - left + 1 + _ROOM, int(y.max()) - top + 1 + _ROOM
    cells = np.zeros(width * height, np.float32)
    np.maximum.at(cells, (y - top) * width + x - left, np.concatenate([dark, still.dark]))
    grid = cells.reshape(height, width)
    soft = np.asarray(_kernel(height, _SOFT) @ grid @ _kernel(width, _SOFT), np.float32)
    corner = np.array([left + 0.5, top + 0.5]) * _CELL
    return tuple(
        tuple(_ring(line, corner, floor) for line in contours(soft, level) if _large(line)) for level in _LEVELS
    )


def within(rings: Rings, outline: Array) -> Rings:
    """Return what of rings (k, 3) lies inside a convex outline (n, 2) of the floor, told counter-clockwise."""
    found = []
    for level in rings:
        cut = [_cut(ring, outline) for ring in level]
        found.append(tuple(ring for ring in cut if len(ring)))
    return tuple(found)


def _cut(ring: Array, outline: Array) -> Array:
    """What of one ring lies inside; after Sutherland & Hodgman, Reentrant polygon clipping, Comm. ACM 17(1), 1974."""
    for start, end in zip(outline, np.roll(outline, -1, axis=0), strict=True):
        (along, up) = end - start
        left = along * (ring[:, 1] - start[1]) - up * (ring[:, 0] - start[0])
        if (left >= 0).all():
            continue
        after, left_after = np.roll(ring, -1, axis=0), np.roll(left, -1)
        crosses = (left >= 0) != (left_after >= 0)
        share = left / np.where(crosses, left - left_after, 1)
        both = np.stack([ring, ring + share[:, None] * (after - ring)], 1).reshape(-1, 3)
        ring = both[np.stack([left >= 0, crosses], 1).ravel()]
    return ring


def ground(points: Sequence[Floats], height: float = 0.0) -> Rings:
    """Return the levels of a soft round ground under all these points (n, 3 each), outermost first: rings (k, 3)."""
    flat = [each[:, :2] for each in points if len(each)]
    low, high = np.min([each.min(0) for each in flat], axis=0), np.max([each.max(0) for each in flat], axis=0)
    radius = np.maximum((high - low) / 2, _LEAST) * _BEYOND[0] + _BEYOND[1]
    angle = np.linspace(0, 2 * np.pi, 72, endpoint=False)
    circle = np.stack([np.cos(angle), np.sin(angle)], 1) * radius
    middle = (low + high) / 2
    return tuple((np.column_stack([middle + share * circle, np.full(len(angle), height)]),) for share in _GROUND)


def _cast(points: Floats, floor: float) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], Floats]:
    """Which cells points (n, 3) darken, x and y, and how much; those too high are left out."""
    near = points[:, 2] < np.float32(floor + _HIGHEST)
    x, y, z = points[near].T
    height = np.maximum(z - np.float32(floor), 0)
    cells = [
        np.floor((place + height * np.float32(drift)) * np.float32(1 / _CELL)).astype(np.int64)
        for place, drift in ((x, _DRIFT[0]), (y, _DRIFT[1]))
    ]
    return cells[0], cells[1], np.exp(height * np.float32(-1 / _FADES))


def _sampled(vertices: Floats, faces: Indices) -> Floats:
    """Points all over the faces, about a cell apart."""
    if not len(faces):
        return np.zeros((0, 3), np.float32)
    corners = vertices[faces]
    longest = float(np.linalg.norm(corners - np.roll(corners, 1, axis=1), axis=2).max())
    steps = max(int(np.ceil(longest / _CELL / 1.4)), 1)  # blurred afterwards: gaps do not matter
    a, b = np.meshgrid(np.arange(steps + 1), np.arange(steps + 1), indexing="ij")
    inside = a + b <= steps
    second, third = a[inside] / steps, b[inside] / steps
    shares = np.stack([1 - second - third, second, third], 1)
    return np.asarray(np.einsum("sc,mcx->smx", shares, corners).reshape(-1, 3), np.float32)


@lru_cache(maxsize=256)
def _kernel(count: int, spread: float) -> npt.NDArray[np.float32]:
    """A blur over so many cells as a matrix."""
    place = np.arange(count)
    bell = np.exp(-0.5 * ((place[:, None] - place[None]) / spread) ** 2)
    return np.asarray(bell / (spread * np.sqrt(2 * np.pi)), np.float32)


def _ring(line: Array, corner: Array, floor: float) -> Array:
    return np.column_stack([line * _CELL + corner, np.full(len(line), floor)])


def _large(line: Array) -> bool:
    x, y = line.T
    return abs(float(x @ np.roll(y, -1) - np.roll(x, -1) @ y)) / 2 * _CELL**2 > _SMALLEST
