"""Lines as thin filled shapes: ink that swells and tapers, without a pen's help, the same on screen and paper."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from coach.figure.seen.cracks import Floats, Ints

#: A line keeps a point wherever it has turned by this much (radians) or run this far (pixels).
_TURN = 0.2
_RUN = 12.0


class Strokes(NamedTuple):
    """Lines with a width at every point.

    `points` (n, 2); stroke i is points[first[i]:first[i + 1]]; `closed` (c,); `width` (n,) in the same unit.
    """

    points: Floats
    first: Ints
    closed: npt.NDArray[np.bool_]
    width: Floats


class Polygons(NamedTuple):
    """Closed polygons to be filled by winding: polygon i is points[first[i]:first[i + 1]]."""

    points: Floats
    first: Ints

    @classmethod
    def none(cls) -> Polygons:
        """Return no polygons."""
        return cls(np.zeros((0, 2), np.float32), np.zeros(1, np.int32))


def joined(parts: list[Polygons]) -> Polygons:
    """Return all of them as one."""
    parts = [part for part in parts if len(part.points)]
    if not parts:
        return Polygons.none()
    ends = np.cumsum([0, *(len(part.points) for part in parts)])
    first = [part.first[:-1] + start for part, start in zip(parts, ends[:-1], strict=True)]
    return Polygons(
        np.concatenate([part.points for part in parts]), np.append(np.concatenate(first), ends[-1]).astype(np.int32)
    )


def thinned(points: Floats, first: Ints) -> npt.NDArray[np.bool_]:
    """Return which points (n,) a smooth line needs: its ends, its bends, and one now and then."""
    if not len(points):
        return np.zeros(0, bool)
    step = np.diff(points, axis=0, prepend=points[:1])
    ahead = np.diff(points, axis=0, append=points[-1:])
    cross = step[:, 0] * ahead[:, 1] - step[:, 1] * ahead[:, 0]
    dot = (step * ahead).sum(1)
    turned = np.cumsum(np.abs(np.arctan2(cross, dot)))
    run = np.cumsum(np.hypot(*step.T))
    kept = np.diff((turned / _TURN).astype(np.int64), prepend=-1) != 0
    kept |= np.diff((run / _RUN).astype(np.int64), prepend=-1) != 0
    kept[first[:-1]] = True
    kept[first[1:] - 1] = True
    return np.asarray(kept)


def ribbons(strokes: Strokes, *, thin: bool = True) -> Polygons:
    """Return strokes as one polygon each; open ones end in a point half a width further on.

    `thin` leaves out the points a smooth line does not need.
    """
    strokes = _thin(strokes) if thin else strokes
    if not len(strokes.points):
        return Polygons.none()
    forward = _directions(strokes)
    across = np.stack([-forward[:, 1], forward[:, 0]], 1) * (strokes.width / 2)[:, None]
    left, right = strokes.points + across, strokes.points - across
    begin, end = strokes.first[:-1], strokes.first[1:] - 1
    open_, ring = np.flatnonzero(~strokes.closed), np.flatnonzero(strokes.closed)
    cap = forward * (strokes.width / 2)[:, None]
    parts = []
    for i in open_:
        a, b = begin[i], end[i] + 1
        tip, tail = strokes.points[b - 1] + cap[b - 1], strokes.points[a] - cap[a]
        parts.append(np.concatenate([left[a:b], tip[None], right[a:b][::-1], tail[None]]))
    for i in ring:
        a, b = begin[i], end[i] + 1  # round the outside, and back inside: one polygon, cut open at its beginning
        parts.append(np.concatenate([left[a:b], left[a : a + 1], right[a : a + 1], right[a:b][::-1]]))
    first = np.cumsum([0, *(len(part) for part in parts)]).astype(np.int32)
    return Polygons(np.concatenate(parts).astype(np.float32), first)


def _thin(strokes: Strokes) -> Strokes:
    kept = thinned(strokes.points, strokes.first)
    size = np.add.reduceat(kept, strokes.first[:-1]) if len(kept) else np.zeros(0, int)
    first = np.concatenate([[0], np.cumsum(size)]).astype(np.int32)
    return Strokes(strokes.points[kept], first, strokes.closed, strokes.width[kept])


def _directions(strokes: Strokes) -> Floats:
    """Return the unit direction of the line at every point."""
    count = len(strokes.points)
    before, after = np.arange(count) - 1, np.arange(count) + 1
    begin, end = strokes.first[:-1], strokes.first[1:] - 1
    before[begin] = np.where(strokes.closed, end, begin)
    after[end] = np.where(strokes.closed, begin, end)
    way = strokes.points[after] - strokes.points[before]
    return np.asarray(way / np.maximum(np.hypot(*way.T), 1e-6)[:, None], np.float32)
