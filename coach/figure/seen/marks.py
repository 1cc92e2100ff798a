"""Lines drawn on the surface (lid, mouth, fingers, the waves of a heat pack), as far as they are seen."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from coach.figure.mesh import Mark
from coach.figure.seen.cracks import Flags, Floats
from coach.figure.seen.plate import Shape
from coach.figure.seen.ribbons import Polygons, Strokes, joined, ribbons, sorted_by
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
    "jaw": (0.0024, 0.2),
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
#: An iris is drawn at least so wide for its height: in profile it would be a sliver.
_IRIS: Final = 0.42


def mark_shapes(trace: Trace, subject: Subject, flat: Floats) -> list[Shape]:
    """Return the marks that are seen, a shape for each kind; `flat` (n, 3) are the vertices in the picture plane."""
    marks = subject.marks
    if not marks:
        return []
    faces = np.concatenate([mark.faces for mark in marks])
    corners = flat[subject.faces[faces]]
    points = np.einsum("kc,kcx->kx", np.concatenate([mark.weights for mark in marks]), corners).astype(np.float32)
    shown = _shown(trace, points) & _towards(corners)
    kinds = list(dict.fromkeys(mark.kind for mark in marks))
    lines = _lines(marks, kinds, points[:, :2], shown)
    filled = _filled(marks, kinds, points[:, :2], shown)
    shapes = []
    for number, kind in enumerate(kinds):
        parts = [each[number] for each in (filled, lines) if number in each]
        if parts:
            shapes.append(Shape("mark", kind, joined(parts)))
    return shapes


def _filled(marks: tuple[Mark, ...], kinds: list[str], points: Floats, shown: Flags) -> dict[int, Polygons]:
    """Return the closed marks of which enough is seen, by the number of their kind."""
    found: dict[int, list[Polygons]] = {}
    start = 0
    for mark in marks:
        end = start + len(mark.faces)
        if mark.closed and shown[start:end].mean() >= _MOSTLY:
            seen = _rounded(points[start:end]) if mark.kind == "eye" else points[start:end]
            outline = Polygons(seen, np.array([0, end - start], np.int32))
            found.setdefault(kinds.index(mark.kind), []).append(outline)
        start = end
    return {number: joined(parts) for number, parts in found.items()}


def _rounded(points: Floats) -> Floats:
    """Return an iris (k, 2), which nearly is a line where it is seen from the side, widened about its middle."""
    middle = points.mean(0)
    away = points - middle
    size, axes = np.linalg.eigh(away.T @ away)
    thin, tall = np.sqrt(np.maximum(size, 1e-12))
    across = axes[:, 0]
    more = max(_IRIS * tall / thin - 1, 0)
    return np.asarray(points + np.outer(away @ across * more, across), np.float32)


def _lines(marks: tuple[Mark, ...], kinds: list[str], points: Floats, shown: Flags) -> dict[int, Polygons]:
    """Return what is seen of the open marks, as ribbons that are widest in their middle, by the number of their kind."""
    size = np.array([len(mark.faces) for mark in marks])
    last = np.cumsum(size)
    own = np.repeat(np.arange(len(marks)), size)
    gaps = _runs(own, shown)
    inner = (gaps.begin > (last - size)[gaps.mark]) & (gaps.end < last[gaps.mark])
    close = ~gaps.shown & inner & (gaps.end - gaps.begin <= _GAP)  # short gaps between what is shown
    runs = _runs(own, shown | np.repeat(close, gaps.end - gaps.begin))
    open_ = np.array([not mark.closed for mark in marks])
    length = runs.end - runs.begin
    good = runs.shown & open_[runs.mark] & (length >= np.minimum(_LEAST, size[runs.mark]))
    begin, length, mark = runs.begin[good], length[good], runs.mark[good]
    first = np.concatenate([[0], np.cumsum(length)]).astype(np.int32)
    place = np.arange(first[-1]) - np.repeat(first[:-1], length)
    share = (2 * place / np.maximum(np.repeat(length, length) - 1, 1) - 1).astype(np.float32)
    widths = np.array([_WIDTHS.get(mark.kind, _USUAL) for mark in marks], np.float32)
    wide, ends = np.repeat(widths[mark], length, axis=0).T
    ring = np.zeros(len(length), bool)
    strokes = Strokes(
        points[place + np.repeat(begin, length)], first, ring, wide * (ends + (1 - ends) * (1 - share**2))
    )
    number = np.array([kinds.index(mark.kind) for mark in marks])
    return sorted_by(ribbons(strokes, thin=False), number[mark])


class _Runs(NamedTuple):
    """Runs of points of one mark that are all shown, or all not: (r,) where they begin and end, of which mark, which they are."""

    begin: npt.NDArray[np.int64]
    end: npt.NDArray[np.int64]
    mark: npt.NDArray[np.int64]
    shown: Flags


def _runs(own: npt.NDArray[np.int64], shown: Flags) -> _Runs:
    fresh = np.flatnonzero(np.diff(2 * own + shown, prepend=-1))
    return _Runs(fresh, np.append(fresh[1:], len(own)), own[fresh], shown[fresh])


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
