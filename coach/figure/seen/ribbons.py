"""Lines as thin filled shapes: ink that swells and tapers, without a pen's help, the same on screen and paper."""

from __future__ import annotations

from itertools import pairwise
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


def sorted_by(polygons: Polygons, names: npt.NDArray[np.integer]) -> dict[int, Polygons]:
    """Return the polygons of each name in turn; `names` (c,) has one for every polygon."""
    order = np.argsort(names, kind="stable")
    size = np.diff(polygons.first)[order]
    stop = np.cumsum(size)
    place = np.arange(len(polygons.points)) + np.repeat(polygons.first[:-1][order] - (stop - size), size)
    points, ends = polygons.points[place], np.concatenate([[0], stop]).astype(np.int32)
    fresh = np.flatnonzero(np.diff(names[order], prepend=-1)).tolist()
    found = {}
    for begin, end in pairwise([*fresh, len(order)]):
        first = ends[begin : end + 1]
        found[int(names[order[begin]])] = Polygons(points[first[0] : first[-1]], first - first[0])
    return found


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
    half = (strokes.width / 2)[:, None]
    across = np.stack([-forward[:, 1], forward[:, 0]], 1) * half
    begin, end = strokes.first[:-1], strokes.first[1:] - 1
    tip, tail = strokes.points[end] + forward[end] * half[end], strokes.points[begin] - forward[begin] * half[begin]
    pool = np.concatenate([strokes.points + across, strokes.points - across, tip, tail])
    at, first = _rims(strokes)
    return Polygons(pool[at].astype(np.float32), first)


def _rims(strokes: Strokes) -> tuple[npt.NDArray[np.intp], Ints]:
    """Return the way round each stroke, as places in a list of left rims, right rims, tips and tails; and where each begins.

    Open ones: left, tip, right and back, tail. Rings: round the left, cut over, round the right and back.
    """
    count, many = len(strokes.points), len(strokes.closed)
    begin, size = strokes.first[:-1], np.diff(strokes.first)
    which, ring = np.arange(many), strokes.closed
    start = 2 * begin + 2 * which
    place = np.arange(count)
    own = np.repeat(which, size)
    at = np.empty(2 * count + 2 * many, np.intp)
    at[place + (start - begin)[own]] = place
    back = (start + 2 * size + np.where(ring, 1, 0))[own] - (place - begin[own])
    at[back] = count + place
    at[start + size] = np.where(ring, begin, 2 * count + which)
    at[np.where(ring, start + size + 1, start + 2 * size + 1)] = np.where(ring, count + begin, 2 * count + many + which)
    return at, np.append(start, len(at)).astype(np.int32)


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
