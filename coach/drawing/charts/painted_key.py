"""The key of a painted chart: the shades in order, and a sample beside each word. It wraps where it is narrow."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from coach.drawing.charts import ink
from coach.drawing.charts.look import Look
from coach.drawing.charts.ramp import STEPS, shade, words_on

_GAP_PX = 6.0
_BETWEEN_PX = 20.0
_LINE_GAP_PX = 6.0
_STEP_WIDTH = 1.7  # times the size of the text
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """`words` beside what `sample` paints into a square box."""

    words: str
    sample: Callable[[QPainter, QRectF], None]


class PaintedKey:
    """`ends` are the words at 0 and at 10, which stand beside the shades."""

    def __init__(self, ends: tuple[str, str], entries: Sequence[KeyEntry], look: Look) -> None:
        self._ends, self._entries, self._look = ends, tuple(entries), look
        self._font = ink.font(look, look.small_px)
        self._metrics = QFontMetricsF(self._font)

    @property
    def _row(self) -> float:
        return self._metrics.height() + _LINE_GAP_PX

    def height(self, width: float) -> float:
        """Return how high it is at this width."""
        places = self._places(width)
        return places[-1].bottom() - _LINE_GAP_PX

    def paint(self, painter: QPainter, at: QPointF, width: float) -> None:
        """Paint it with its top left corner there."""
        scale, *boxes = self._places(width)
        painter.setFont(self._font)
        self._paint_shades(painter, scale.translated(at))
        for entry, box in zip(self._entries, boxes, strict=True):
            whole = box.translated(at)
            side = self._metrics.height()
            entry.sample(painter, QRectF(whole.left(), whole.top(), side, side))
            painter.setPen(ink.color(self._look.ink))
            words = QRectF(whole.left() + side + _GAP_PX, whole.top(), whole.width() - side - _GAP_PX, side)
            painter.drawText(words, _LEFT, entry.words)

    def _paint_shades(self, painter: QPainter, box: QRectF) -> None:
        high, step = self._metrics.height(), self._look.small_px * _STEP_WIDTH
        low = self._metrics.horizontalAdvance(self._ends[0]) + 1
        painter.setPen(ink.color(self._look.muted))
        painter.drawText(QRectF(box.left(), box.top(), low, high), _LEFT, self._ends[0])
        left = box.left() + low + _GAP_PX
        for value in range(STEPS):
            colour = shade(self._look, value)
            cell = QRectF(left + value * step, box.top(), step, high)
            painter.fillRect(cell, ink.color(colour))
            painter.setPen(ink.color(words_on(self._look, colour)))
            painter.drawText(cell, _CENTRE, str(value))
        painter.setPen(ink.color(self._look.muted))
        after = left + STEPS * step + _GAP_PX
        painter.drawText(QRectF(after, box.top(), box.right() - after + 1, high), _LEFT, self._ends[1])

    def _scale_width(self) -> float:
        words = sum(self._metrics.horizontalAdvance(end) + 1 + _GAP_PX for end in self._ends)
        return words + STEPS * self._look.small_px * _STEP_WIDTH

    def _places(self, width: float) -> list[QRectF]:
        """Return where the shades and each entry stand."""
        side = self._metrics.height()
        wanted = [side + _GAP_PX + self._metrics.horizontalAdvance(entry.words) + 2 for entry in self._entries]
        found: list[QRectF] = []
        x = y = 0.0
        for need in (self._scale_width(), *wanted):
            if x > 0 and x + need > width:
                x, y = 0.0, y + self._row
            found.append(QRectF(x, y, need, self._row))
            x += need + _BETWEEN_PX
        return found
