"""From cracks to smooth lines: every point stays between the two pixels it parts.

The true border crosses between the middles of two neighbouring pixels, so half a pixel is the room a point has across its
crack; inside that room the line is made as smooth as it goes. Straight stays straight, corners keep their place.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from coach.figure.seen.cracks import Chains, Cracks, Floats, Ints

#: How far a point may move across its crack and along it, in pixels.
_ACROSS: Final = 0.48
_ALONG: Final = 1.0
#: Spans of the averages, wide to narrow: wide ones straighten the steps of nearly level lines.
_SPANS: Final = (10, 5, 8, 4, 3, 2, 2, 1, 1)


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
    lines, ends = _raw(cracks, chains)
    if not len(lines.points):
        return lines
    upright = cracks.upright[lines.cracks]
    corner = lines.cracks < 0
    across = np.stack([upright, ~upright])
    raw = np.ascontiguousarray(lines.points.T)
    free = np.where(across & ~corner, np.float32(room), np.float32(_ALONG))
    low, high = raw - free, raw + free
    values = raw
    for back, on, far_back, far_on in _reach(lines):
        near = values.take(back, 1)
        near += values.take(on, 1)
        near *= 4
        near -= values.take(far_back, 1)
        near -= values.take(far_on, 1)
        near *= np.float32(1 / 6)
        values = np.clip(near, low, high, out=near)
        for axis in (0, 1):
            ends.meet(values[axis], raw[axis])
    return lines._replace(points=np.ascontiguousarray(values.T))


class _Ends(NamedTuple):
    """The ends of open lines: which points they are, the points next to them, and which ends meet in a corner."""

    ends: Ints
    beside: Ints
    corner: npt.NDArray[np.intp]
    many: npt.NDArray[np.intp]
    loose: npt.NDArray[np.bool_]

    @classmethod
    def of(cls, chains: Chains, tails: Ints, heads: Ints) -> _Ends:
        """Return the ends of these chains; `tails` and `heads` are the points at their corners."""
        corners = np.concatenate([chains.tail[~chains.closed], chains.head[~chains.closed]])
        meet, corner = np.unique(corners, return_inverse=True)
        many = np.bincount(corner, minlength=len(meet))
        ends, beside = np.concatenate([tails, heads]), np.concatenate([tails + 1, heads - 1])
        return cls(ends, beside, corner, many, many[corner] == 1)

    def meet(self, values: Floats, raw: Floats) -> None:
        """Put every corner where lines meet in the middle of what leads to it; a loose end stays."""
        if len(self.ends):
            mean = np.bincount(self.corner, values[self.beside], len(self.many)) / self.many
            values[self.ends] = np.where(self.loose, raw[self.ends], mean[self.corner])


def _raw(cracks: Cracks, chains: Chains) -> tuple[Lines, _Ends]:
    """Return unsmoothed lines and their ends."""
    length = np.diff(chains.first)
    size = np.where(chains.closed, length, length + 2)
    first = np.concatenate([[0], np.cumsum(size)]).astype(np.int32)
    shift = first[:-1] + np.where(chains.closed, 0, 1) - chains.first[:-1]
    place = np.arange(len(chains.cracks)) + np.repeat(shift, length)
    number = np.full(first[-1], -1, np.int32)
    number[place] = chains.cracks
    wide = cracks.width + 1
    points = np.empty((first[-1], 2), np.float32)
    y, x = np.divmod(cracks.start[chains.cracks], wide)
    upright = cracks.upright[chains.cracks]
    points[place, 0] = x + np.where(upright, np.float32(0), np.float32(0.5))
    points[place, 1] = y + np.where(upright, np.float32(0.5), np.float32(0))
    tails, heads = first[:-1][~chains.closed], first[1:][~chains.closed] - 1
    for places, corner in ((tails, chains.tail[~chains.closed]), (heads, chains.head[~chains.closed])):
        points[places, 1], points[places, 0] = np.divmod(corner, wide)
    return Lines(points, first, chains.closed, number), _Ends.of(chains, tails.astype(np.int32), heads.astype(np.int32))


def _reach(lines: Lines) -> Iterator[tuple[Ints, Ints, Ints, Ints]]:
    """Give for each span the neighbours that far away on both sides, and twice as far; nearer at the ends of open lines."""
    length = np.diff(lines.first).astype(np.int32)
    here = np.arange(lines.first[-1], dtype=np.int32)
    size = np.repeat(length, length)
    ring = np.repeat(lines.closed, length)
    place = here - np.repeat(lines.first[:-1], length)
    least = np.where(ring, size // 2, np.minimum(place, size - 1 - place))  # a ring has neighbours everywhere
    left = size - place
    known: dict[int, tuple[Ints, Ints, Ints, Ints]] = {}
    for span in _SPANS:
        if span not in known:
            near = np.minimum(span, (least + 1) >> 1)
            far = np.minimum(near << 1, least)
            known[span] = (
                here - near + np.where(near > place, size, 0),
                here + near - np.where(near >= left, size, 0),
                here - far + np.where(far > place, size, 0),
                here + far - np.where(far >= left, size, 0),
            )
        yield known[span]
