"""An exact z-buffer in NumPy: which face is seen at the middle of every pixel.

Triangles are cut into rows, rows into pixels; nothing is tried that is not covered, so the cost follows the area that is
painted, not the size of boxes around it. Pixels are decided by the largest depth (towards the viewer).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]

#: Rows grow by so much (pixels) on both sides: no pinhole between neighbours whose common edge rounds apart.
_SLACK = 1e-3
#: Depth is kept in whole steps of this many metres while pixels are decided.
_DEPTH_STEP = 2e-6
_DEPTH_MIDDLE = 1 << 30


class Seen(NamedTuple):
    """What is seen of a mesh, `pixels` in rising order; k of them are covered.

    `pixels` (k,) are y * width + x; `faces` (k,) the face each shows; `second`, `third` (k,) the weights of the face's
    second and third corner there; `depth` (k,) in the units of the projected mesh, `slope` its change per pixel to the
    right (k,) and down (k,).
    """

    width: int
    height: int
    pixels: npt.NDArray[np.int64]
    faces: Ints
    second: Floats
    third: Floats
    depth: Floats
    slope: tuple[Floats, Floats]

    def interpolate(self, faces: Ints, values: Floats) -> Floats:
        """Return values of vertices, (n,), at the covered pixels."""
        a, b, c = (values.take(faces[:, corner].take(self.faces)) for corner in range(3))
        return np.asarray(a + self.second * (b - a) + self.third * (c - a), np.float32)


class Planes(NamedTuple):
    """Per face that is turned to the viewer, all (m,) or (m, 3): its number, its corners, and what changes per pixel.

    `x`, `y` (3, m) the corners; `z` (m,) the depth of the first; the others (m,): how much the weights of the second and
    third corner and the depth grow per pixel to the right (`_x`) and down (`_y`).
    """

    face: Ints
    x: Floats
    y: Floats
    z: Floats
    second_x: Floats
    second_y: Floats
    third_x: Floats
    third_y: Floats
    depth_x: Floats
    depth_y: Floats


def front_planes(projected: Floats, faces: Ints, hidden: npt.NDArray[np.bool_] | None = None) -> Planes:
    """Set up the faces turned to the viewer; `projected` (n, 3) is x right, y down, depth towards the viewer."""
    columns = np.ascontiguousarray(projected.T)
    corners = np.ascontiguousarray(faces.T)
    x, y = columns[0].take(corners), columns[1].take(corners)
    area = (x[1] - x[0]) * (y[2] - y[0]) - (y[1] - y[0]) * (x[2] - x[0])
    front = area < -1e-7  # y goes down: faces towards the viewer turn clockwise
    if hidden is not None:
        front &= ~hidden
    chosen = np.flatnonzero(front).astype(np.int32)
    x, y, z = x[:, chosen], y[:, chosen], columns[2].take(corners[:, chosen])
    inverse = 1 / area[chosen]
    second_x, second_y = (y[2] - y[0]) * inverse, (x[0] - x[2]) * inverse
    third_x, third_y = (y[0] - y[1]) * inverse, (x[1] - x[0]) * inverse
    rise, climb = z[1] - z[0], z[2] - z[0]
    depth_x, depth_y = second_x * rise + third_x * climb, second_y * rise + third_y * climb
    return Planes(chosen, x, y, z[0], second_x, second_y, third_x, third_y, depth_x, depth_y)


def look(projected: Floats, faces: Ints, width: int, height: int, hidden: npt.NDArray[np.bool_] | None = None) -> Seen:
    """Return what is seen of a mesh on a raster of that size.

    `projected` (n, 3) float32: x right and y down in pixels, depth towards the viewer; `faces` (m, 3) turn
    counter-clockwise seen from outside; `hidden` (m,) leaves faces out.
    """
    planes = front_planes(projected, faces, hidden)
    which, row, left, count = _spans(planes, width, height)
    span = np.repeat(np.arange(len(which), dtype=np.int32), count)
    end = np.cumsum(count, dtype=np.int32)
    x = np.arange(len(span), dtype=np.int32) - (end - count - left).take(span)
    slope = planes.depth_x.take(which)
    base = (row + np.float32(0.5) - planes.y[0].take(which)) * planes.depth_y.take(which)
    base += (np.float32(0.5) - planes.x[0].take(which)) * slope + planes.z.take(which)
    depth = base.take(span) + x * slope.take(span)
    best = np.zeros(width * height, np.int64)
    steps = (depth * np.float32(1 / _DEPTH_STEP)).astype(np.int64) + _DEPTH_MIDDLE
    np.maximum.at(best, (row * width).take(span) + x, (steps << 24) | which.take(span))
    covered = np.flatnonzero(best)
    return _weighted(planes, covered, (best[covered] & 0xFFFFFF).astype(np.int32), width, height)


def _weighted(planes: Planes, covered: npt.NDArray[np.int64], plane: Ints, width: int, height: int) -> Seen:
    y, x = np.divmod(covered.astype(np.int32), np.int32(width))
    right = x + np.float32(0.5) - planes.x[0].take(plane)
    down = y + np.float32(0.5) - planes.y[0].take(plane)
    second = right * planes.second_x.take(plane) + down * planes.second_y.take(plane)
    third = right * planes.third_x.take(plane) + down * planes.third_y.take(plane)
    slope_x, slope_y = planes.depth_x.take(plane), planes.depth_y.take(plane)
    depth = planes.z.take(plane) + right * slope_x + down * slope_y
    return Seen(width, height, covered, planes.face.take(plane), second, third, depth, (slope_x, slope_y))


def _spans(planes: Planes, width: int, height: int) -> tuple[Ints, Ints, Ints, Ints]:
    """Cut every face into rows: number of the plane, row, first pixel and how many, of those that cover any."""
    x, y = _sorted(planes)
    top = np.maximum(np.ceil(y[0] - np.float32(0.5 + _SLACK)).astype(np.int32), 0)
    bottom = np.minimum(np.floor(y[2] - np.float32(0.5 - _SLACK)).astype(np.int32), height - 1)
    rows = np.maximum(bottom - top + 1, 0)
    which = np.repeat(np.arange(len(rows), dtype=np.int32), rows)
    first = np.cumsum(rows, dtype=np.int32) - rows
    row = np.arange(len(which), dtype=np.int32) - (first - top).take(which)
    low, high = _ends(x, y, which, row + np.float32(0.5))
    left = np.maximum(np.ceil(low - np.float32(0.5 + _SLACK)).astype(np.int32), 0)
    right = np.minimum(np.floor(high - np.float32(0.5 - _SLACK)).astype(np.int32), width - 1)
    count = np.maximum(right - left + 1, 0)
    kept = np.flatnonzero(count)
    return which.take(kept), row.take(kept), left.take(kept), count.take(kept)


def _sorted(planes: Planes) -> tuple[Floats, Floats]:
    """Return the corners of each face from the highest to the lowest, (3, m) each."""
    x, y = planes.x.copy(), planes.y.copy()
    for upper, lower in ((0, 1), (1, 2), (0, 1)):
        swap = y[upper] > y[lower]
        for values in (x, y):
            above, below = values[upper], values[lower]
            values[upper], values[lower] = np.where(swap, below, above), np.where(swap, above, below)
    return x, y


def _ends(x: Floats, y: Floats, which: Ints, middle: Floats) -> tuple[Floats, Floats]:
    """Return where the middle line of each row enters and leaves its face; corners come sorted from above."""
    row = np.clip(middle, y[0].take(which), y[2].take(which))
    through = x[0].take(which) + (row - y[0].take(which)) * _slope(x, y, 0, 2).take(which)
    below = middle > y[1].take(which)
    corner = np.where(below, which + x.shape[1], which)  # of the short side: the second one starts at the middle corner
    short = np.concatenate([_slope(x, y, 0, 1), _slope(x, y, 1, 2)])
    beside = x.ravel().take(corner) + (row - y.ravel().take(corner)) * short.take(corner)
    return np.minimum(through, beside), np.maximum(through, beside)


def _slope(x: Floats, y: Floats, one: int, other: int) -> Floats:
    """Return pixels to the right per row from one corner to the other; (m,)."""
    down = y[other] - y[one]
    flat = down < 1e-6
    return np.asarray(np.where(flat, 0, (x[other] - x[one]) / np.where(flat, 1, down)), np.float32)
