"""Words beneath a painted chart, in the place of a key."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from coach.drawing.charts import ink
from coach.drawing.charts.look import Look
from coach.drawing.charts.painted_key import PaintedKey

_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_TALLEST_PX = 1000.0


class WrittenKey(PaintedKey):
    """A sentence or two, wrapped."""

    def __init__(self, words: str, look: Look) -> None:
        super().__init__(("", ""), (), look)
        self._words = words

    def height(self, width: float) -> float:
        """Return how high it is at this width."""
        return self._metrics.boundingRect(QRectF(0, 0, width, _TALLEST_PX), _WRAPPED, self._words).height()

    def paint(self, painter: QPainter, at: QPointF, width: float) -> None:
        """Paint it with its top left corner there."""
        painter.setFont(self._font)
        painter.setPen(ink.color(self._look.muted))
        painter.drawText(QRectF(at.x(), at.y(), width, self.height(width) + 1), _WRAPPED, self._words)
