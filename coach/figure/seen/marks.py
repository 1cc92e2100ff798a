"""Lines drawn on the surface (lid, mouth, fingers, the waves of a heat pack), as far as they are seen."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from coach.figure.mesh import Mark
from coach.figure.seen.cracks import Flags, Floats
from coach.figure.seen.plate import Shape
from coach.figure.seen.ribbons import Polygons, Strokes, joined, ribbons
from coach.figure.seen.subject import Subject
from coach.figure.seen.trace import Trace

#: How wide each is in the middle, in metres, and how much of that is left at its ends.
_WIDTHS: Final[dict[str, tuple[float, float]]] = {
    "eye": (0.0034, 0.5),
    "brow": (0.0052, 0.45),
    "nose": (0.0028, 0.3),
    "mouth": (0.0036, 0.35),
    "ear": (0.0026, 0.3),
    "finger": (0.0021, 0.75),
    "thumb": (0.0026, 0.4),
    "toe": (0.0021, 0.75),
    "seam": (0.0018, 0.7),
    "hair": (0.0025, 0.5),
    "heat": (0.0085, 0.9),
    "cold": (0.0085, 0.9),
    "text": (0.006, 0.9),
    "keys": (0.003, 0.9),
}
_USUAL: Final = (0.0025, 0.5)
#: A mark may lie this far (metres) behind the surface of its pixel and still be on it.
_SUNK: Final = 0.007
#: Gaps of so many points in a line are closed, and shorter pieces of it are left out: a faceted valley gives no dashes.
_GAP: Final = 2
_LEAST: Final = 3
#: A filled mark is drawn when this share of it is seen.
_MOSTLY: Final = 0.6


def mark_shapes(trace: Trace, subject: Subject, flat: Floats) -> list[Shape]:
    """Return the marks that are seen, a shape for each kind; `flat` (n, 3) are the vertices in the picture plane."""
    marks = subject.marks
    if not marks:
        return []
    faces = np.concatenate([mark.faces for mark in marks])
    corners = flat[subject.faces[faces]]
    points = np.einsum("kc,kcx->kx", np.concatenate([mark.weights for mark in marks]), corners).astype(np.float32)
    shown = _shown(trace, points) & _towards(corners)
    found: dict[str, _Kind] = {}
    start = 0
    for mark in marks:
        end = start + len(mark.faces)
        kind = found.setdefault(mark.kind, _Kind([], [], []))
        _add(kind, mark, points[start:end, :2], shown[start:end])
        start = end
    return [Shape("mark", kind, parts.polygons()) for kind, parts in found.items() if parts.lines or parts.filled]


class _Kind(NamedTuple):
    """All that is seen of one kind of mark: lines (k, 2) with their widths, and filled outlines."""

    lines: list[Floats]
    widths: list[Floats]
    filled: list[Polygons]

    def polygons(self) -> Polygons:
        """Return everything as polygons."""
        if not self.lines:
            return joined(self.filled)
        first = np.cumsum([0, *(len(line) for line in self.lines)]).astype(np.int32)
        open_ = np.zeros(len(self.lines), bool)
        strokes = Strokes(np.concatenate(self.lines), first, open_, np.concatenate(self.widths))
        return joined([*self.filled, ribbons(strokes, thin=False)])


def _towards(corners: Floats) -> Flags:
    one, other = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    return np.asarray(one[:, 0] * other[:, 1] - one[:, 1] * other[:, 0] < 0)


def _shown(trace: Trace, points: Floats) -> Flags:
    """Return which points lie on what is seen at their pixel."""
    raster, seen = trace.raster, trace.seen
    place = raster.project(points)
    x = np.clip(place[:, 0].astype(np.int64), 0, raster.width - 1)
    y = np.clip(place[:, 1].astype(np.int64), 0, raster.height - 1)
    pixel = y * raster.width + x
    found = np.clip(np.searchsorted(seen.pixels, pixel), 0, max(len(seen.pixels) - 1, 0))
    if not len(seen.pixels):
        return np.zeros(len(points), bool)
    steep = np.maximum(np.abs(seen.slope[0][found]), np.abs(seen.slope[1][found]))
    return np.asarray((seen.pixels[found] == pixel) & (place[:, 2] > seen.depth[found] - _SUNK - steep))


def _add(kind: _Kind, mark: Mark, points: Floats, shown: Flags) -> None:
    """Add what is seen of a mark to its kind."""
    if mark.closed:
        if shown.mean() >= _MOSTLY:
            kind.filled.append(Polygons(points, np.array([0, len(points)], np.int32)))
        return
    wide, ends = _WIDTHS.get(mark.kind, _USUAL)
    for begin, end in _runs(_closed(shown)):
        if end - begin >= min(_LEAST, len(shown)):
            share = np.linspace(-1, 1, end - begin, dtype=np.float32)
            kind.lines.append(points[begin:end])
            kind.widths.append(np.float32(wide) * (ends + (1 - ends) * (1 - share**2)))


def _closed(shown: Flags) -> Flags:
    """Return the flags with short gaps between what is shown closed."""
    closed = shown.copy()
    for begin, end in _runs(~shown):
        if begin > 0 and end < len(shown) and end - begin <= _GAP:
            closed[begin:end] = True
    return closed


def _runs(shown: Flags) -> list[tuple[int, int]]:
    """Return (begin, end) of every run of True."""
    edges: npt.NDArray[np.int64] = np.flatnonzero(np.diff(np.concatenate([[0], shown.astype(np.int8), [0]])))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))
