"""What lies behind the points of a chart over time: stretches, what happened, and its names above."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from coach.drawing.charts import ink
from coach.drawing.charts.look import Look
from coach.drawing.charts.model import Happening, Scale, Turn

#: The room that names need above the scale, in heights of the small text.
ROOM_FOR_NAMES = 1.7
#: How far above the scale they stand: over the word of its end.
_ROW = 1.75 + ROOM_FOR_NAMES
_GAP_PX = 10.0
_MARK_PX = 5.0
_NARROWEST_PX = 3.0
_SHADE, _HATCH, _STRONG = 0.07, 0.3, 1.6
_DASHES = [3.0, 3.0]
_BEHIND_ALL = -50.0


class Ground(QGraphicsItem):
    """Painted in pixels inside the view, behind everything in it; nothing of it is drawn with colour alone.

    Stretches between turns are shaded in turn, with a mark at the lower end of the scale where each begins. What happened
    is a dashed line at its day, or a hatched stretch of days, with its name above as far as names do not meet.
    """

    def __init__(
        self, view: pg.ViewBox, happenings: Sequence[Happening], turns: Sequence[Turn], scale: Scale, look: Look
    ) -> None:
        super().__init__(view)
        self._view, self._scale, self._look = view, scale, look
        self._happenings, self._turns = tuple(happenings), tuple(turns)
        self._font = ink.font(look, look.small_px)
        self.setZValue(_BEHIND_ALL)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        view.sigRangeChanged.connect(self._moved)
        view.sigResized.connect(self._resized)

    def boundingRect(self) -> QRectF:
        """Return the whole view."""
        return QRectF(self._view.rect())

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paint stretches first, then what happened, then names."""
        del option, widget
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top, bottom = self._y(self._scale.high), self._y(self._scale.low)
        self._paint_turns(painter, top, bottom)
        for one in self._happenings:
            self._paint_happening(painter, one, top, bottom)
        self._paint_names(painter, top)

    def _moved(self) -> None:
        self.update()

    def _resized(self) -> None:
        self.prepareGeometryChange()

    def _x(self, x: float) -> float:
        return self._pixel(x, 0).x()

    def _y(self, y: float) -> float:
        return self._pixel(0, y).y()

    def _pixel(self, x: float, y: float) -> QPointF:
        return QPointF(self._view.mapFromView(QPointF(x, y)))

    def _alpha(self, alpha: float) -> float:
        return min(alpha * _STRONG, 1.0) if self._look.strong else alpha

    def _paint_turns(self, painter: QPainter, top: float, bottom: float) -> None:
        right = self.boundingRect().right()
        xs = [self._x(turn.x) for turn in self._turns]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.color(self._look.ink, self._alpha(_SHADE)))
        for number, left in enumerate(xs):
            if number % 2 == 0:
                end = xs[number + 1] if number + 1 < len(xs) else right
                painter.drawRect(QRectF(left, top, end - left, bottom - top))
        painter.setBrush(ink.color(self._look.muted))
        for x in xs:
            tip, foot = QPointF(x, bottom - 2 * _MARK_PX), bottom
            painter.drawPolygon(QPolygonF([tip, QPointF(x + _MARK_PX, foot), QPointF(x - _MARK_PX, foot)]))

    def _paint_happening(self, painter: QPainter, one: Happening, top: float, bottom: float) -> None:
        if one.lasting:
            left = self._x(one.first)
            wide = max(self._x(one.last) - left, _NARROWEST_PX)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(ink.color(self._look.muted, self._alpha(_HATCH)), Qt.BrushStyle.BDiagPattern))
            painter.drawRect(QRectF(left, top, wide, bottom - top))
            return
        pen = ink.pen(self._look.muted, 1)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern(_DASHES)
        painter.setPen(pen)
        x = round(self._middle(one)) + 0.5
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))

    def _paint_names(self, painter: QPainter, top: float) -> None:
        """Write each name at its beginning, the longest lasting first; those that would meet one are left to be asked for."""
        metrics = QFontMetricsF(self._font)
        row = QRectF(0, top - _ROW * self._look.small_px, 0, metrics.height())
        painter.setFont(self._font)
        painter.setPen(ink.pen(self._look.muted, 1))
        taken: list[tuple[float, float]] = []
        for one in sorted(self._happenings, key=lambda held: held.first - held.last):
            x = self._name_x(one)
            if x is None:
                continue
            painter.drawLine(QPointF(x, row.bottom() + 1), QPointF(x, row.bottom() + _MARK_PX))
            wide = metrics.horizontalAdvance(one.name)
            left = min(x, self.boundingRect().right() - wide)
            if all(left + wide + _GAP_PX <= begin or left >= end + _GAP_PX for begin, end in taken):
                painter.drawText(QPointF(left, row.top() + metrics.ascent()), one.name)
                taken.append((left, left + wide))

    def _name_x(self, one: Happening) -> float | None:
        """Return where its name begins, inside what is seen; None where nothing of it is seen."""
        left, right = (self._x(one.first), self._x(one.last)) if one.lasting else (self._middle(one),) * 2
        if right < 0 or left > self.boundingRect().right():
            return None
        return max(round(left) + 0.5, 0.5)

    def _middle(self, one: Happening) -> float:
        return self._x((one.first + one.last) / 2)
