"""Shapes as signed distances: negative inside, in metres, only nearly exact away from the surface.

A shape is called with (n, 3) points and returns (n,) distances. Distances that are only nearly exact are good enough:
the surface itself is found by Newton steps, and blends look at small distances only.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from coach.figure.rotation import Array

Shape = Callable[[Array], Array]

_TINY = 1e-9


def smoothstep(low: npt.ArrayLike, high: npt.ArrayLike, x: npt.ArrayLike) -> Array:
    """0 up to `low`, 1 from `high` on, smooth between (either may be the larger)."""
    start, end, at = np.asarray(low, float), np.asarray(high, float), np.asarray(x, float)
    share = np.clip((at - start) / (end - start), 0, 1)
    return np.asarray(share * share * (3 - 2 * share))


def along(x: npt.ArrayLike, y: npt.ArrayLike, at: Array) -> Array:
    """Rows `y` (n, k) given at `x` (n,), read at `at` (m,): monotone cubics (Fritsch & Butland 1984), flat outside."""
    x, y = np.asarray(x, float), np.asarray(y, float)
    step = np.diff(x)[:, None]
    slope = np.diff(y, axis=0) / step
    tangent = np.zeros_like(y)
    tangent[0], tangent[-1] = slope[0], slope[-1]
    one, other = 2 * step[1:] + step[:-1], step[1:] + 2 * step[:-1]
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = (one + other) / (one / slope[:-1] + other / slope[1:])
    tangent[1:-1] = np.where(slope[:-1] * slope[1:] > 0, mean, 0)
    at = np.clip(at, x[0], x[-1])
    i = np.clip(np.searchsorted(x, at) - 1, 0, len(x) - 2)
    h = step[i]
    t = ((at - x[i]) / h[:, 0])[:, None]
    return np.asarray(
        y[i] * (1 + 2 * t) * (1 - t) ** 2
        + tangent[i] * h * t * (1 - t) ** 2
        + y[i + 1] * t * t * (3 - 2 * t)
        + tangent[i + 1] * h * t * t * (t - 1)
    )


class Section(NamedTuple):
    """A super-ellipse across a loft: `at` along it, centre (u, v), half widths a (along u) and b, exponent n."""

    at: float
    u: float
    v: float
    a: float
    b: float
    n: float


class Loft:
    """Sections along an axis, joined smoothly and capped with round ends.

    `axes` (3, 3) has the columns u, v and the loft's own direction; `caps` are the heights of the two ends, by default
    the smaller half width there.
    """

    def __init__(
        self,
        origin: npt.ArrayLike,
        axes: Array,
        sections: Sequence[Section],
        *,
        caps: tuple[float, float] | None = None,
    ) -> None:
        self.origin, self.axes = np.asarray(origin, float), axes
        table = np.array(sections, float)
        self._at, self._rows = table[:, 0], table[:, 1:]
        self._caps = caps or (float(table[0, 3:5].min()), float(table[-1, 3:5].min()))

    def __call__(self, points: Array) -> Array:
        """Return the distances of the points."""
        local = (points - self.origin) @ self.axes
        t = local[:, 2]
        row = along(self._at, self._rows, t)
        du, dv, n = local[:, 0] - row[:, 0], local[:, 1] - row[:, 1], row[:, 4]
        before, after = (self._at[0] - t) / self._caps[0], (t - self._at[-1]) / self._caps[1]
        over = np.maximum(np.maximum(before, after), 0)
        cap = np.where(before > 0, self._caps[0], self._caps[1])
        radius2 = du * du + dv * dv
        inside = ((np.abs(du) / row[:, 2]) ** n + (np.abs(dv) / row[:, 3]) ** n) ** (1 / n) + _TINY
        whole = np.sqrt(inside * inside + over * over)
        length = np.sqrt(radius2 + (over * cap) ** 2) + _TINY
        return np.asarray(length - length / whole)


class Cone:
    """A round cone: two balls and the tangent cone between them (after I. Quilez, exact)."""

    def __init__(self, a: npt.ArrayLike, b: npt.ArrayLike, radius_a: float, radius_b: float) -> None:
        self.a, self.b, self.radius_a, self.radius_b = np.asarray(a, float), np.asarray(b, float), radius_a, radius_b

    def __call__(self, points: Array) -> Array:
        """Return the distances of the points."""
        axis, rest = self.b - self.a, points - self.a
        length2, narrowing = axis @ axis, self.radius_a - self.radius_b
        y = rest @ axis
        z = y - length2
        x2 = ((rest * length2 - np.outer(y, axis)) ** 2).sum(1)
        y2, z2 = y * y * length2, z * z * length2
        slope2, inverse = length2 - narrowing * narrowing, 1 / length2
        k = np.sign(narrowing) * narrowing * narrowing * x2
        side = (np.sqrt(x2 * slope2 * inverse) + y * narrowing) * inverse - self.radius_a
        side = np.where(np.sign(y) * slope2 * y2 < k, np.sqrt(x2 + y2) * inverse - self.radius_a, side)
        return np.asarray(np.where(np.sign(z) * slope2 * z2 > k, np.sqrt(x2 + z2) * inverse - self.radius_b, side))


class Ellipsoid:
    """An ellipsoid with its own axes (columns of `axes`), by default those of the world."""

    def __init__(self, centre: npt.ArrayLike, radii: npt.ArrayLike, axes: Array | None = None) -> None:
        self.centre, self.radii = np.asarray(centre, float), np.asarray(radii, float)
        self.axes = np.eye(3) if axes is None else axes

    def __call__(self, points: Array) -> Array:
        """Return the distances of the points."""
        local = (points - self.centre) @ self.axes
        size = np.linalg.norm(local / self.radii, axis=1)
        slope = np.linalg.norm(local / self.radii**2, axis=1) + _TINY
        return np.asarray(size * (size - 1) / slope)


def blend(one: Array, other: Array, width: float) -> Array:
    """Smooth minimum: the union of two shapes with a fillet about so wide (cubic, after I. Quilez)."""
    if not width:
        return np.minimum(one, other)
    near = np.maximum(width - np.abs(one - other), 0) / width
    return np.asarray(np.minimum(one, other) - near**3 * width / 6)


def cut_smoothly(one: Array, other: Array, width: float) -> Array:
    """Smooth maximum: what two shapes have in common, its edge rounded about so wide."""
    return -blend(-one, -other, width)


class Union:
    """Shapes joined one after the other, each with its own width of blending."""

    def __init__(self, *joined: tuple[Shape, float]) -> None:
        self.joined = joined

    def __call__(self, points: Array) -> Array:
        """Return the distances of the points."""
        first, *others = self.joined
        distance = first[0](points)
        for shape, width in others:
            distance = blend(distance, shape(points), width)
        return distance


def slope(shape: Shape, points: Array, step: float = 1e-4) -> Array:
    """Gradient by central differences, (n, 3)."""
    return np.stack([(shape(points + step * axis) - shape(points - step * axis)) / (2 * step) for axis in np.eye(3)], 1)


def onto(shape: Shape, points: Array, steps: int, most: Array | float) -> Array:
    """Points moved onto the surface by Newton steps of at most `most` metres (one number, or one per point)."""
    for _step in range(steps):
        gradient = slope(shape, points)
        steepness = np.linalg.norm(gradient, axis=1) + 1e-3
        points = points - (np.clip(shape(points) / steepness, -most, most) / steepness)[:, None] * gradient
    return points
