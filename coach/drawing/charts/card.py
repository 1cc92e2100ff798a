"""The small card with plain words that stands beside what is looked at."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from coach.drawing.charts import ink
from coach.drawing.charts.look import Look

_WIDEST = 23  # times the size of the text
_PADDING_PX = 10.0
_RADIUS_PX = 8.0
_TALLEST_PX = 1000.0
_FLAGS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


def paint_card(painter: QPainter, look: Look, words: str, beside: QRectF, area: QRectF) -> None:
    """Paint `words` on a card beside `beside`, above it where there is room, inside `area`."""
    font = ink.font(look, look.small_px)
    room = QRectF(0, 0, _WIDEST * look.small_px, _TALLEST_PX)
    inner = QFontMetricsF(font).boundingRect(room, _FLAGS, words)
    card = _place(beside, inner.width() + 2 * _PADDING_PX + 1, inner.height() + 2 * _PADDING_PX, area)
    painter.setPen(ink.pen(look.muted, 1))
    painter.setBrush(QColor(look.surface))
    painter.drawRoundedRect(card, _RADIUS_PX, _RADIUS_PX)
    painter.setFont(font)
    painter.setPen(QColor(look.ink))
    painter.drawText(card.adjusted(_PADDING_PX, _PADDING_PX, -_PADDING_PX + 1, -_PADDING_PX + 1), _FLAGS, words)


def _place(beside: QRectF, width: float, height: float, area: QRectF) -> QRectF:
    """Put the card on the side that has room."""
    left = beside.right()
    if left + width > area.right():
        left = beside.left() - width
    top = beside.top() - height
    if top < area.top():
        top = beside.bottom()
    left = max(min(left, area.right() - width), area.left())
    top = max(min(top, area.bottom() - height), area.top())
    return QRectF(left, top, width, height).translated(0.5, 0.5)
