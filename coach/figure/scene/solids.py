"""Closed bodies that things are made of: slabs with round corners and edges, and tubes.

Every solid is closed, its faces turn counter-clockwise seen from outside, and no face is longer than about 25 cm, so
that depth and shading stay exact.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from coach.figure.mesh import Indices
from coach.figure.rotation import Array

#: The largest cell of a slab, in metres.
LONGEST: Final = 0.17


class Solid(NamedTuple):
    """A closed mesh: `vertices` (n, 3) in metres, `faces` (m, 3)."""

    vertices: Array
    faces: Indices

    def moved(self, at: npt.ArrayLike, turned: Array | None = None) -> Solid:
        """Return the solid turned by a (3, 3) rotation about its origin, then moved by `at`."""
        vertices = self.vertices if turned is None else self.vertices @ turned.T
        return Solid(vertices + np.asarray(at, float), self.faces)


class Grid(NamedTuple):
    """The plan of a slab: `x`, `y` and the distance from its edge `inset`, each (a, b); metres."""

    x: Array
    y: Array
    inset: Array


def sides(solid: Solid) -> Indices:
    """Return which of the six sides (m,) of a solid that stands along its own axes each face belongs to."""
    a, b, c = (solid.vertices[solid.faces[:, corner]] for corner in range(3))
    across = np.cross(b - a, c - a)
    axis = (np.abs(across) * (1.1, 1.05, 1)).argmax(1)  # a bevel halfway between two belongs to one of them all along
    return np.asarray(2 * axis + (across[np.arange(len(across)), axis] > 0), np.int32)


def normals(vertices: npt.NDArray[np.floating], faces: Indices) -> Array:
    """Return unit normals (n, 3) of the vertices; large faces have the greater say, so flat parts stay flat."""
    a, b, c = (vertices[faces[:, corner]] for corner in range(3))
    across = np.cross(b - a, c - a)
    summed = np.stack(
        [np.bincount(faces.ravel(), np.repeat(across[:, axis], 3), len(vertices)) for axis in range(3)], 1
    )
    return np.asarray(summed / np.maximum(np.linalg.norm(summed, axis=1, keepdims=True), 1e-12))


def plan(size: tuple[float, float], corner: float, edge: float, step: float = LONGEST) -> Grid:
    """Return a grid over a rectangle whose corners are round with the radius `corner`, denser along its edge."""
    corner = min(corner, *(side / 2 - 1e-4 for side in size))
    edge = min(edge, corner)
    lines = [_lines(side / 2, corner, edge, step) for side in size]
    x, y = np.meshgrid(*lines, indexing="ij")
    core_x, core_y = (np.clip(v, corner - side / 2, side / 2 - corner) for v, side in zip((x, y), size, strict=True))
    dx, dy = x - core_x, y - core_y
    farther, distance = np.maximum(abs(dx), abs(dy)), np.hypot(dx, dy)
    shrunk = np.where(distance > 0, farther / np.maximum(distance, 1e-12), 0)
    return Grid(core_x + dx * shrunk, core_y + dy * shrunk, corner - farther)


def _lines(half: float, corner: float, edge: float, step: float) -> Array:
    """Where the lines of a plan run, symmetric about 0, for one direction."""
    turns = corner * (1 - np.tan(np.radians([0, 18, 32, 45] if corner > 0.012 else [0, 45])))
    rim = edge * (1 - np.cos(np.radians([0, 30, 60, 90] if edge > 0.008 else [0, 45, 90] if edge > 0.004 else [0, 90])))
    apart = abs(turns[:, None] - rim[None]).min(1)
    insets = np.unique(np.round(np.concatenate([turns[apart > 0.3 * edge], rim, [0, corner]]), 6))
    insets = insets[np.append(True, np.diff(insets) > 1e-5)]
    inner = half - float(insets[-1])
    cells = max(int(np.ceil(2 * inner / step)), 1)
    middle = np.linspace(-inner, inner, cells + 1) if inner > 1e-4 else np.zeros(1)
    outer = half - insets[:-1]
    return np.concatenate([-outer, middle, outer[::-1]])


def slab(
    size: tuple[float, float, float],
    *,
    corner: float = 0.006,
    edge: float = 0.006,
    crown: float = 0.0,
    belly: float = 0.0,
    step: float = LONGEST,
) -> Solid:
    """Return a slab centred on x and y, from 0 up to its height.

    size: along x, y and z. corner: radius of its outline; edge: radius of its upper and lower edges. crown, belly:
    how far the middle of its upper and lower side bulges outwards.
    """
    thick = size[2]
    edge = min(edge, thick * 0.499)
    grid = plan(size[:2], corner, edge, step)
    rim = np.clip(edge - grid.inset, 0, edge)
    fall = edge - np.sqrt(np.maximum(edge**2 - rim**2, 0))
    swell = np.clip(1 - (2 * grid.x / size[0]) ** 2, 0, 1) * np.clip(1 - (2 * grid.y / size[1]) ** 2, 0, 1)
    return sheets(grid, thick - fall + crown * swell, fall - belly * swell, step)


def sheets(grid: Grid, upper: Array, lower: Array, step: float = LONGEST) -> Solid:
    """Return the body between two heights over a plan, closed around its edge; `upper` and `lower` are (a, b)."""
    a, b = grid.x.shape
    number = np.arange(a * b).reshape(a, b)
    quads = np.stack([number[:-1, :-1], number[1:, :-1], number[1:, 1:], number[:-1, 1:]], -1).reshape(-1, 4)
    rim = np.concatenate([number[:-1, 0], number[-1, :-1], number[:0:-1, -1], number[0, :0:-1]])
    flat = np.stack([grid.x, grid.y], -1).reshape(-1, 2)
    high, low = upper.ravel(), lower.ravel()
    rings = max(int(np.ceil(float((high - low)[rim].max()) / step)), 1)
    levels = [np.arange(a * b)[rim] + a * b]  # from the lower edge up
    vertices = [np.column_stack([flat, high]), np.column_stack([flat, low])]
    for ring in range(1, rings):
        share = ring / rings
        vertices.append(np.column_stack([flat[rim], low[rim] + share * (high - low)[rim]]))
        levels.append(2 * a * b + (ring - 1) * len(rim) + np.arange(len(rim)))
    levels.append(rim)
    sides = [np.stack([under, np.roll(under, -1), np.roll(above, -1), above], 1) for under, above in pairwise(levels)]
    four = np.concatenate([quads, quads[:, ::-1] + a * b, *sides])
    return Solid(np.concatenate(vertices), halved(four))


def halved(quads: npt.NDArray[np.integer]) -> Indices:
    """Return quads (k, 4) as triangles (2k, 3)."""
    return np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]]).astype(np.int32)


def tube(path: npt.ArrayLike, radii: npt.ArrayLike, *, sides: int = 12, across: npt.ArrayLike = (1, 0, 0)) -> Solid:
    """Return a tube along a line, closed at both ends.

    path (k, 3); radii (k,), or (k, 2) for half widths along `across` and square to it; `across` must not run along
    the line.
    """
    line = np.asarray(path, float)
    half = np.asarray(radii, float)
    half = np.broadcast_to(half[:, None] if half.ndim == 1 else half, (len(line), 2))
    along = np.gradient(line, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    first = np.asarray(across, float) - (along @ np.asarray(across, float))[:, None] * along
    first /= np.linalg.norm(first, axis=1, keepdims=True)
    second = np.cross(along, first)
    angle = np.linspace(0, 2 * np.pi, sides, endpoint=False) + np.pi / sides
    around = np.cos(angle)[:, None] * (half[:, None, :1] * first[:, None])
    around = around + np.sin(angle)[:, None] * (half[:, None, 1:] * second[:, None])
    rings = (line[:, None] + around).reshape(-1, 3)
    count = len(line)
    number = np.arange(count * sides).reshape(count, sides)
    turned = np.roll(number, -1, 1)
    quads = np.stack([number[:-1], turned[:-1], turned[1:], number[1:]], -1).reshape(-1, 4)
    start, end = count * sides, count * sides + 1
    caps = [
        np.stack([np.full(sides, start), turned[0], number[0]], 1),
        np.stack([np.full(sides, end), number[-1], turned[-1]], 1),
    ]
    faces = np.concatenate([halved(quads), *caps]).astype(np.int32)
    return Solid(np.concatenate([rings, line[:1], line[-1:]]), faces)
