"""What one line of a chart over time is drawn with: its markers, the line of its mean, and the channel around it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsPathItem

from coach.drawing.charts import ink
from coach.drawing.charts.look import Look
from coach.drawing.charts.model import Band, Line, Run

#: Beyond this many vertices in view a line is drawn in pieces.
_LONG_LINE = 250
_HALF_A_DAY = 0.5
_OUTLINED_PX = 9
_BAND_ALPHA, _STRONG_BAND_ALPHA, _EDGE_ALPHA = 0.13, 0.28, 0.5


class Markers:
    """The markers of one line: filled for tightness, hollow for another feeling."""

    def __init__(self, line: Line, look: Look) -> None:
        self._hue, self._surface = look.series[line.slot], look.surface
        self._size, self._alpha, self._ratio = 0, 0.0, 1.0
        hollow = np.asarray(line.hollow, dtype=bool)
        xs, ys = np.asarray(line.xs, dtype=float), np.asarray(line.ys, dtype=float)
        shape = ink.marker(line.shape)
        self._filled = pg.ScatterPlotItem(xs[~hollow], ys[~hollow], symbol=shape, pxMode=True, antialias=True)
        self._hollow = pg.ScatterPlotItem(xs[hollow], ys[hollow], symbol=shape, pxMode=True, antialias=True)
        for item in self.items:
            item.setZValue(5)

    @property
    def items(self) -> tuple[pg.ScatterPlotItem, pg.ScatterPlotItem]:
        """Return what is drawn."""
        return self._filled, self._hollow

    def fit(self, size: int, alpha: float) -> None:
        """Take a size in pixels and an opacity."""
        if (self._size, self._alpha) == (size, alpha):
            return
        self._size, self._alpha = size, alpha
        self._filled.setSize(size)
        self._filled.setBrush(ink.color(self._hue, alpha))
        self._hollow.setSize(size)
        self._hollow.setBrush(ink.color(self._surface, alpha))
        self.set_ratio(self._ratio)

    def set_ratio(self, ratio: float) -> None:
        """Outline for a device of `ratio` pixels to a logical one."""
        self._ratio = ratio
        outline = 1.5 if self._size >= _OUTLINED_PX else 0.8
        self._filled.setPen(ink.unzoomed(ink.pen(self._surface, 1, self._alpha), ratio))
        self._hollow.setPen(ink.unzoomed(ink.pen(self._hue, outline, self._alpha), ratio))


class Curve:
    """The line of one stretch of the mean; a single mean is a dash as long as its day.

    Only what is seen is drawn. Many vertices in view are drawn in pieces and without dashes: Qt takes a second to
    stroke one wide path that winds a thousand times.
    """

    def __init__(self, run: Run, line: Line, look: Look) -> None:
        if len(run) == 1:
            run = ((run[0][0] - _HALF_A_DAY, run[0][1]), (run[0][0] + _HALF_A_DAY, run[0][1]))
        xs, ys = zip(*run, strict=True)
        self._xs, self._ys = np.asarray(xs, dtype=float), np.asarray(ys, dtype=float)
        hue, width = look.series[line.slot], ink.line_width(look)
        self._pens = (ink.line_pen(hue, width, line.shape), ink.pen(hue, width))
        self._ratio, self._seen = 1.0, slice(0, 0)
        self.item = pg.PlotCurveItem(antialias=True)
        self.item.setZValue(10)

    def fit(self, start: float, end: float) -> None:
        """Draw what lies between these ends, with one vertex more on each side."""
        seen = _between(self._xs, start, end)
        if seen != self._seen:
            self._seen = seen
            xs = self._xs[seen]
            self.item.setSegmentedLineMode("on" if len(xs) > _LONG_LINE else "off")
            self.item.setData(xs, self._ys[seen])
            self.set_ratio(self._ratio)

    def set_ratio(self, ratio: float) -> None:
        """Draw as wide as meant on a device of `ratio` pixels to a logical one."""
        self._ratio = ratio
        plain = self._seen.stop - self._seen.start > _LONG_LINE
        self.item.setPen(ink.unzoomed(self._pens[plain], ratio))


class Channel:
    """One stretch of the channel of highs and lows: a faint area with hairlines at its edges. Only what is seen is drawn."""

    def __init__(self, band: Band, line: Line, look: Look) -> None:
        if len(band) == 1:
            x, low, high = band[0]
            band = ((x - _HALF_A_DAY, low, high), (x + _HALF_A_DAY, low, high))
        self._band = band
        self._xs = np.asarray([x for x, _low, _high in band], dtype=float)
        self._seen = slice(0, 0)
        hue = look.series[line.slot]
        self._edge = ink.pen(hue, 1, 1.0 if look.strong else _EDGE_ALPHA)
        self._area, self._edges = QGraphicsPathItem(), QGraphicsPathItem()
        self._area.setPen(QPen(Qt.PenStyle.NoPen))
        self._area.setBrush(ink.color(hue, _STRONG_BAND_ALPHA if look.strong else _BAND_ALPHA))
        for z, item in enumerate(self.items):
            item.setZValue(-10 + z)
        self.set_ratio(1.0)

    @property
    def items(self) -> tuple[QGraphicsPathItem, QGraphicsPathItem]:
        """Return what is drawn."""
        return self._area, self._edges

    def fit(self, start: float, end: float) -> None:
        """Draw what lies between these ends, with one vertex more on each side."""
        seen = _between(self._xs, start, end)
        if seen == self._seen:
            return
        self._seen = seen
        part = self._band[seen]
        lows, highs = [(x, low) for x, low, _high in part], [(x, high) for x, _low, high in part]
        self._area.setPath(_path([*highs, *reversed(lows)]))
        edges = _path(highs)
        edges.addPath(_path(lows))
        self._edges.setPath(edges)

    def set_ratio(self, ratio: float) -> None:
        """Draw the edges as wide as meant on a device of `ratio` pixels to a logical one."""
        self._edges.setPen(ink.unzoomed(self._edge, ratio))


def _between(xs: np.ndarray[tuple[int, ...], np.dtype[np.float64]], start: float, end: float) -> slice:
    first, last = np.searchsorted(xs, (start, end))
    return slice(max(int(first) - 1, 0), int(last) + 1)


def _path(points: Sequence[tuple[float, float]]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    return path
