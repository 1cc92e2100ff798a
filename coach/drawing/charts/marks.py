"""What one line of a chart over time is drawn with: its markers, the line of its mean, and the channel around it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem

from coach.drawing.charts import ink
from coach.drawing.charts.look import Look
from coach.drawing.charts.model import Line

#: Beyond this many vertices in view a line is drawn in pieces.
_LONG_LINE = 250
_HALF_A_DAY = 0.5
_OUTLINED_PX = 9
_BAND_ALPHA, _STRONG_BAND_ALPHA, _EDGE_ALPHA = 0.13, 0.28, 0.5

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


class Markers:
    """The markers of one line: filled for tightness, hollow for another feeling.

    Those in view and as far again to both sides are drawn: each change of size or pen goes through all that are there.
    """

    def __init__(self, line: Line, look: Look) -> None:
        self._hue, self._surface = look.series[line.slot], look.surface
        self._size, self._alpha, self._ratio = 0, 0.0, 1.0
        self._reach = (0.0, 0.0)
        hollow = np.asarray(line.hollow, dtype=bool)
        xs, ys = np.asarray(line.xs, dtype=float), np.asarray(line.ys, dtype=float)
        self._places = tuple((xs[kind], ys[kind]) for kind in (~hollow, hollow))
        shape = ink.marker(line.shape)
        self._filled, self._hollow = (pg.ScatterPlotItem(symbol=shape, pxMode=True, antialias=True) for _kind in "fh")
        for item in self.items:
            item.setZValue(5)

    @property
    def items(self) -> tuple[pg.ScatterPlotItem, pg.ScatterPlotItem]:
        """Return what is drawn."""
        return self._filled, self._hollow

    def fit(self, size: int, alpha: float, start: float, end: float) -> None:
        """Take a size in pixels and an opacity, and draw what lies between these ends."""
        inside = self._reach[0] <= start and end <= self._reach[1]
        if inside and (self._size, self._alpha) == (size, alpha):
            return
        if not inside:
            self._reach = (2 * start - end, 2 * end - start)
        self._size, self._alpha = size, alpha
        brushes = (ink.color(self._hue, alpha), ink.color(self._surface, alpha))
        for item, (xs, ys), brush, pen in zip(self.items, self._places, brushes, self._pens(), strict=True):
            seen = _between(xs, *self._reach)
            item.setData(xs[seen], ys[seen], size=size, brush=brush, pen=pen)

    def set_ratio(self, ratio: float) -> None:
        """Outline for a device of `ratio` pixels to a logical one."""
        if ratio == self._ratio:
            return
        self._ratio = ratio
        for item, pen in zip(self.items, self._pens(), strict=True):
            item.setPen(pen)

    def _pens(self) -> tuple[QPen, QPen]:
        outline = 1.5 if self._size >= _OUTLINED_PX else 0.8
        filled, hollow = ink.pen(self._surface, 1, self._alpha), ink.pen(self._hue, outline, self._alpha)
        return ink.unzoomed(filled, self._ratio), ink.unzoomed(hollow, self._ratio)


class Curve:
    """The mean of one line in all its stretches; a single mean is a dash as long as its day.

    Only what is seen is drawn, as one item. Many vertices in view are drawn in pieces and without dashes: Qt takes a
    second to stroke one wide path that winds a thousand times.
    """

    def __init__(self, line: Line, look: Look) -> None:
        runs = [_dash(run) for run in line.runs]
        self._xs, self._ys = (
            np.asarray([point[axis] for run in runs for point in run], dtype=float) for axis in (0, 1)
        )
        #: Whether a vertex is joined to the next one: the last of a stretch is not.
        self._joined = np.asarray([n + 1 < len(run) for run in runs for n in range(len(run))], dtype=np.int32)
        hue, width = look.series[line.slot], ink.line_width(look)
        self._pens = (ink.line_pen(hue, width, line.shape), ink.pen(hue, width))
        self._lean_pen, self._lean = pg.mkPen(hue, width=1), False
        self._ratio, self._seen = 1.0, slice(0, 0)
        self._reach = (0.0, 0.0)
        item = pg.PlotCurveItem(antialias=True)
        item.setZValue(10)
        self.items = (item,)

    def fit(self, start: float, end: float) -> None:
        """Draw what lies between these ends, with a vertex more on each side."""
        if self._lean:
            if self._reach[0] <= start and end <= self._reach[1]:
                return  # drawn already, and cheaply
            start, end = 2 * start - end, 2 * end - start
        self._reach = (start, end)
        seen = _between(self._xs, start, end)
        if seen != self._seen:
            self._seen = seen
            self.items[0].setData(self._xs[seen], self._ys[seen], connect=self._joined[seen])
            self.set_ratio(self._ratio)

    def set_ratio(self, ratio: float) -> None:
        """Draw as wide as meant on a device of `ratio` pixels to a logical one."""
        self._ratio = ratio
        plain = self._seen.stop - self._seen.start > _LONG_LINE
        self.items[0].setSegmentedLineMode("on" if plain and not self._lean else "off")
        self.items[0].setPen(self._lean_pen if self._lean else ink.unzoomed(self._pens[plain], ratio))

    def be_lean(self, *, lean: bool) -> None:
        """Draw a hairline, as long as the chart is moved: a wide line takes Qt many times as long."""
        if lean != self._lean:
            self._lean = lean
            self.set_ratio(self._ratio)


class Channel:
    """The channel of highs and lows of one line in all its stretches: a faint area with hairlines at its edges.

    Only what is seen is drawn.
    """

    def __init__(self, line: Line, look: Look) -> None:
        self._runs = [np.asarray(_dash(band), dtype=float).T for band in line.band]
        self._seen: list[tuple[int, slice]] = []
        self._lean = False
        hue = look.series[line.slot]
        self._edge = ink.pen(hue, 1, 1.0 if look.strong else _EDGE_ALPHA)
        self._area, self._edges = QGraphicsPathItem(), QGraphicsPathItem()
        self._area.setPen(QPen(Qt.PenStyle.NoPen))
        self._area.setBrush(ink.color(hue, _STRONG_BAND_ALPHA if look.strong else _BAND_ALPHA))
        self.items = (self._area, self._edges)
        for z, item in enumerate(self.items):
            item.setZValue(-10 + z)
        self.set_ratio(1.0)

    def fit(self, start: float, end: float) -> None:
        """Draw what lies between these ends, with a vertex more on each side."""
        if self._lean:
            return
        inside = [number for number, run in enumerate(self._runs) if run[0][0] <= end and run[0][-1] >= start]
        seen = [(number, _between(self._runs[number][0], start, end)) for number in inside]
        if seen == self._seen:
            return
        self._seen = seen
        parts = [self._runs[number][:, part] for number, part in seen]
        around = [(np.r_[xs, xs[::-1]], np.r_[highs, lows[::-1]]) for xs, lows, highs in parts]
        self._show()
        self._area.setPath(_path(around))
        self._edges.setPath(_path([edge for xs, lows, highs in parts for edge in ((xs, lows), (xs, highs))]))

    def set_ratio(self, ratio: float) -> None:
        """Draw the edges as wide as meant on a device of `ratio` pixels to a logical one."""
        self._edges.setPen(ink.unzoomed(self._edge, ratio))

    def be_lean(self, *, lean: bool) -> None:
        """Leave it out, as long as the chart is moved: an area with hairlines costs more than all the rest."""
        if lean != self._lean:
            self._lean = lean
            self._show()

    def _show(self) -> None:
        for item in self.items:
            item.setVisible(bool(self._seen) and not self._lean)  # an empty path is no valid drawing


def _dash(run: Sequence[tuple[float, ...]]) -> Sequence[tuple[float, ...]]:
    """Return a stretch of one day as one from its morning to its evening."""
    if len(run) > 1:
        return run
    x, *values = run[0]
    return [(x - _HALF_A_DAY, *values), (x + _HALF_A_DAY, *values)]


def _between(xs: Floats, start: float, end: float) -> slice:
    first, last = np.searchsorted(xs, (start, end))
    return slice(max(int(first) - 1, 0), int(last) + 1)


def _path(parts: Sequence[tuple[Floats, Floats]]) -> QPainterPath:
    """Return separate lines as one path."""
    if not parts:
        return QPainterPath()
    joined = [np.r_[np.ones(len(xs) - 1, dtype=np.int32), np.int32(0)] for xs, _ys in parts]
    xs, ys = (np.concatenate([part[axis] for part in parts]) for axis in (0, 1))
    path: QPainterPath = pg.arrayToQPath(xs, ys, connect=np.concatenate(joined))
    return path
