"""A picture that ends below: a portrait down to the chest, or to the hips, cut off straight like a photograph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

import numpy as np

from coach.figure.seen.cracks import Floats
from coach.figure.seen.plate import Shape
from coach.figure.seen.ribbons import Polygons


def cut_below(shapes: Iterable[Shape], edge: float) -> tuple[Shape, ...]:
    """Return the shapes without what lies below `edge`, in metres of the picture plane, whose y goes down.

    Real outlines, no clip: files of outlines know none, and what is left can be measured.
    """
    return tuple(_shapes(shapes, edge))


def _shapes(shapes: Iterable[Shape], edge: float) -> Iterator[Shape]:
    for shape in shapes:
        points, first = shape.polygons
        if not len(points) or points[:, 1].max() <= edge:
            yield shape
            continue
        rings = [_above(points[begin:end], edge) for begin, end in pairwise(first)]
        kept = [ring for ring in rings if len(ring) > 2]
        ends = np.cumsum([0, *(len(ring) for ring in kept)])
        polygons = Polygons(np.concatenate(kept), ends.astype(np.int32)) if kept else Polygons.none()
        yield shape._replace(polygons=polygons)


def _above(ring: Floats, edge: float) -> Floats:
    """The part of a closed ring (n, 2) above the edge; where it is left in several places they are joined along the edge."""
    inside = ring[:, 1] <= edge
    if inside.all() or not inside.any():
        return ring[inside]
    after = np.roll(ring, -1, 0)
    crosses = inside != np.roll(inside, -1)
    rise = np.where(crosses, after[:, 1] - ring[:, 1], 1)
    across = ring + ((edge - ring[:, 1]) / rise)[:, None] * (after - ring)
    across[:, 1] = edge
    both = np.stack([ring, across], 1).reshape(-1, 2)
    return np.asarray(both[np.stack([inside, crosses], 1).ravel()], np.float32)
