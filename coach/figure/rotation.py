"""Rotations: matrices, axes, frames and unit quaternions.

Matrices are (3, 3) or (n, 3, 3) and act on column vectors; quaternions are (4,) or (n, 4) as w, x, y, z. Angles are in
degrees. World and bones at rest are right-handed: +x forward, +y to the person's left, +z up; lengths in metres.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

X: Final = 0
Y: Final = 1
Z: Final = 2

_PLANES = {X: (1, 2), Y: (2, 0), Z: (0, 1)}
_TINY = 1e-9


def rot(axis: int, degrees: float) -> Array:
    """Turn about one of the axes X, Y, Z; (3, 3)."""
    angle = np.radians(degrees)
    cos, sin = np.cos(angle), np.sin(angle)
    matrix = np.eye(3)
    i, j = _PLANES[axis]
    matrix[i, i] = matrix[j, j] = cos
    matrix[i, j], matrix[j, i] = -sin, sin
    return matrix


def about(axis: npt.ArrayLike, degrees: float) -> Array:
    """Turn about any axis through the origin (Rodrigues); (3, 3)."""
    x, y, z = unit(axis)
    angle = np.radians(degrees)
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    return np.asarray(np.eye(3) + np.sin(angle) * cross + (1 - np.cos(angle)) * cross @ cross)


def unit(vector: npt.ArrayLike) -> Array:
    """Return the vector with length 1; a vanishing one comes back as it is."""
    array = np.asarray(vector, float)
    length = float(np.linalg.norm(array))
    return array / length if length > _TINY else array


def frame(*, z: npt.ArrayLike, x: npt.ArrayLike | None = None, y: npt.ArrayLike | None = None) -> Array:
    """Orthonormal axes as columns: `z` exactly, `x` (or else `y`) as near as it goes; (3, 3)."""
    third = unit(z)
    if x is not None:
        first = np.asarray(x, float)
        first = unit(first - (first @ third) * third)
        return np.stack([first, np.cross(third, first), third], axis=1)
    second = np.asarray(y, float)
    second = unit(second - (second @ third) * third)
    return np.stack([np.cross(second, third), second, third], axis=1)


def quaternions(matrices: npt.ArrayLike) -> Array:
    """(n, 3, 3) rotation matrices as (n, 4) unit quaternions (Shepperd's method: the largest component first)."""
    m = np.asarray(matrices, float)
    m00, m11, m22 = m[:, 0, 0], m[:, 1, 1], m[:, 2, 2]
    squares = np.stack([1 + m00 + m11 + m22, 1 + m00 - m11 - m22, 1 - m00 + m11 - m22, 1 - m00 - m11 + m22], 1)
    a, b, c = m[:, 2, 1] - m[:, 1, 2], m[:, 0, 2] - m[:, 2, 0], m[:, 1, 0] - m[:, 0, 1]
    d, e, f = m[:, 0, 1] + m[:, 1, 0], m[:, 0, 2] + m[:, 2, 0], m[:, 1, 2] + m[:, 2, 1]
    w, x, y, z = squares.T
    rows = np.stack([
        np.stack([w, a, b, c], 1),
        np.stack([a, x, d, e], 1),
        np.stack([b, d, y, f], 1),
        np.stack([c, e, f, z], 1),
    ])  # fmt: skip
    found = rows[squares.argmax(1), np.arange(len(m))]
    return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True))


def matrices(q: npt.ArrayLike) -> Array:
    """(n, 4) unit quaternions as (n, 3, 3) rotation matrices."""
    w, x, y, z = np.asarray(q, float).T
    rows = [
        [1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)],
        [2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)],
        [2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)],
    ]
    return np.moveaxis(np.array(rows), 2, 0)


def slerp(one: Array, other: Array, share: float) -> Array:
    """(n, 4) quaternions so far on the shortest way from `one` to `other`; 0 is one, 1 is other."""
    dot = (one * other).sum(1, keepdims=True)
    other = np.where(dot < 0, -other, other)
    angle = np.arccos(np.clip(np.abs(dot), 0, 1))
    sin = np.sin(angle)
    near = sin < 1e-4  # as good as a straight line
    safe = np.where(near, 1.0, sin)
    left = np.where(near, 1 - share, np.sin((1 - share) * angle) / safe)
    right = np.where(near, share, np.sin(share * angle) / safe)
    mixed = left * one + right * other
    return np.asarray(mixed / np.linalg.norm(mixed, axis=1, keepdims=True))


def product(one: Array, other: Array) -> Array:
    """(n, 4) Hamilton product: first `other`, then `one`."""
    aw, ax, ay, az = one.T
    bw, bx, by, bz = other.T
    return np.stack(
        [
            aw * bw - ax * bx - ay * by - az * bz,
            aw * bx + ax * bw + ay * bz - az * by,
            aw * by - ax * bz + ay * bw + az * bx,
            aw * bz + ax * by - ay * bx + az * bw,
        ],
        1,
    )
