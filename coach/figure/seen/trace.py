"""From one moment of a scene to a plate: look, find the edges, trace them, and lay the shapes in painting order."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from coach.figure.seen.bands import Bands
from coach.figure.seen.cracks import Chains, Floats, chains_of
from coach.figure.seen.creases import Edges, edges_of
from coach.figure.seen.loops import Outlines, outlines_of
from coach.figure.seen.plate import Shape
from coach.figure.seen.raster import Raster
from coach.figure.seen.ribbons import Polygons, Strokes, ribbons, sorted_by, thinned
from coach.figure.seen.smooth import Lines, lines_of
from coach.figure.seen.subject import Subject
from coach.figure.seen.tidy import tidied
from coach.figure.seen.zbuffer import Seen, look

#: Below and above these shares of full light a surface is in shade and in light.
_SHADE: Final = 0.12
_LIGHT: Final = 0.62
#: A face turned away from the light stays open: only what lies deep in shade is shaded.
_FACE_SHADE: Final = -0.5
#: Tones smaller than this many square metres are left out; cloth is calmer still, and has no lights of its own.
_SMALLEST: Final = 6e-4
_SMALLEST_CLOTH: Final = 2.2e-3
#: A line that touches no other is left out when it is shorter than the first (metres), and whole from the second on.
_SCRAP: Final = (0.04, 0.08)
_CLOTHES: Final = frozenset({"shirt", "shorts"})


class Trace(NamedTuple):
    """What one look gives: everything later is made from it."""

    raster: Raster
    seen: Seen
    edges: Edges
    chains: Chains
    lines: Lines
    outlines: Outlines


def traced(subject: Subject, flat: Floats, per_metre: float, pressed: npt.NDArray[np.bool_] | None) -> Trace:
    """Look at `flat` (n, 3), vertices in the picture plane (x right, y down, depth to the viewer, metres)."""
    raster = Raster.around(flat, per_metre)
    seen = look(raster.project(flat), subject.faces, raster.width, raster.height, pressed)
    corners = (raster.width + 1) * (raster.height + 1)
    edges = tidied(edges_of(seen, subject, 1 / per_metre), subject, corners, per_metre)
    chains = chains_of(edges.cracks, corners)
    lines = lines_of(edges.cracks, chains)
    return Trace(raster, seen, edges, chains, lines, outlines_of(edges.cracks, chains, lines, edges.labels))


def polygons(trace: Trace, outlines: Outlines) -> dict[int, Polygons]:
    """Return outlines by their label as polygons in metres, without the points a smooth line does not need."""
    if not len(outlines.points):
        return {}
    kept = thinned(outlines.points, outlines.first)
    size = np.add.reduceat(kept, outlines.first[:-1])
    first = np.concatenate([[0], np.cumsum(size)]).astype(np.int32)
    fewer = Polygons(trace.raster.metres(outlines.points[kept]), first)
    return sorted_by(fewer, outlines.label)


def whole(trace: Trace, outlines: Outlines) -> Polygons:
    """Return outlines that all have the label 1 as polygons in metres."""
    return polygons(trace, outlines).get(1, Polygons.none())


def fills(trace: Trace, subject: Subject, far: dict[str, float]) -> list[Shape]:
    """Return the plain colour of everything that is seen, a shape for each paint."""
    shapes = []
    for label, found in polygons(trace, trace.outlines).items():
        paint = subject.paints[label - 1]
        shapes.append(Shape("fill", paint.material, found, 0, far.get(paint.limb, 0.0)))
    return shapes


def tones(trace: Trace, subject: Subject, normals: Floats, light: Floats, far: dict[str, float]) -> list[Shape]:
    """Return what lies in shade and what in light; `light` (3,) is the direction it comes from."""
    seen = trace.seen
    lit = seen.interpolate(subject.faces, np.asarray(normals @ light, np.float32))
    label = trace.edges.labels[seen.pixels]
    smallest = _SMALLEST * trace.raster.per_metre**2
    count = len(subject.paints) + 1
    dark, bright = (column[label] for column in _bounds(subject))
    bands = Bands.of(seen, np.where(lit < dark, label, np.where(lit > bright, label + count, 0)))
    outlines = bands.outlines(np.arange(2 * count), smallest)
    cloth = np.isin(outlines.label % count - 1, [i for i, p in enumerate(subject.paints) if p.material in _CLOTHES])
    outlines = outlines.only(~cloth | (np.abs(outlines.areas()) >= _SMALLEST_CLOTH * trace.raster.per_metre**2))
    shapes = []
    for number, found in polygons(trace, outlines).items():
        kind = "shade" if number < count else "light"
        paint = subject.paints[number % count - 1]
        shapes.append(Shape(kind, paint.material, found, 0, far.get(paint.limb, 0.0)))
    return shapes


def _bounds(subject: Subject) -> tuple[Floats, Floats]:
    """Return below which light each label is in shade, and above which it is in light; label 0 is nothing."""
    paints = subject.paints
    face = [_FACE_SHADE if paint.limb == "head" and paint.material == "skin" else _SHADE for paint in paints]
    cloth = [9.0 if paint.material in _CLOTHES else _LIGHT for paint in paints]
    return np.array([-9.0, *face], np.float32), np.array([9.0, *cloth], np.float32)


def ink(trace: Trace, subject: Subject, wide: float) -> list[Shape]:
    """Return the lines, `wide` metres at their widest, a shape for each material."""
    edges, lines, raster = trace.edges, trace.lines, trace.raster
    if not len(lines.points):
        return []
    weights = np.array([0.0, *(paint.ink for paint in subject.paints)], np.float32)
    depth = 0.62 + 0.38 * np.clip(edges.drop / 0.05, 0, 1)
    width = weights[edges.near] * np.where(edges.between, depth, edges.strength * np.maximum(depth, 0.75))
    at = lines.cracks
    points = np.where(at >= 0, width[at], 0).astype(np.float32)
    ends = at < 0
    number = np.flatnonzero(ends)
    tail = np.isin(number, lines.first[:-1])
    points[number] = points[np.where(tail, number + 1, number - 1)] * 0.8
    points = _evened(points, lines, 4)
    strokes = Strokes(
        raster.metres(lines.points), lines.first, lines.closed, _tapered(points, trace) * np.float32(wide)
    )
    return _by_material(trace, subject, strokes)


def _evened(values: Floats, lines: Lines, times: int) -> Floats:
    """Average along the lines, so that widths swell instead of jumping."""
    begin, end = lines.first[:-1], lines.first[1:] - 1
    before, after = np.arange(len(values)) - 1, np.arange(len(values)) + 1
    before[begin] = np.where(lines.closed, end, begin)
    after[end] = np.where(lines.closed, begin, end)
    for _ in range(times):
        values = np.asarray((values[before] + 2 * values + values[after]) / 4, np.float32)
    return values


def _tapered(width: Floats, trace: Trace) -> Floats:
    """Let lines that end in the open run out over 3.5 cm; short ones that hang in the air at both ends are no folds but scraps."""
    lines, chains = trace.lines, trace.chains
    length = np.diff(lines.first)
    place = np.arange(len(width)) - np.repeat(lines.first[:-1], length)
    left = np.repeat(length, length) - 1 - place
    reach = 0.035 * trace.raster.per_metre
    many = np.bincount(np.concatenate([chains.tail, chains.head]))
    hangs = (many[chains.tail] == 1) & (many[chains.head] == 1) & ~chains.closed
    metres = _lengths(lines) / trace.raster.per_metre
    share = np.where(hangs, np.clip((metres - _SCRAP[0]) / (_SCRAP[1] - _SCRAP[0]), 0, 1), 1)
    width = width * np.repeat(share, length)
    for loose, distance in ((many[chains.tail] == 1, place), (many[chains.head] == 1, left)):
        open_end = np.repeat(loose & ~chains.closed, length)
        width = np.where(open_end, width * (0.2 + 0.8 * np.clip(distance / reach, 0, 1)), width)
    return np.asarray(width, np.float32)


def _lengths(lines: Lines) -> Floats:
    """Return how long each line is, in pixels."""
    step = np.hypot(*np.diff(lines.points, axis=0, prepend=lines.points[:1]).T)
    step[lines.first[:-1]] = 0
    return np.asarray(np.add.reduceat(step, lines.first[:-1]), np.float32)


def _by_material(trace: Trace, subject: Subject, strokes: Strokes) -> list[Shape]:
    """Sort lines by the material of their nearer side, as most of their cracks say."""
    lines, edges = trace.lines, trace.edges
    length = np.diff(lines.first)
    middle = lines.first[:-1] + length // 2
    near = edges.near[np.maximum(lines.cracks[middle], 0)]
    materials = sorted({paint.material for paint in subject.paints})
    number = np.array([materials.index(paint.material) for paint in subject.paints])
    found = sorted_by(ribbons(strokes), number[near - 1])
    return [Shape("ink", materials[name], polygons) for name, polygons in found.items()]
