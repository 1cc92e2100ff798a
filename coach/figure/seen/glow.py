"""The part of the body an exercise is for: nested shapes, an outline and hatching, and a dashed line where it is hidden."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from coach.figure.seen.bands import Bands
from coach.figure.seen.cracks import Floats, Ints
from coach.figure.seen.dashes import dashed
from coach.figure.seen.loops import Outlines
from coach.figure.seen.plate import Shape
from coach.figure.seen.ribbons import Polygons, Strokes, ribbons
from coach.figure.seen.subject import Subject
from coach.figure.seen.trace import Trace, whole
from coach.figure.seen.zbuffer import look

#: A highlight must not leave the body: its border moves no further than the body's own.
_ROOM: Final = 0.48
_LEVELS: Final = (0.02, 0.28, 0.55)
_SMALLEST: Final = 1.5e-4  # square metres
_CRUMB: Final = 0.12  # share of the largest piece
_SLIVER: Final = 0.007  # metres of width
_LINE: Final = 0.0036
_NEAR: Final = 1.2  # pixels
_HATCH: Final = 0.013  # metres between the lines
_HATCH_LINE: Final = 0.0027
#: With less of the region in view than the first, the hidden part is shown too; it fades away up to the second. Where a
#: fifth is seen, readers take the rest for something on the thigh that lies over it.
_ENOUGH: Final = (0.08, 0.18)
_MAINLY: Final = 0.3  # share of the region that something has to be to be looked through
_PIECE: Final = 0.0025  # square metres: smaller hidden pieces only confuse


def glow_shapes(trace: Trace, subject: Subject, flat: Floats | None) -> list[Shape]:
    """Return the shapes of the highlighted region; without `flat`, the vertices in the picture plane, only what is in view."""
    if subject.field is None:
        return []
    seen = trace.seen
    field = seen.interpolate(subject.faces, subject.field)
    level = np.searchsorted(_LEVELS, field, side="left").astype(np.int32)
    bands = Bands.of(seen, level, _ROOM)
    levels = np.arange(len(_LEVELS) + 1)
    nested = [_pieces(bands.outlines(levels > least, 0.0), trace.raster.per_metre) for least in range(len(_LEVELS))]
    shapes = [Shape("glow", "", whole(trace, outlines), number) for number, outlines in enumerate(nested)]
    shown = bands.labels > 0
    lines = _hatched(trace, shown.reshape(seen.height, seen.width))
    shapes += [Shape("hatch", "", lines), Shape("glow-line", "", _lined(trace, nested[0]))]
    return shapes if flat is None else shapes + _hidden(trace, subject, flat, shown)


def _pieces(outlines: Outlines, per_metre: float) -> Outlines:
    """Return the outlines without slivers at hems and edges, and without crumbs beside a large piece."""
    areas, lengths = np.abs(outlines.areas()), outlines.lengths()
    least = max(_SMALLEST * per_metre**2, _CRUMB * float(areas.max(initial=0.0)))
    return outlines.only((areas >= least) & (2 * areas >= _SLIVER * per_metre * lengths))


def _lined(trace: Trace, outlines: Outlines) -> Polygons:
    """Return a line around the outlines where they lie within one surface: at its edge there is a line already."""
    count = len(outlines.label)
    width = np.where(_at_an_edge(trace, outlines.points), 0, _LINE).astype(np.float32)
    return ribbons(Strokes(trace.raster.metres(outlines.points), outlines.first, np.ones(count, bool), width))


def _at_an_edge(trace: Trace, points: Floats) -> npt.NDArray[np.bool_]:
    """Return which points (n, 2), in pixels, have different things around them."""
    wide, high = trace.raster.width, trace.raster.height
    labels = trace.edges.labels
    around = []
    for right, down in ((-1, -1), (1, -1), (-1, 1), (1, 1)):
        x = np.clip(np.floor(points[:, 0] + right * _NEAR), 0, wide - 1).astype(np.int64)
        y = np.clip(np.floor(points[:, 1] + down * _NEAR), 0, high - 1).astype(np.int64)
        around.append(labels[y * wide + x])
    return np.asarray((np.stack(around) != around[0]).any(0))


def _hatched(trace: Trace, mask: npt.NDArray[np.bool_]) -> Polygons:
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
    long = last - fresh >= max(_SLIVER * trace.raster.per_metre, 2)
    fresh, last = fresh[long], last[long]
    ends = np.stack([np.stack([x[i], slant[i] - x[i]], 1) for i in (fresh, last)], 1).reshape(-1, 2) + 0.5
    first = np.arange(0, len(ends) + 1, 2, dtype=np.int32)
    width = np.full(len(ends), _HATCH_LINE, np.float32)
    strokes = Strokes(trace.raster.metres(ends.astype(np.float32)), first, np.zeros(len(first) - 1, bool), width)
    return ribbons(strokes, thin=False)


def _hidden(trace: Trace, subject: Subject, flat: Floats, shown: npt.NDArray[np.bool_]) -> list[Shape]:
    """Return a dashed line and hatching the body itself hides the region, unless enough of it is in view.

    It shows through what the region is part of (the hip through the shorts), and passes behind arms and things.
    """
    if subject.field is None:
        return []
    raster = trace.raster
    own = (subject.field[subject.faces] > _LEVELS[0]).all(1)
    faces = subject.faces[own]
    view = float(shown.sum()) / max(_extent(raster.project(flat), faces), 1.0)
    fade = float(np.clip((view - _ENOUGH[0]) / (_ENOUGH[1] - _ENOUGH[0]), 0, 1))
    if fade >= 1:
        return []
    through = look(raster.project(flat), np.concatenate([faces, faces[:, ::-1]]), raster.width, raster.height)
    share = np.bincount(subject.paint[own], minlength=len(subject.paints)) / max(len(faces), 1)
    before = np.isin(trace.edges.labels[through.pixels], np.flatnonzero(share >= _MAINLY) + 1)
    before &= ~_solid(trace, subject)[through.pixels]
    bands = Bands.of(through, before.astype(np.int32))
    outlines = bands.outlines(np.arange(2), _PIECE * raster.per_metre**2)
    if not len(outlines.label):
        return []
    behind = (bands.labels > 0) & ~shown
    lines = _hatched(trace, behind.reshape(raster.height, raster.width))
    return [
        Shape("hidden-hatch", "", lines, 0, fade),
        Shape("hidden-glow", "", dashed(raster, outlines, 1.2 * _LINE), 0, fade),
    ]


def _solid(trace: Trace, subject: Subject) -> npt.NDArray[np.bool_]:
    """Return where (h * w,) something is seen that nothing shows through."""
    found = np.zeros(trace.raster.width * trace.raster.height, bool)
    if subject.solid is not None:
        found[trace.seen.pixels] = subject.solid[trace.seen.faces]
    return found


def _extent(projected: Floats, faces: Ints) -> float:
    """Return about how many pixels the faces cover, were nothing in their way."""
    a, b, c = (projected[faces[:, corner], :2] for corner in range(3))
    area = ((b - a)[:, 0] * (c - a)[:, 1] - (b - a)[:, 1] * (c - a)[:, 0]) / 2
    return float(max(area[area > 0].sum(), -area[area < 0].sum()))
