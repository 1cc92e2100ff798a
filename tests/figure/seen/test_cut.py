"""A picture that ends below keeps all that is above its edge, and nothing that is below."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from coach.figure.seen.cut import cut_below
from coach.figure.seen.plate import Shape
from coach.figure.seen.ribbons import Polygons


def _shape(*rings: list[tuple[float, float]]) -> Shape:
    ends = np.cumsum([0, *(len(ring) for ring in rings)]).astype(np.int32)
    return Shape("fill", "shirt", Polygons(np.array([p for ring in rings for p in ring], np.float32), ends))


def _area(shape: Shape) -> float:
    total = 0.0
    points, first = shape.polygons
    for begin, end in pairwise(first):
        x, y = points[begin:end].astype(float).T
        total += float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum() / 2)
    return abs(total)


SQUARE = [(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0)]
HOLE = [(0.5, 0.5), (0.5, 1.5), (1.5, 1.5), (1.5, 0.5)]
LEGS = [(0.0, 0.0), (3.0, 0.0), (3.0, 3.0), (2.0, 3.0), (2.0, 1.0), (1.0, 1.0), (1.0, 3.0), (0.0, 3.0)]


def test_what_is_above_stays_as_it_is() -> None:
    """The very same shape comes back."""
    shape = _shape(SQUARE)
    assert cut_below([shape], 2.0) == (shape,)


def test_what_is_below_goes() -> None:
    """A shape all below is left empty, in its place; of several rings only those below go."""
    low = [(x, y + 5) for x, y in SQUARE]
    assert not len(cut_below([_shape(low)], 2.0)[0].polygons.points)
    (both,) = cut_below([_shape(SQUARE, low)], 2.5)
    assert _area(both) == 4.0
    assert both.polygons.first.tolist() == [0, 4]


def test_what_crosses_is_cut_straight() -> None:
    """Half a square is left, with its hole cut as well; of two legs the upper parts."""
    (half,) = cut_below([_shape(SQUARE, HOLE)], 1.0)
    assert half.polygons.points[:, 1].max() == 1.0
    assert np.isclose(_area(half), 2.0 - 0.5)
    (legs,) = cut_below([_shape(LEGS)], 2.0)
    assert np.isclose(_area(legs), 3.0 + 1.0 + 1.0)
    assert legs.polygons.points[:, 1].max() == 2.0
