"""The part of the body an exercise is for: nested shapes, an outline and hatching, and a dashed line where it is hidden."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from coach.figure.seen.bands import outlined
from coach.figure.seen.cracks import Floats
from coach.figure.seen.loops import Outlines
from coach.figure.seen.plate import Shape
from coach.figure.seen.ribbons import Polygons, Strokes, ribbons
from coach.figure.seen.subject import Subject
from coach.figure.seen.trace import Trace, polygons
from coach.figure.seen.zbuffer import look

_LEVELS: Final = (0.02, 0.28, 0.55)
_SMALLEST: Final = 1.5e-4  # square metres
_LINE: Final = 0.0036
_HATCH: Final = 0.013  # metres between the lines
_HATCH_LINE: Final = 0.0022
#: Less of the region than this in view: the hidden part is shown by a dashed line.
_ENOUGH: Final = 0.42
_DASH: Final = (0.022, 0.013)


def glow_shapes(trace: Trace, subject: Subject, flat: Floats) -> list[Shape]:
    """Return the shapes of the highlighted region."""
    if subject.field is None:
        return []
    seen, area = trace.seen, trace.raster.per_metre**2
    field = seen.interpolate(subject.faces, subject.field)
    shapes = []
    for level, least in enumerate(_LEVELS):
        image = np.zeros(seen.width * seen.height, np.int8)
        image[seen.pixels] = field > least
        outlines = outlined(image.reshape(seen.height, seen.width), _SMALLEST * area)
        shapes.append(Shape("glow", "", polygons(trace, outlines), level))
        if not level:
            mask = image.reshape(seen.height, seen.width)
            shapes += [Shape("hatch", "", _hatched(trace, mask)), Shape("glow-line", "", _lined(trace, outlines))]
    return shapes + _hidden(trace, subject, flat, int((field > _LEVELS[0]).sum()))


def _lined(trace: Trace, outlines: Outlines) -> Polygons:
    count = len(outlines.label)
    width = np.full(len(outlines.points), _LINE, np.float32)
    return ribbons(Strokes(trace.raster.metres(outlines.points), outlines.first, np.ones(count, bool), width))


def _hatched(trace: Trace, mask: npt.NDArray[np.int8]) -> Polygons:
    """Return slanting lines over the mask (h, w)."""
    gap = max(round(_HATCH * np.sqrt(2) * trace.raster.per_metre), 3)
    y, x = np.nonzero(mask)
    slant = x + y
    on = slant % gap == 0
    x, slant = x[on], slant[on]
    order = np.lexsort((x, slant))
    x, slant = x[order], slant[order]
    if not len(x):
        return Polygons.none()
    fresh = np.flatnonzero((np.diff(slant, prepend=-1) != 0) | (np.diff(x, prepend=-9) != 1))
    last = np.append(fresh[1:], len(x)) - 1
    long = last - fresh >= 2
    fresh, last = fresh[long], last[long]
    ends = np.stack([np.stack([x[i], slant[i] - x[i]], 1) for i in (fresh, last)], 1).reshape(-1, 2) + 0.5
    first = np.arange(0, len(ends) + 1, 2, dtype=np.int32)
    width = np.full(len(ends), _HATCH_LINE, np.float32)
    strokes = Strokes(trace.raster.metres(ends.astype(np.float32)), first, np.zeros(len(first) - 1, bool), width)
    return ribbons(strokes, thin=False)


def _hidden(trace: Trace, subject: Subject, flat: Floats, shown: int) -> list[Shape]:
    """Return a dashed line around the whole region, seen through what hides it, unless enough of it is in view."""
    raster = trace.raster
    assert subject.field is not None  # noqa: S101 - the caller has asked
    inside = (subject.field[subject.faces] > _LEVELS[0]).all(1)
    faces = subject.faces[inside]
    through = look(raster.project(flat), np.concatenate([faces, faces[:, ::-1]]), raster.width, raster.height)
    if not len(through.pixels) or shown >= _ENOUGH * len(through.pixels):
        return []
    image = np.zeros(raster.width * raster.height, np.int8)
    image[through.pixels] = 1
    outlines = outlined(image.reshape(raster.height, raster.width), 4 * _SMALLEST * raster.per_metre**2)
    return [Shape("hidden-glow", "", _dashed(trace, outlines))] if len(outlines.label) else []


def _dashed(trace: Trace, outlines: Outlines) -> Polygons:
    points = trace.raster.metres(outlines.points)
    lines: list[Floats] = []
    for i in range(len(outlines.label)):
        ring = points[outlines.first[i] : outlines.first[i + 1]]
        run = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(ring, axis=0, append=ring[:1]).T))])
        closed = np.concatenate([ring, ring[:1]])
        for begin in np.arange(0, run[-1] - _DASH[0] / 2, sum(_DASH)):
            at = np.linspace(begin, min(begin + _DASH[0], run[-1]), 6)
            lines.append(np.stack([np.interp(at, run, closed[:, axis]) for axis in (0, 1)], 1).astype(np.float32))
    first = np.arange(0, 6 * len(lines) + 1, 6, dtype=np.int32)
    width = np.full(6 * len(lines), _LINE * 1.2, np.float32)
    return ribbons(Strokes(np.concatenate(lines), first, np.zeros(len(lines), bool), width), thin=False)
