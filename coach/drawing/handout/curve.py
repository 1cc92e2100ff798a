"""A small curve on paper: every entry a dot, the mean of seven days a line, from 0 to 10. Vector, in one ink."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from coach.drawing.handout.words import Style, width_of, write
from coach.handout.report import Curve

_INK: Final = "#000000"
_DOT, _GRID = "#7A7A7A", "#C9C9C9"
_MOST: Final = 10.0
_STEPS: Final = (0, 5, 10)


def paint_curve(painter: QPainter, curve: Curve, area: QRectF, *, numbers: Style | None = None) -> None:
    """Paint into an area; with a style the numbers 0, 5 and 10 stand before it."""
    painter.save()
    foot = numbers.px * 1.6 if numbers else 2.0
    inside = area.adjusted(numbers.px * 1.9 if numbers else 0.0, 2.0, 0.0, -foot)
    _grid(painter, inside)
    if numbers is not None:
        for step in _STEPS:
            place = QRectF(area.x(), _y(step, inside) - numbers.px * 0.65, numbers.px * 1.9, numbers.px * 1.4)
            write(painter, place, str(step), numbers)
        _days(painter, curve, inside, numbers)
    _dots(painter, curve, inside)
    _line(painter, curve, inside)
    painter.restore()


def _grid(painter: QPainter, inside: QRectF) -> None:
    painter.setPen(QPen(QColor(_GRID), 0.6))
    for step in _STEPS:
        y = _y(step, inside)
        painter.drawLine(QPointF(inside.left(), y), QPointF(inside.right(), y))


def _days(painter: QPainter, curve: Curve, inside: QRectF, style: Style) -> None:
    """Write some days under it, the first and the last inside its ends."""
    for x, words in curve.ticks:
        wide = width_of(words, style) + 2
        left = min(max(_x(x, curve, inside) - wide / 2, inside.left()), inside.right() - wide)
        write(painter, QRectF(left, inside.bottom() + 2, wide, style.px * 1.5), words, style)


def _dots(painter: QPainter, curve: Curve, inside: QRectF) -> None:
    """Smaller dots where many share the width, so that they stay dots."""
    size = 1.5 if len(curve.points) * 3 < inside.width() else 0.9
    painter.setPen(QPen(QColor(_DOT), 0))
    painter.setBrush(QColor(_DOT))
    for x, value in curve.points:
        painter.drawEllipse(QPointF(_x(x, curve, inside), _y(value, inside)), size, size)


def _line(painter: QPainter, curve: Curve, inside: QRectF) -> None:
    painter.setPen(QPen(QColor(_INK), 1.2))
    for run in curve.runs:
        line = QPolygonF([QPointF(_x(x, curve, inside), _y(value, inside)) for x, value in run])
        painter.drawPolyline(line)


def _x(x: float, curve: Curve, inside: QRectF) -> float:
    return inside.left() + (x - curve.first) / max(curve.last - curve.first, 1.0) * inside.width()


def _y(value: float, inside: QRectF) -> float:
    return inside.bottom() - value / _MOST * inside.height()
