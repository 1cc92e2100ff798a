"""Tightness over time: every entry as a marker, the mean of the last seven days as a line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import floor

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QLocale

from coach.drawing.charts import ink
from coach.drawing.charts.chart import Chart
from coach.drawing.charts.days import day_and_month, day_month_year
from coach.drawing.charts.header import Header, line_sample
from coach.drawing.charts.look import Look
from coach.drawing.charts.model import Legend, Line, Run, TightnessState
from coach.drawing.charts.parts import Parts
from coach.drawing.charts.spots import Spots
from coach.drawing.charts.ticks import Tick, time_ticks

_NARROWEST_DAYS = 4.0
#: (at most this many entries per pixel of width, marker size in pixels, opacity): crowded markers step back.
_CROWDS = ((0.12, 11, 0.85), (0.3, 9, 0.7), (0.8, 7, 0.5), (float("inf"), 5, 0.35))
#: Beyond this many vertices in view a line is drawn in pieces.
_LONG_LINE = 250
_HALF_A_DAY = 0.5
_OUTLINED_PX = 9


def tightness_chart(state: TightnessState, look: Look, locale: QLocale | None = None) -> TightnessChart:
    """Return the chart of a state as a widget; dates are written the way of `locale` (default: the program's)."""
    return TightnessChart(state, look, locale or QLocale())


class TightnessChart(Chart):
    """Markers and lines of up to four places."""

    def __init__(self, state: TightnessState, look: Look, locale: QLocale) -> None:
        self._state, self._locale = state, locale
        self._markers: list[_Markers] = []
        self._curves: list[_Curve] = []
        super().__init__(self._make_parts(look), look)
        for line in state.lines:
            self._add(line, look)
        self.getViewBox().sigXRangeChanged.connect(self._fit)
        self.getViewBox().sigResized.connect(self._fit)
        self.show_range(state.start, state.end)

    def _make_parts(self, look: Look) -> Parts:
        state = self._state
        legend = [Legend(line.name, line.shape, line.slot) for line in state.lines]
        return Parts(
            title=state.title,
            header=Header(state.subtitle, legend, look, line_sample(look)),
            ticks=self._ticks,
            spots=_spots(state.lines),
            ends=(state.top, state.bottom),
            first=state.first,
            last=state.last,
            narrowest=_NARROWEST_DAYS,
            range_words=lambda start, end: range_words(start, end, self._locale),
        )

    def _ticks(self, start: float, end: float, room: int) -> list[Tick]:
        return time_ticks(start, end, room, self._locale)

    def _add(self, line: Line, look: Look) -> None:
        for run in line.runs:
            curve = _Curve(run, line, look)
            self._curves.append(curve)
            self.addItem(curve.item)
        markers = _Markers(line, look)
        self._markers.append(markers)
        for item in markers.items:
            self.addItem(item)

    def set_pens(self, ratio: float) -> None:
        """Draw lines and outlines as wide as they are meant to be on this device."""
        for curve in self._curves:
            curve.set_ratio(ratio)
        for markers in self._markers:
            markers.set_ratio(ratio)

    def _fit(self) -> None:
        """Draw the part of the lines that is seen; make markers smaller and lighter where many share the width."""
        for curve in self._curves:
            curve.fit(*self.seen())
        width = max(self.getViewBox().width(), 1.0)
        crowd = self._parts.spots.count_within(*self.seen()) / width
        size, alpha = next((size, alpha) for most, size, alpha in _CROWDS if crowd <= most)
        for markers in self._markers:
            markers.fit(size, alpha)


class _Markers:
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


def _spots(lines: Sequence[Line]) -> Spots:
    owners = [(line, number) for line in lines for number in range(len(line.xs))]
    xs = [x for line in lines for x in line.xs]
    ys = [float(y) for line in lines for y in line.ys]
    return Spots(xs, ys, lambda spot: owners[spot][0].say(owners[spot][1]))


class _Curve:
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
        first, last = np.searchsorted(self._xs, (start, end))
        seen = slice(max(int(first) - 1, 0), int(last) + 1)
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


def range_words(start: float, end: float, locale: QLocale) -> str:
    """Say which local days are seen: "3 May – 1 Jun 2025" in the locale's own order; half a day at an end does not count."""
    first, last = _clamped(floor(start + 0.5)), _clamped(floor(end - 0.5 - 1e-6))
    if first >= last:
        return day_month_year(first, locale)
    if first.year == last.year:
        return f"{day_and_month(first, locale)} – {day_month_year(last, locale)}"
    return f"{day_month_year(first, locale)} – {day_month_year(last, locale)}"


def _clamped(ordinal: int) -> date:
    return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal()))
