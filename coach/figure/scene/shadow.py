"""The soft shadow below everything, and the ground it lies on: nested outlines, so that paper shows no raster."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from coach.figure.mesh import Floats, Indices
from coach.figure.rotation import Array
from coach.figure.scene.contours import contours

Rings = tuple[tuple[Array, ...], ...]

_CELL: Final = 0.025  # metres
_FADES: Final = 0.16  # metres of height after which a shadow is 1/e as dark
_FAINT: Final = 0.03  # less than this is none
_DRIFT: Final = np.array([0.10, 0.05])  # metres that a shadow moves aside per metre of height
_SOFT: Final = ((0.84, 1.7), (0.5, 5.0))  # share and width (cells) of the two blurs
_ROOM: Final = 13  # cells around everything: more than both blurs reach
_LEVELS: Final = (0.07, 0.19, 0.34, 0.52, 0.74)
_SMALLEST: Final = 0.001  # square metres
#: The rings of the ground, of its size, and how far it reaches beyond what stands there: a share and metres.
_GROUND: Final = (1.0, 0.88, 0.75)
_BEYOND: Final = (1.22, 0.14)
_LEAST: Final = 0.36


@dataclass(frozen=True, eq=False)
class Casting:
    """What casts a shadow and never moves: `places` (k, 2) on the floor and how dark it makes them, (k,)."""

    places: Floats
    dark: Floats

    @classmethod
    def of(cls, vertices: Floats, faces: Indices, floor: float) -> Casting:
        """Prepare some faces, large ones sampled all over."""
        return cls(*_cast(_sampled(vertices, faces), floor))


def shadow(moving: Floats, still: Casting, floor: float) -> Rings:
    """Return the levels of the shadow of vertices (n, 3) and of what stands still, outermost first: rings (k, 3) on the floor."""
    places, dark = _cast(moving, floor)
    places, dark = np.concatenate([places, still.places]), np.concatenate([dark, still.dark])
    if not len(places):
        return ()
    cell = np.floor(places / np.float32(_CELL)).astype(np.int64)
    low = cell.min(0) - _ROOM
    width, height = (cell.max(0) - low + 1 + _ROOM).tolist()
    cell -= low
    grid = np.zeros(width * height, np.float32)
    np.maximum.at(grid, cell[:, 1] * width + cell[:, 0], dark)
    grid = grid.reshape(height, width)
    soft = np.zeros_like(grid)
    for share, spread in _SOFT:
        soft += np.float32(share) * (_kernel(height, spread) @ grid @ _kernel(width, spread))
    corner = (low + 0.5) * _CELL
    return tuple(
        tuple(_ring(line, corner, floor) for line in contours(soft, level) if _large(line)) for level in _LEVELS
    )


def ground(points: Sequence[Floats], height: float = 0.0) -> Rings:
    """Return the levels of a soft round ground under all these points (n, 3 each), outermost first: rings (k, 3)."""
    flat = [each[:, :2] for each in points if len(each)]
    low, high = np.min([each.min(0) for each in flat], axis=0), np.max([each.max(0) for each in flat], axis=0)
    radius = np.maximum((high - low) / 2, _LEAST) * _BEYOND[0] + _BEYOND[1]
    angle = np.linspace(0, 2 * np.pi, 72, endpoint=False)
    circle = np.stack([np.cos(angle), np.sin(angle)], 1) * radius
    middle = (low + high) / 2
    return tuple((np.column_stack([middle + share * circle, np.full(len(angle), height)]),) for share in _GROUND)


def _cast(points: Floats, floor: float) -> tuple[Floats, Floats]:
    """Where points (n, 3) darken the floor and how much; those too high are left out."""
    height = np.maximum(points[:, 2] - np.float32(floor), 0)
    near = height < -_FADES * np.log(_FAINT)
    height = height[near]
    places = points[near, :2] + height[:, None] * _DRIFT.astype(np.float32)
    return np.asarray(places, np.float32), np.exp(-height / np.float32(_FADES))


def _sampled(vertices: Floats, faces: Indices) -> Floats:
    """Points all over the faces, about a cell apart."""
    if not len(faces):
        return np.zeros((0, 3), np.float32)
    corners = vertices[faces]
    longest = float(np.linalg.norm(corners - np.roll(corners, 1, axis=1), axis=2).max())
    steps = max(int(np.ceil(longest / _CELL)), 1)
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
