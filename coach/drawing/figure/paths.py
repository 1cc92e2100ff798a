"""Polygons as painter paths, built in one go: a Python call for every point would cost more than painting them."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from PySide6.QtCore import QByteArray, QDataStream, Qt
from PySide6.QtGui import QPainterPath

from coach.figure.seen.ribbons import Polygons

# QDataStream's form of a path: how many elements, (type, x, y) each, where the last outline begins, the fill rule.
_ELEMENT = np.dtype([("type", ">i4"), ("x", ">f4"), ("y", ">f4")])
_MOVE, _LINE = 0, 1
_WINDING = (1).to_bytes(4, "big")


def path_of(polygons: Polygons) -> QPainterPath:
    """Return the polygons as one path that is filled by winding."""
    if not len(polygons.points):
        return QPainterPath()
    count, last = len(polygons.points), int(polygons.first[-2])
    data = _elements(polygons).tobytes()
    return _read(count.to_bytes(4, "big") + data + last.to_bytes(4, "big") + _WINDING, 1)[0]


def each_path_of(polygons: Polygons) -> tuple[QPainterPath, ...]:
    """Return a path for each polygon.

    For many small ones: the painter goes through all points of a path once for every 42 rows that it reaches over.
    """
    elements = _elements(polygons)
    ends = polygons.first.tolist()
    pieces = []
    for begin, end in pairwise(ends):
        pieces += [(end - begin).to_bytes(4, "big"), elements[begin:end].tobytes(), bytes(4), _WINDING]
    return _read(b"".join(pieces), len(ends) - 1)


def _elements(polygons: Polygons) -> np.ndarray[tuple[int], np.dtype[np.void]]:
    elements = np.empty(len(polygons.points), _ELEMENT)
    elements["type"] = _LINE
    elements["type"][polygons.first[:-1]] = _MOVE
    elements["x"], elements["y"] = polygons.points.T
    return elements


def _read(data: bytes, count: int) -> tuple[QPainterPath, ...]:
    """Return so many paths."""
    stream = QDataStream(QByteArray(data))
    stream.setFloatingPointPrecision(QDataStream.FloatingPointPrecision.SinglePrecision)
    paths = tuple(QPainterPath() for _ in range(count))
    for path in paths:
        stream >> path
        path.setFillRule(Qt.FillRule.WindingFill)
    return paths
