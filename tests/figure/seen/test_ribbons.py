"""Strokes as polygons."""

from __future__ import annotations

import numpy as np

from coach.figure.seen.cracks import Floats
from coach.figure.seen.ribbons import Polygons, Strokes, joined, ribbons, thinned


def area(polygons: Polygons) -> float:
    """The signed area of all polygons together."""
    total = 0.0
    for begin, end in zip(polygons.first[:-1], polygons.first[1:], strict=True):
        x, y = polygons.points[begin:end].astype(float).T
        total += float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum() / 2)
    return total


def line(points: Floats, width: float, *, closed: bool = False) -> Strokes:
    """One stroke of one width."""
    count = len(points)
    return Strokes(points, np.array([0, count], np.int32), np.array([closed]), np.full(count, width, np.float32))


def test_a_straight_stroke_has_its_width() -> None:
    """Ten long and two wide, with a point of half a width at both ends."""
    points = np.stack([np.linspace(0, 10, 11), np.zeros(11)], 1).astype(np.float32)
    assert abs(abs(area(ribbons(line(points, 2.0)))) - 22) < 0.01


def test_a_closed_stroke_is_a_ring() -> None:
    """Its area is that of the ring: one polygon, whose inner rim runs the other way."""
    angle = np.linspace(0, 2 * np.pi, 400, endpoint=False)
    points = (20 * np.stack([np.cos(angle), np.sin(angle)], 1)).astype(np.float32)
    found = ribbons(line(points, 1.0, closed=True))
    assert len(found.first) == 2
    assert abs(abs(area(found)) - 2 * np.pi * 20) < 2


def test_thinning_keeps_ends_and_bends() -> None:
    """A right angle keeps its corner; straight pieces lose most of their points."""
    down = np.stack([np.zeros(40), np.arange(40)], 1)
    along = np.stack([np.arange(1, 41), np.full(40, 39)], 1)
    points = np.concatenate([down, along]).astype(np.float32)
    kept = thinned(points, np.array([0, 80], np.int32))
    assert kept[0]
    assert kept[79]
    assert kept[38:41].any()
    assert kept.sum() < 20


def test_joining_keeps_every_polygon() -> None:
    """Two polygons and nothing are two polygons."""
    square = Polygons(np.array([[0, 0], [1, 0], [1, 1]], np.float32), np.array([0, 3], np.int32))
    both = joined([square, Polygons.none(), square])
    assert both.first.tolist() == [0, 3, 6]
    assert not len(joined([]).points)
