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
    second and third corner there; `depth` (k,) in the units of the projected mesh, `slope` (k, 2) its change per pixel to the
    right and down.
    """

    width: int
    height: int
    pixels: npt.NDArray[np.int64]
    faces: Ints
    second: Floats
    third: Floats
    depth: Floats
    slope: Floats

    def interpolate(self, faces: Ints, values: Floats) -> Floats:
        """Return values of vertices, (n,) or (n, c), at the covered pixels."""
        a, b, c = (values[faces[self.faces, corner]] for corner in range(3))
        second, third = self.second, self.third
        if values.ndim > 1:
            second, third = second[:, None], third[:, None]
        return np.asarray(a + second * (b - a) + third * (c - a), np.float32)

    def image(self, values: npt.NDArray[np.generic], empty: float = 0) -> npt.NDArray[np.generic]:
        """Return values at the covered pixels as an image (height, width, ...), `empty` elsewhere."""
        shape = (self.height * self.width, *values.shape[1:])
        whole = np.full(shape, empty, values.dtype)
        whole[self.pixels] = values
        return whole.reshape(self.height, self.width, *values.shape[1:])


class Planes(NamedTuple):
    """Per face that is turned to the viewer: corners' place, how the weights and the depth change per pixel."""

    face: Ints
    x0: Floats
    y0: Floats
    z0: Floats
    second: Floats  # (m, 2) per pixel to the right and down
    third: Floats
    depth: Floats


def front_planes(projected: Floats, faces: Ints, hidden: npt.NDArray[np.bool_] | None = None) -> Planes:
    """Set up the faces turned to the viewer; `projected` (n, 3) is x right, y down, depth towards the viewer."""
    a, b, c = (projected[faces[:, corner]] for corner in range(3))
    abx, aby = b[:, 0] - a[:, 0], b[:, 1] - a[:, 1]
    acx, acy = c[:, 0] - a[:, 0], c[:, 1] - a[:, 1]
    area = abx * acy - aby * acx
    front = area < -1e-7  # y goes down: faces towards the viewer turn clockwise
    if hidden is not None:
        front &= ~hidden
    chosen = np.flatnonzero(front).astype(np.int32)
    inverse = (1 / area[chosen]).astype(np.float32)
    second = np.stack([acy[chosen] * inverse, -acx[chosen] * inverse], 1)
    third = np.stack([-aby[chosen] * inverse, abx[chosen] * inverse], 1)
    a, b, c = a[chosen], b[chosen], c[chosen]
    depth = second * (b[:, 2] - a[:, 2])[:, None] + third * (c[:, 2] - a[:, 2])[:, None]
    return Planes(chosen, a[:, 0], a[:, 1], a[:, 2], second, third, depth)


def look(projected: Floats, faces: Ints, width: int, height: int, hidden: npt.NDArray[np.bool_] | None = None) -> Seen:
    """Return what is seen of a mesh on a raster of that size.

    `projected` (n, 3) float32: x right and y down in pixels, depth towards the viewer; `faces` (m, 3) turn
    counter-clockwise seen from outside; `hidden` (m,) leaves faces out.
    """
    planes = front_planes(projected, faces, hidden)
    which, row, left, count = _spans(projected, faces, planes, width, height)
    total = int(count.sum())
    span = np.repeat(np.arange(len(which), dtype=np.int32), count)
    start = np.cumsum(count) - count
    x = np.arange(total, dtype=np.int32) - (start - left)[span].astype(np.int32)
    slope = planes.depth[which]
    base = planes.z0[which] + (row + np.float32(0.5) - planes.y0[which]) * slope[:, 1]
    base += (np.float32(0.5) - planes.x0[which]) * slope[:, 0]
    depth = base[span] + x * slope[span, 0]
    pixel = (row.astype(np.int64) * width)[span] + x
    best = np.zeros(width * height, np.int64)
    steps = (depth * np.float32(1 / _DEPTH_STEP)).astype(np.int64) + _DEPTH_MIDDLE
    np.maximum.at(best, pixel, (steps << 24) | which[span])
    covered = np.flatnonzero(best)
    plane = (best[covered] & 0xFFFFFF).astype(np.int32)
    return _weighted(planes, covered, plane, width, height)


def _weighted(planes: Planes, covered: npt.NDArray[np.int64], plane: Ints, width: int, height: int) -> Seen:
    y, x = np.divmod(covered, width)
    right = x.astype(np.float32) + np.float32(0.5) - planes.x0[plane]
    down = y.astype(np.float32) + np.float32(0.5) - planes.y0[plane]
    ups = [table[plane] for table in (planes.second, planes.third, planes.depth)]
    second, third, depth = (right * slope[:, 0] + down * slope[:, 1] for slope in ups)
    return Seen(width, height, covered, planes.face[plane], second, third, depth + planes.z0[plane], ups[2])


def _spans(
    projected: Floats, faces: Ints, planes: Planes, width: int, height: int
) -> tuple[Ints, Ints, Ints, npt.NDArray[np.int64]]:
    """Cut every face into rows: number of the plane, row, first pixel and how many, of those that cover any."""
    corners = projected[faces[planes.face]]
    order = np.argsort(corners[:, :, 1], axis=1)
    x = np.take_along_axis(corners[:, :, 0], order, 1)
    y = np.take_along_axis(corners[:, :, 1], order, 1)
    top = np.ceil(y[:, 0] - 0.5 - _SLACK).astype(np.int32).clip(0, None)
    bottom = np.floor(y[:, 2] - 0.5 + _SLACK).astype(np.int32).clip(None, height - 1)
    rows = (bottom - top + 1).clip(0, None)
    which = np.repeat(np.arange(len(rows), dtype=np.int32), rows)
    first = np.cumsum(rows) - rows
    row = np.arange(len(which), dtype=np.int32) - (first - top)[which].astype(np.int32)
    low, high = _ends(x, y, which, row + np.float32(0.5))
    left = np.ceil(low - np.float32(0.5 + _SLACK)).astype(np.int32).clip(0, None)
    right = np.floor(high - np.float32(0.5 - _SLACK)).astype(np.int32).clip(None, width - 1)
    count = (right - left + 1).clip(0, None)
    kept = np.flatnonzero(count)
    return which[kept], row[kept], left[kept], count[kept].astype(np.int64)


def _ends(x: Floats, y: Floats, which: Ints, middle: Floats) -> tuple[Floats, Floats]:
    """Return where the middle line of each row enters and leaves its face; corners come sorted from above."""
    slopes = _slopes(x, y)
    below = middle > y[which, 1]
    row = np.clip(middle, y[which, 0], y[which, 2])
    through = x[which, 0] + (row - y[which, 0]) * slopes[which, 0]
    corner = below.astype(np.int8)
    along = slopes[which, 1 + corner]
    beside = x[which, corner] + (row - y[which, corner]) * along
    return np.minimum(through, beside), np.maximum(through, beside)


def _slopes(x: Floats, y: Floats) -> Floats:
    """Return pixels to the right per row of the long side, the upper and the lower short side; (m, 3)."""
    right = np.stack([x[:, 2] - x[:, 0], x[:, 1] - x[:, 0], x[:, 2] - x[:, 1]], 1)
    down = np.stack([y[:, 2] - y[:, 0], y[:, 1] - y[:, 0], y[:, 2] - y[:, 1]], 1)
    flat = down < 1e-6
    return np.asarray(np.where(flat, 0, right / np.where(flat, 1, down)), np.float32)
