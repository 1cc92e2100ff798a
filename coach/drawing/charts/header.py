"""The head of a chart: title, what is seen, and the key. It is part of the chart, so pictures carry it too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
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

Sample = Callable[[QPainter, Legend, QRectF], None]


@dataclass(frozen=True, slots=True)
class _Placed:
    legend: Legend
    sample: QRectF
    words: QRectF


class Header(QGraphicsWidget):
    """Title at the left, the range that is seen at the right, a line of explanation, and the key, which wraps."""

    def __init__(self, title: str, subtitle: str, legend: Sequence[Legend], look: Look, sample: Sample) -> None:
        super().__init__()
        self.title, self._subtitle, self._range = title, subtitle, ""
        self._legend, self._look, self._sample = tuple(legend), look, sample
        self._title_font = ink.font(look, look.title_px, QFont.Weight.DemiBold)
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
        row = self._title_height()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._title_font)
        painter.setPen(ink.color(self._look.ink))
        painter.drawText(QRectF(0, 0, width, row), _LEFT, self.title)
        painter.setFont(self._font)
        painter.setPen(ink.color(self._look.muted))
        painter.drawText(QRectF(0, 0, width, row), _RIGHT, self._range)
        painter.drawText(QRectF(0, row, width, self._subtitle_height(width)), _WRAPPED, self._subtitle)
        for one in placed:
            self._sample(painter, one.legend, one.sample)
            painter.setPen(ink.color(self._look.ink))
            painter.drawText(one.words, _LEFT, one.legend.name)

    def _title_height(self) -> float:
        return QFontMetricsF(self._title_font).height() + 2

    def _subtitle_height(self, width: float) -> float:
        room = QRectF(0, 0, max(width, 1), _TALLEST_PX)
        return QFontMetricsF(self._font).boundingRect(room, _WRAPPED, self._subtitle).height() + 4

    def _layout(self, width: float) -> tuple[list[_Placed], float]:
        metrics = QFontMetricsF(self._font)
        small = metrics.height() + 4
        top = self._title_height() + self._subtitle_height(width) + (_GAP_PX if self._legend else 0)
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
