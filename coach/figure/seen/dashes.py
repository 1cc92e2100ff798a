"""Dashed lines around outlines: what is hidden, and where something was before."""

from __future__ import annotations

from typing import Final

import numpy as np

from coach.figure.seen.cracks import Floats
from coach.figure.seen.loops import Outlines
from coach.figure.seen.raster import Raster
from coach.figure.seen.ribbons import Polygons, Strokes, ribbons

_DASH: Final = (0.022, 0.013)  # metres of line and of gap
_POINTS: Final = 6


def dashed(raster: Raster, outlines: Outlines, wide: float, size: float = 1.0) -> Polygons:
    """Return dashes along outlines in pixels of the raster, `wide` metres; `size` 2 makes each twice as long."""
    points = raster.metres(outlines.points)
    line, gap = (size * each for each in _DASH)
    dashes: list[Floats] = []
    for i in range(len(outlines.label)):
        ring = points[outlines.first[i] : outlines.first[i + 1]]
        run = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(ring, axis=0, append=ring[:1]).T))])
        closed = np.concatenate([ring, ring[:1]])
        for begin in np.arange(0, run[-1] - line / 2, line + gap):
            at = np.linspace(begin, min(begin + line, run[-1]), _POINTS)
            dashes.append(np.stack([np.interp(at, run, closed[:, axis]) for axis in (0, 1)], 1).astype(np.float32))
    if not dashes:
        return Polygons.none()
    first = np.arange(0, _POINTS * len(dashes) + 1, _POINTS, dtype=np.int32)
    width = np.full(_POINTS * len(dashes), wide, np.float32)
    return ribbons(Strokes(np.concatenate(dashes), first, np.zeros(len(dashes), bool), width), thin=False)
