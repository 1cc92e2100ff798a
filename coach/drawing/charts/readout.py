"""What stands at the point that is looked at: a hair line, a ring, and a small card with plain words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from coach.drawing.charts import ink
from coach.drawing.charts.card import paint_card
from coach.drawing.charts.look import Look

_AWAY_PX = 14.0
_RING_PX = 9.0
_ON_TOP = 1000.0


class Readout(QGraphicsItem):
    """Drawn over the whole scene in its pixels; hidden while nothing is looked at and in pictures."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._words = ""
        self._area = QRectF()
        self._point = QPointF()
        self.setZValue(_ON_TOP)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.hide()

    def show_at(self, point: QPointF, words: str, area: QRectF) -> None:
        """Say `words` about the scene position `point`; `area` is where the plot is."""
        self.prepareGeometryChange()
        self._point, self._words, self._area = point, words, area
        self.setVisible(area.adjusted(-2, -2, 2, 2).contains(point))
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the plot's area: hair line and card stay inside it."""
        return self._area.adjusted(-_RING_PX, -_RING_PX, _RING_PX, _RING_PX)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw hair line, ring and card."""
        del option, widget
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(ink.pen(self._look.muted, 1, 0.6))
        x = round(self._point.x()) + 0.5
        painter.drawLine(QPointF(x, self._area.top()), QPointF(x, self._area.bottom()))
        painter.setPen(ink.pen(self._look.ink, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(self._point, _RING_PX, _RING_PX)
        around = QRectF(self._point, self._point).adjusted(-_AWAY_PX, -_AWAY_PX, _AWAY_PX, _AWAY_PX)
        paint_card(painter, self._look, self._words, around, self._area)
