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
#: How wide a shade is, and at least, in sizes of the text.
_STEP_WIDTH, _LEAST_WIDTH = 1.7, 1.25
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_TOP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
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
        return self._places(width)[-1].bottom() - _LINE_GAP_PX

    def paint(self, painter: QPainter, at: QPointF, width: float) -> None:
        """Paint it with its top left corner there."""
        scale, end, *boxes = (place.translated(at) for place in self._places(width))
        side = self._metrics.height()
        painter.setFont(self._font)
        self._paint_shades(painter, scale, self._step(width))
        painter.drawText(end, _TOP, self._end(below=end.top() > scale.top()))
        for entry, box in zip(self._entries, boxes, strict=True):
            entry.sample(painter, QRectF(box.left(), box.top(), side, side))
            painter.setPen(ink.color(self._look.ink))
            words = QRectF(box.left() + side + _GAP_PX, box.top(), box.width() - side - _GAP_PX, side)
            painter.drawText(words, _LEFT, entry.words)

    def _paint_shades(self, painter: QPainter, box: QRectF, step: float) -> None:
        """Paint the shades with their numbers, and the word at 0 before them; the pen is left muted."""
        high, low = self._metrics.height(), self._low_width()
        for value in range(STEPS):
            colour = shade(self._look, value)
            cell = QRectF(box.left() + low + value * step, box.top(), step, high)
            painter.fillRect(cell, ink.color(colour))
            painter.setPen(ink.color(words_on(self._look, colour)))
            painter.drawText(cell, _CENTRE, str(value))
        painter.setPen(ink.color(self._look.muted))
        painter.drawText(QRectF(box.left(), box.top(), low, high), _LEFT, self._ends[0])

    def _low_width(self) -> float:
        return self._metrics.horizontalAdvance(self._ends[0]) + 1 + _GAP_PX

    def _end(self, *, below: bool) -> str:
        """Return the word at 10; below the shades it says what it is about."""
        return f"{STEPS - 1}: {self._ends[1]}" if below else self._ends[1]

    def _step(self, width: float) -> float:
        """Return how wide a shade is: less where the words at both ends would not fit beside them else."""
        end = self._metrics.horizontalAdvance(self._ends[1]) + 1 + _GAP_PX
        room = (width - self._low_width() - end) / STEPS
        return min(max(room, self._look.small_px * _LEAST_WIDTH), self._look.small_px * _STEP_WIDTH)

    def _places(self, width: float) -> list[QRectF]:
        """Return where the shades, the word at 10 and each entry stand."""
        side = self._metrics.height()
        scale = self._low_width() + STEPS * self._step(width) + _GAP_PX
        end = self._metrics.horizontalAdvance(self._ends[1]) + 1
        beside = scale + end <= width + 1
        found = [QRectF(0, 0, scale, self._row)]
        if not beside:
            end = self._metrics.horizontalAdvance(self._end(below=True)) + 1
        found.append(QRectF(scale if beside else 0.0, 0.0 if beside else self._row, end, self._row))
        x, y = found[-1].right() + _BETWEEN_PX, found[-1].top()
        for entry in self._entries:
            need = side + _GAP_PX + self._metrics.horizontalAdvance(entry.words) + 2
            if x > 0 and x + need > width:
                x, y = 0.0, y + self._row
            found.append(QRectF(x, y, need, self._row))
            x += need + _BETWEEN_PX
        return found
