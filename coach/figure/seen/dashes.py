"""Dashed lines around outlines: what is hidden, and where something was before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np
import numpy.typing as npt

from coach.figure.seen.cracks import Floats
from coach.figure.seen.loops import Outlines
from coach.figure.seen.raster import Raster
from coach.figure.seen.ribbons import Polygons, Strokes, ribbons

_DASH: Final = (0.022, 0.013)  # metres of line and of gap
_POINTS: Final = 6


#: Of a line that is mostly hidden, runs shorter than this (metres) that look out are left out; and how finely that is seen.
_CRUMB: Final = 0.12
_STEP: Final = 0.004

Covers = Callable[[Floats], npt.NDArray[np.bool_]]


def dashed(
    raster: Raster, outlines: Outlines, wide: float, size: float = 1.0, covers: Covers | None = None
) -> Polygons:
    """Return dashes along outlines in pixels of the raster, `wide` metres; `size` 2 makes each twice as long.

    `covers` says which points (n, 2), metres, something lies over: of what looks out behind it only long runs are kept.
    """
    points = raster.metres(outlines.points)
    line, gap = (size * each for each in _DASH)
    dashes: list[Floats] = []
    for i in range(len(outlines.label)):
        ring = points[outlines.first[i] : outlines.first[i + 1]]
        run = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(ring, axis=0, append=ring[:1]).T))])
        closed = np.concatenate([ring, ring[:1]])
        shown = None if covers is None else _shown(run, closed, covers)
        for begin in np.arange(0, run[-1] - line / 2, line + gap):
            at = np.linspace(begin, min(begin + line, run[-1]), _POINTS)
            if shown is not None and not shown[int(at[_POINTS // 2] / run[-1] * (len(shown) - 1))]:
                continue
            dashes.append(np.stack([np.interp(at, run, closed[:, axis]) for axis in (0, 1)], 1).astype(np.float32))
    if not dashes:
        return Polygons.none()
    first = np.arange(0, _POINTS * len(dashes) + 1, _POINTS, dtype=np.int32)
    width = np.full(_POINTS * len(dashes), wide, np.float32)
    return ribbons(Strokes(np.concatenate(dashes), first, np.zeros(len(dashes), bool), width), thin=False)


def _shown(run: Floats, closed: Floats, covers: Covers) -> npt.NDArray[np.bool_]:
    """Return for evenly spaced places along a closed line whether it is drawn there."""
    count = max(int(run[-1] / _STEP), 4)
    at = np.linspace(0, run[-1], count)
    free = ~covers(np.stack([np.interp(at, run, closed[:, axis]) for axis in (0, 1)], 1).astype(np.float32))
    if free.all() or not free.any():
        return free
    start = int(np.argmin(free))  # a covered place: no run goes over the seam
    turned = np.roll(free, -start)
    edges = np.flatnonzero(np.diff(turned.astype(np.int8), prepend=0, append=0))
    for begin, end in zip(edges[::2], edges[1::2], strict=True):
        if (end - begin) * run[-1] / count < _CRUMB:
            turned[begin:end] = False
    return np.roll(turned, start)
