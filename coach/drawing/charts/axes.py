"""The two axes: a fixed scale such as tightness from 0 to 10, and time or sessions below."""

from __future__ import annotations

from collections.abc import Callable

import pyqtgraph as pg
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF

from coach.drawing.charts import ink
from coach.drawing.charts.look import Look
from coach.drawing.charts.model import TIGHTNESS_SCALE, Scale
from coach.drawing.charts.ticks import Tick

#: Room above and below the scale for the words at both ends, in heights of their text.
_ROOM_ABOVE, _ROOM_BELOW = 1.75, 2.1
_MOST_OF_IT = 0.6
_LABEL_ROOM_PX = 68
_LABEL_LINES = 2.9
_STRONG_GRID = 0.45
#: The word below keeps clear of markers at the lowest value: a part of the scale.
_BELOW = 0.01

TickMaker = Callable[[float, float, int], list[Tick]]


class BottomAxis(pg.AxisItem):  # type: ignore[misc]
    """Labels made by a function of (start, end, how many there is room for)."""

    def __init__(self, make: TickMaker, look: Look) -> None:
        super().__init__("bottom", maxTickLength=-5)
        self._make = make
        self._room_px = _LABEL_ROOM_PX * look.small_px / 13
        self._labels: dict[float, str] = {}
        self.setTickFont(ink.font(look, look.small_px))
        self.setTextPen(ink.color(look.muted))
        self.setPen(ink.pen(look.line, 1))
        self.setTickPen(ink.pen(look.line, 1))
        self.setHeight(round(look.small_px * _LABEL_LINES + 8))
        self.setStyle(hideOverlappingLabels=True, autoExpandTextSpace=False)
        self.enableAutoSIPrefix(False)

    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, list[float]]]:  # noqa: N803
        """Return the positions of the labels, all of one rank."""
        inside = (maxVal - minVal) * self._room_px / 2.4 / max(size, 1.0)  # a label at the edge would be cut off
        ticks = self._make(minVal + inside, maxVal - inside, max(int(size / self._room_px), 1))
        self._labels = dict(ticks)
        return [(1.0, [x for x, _label in ticks])]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """Return the labels of these positions."""
        del scale, spacing
        return [self._labels.get(value, "") for value in values]


def left_axis(look: Look, scale: Scale = TIGHTNESS_SCALE) -> pg.AxisItem:
    """Return the axis with the labels of a scale; its line is not drawn, the grid lines carry it."""
    axis = pg.AxisItem("left", maxTickLength=0)
    axis.setTicks([list(scale.labels)])
    font = ink.font(look, look.small_px)
    axis.setTickFont(font)
    axis.setTextPen(ink.color(look.muted))
    axis.setPen(None)
    widest = max(QFontMetricsF(font).horizontalAdvance(words) for _value, words in scale.labels)
    axis.setWidth(round(max(widest + 12, look.small_px * 2.2)))
    axis.setStyle(tickTextOffset=8)
    return axis


def add_grid(plot: pg.PlotItem, look: Look, scale: Scale = TIGHTNESS_SCALE) -> None:
    """Draw a line at each labelled value, one of them stronger where the scale says so, behind everything."""
    for value, _words in scale.labels:
        strong = value == scale.strong
        line_pen = ink.pen(look.muted if strong else look.line, 1, _STRONG_GRID if look.strong and not strong else 1.0)
        line = pg.InfiniteLine(pos=value, angle=0, pen=ink.unzoomed(line_pen, 1), movable=False)
        line.setZValue(-20)
        plot.addItem(line, ignoreBounds=True)


def scale_ends(height: float, look: Look, scale: Scale = TIGHTNESS_SCALE, *, more: float = 0.0) -> tuple[float, float]:
    """Return the lowest and highest value to show in a plot of this height, with room for the words at both ends.

    `more` is how much more room there shall be above, in heights of the text.
    """
    above, below = (_ROOM_ABOVE + more) * look.small_px, _ROOM_BELOW * look.small_px
    shrink = min(1.0, _MOST_OF_IT * height / (above + below))
    above, below = above * shrink, below * shrink
    unit = (height - above - below) / (scale.high - scale.low)
    return scale.low - below / unit, scale.high + above / unit


class EndWords:
    """The words at both ends of the scale, kept at the left edge of what is seen."""

    def __init__(self, plot: pg.PlotItem, words: tuple[str, str], look: Look, scale: Scale = TIGHTNESS_SCALE) -> None:
        top, bottom = words
        self._view = plot.getViewBox()
        self._texts = [_words(top, (0, 1), look), _words(bottom, (0, 0), look)]
        for text, value in zip(self._texts, (scale.high, scale.low - _BELOW * (scale.high - scale.low)), strict=True):
            plot.addItem(text, ignoreBounds=True)
            text.setPos(0, value)
        self._view.sigXRangeChanged.connect(self.place)
        self.place()

    def place(self) -> None:
        """Follow the left edge."""
        left = self._view.viewRange()[0][0]
        for text in self._texts:
            text.setPos(QPointF(left, text.pos().y()))


def _words(words: str, anchor: tuple[int, int], look: Look) -> pg.TextItem:
    text = pg.TextItem("", color=ink.color(look.muted), anchor=anchor)
    text.setPlainText(words)
    text.setFont(ink.font(look, look.small_px))
    text.setZValue(-10)
    return text
