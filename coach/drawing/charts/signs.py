"""The shapes of what happened on a day, for the year of days and its key."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from coach.drawing.charts import ink
from coach.drawing.charts.boards import Sign

_RING_WIDTH = 0.2
_BAR, _BAR_AWAY = 0.22, 0.16
_ARM = 0.16
_POLYGONS = {
    Sign.FLARE: ((0.0, -0.48), (0.52, 0.44), (-0.52, 0.44)),
    Sign.OTHER: ((0.0, -0.5), (0.5, 0.0), (0.0, 0.5), (-0.5, 0.0)),
}


def paint_sign(painter: QPainter, sign: Sign, box: QRectF, colour: str) -> None:
    """Paint a sign as large as the box: a triangle, two bars, a cross, a ring or a diamond."""
    painter.save()
    painter.translate(box.center())
    painter.scale(box.width(), box.height())
    if sign is Sign.TRAVEL:
        painter.setPen(QPen(ink.color(colour), _RING_WIDTH))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(0, 0), 0.5 - _RING_WIDTH / 2, 0.5 - _RING_WIDTH / 2)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.color(colour))
        painter.drawPath(_path(sign))
    painter.restore()


def _path(sign: Sign) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    if sign is Sign.REST:
        path.addRect(QRectF(-_BAR_AWAY - _BAR, -0.45, _BAR, 0.9))
        path.addRect(QRectF(_BAR_AWAY, -0.45, _BAR, 0.9))
    elif sign is Sign.ILLNESS:
        path.addRect(QRectF(-_ARM, -0.48, 2 * _ARM, 0.96))
        path.addRect(QRectF(-0.48, -_ARM, 0.96, 2 * _ARM))
    else:
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in _POLYGONS[sign]]))
        path.closeSubpath()
    return path
