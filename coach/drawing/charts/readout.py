"""What stands at the point that is looked at: a hair line, a ring, and a small card with plain words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from coach.drawing.charts import ink
from coach.drawing.charts.look import Look

_WIDEST = 23  # times the size of the text
_PADDING_PX = 10.0
_AWAY_PX = 14.0
_RADIUS_PX = 8.0
_RING_PX = 9.0
_ON_TOP = 1000.0
_FLAGS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class Readout(QGraphicsItem):
    """Drawn over the whole scene in its pixels; hidden while nothing is looked at and in pictures."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._font = ink.font(look, look.small_px)
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
        self._paint_card(painter)

    def _paint_card(self, painter: QPainter) -> None:
        inner = QFontMetricsF(self._font).boundingRect(
            QRectF(0, 0, _WIDEST * self._look.small_px, 1000), _FLAGS, self._words
        )
        card = self._place(inner.width() + 2 * _PADDING_PX + 1, inner.height() + 2 * _PADDING_PX)
        painter.setPen(ink.pen(self._look.muted, 1))
        painter.setBrush(QColor(self._look.surface))
        painter.drawRoundedRect(card, _RADIUS_PX, _RADIUS_PX)
        painter.setFont(self._font)
        painter.setPen(QColor(self._look.ink))
        inside = card.adjusted(_PADDING_PX, _PADDING_PX, -_PADDING_PX + 1, -_PADDING_PX + 1)
        painter.drawText(inside, _FLAGS, self._words)

    def _place(self, width: float, height: float) -> QRectF:
        """Put the card beside the point, on the side that has room, inside the plot."""
        left = self._point.x() + _AWAY_PX
        if left + width > self._area.right():
            left = self._point.x() - _AWAY_PX - width
        top = self._point.y() - height - _AWAY_PX
        if top < self._area.top():
            top = self._point.y() + _AWAY_PX
        left = min(max(left, self._area.left()), self._area.right() - width)
        top = min(max(top, self._area.top()), self._area.bottom() - height)
        return QRectF(left, top, width, height).translated(0.5, 0.5)
