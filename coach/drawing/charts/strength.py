"""Adherence strength over time: two lines without markers, and the days that were passed over behind them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QLocale, QPointF, QRectF
from PySide6.QtGui import QPainter

from coach.drawing.charts import ink
from coach.drawing.charts.header import Header, Sample
from coach.drawing.charts.look import Look
from coach.drawing.charts.marks import Curve
from coach.drawing.charts.model import Legend, Line, OverTimeState
from coach.drawing.charts.over_time import OverTimeChart
from coach.drawing.charts.parts import Parts

#: The first line lies over the others: they may run along the same way.
_ON_TOP = 10


def strength_chart(state: OverTimeState, look: Look, locale: QLocale | None = None) -> StrengthChart:
    """Return the chart of a state as a widget; dates are written the way of `locale` (default: the program's)."""
    return StrengthChart(state, look, locale or QLocale())


class StrengthChart(OverTimeChart):
    """Each point of a line can be looked at, but none is marked: there is one for every day."""

    def _make_parts(self, look: Look) -> Parts:
        parts = super()._make_parts(look)
        legend = [Legend(line.name, line.shape, line.slot) for line in self._state.lines]
        return replace(parts, header=Header(self._state.subtitle, legend, look, _plain_sample(look)))

    def _add(self, line: Line, look: Look) -> None:
        if line.runs:
            self._keep(Curve(line, look))


def _plain_sample(look: Look) -> Sample:
    """Return what draws a line alone."""

    def draw(painter: QPainter, legend: Legend, box: QRectF) -> None:
        painter.setPen(ink.line_pen(look.series[legend.slot], ink.line_width(look), legend.shape))
        middle = box.center().y()
        painter.drawLine(QPointF(box.left(), middle), QPointF(box.right(), middle))

    return draw
