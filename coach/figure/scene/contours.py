"""Level lines of heights on a grid, as closed polygons (marching squares)."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from coach.figure.mesh import Floats
from coach.figure.rotation import Array

#: For each of the 16 ways in which a cell can have high corners: the edges a line enters and leaves by, high on its left.
#: Corners count 1 (low x, low y), 2 (high x), 4 (high x and y), 8 (high y); edges 0 bottom, 1 right, 2 top, 3 left.
_WAYS: Final[tuple[tuple[tuple[int, int], ...], ...]] = (
    (), ((0, 3),), ((1, 0),), ((1, 3),), ((2, 1),), ((0, 3), (2, 1)), ((2, 0),), ((2, 3),),
    ((3, 2),), ((0, 2),), ((1, 0), (3, 2)), ((1, 2),), ((3, 1),), ((0, 1),), ((3, 0),), (),
)  # fmt: skip


def contours(heights: Floats, level: float) -> list[Array]:
    """Return closed lines (k, 2) around what is higher than `level`, in units of cells: x along the second axis, y the
    first.

    heights (h, w) must be low along its border. High ground lies on the left of each line, so holes run the other way
    round.
    """
    high = heights > level
    case = (high[:-1, :-1] + 2 * high[:-1, 1:] + 4 * high[1:, 1:] + 8 * high[1:, :-1]).astype(np.int8)
    y, x = np.nonzero((case > 0) & (case < 15))
    follower: dict[int, int] = {}
    width = heights.shape[1]
    cells = (2 * (y * width + x)).tolist()
    for cell, ways in zip(cells, (_WAYS[number] for number in case[y, x].tolist()), strict=True):
        edges = (
            cell,
            cell + 3,
            cell + 2 * width,
            cell + 1,
        )  # even: along x, odd: along y, numbered by their lower corner
        for enter, leave in ways:
            follower[edges[enter]] = edges[leave]
    return [_points(ring, heights, level) for ring in _rings(follower)]


def _rings(follower: dict[int, int]) -> list[list[int]]:
    rings = []
    while follower:
        start, at = follower.popitem()
        ring = [start]
        while at != start:
            ring.append(at)
            at = follower.pop(at)
        rings.append(ring)
    return rings


def _points(ring: list[int], heights: Floats, level: float) -> Array:
    """Where the level lies on each of these edges."""
    edge: npt.NDArray[np.int64] = np.array(ring)
    upright = edge % 2
    y, x = np.divmod(edge // 2, heights.shape[1])
    low, high = heights[y, x].astype(float), heights[y + upright, x + 1 - upright].astype(float)
    share = (level - low) / (high - low)
    return np.stack([x + share * (1 - upright), y + share * upright], 1)
