"""Rings with fewer points (Douglas and Peucker, 1973)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Ring = npt.NDArray[np.float64]


def simple(ring: Ring, stray: float) -> Ring:
    """Return a ring (n, 2) with as few points as stay within `stray` of its line."""
    points = np.asarray(ring, float)
    if len(points) < 4:
        return points
    far = int(np.argmax(((points - points[0]) ** 2).sum(1)))
    kept = np.zeros(len(points) + 1, bool)
    closed = np.concatenate([points, points[:1]])
    kept[[0, far, len(points)]] = True
    waiting = [(0, far), (far, len(points))]
    while waiting:
        begin, end = waiting.pop()
        if end - begin < 2:
            continue
        away = _away(closed[begin + 1 : end], closed[begin], closed[end])
        worst = int(np.argmax(away))
        if away[worst] > stray:
            middle = begin + 1 + worst
            kept[middle] = True
            waiting += [(begin, middle), (middle, end)]
    return points[kept[:-1]]


def _away(points: Ring, begin: Ring, end: Ring) -> Ring:
    """Return how far points (n, 2) are from the line between two."""
    along = end - begin
    length = float(np.hypot(*along))
    if length == 0:
        return np.asarray(np.hypot(*(points - begin).T))
    off = points - begin
    share = np.clip(off @ along / length**2, 0, 1)[:, None]
    return np.asarray(np.hypot(*(off - share * along).T))
