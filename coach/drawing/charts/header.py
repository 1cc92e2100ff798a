"""The head of a chart: what is drawn, what of it is seen, and the key. It is part of the chart, so pictures carry it too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QGraphicsWidget, QStyleOptionGraphicsItem, QWidget

from coach.drawing.charts import ink
from coach.drawing.charts.look import Look
from coach.drawing.charts.model import Legend

_SAMPLE_PX = 34.0
_GAP_PX = 8.0
_ENTRY_GAP_PX = 24.0
MARKER_PX = 12.0
_ANY = QSizeF()
_WIDEST_PX = 100_000.0
_TALLEST_PX = 1000.0
#: The longest range, in figures, and how many times its room a head needs to put it beside the explanation.
_RANGE_LETTERS = 27
_WIDE_FOR_TWO = 2.2

Sample = Callable[[QPainter, Legend, QRectF], None]


@dataclass(frozen=True, slots=True)
class _Placed:
    legend: Legend
    sample: QRectF
    words: QRectF


class Header(QGraphicsWidget):
    """A line of explanation, the range that is seen beside it or below, and the key, which wraps."""

    def __init__(self, subtitle: str, legend: Sequence[Legend], look: Look, sample: Sample) -> None:
        super().__init__()
        self._subtitle, self._range = subtitle, ""
        self._legend, self._look, self._sample = tuple(legend), look, sample
        self._font = ink.font(look, look.small_px)

    def say_range(self, words: str) -> None:
        """Set the words for what is seen."""
        if words != self._range:
            self._range = words
            self.update()

    def fit(self, width: float) -> None:
        """Take as much height as this width needs."""
        height = self._layout(width)[1]
        self.setMinimumHeight(height)
        self.setMaximumHeight(height)

    def sizeHint(self, which: Qt.SizeHint, /, constraint: QSizeF | QSize = _ANY) -> QSizeF:
        """Take any width; the height is fixed by `fit`."""
        del constraint
        widest = which is Qt.SizeHint.MaximumSize
        return QSizeF(_WIDEST_PX if widest else 10, self._layout(max(self.size().width(), 10))[1])

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw it all as plain text."""
        del option, widget
        width = self.size().width()
        placed, _height = self._layout(width)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        painter.setPen(ink.color(self._look.muted))
        words, seen = self._rows(width)
        painter.drawText(words, _WRAPPED, self._subtitle)
        painter.drawText(seen, _RIGHT if seen.top() == 0 else _LEFT, self._range)
        for one in placed:
            self._sample(painter, one.legend, one.sample)
            painter.setPen(ink.color(self._look.ink))
            painter.drawText(one.words, _LEFT, one.legend.name)

    def _rows(self, width: float) -> tuple[QRectF, QRectF]:
        """Return where explanation and range stand: side by side, or one below the other where it is narrow."""
        metrics = QFontMetricsF(self._font)
        row, range_room = metrics.height() + 2, metrics.horizontalAdvance("0") * _RANGE_LETTERS
        beside = width > _WIDE_FOR_TWO * range_room
        room = max(width - range_room if beside else width, 1.0)
        words = metrics.boundingRect(QRectF(0, 0, room, _TALLEST_PX), _WRAPPED, self._subtitle)
        high = words.height() + 2 if self._subtitle else 0.0
        if beside:
            return QRectF(0, 0, room, max(high, row)), QRectF(room, 0, width - room, row)
        return QRectF(0, 0, room, high), QRectF(0, high, width, row)

    def _layout(self, width: float) -> tuple[list[_Placed], float]:
        metrics = QFontMetricsF(self._font)
        small = metrics.height() + 4
        words_box, range_box = self._rows(width)
        top = max(words_box.bottom(), range_box.bottom()) + (_GAP_PX if self._legend else 0)
        x, placed = 0.0, list[_Placed]()
        for legend in self._legend:
            words = metrics.horizontalAdvance(legend.name) + 2
            need = _SAMPLE_PX + _GAP_PX + words
            if x > 0 and x + need > width:
                x, top = 0.0, top + small
            sample = QRectF(x, top, _SAMPLE_PX, small)
            placed.append(_Placed(legend, sample, QRectF(x + _SAMPLE_PX + _GAP_PX, top, words, small)))
            x += need + _ENTRY_GAP_PX
        return placed, top + (small if placed else 0) + _GAP_PX


def line_sample(look: Look) -> Sample:
    """Return what draws a marker on its line."""

    def draw(painter: QPainter, legend: Legend, box: QRectF) -> None:
        hue = look.series[legend.slot]
        painter.setPen(ink.line_pen(hue, ink.line_width(look), legend.shape))
        painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()))
        _draw_marker(painter, legend, box.center(), look, filled=True)

    return draw


def dumbbell_sample(look: Look) -> Sample:
    """Return what draws a hollow marker joined to a filled one, from before to after."""

    def draw(painter: QPainter, legend: Legend, box: QRectF) -> None:
        y, inset = box.center().y(), MARKER_PX / 2 + 1
        before, after = QPointF(box.left() + inset, y), QPointF(box.right() - inset, y)
        painter.setPen(ink.pen(look.series[legend.slot], ink.line_width(look)))
        painter.drawLine(before, after)
        _draw_marker(painter, legend, before, look, filled=False)
        _draw_marker(painter, legend, after, look, filled=True)

    return draw


def _draw_marker(painter: QPainter, legend: Legend, at: QPointF, look: Look, *, filled: bool) -> None:
    hue = look.series[legend.slot]
    painter.save()
    painter.translate(at)
    painter.scale(MARKER_PX, MARKER_PX)
    painter.setPen(ink.pen(look.surface if filled else hue, (1.0 if filled else 1.6) / MARKER_PX))
    painter.setBrush(pg.mkBrush(ink.color(hue if filled else look.surface)))
    painter.drawPath(ink.marker(legend.shape))
    painter.restore()


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
