"""From cracks to smooth lines: every point stays between the two pixels it parts.

The true border crosses between the middles of two neighbouring pixels, so half a pixel is the room a point has across its
crack; inside that room the line is made as smooth as it goes. Straight stays straight, corners keep their place.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from coach.figure.seen.cracks import Chains, Cracks, Floats, Ints

#: How far a point may move across its crack and along it, in pixels.
_ACROSS: Final = 0.48
_ALONG: Final = 1.0
#: Spans of the averages, wide to narrow: wide ones straighten the steps of nearly level lines.
_SPANS: Final = (10, 6, 4, 8, 5, 3, 2, 4, 2, 1, 1)


class Lines(NamedTuple):
    """Chains as lines: `points` (n, 2) in pixels; line i is points[first[i]:first[i + 1]].

    A line has a point in the middle of each crack; an open one has also one at both of its corners. `cracks` (n,) is the
    crack of each point, -1 at corners. Lines are in the order of their chains.
    """

    points: Floats
    first: Ints
    closed: npt.NDArray[np.bool_]
    cracks: Ints


def lines_of(cracks: Cracks, chains: Chains, room: float = _ACROSS) -> Lines:
    """Return the chains as smooth lines; `room` is how far (pixels) a point may move across its crack."""
    lines, tails, heads = _raw(cracks, chains)
    if not len(lines.points):
        return lines
    low, high = _room(cracks, lines, room)
    ends = _Ends.of(chains, tails, heads)
    points = lines.points
    for span in _SPANS:
        near, far = _reach(lines, span)
        smooth = (4 * (points[near[0]] + points[near[1]]) - points[far[0]] - points[far[1]]) / 6
        points = np.clip(smooth, low, high)
        ends.meet(points, lines.points)
    return lines._replace(points=points.astype(np.float32))


class _Ends(NamedTuple):
    """The ends of open lines: which points they are, the points next to them, and which ends meet in a corner."""

    ends: Ints
    beside: Ints
    corner: npt.NDArray[np.intp]
    many: npt.NDArray[np.intp]

    @classmethod
    def of(cls, chains: Chains, tails: Ints, heads: Ints) -> _Ends:
        corners = np.concatenate([chains.tail[~chains.closed], chains.head[~chains.closed]])
        meet, corner = np.unique(corners, return_inverse=True)
        many = np.bincount(corner, minlength=len(meet))
        return cls(np.concatenate([tails, heads]), np.concatenate([tails + 1, heads - 1]), corner, many)

    def meet(self, points: Floats, raw: Floats) -> None:
        """Put every corner where lines meet in the middle of what leads to it; a loose end stays."""
        for axis in (0, 1):
            mean = np.bincount(self.corner, points[self.beside, axis], len(self.many)) / np.maximum(self.many, 1)
            loose = self.many[self.corner] == 1
            points[self.ends, axis] = np.where(loose, raw[self.ends, axis], mean[self.corner])


def _raw(cracks: Cracks, chains: Chains) -> tuple[Lines, Ints, Ints]:
    """Return unsmoothed lines, and where the corners of the open ones are among the points."""
    length = np.diff(chains.first)
    size = np.where(chains.closed, length, length + 2)
    first = np.concatenate([[0], np.cumsum(size)]).astype(np.int32)
    shift = first[:-1] + np.where(chains.closed, 0, 1) - chains.first[:-1]
    place = np.arange(len(chains.cracks)) + np.repeat(shift, length)
    number = np.full(first[-1], -1, np.int32)
    number[place] = chains.cracks
    wide = cracks.width + 1
    points = np.empty((first[-1], 2), np.float32)
    start, end = cracks.start[chains.cracks], cracks.end[chains.cracks]
    points[place, 0] = (start % wide + end % wide) / 2
    points[place, 1] = (start // wide + end // wide) / 2
    tails, heads = first[:-1][~chains.closed], first[1:][~chains.closed] - 1
    for places, corner in ((tails, chains.tail[~chains.closed]), (heads, chains.head[~chains.closed])):
        points[places, 0], points[places, 1] = corner % wide, corner // wide
    return Lines(points, first, chains.closed, number), tails.astype(np.int32), heads.astype(np.int32)


def _room(cracks: Cracks, lines: Lines, room: float) -> tuple[Floats, Floats]:
    upright = cracks.upright[lines.cracks]
    free = np.stack([np.where(upright, room, _ALONG), np.where(upright, _ALONG, room)], 1).astype(np.float32)
    free[lines.cracks < 0] = _ALONG
    return lines.points - free, lines.points + free


def _reach(lines: Lines, span: int) -> tuple[Ints, Ints]:
    """Return the neighbours `span` and 2 `span` points away on both sides, (2, n) each; nearer at the ends of open lines."""
    length = np.diff(lines.first)
    here = np.arange(lines.first[-1], dtype=np.int32)
    begin = np.repeat(lines.first[:-1], length)
    size = np.repeat(length, length)
    ring = np.repeat(lines.closed, length)
    place = here - begin
    least = np.minimum(place, size - 1 - place)
    near = np.where(ring, np.minimum(span, size // 4), np.minimum(span, (least + 1) // 2))
    far = np.where(ring, 2 * near, np.minimum(2 * near, least))

    def at(step: Ints) -> Ints:
        moved = place + step
        return np.asarray(begin + np.where(ring, moved % np.maximum(size, 1), moved), np.int32)

    return np.stack([at(-near), at(near)]), np.stack([at(-far), at(far)])
