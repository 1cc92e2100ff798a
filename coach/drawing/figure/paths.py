"""Polygons as painter paths, built in one go: a Python call for every point would cost more than painting them."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QByteArray, QDataStream, Qt
from PySide6.QtGui import QPainterPath

from coach.figure.seen.ribbons import Polygons

# QDataStream's form of a path: how many elements, (type, x, y) each, where the last outline begins, the fill rule.
_ELEMENT = np.dtype([("type", ">i4"), ("x", ">f4"), ("y", ">f4")])
_MOVE, _LINE = 0, 1


def path_of(polygons: Polygons) -> QPainterPath:
    """Return the polygons as one path that is filled by winding."""
    path = QPainterPath()
    count = len(polygons.points)
    if count:
        elements = np.empty(count, _ELEMENT)
        elements["type"] = _LINE
        elements["type"][polygons.first[:-1]] = _MOVE
        elements["x"], elements["y"] = polygons.points.T
        last = int(polygons.first[-2])
        data = count.to_bytes(4, "big") + elements.tobytes() + last.to_bytes(4, "big") + (1).to_bytes(4, "big")
        stream = QDataStream(QByteArray(data))
        stream.setFloatingPointPrecision(QDataStream.FloatingPointPrecision.SinglePrecision)
        stream >> path
    path.setFillRule(Qt.FillRule.WindingFill)
    return path
