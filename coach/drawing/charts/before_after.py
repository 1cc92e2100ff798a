"""Before and after each session: a hollow marker joined to a filled one. No colour and no sign for better or worse."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import ceil, floor

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QLocale
from PySide6.QtGui import QPen

from coach.drawing.charts import ink
from coach.drawing.charts.days import day_and_month
from coach.drawing.charts.header import Header, dumbbell_sample
from coach.drawing.charts.leaning import LeaningChart
from coach.drawing.charts.look import Look
from coach.drawing.charts.model import BeforeAfterState, Dumbbell
from coach.drawing.charts.over_time import range_words
from coach.drawing.charts.parts import Parts
from coach.drawing.charts.spots import Spots
from coach.drawing.charts.ticks import Tick

_FEWEST_COLUMNS = 8
_NARROWEST = 4.0
_SPREAD = 0.32
#: The ring of before is larger than the dot of after: where nothing changed one sees both.
_LARGEST_PX, _SMALLEST_PX, _SMALLER_PX = 15, 11, 4
_ROOM_TAKEN = 1.2
#: A change of two points or more has a thick bar, a smaller one a thin bar (CLINICAL.md section 5, chart rule).
MARKED_CHANGE = 2


def before_after_chart(state: BeforeAfterState, look: Look, locale: QLocale | None = None) -> BeforeAfterChart:
    """Return the chart of a state as a widget; dates are written the way of `locale` (default: the program's)."""
    return BeforeAfterChart(state, look, locale or QLocale())


class BeforeAfterChart(LeaningChart):
    """Dumbbells, one column per session."""

    def __init__(self, state: BeforeAfterState, look: Look, locale: QLocale) -> None:
        self._state, self._locale = state, locale
        self._size, self._lean = 0, False
        self._drawn: list[tuple[pg.GraphicsObject, QPen]] = []
        self._ends: list[tuple[pg.ScatterPlotItem, pg.ScatterPlotItem]] = []
        slots = sorted({one.slot for one in state.dumbbells})
        self._shift = {
            slot: (n - (len(slots) - 1) / 2) * min(_SPREAD, 0.8 / len(slots)) for n, slot in enumerate(slots)
        }
        super().__init__(self._make_parts(look), look)
        for slot in slots:
            self._add([one for one in state.dumbbells if one.slot == slot], look)
        self.follow_moves()
        self.show_all()

    def _make_parts(self, look: Look) -> Parts:
        state = self._state
        found = state.dumbbells
        xs = [self._x(one) for one in found for _end in (0, 1)]
        ys = [float(y) for one in found for y in (one.before, one.after)]
        return Parts(
            title=state.title,
            header=Header(state.subtitle, state.legend, look, dumbbell_sample(look)),
            ticks=self._ticks,
            spots=Spots(xs, ys, lambda spot: found[spot // 2].words, together=2),
            ends=(state.top, state.bottom),
            first=-0.7,
            last=max(len(state.days), _FEWEST_COLUMNS) - 0.3,
            narrowest=_NARROWEST,
            range_words=self._range_words,
        )

    def _x(self, one: Dumbbell) -> float:
        return one.column + self._shift[one.slot]

    def _add(self, found: Sequence[Dumbbell], look: Look) -> None:
        hue, shape = look.series[found[0].slot], ink.marker(found[0].shape)
        for marked, width in ((False, ink.line_width(look) - 0.5), (True, ink.line_width(look) + 2)):
            bars = [one for one in found if (abs(one.after - one.before) >= MARKED_CHANGE) is marked]
            self._keep(self._bars(bars), ink.pen(hue, width))
        xs = [self._x(one) for one in found]
        before = _markers(xs, [one.before for one in found], shape)
        before.setBrush(ink.color(look.surface))
        after = _markers(xs, [one.after for one in found], shape)
        after.setBrush(ink.color(hue))
        self._ends.append((before, after))
        self._keep(before, ink.pen(hue, 1.8))
        self._keep(after, ink.pen(look.surface, 1))

    def _keep(self, item: pg.GraphicsObject, pen: QPen) -> None:
        self._drawn.append((item, pen))
        self.addItem(item)

    def fit(self) -> None:
        """Make rings and dots smaller where sessions stand close."""
        start, end = self.seen()
        column = self.getViewBox().width() / max(end - start, 1.0)
        room = column * 0.8 / max(len(self._shift), 1)
        size = round(min(max(room * _ROOM_TAKEN, _SMALLEST_PX), _LARGEST_PX))
        if size != self._size:
            self._size = size
            for before, after in self._ends:
                before.setSize(size)
                after.setSize(size - _SMALLER_PX)

    def set_pens(self, ratio: float) -> None:
        """Draw bars and outlines as wide as they are meant to be on this device."""
        for item, pen in self._drawn:
            bar = isinstance(item, pg.PlotCurveItem)
            item.setPen(pg.mkPen(pen.color(), width=1) if bar and self._lean else ink.unzoomed(pen, ratio))

    def draw_lean(self, *, lean: bool) -> None:
        """Draw bars as hairlines: wide ones with round ends cost more than all the rest."""
        if lean != self._lean:
            self._lean = lean
            self.set_pens(self.devicePixelRatioF())

    def _bars(self, found: Sequence[Dumbbell]) -> pg.PlotCurveItem:
        xs = np.repeat([self._x(one) for one in found], 2)
        ys = np.asarray([y for one in found for y in (one.before, one.after)], dtype=float)
        return pg.PlotCurveItem(xs, ys, connect="pairs", antialias=True)

    def _ticks(self, start: float, end: float, room: int) -> list[Tick]:
        """Label sessions with their day: as many as there is room for, counted from the last one."""
        days = self._state.days
        if not days:
            return []
        first, last = max(ceil(start), 0), min(floor(end), len(days) - 1)
        step = max(ceil((last - first + 1) / max(room, 1)), 1)
        columns = [column for column in range(len(days) - 1, -1, -step) if first <= column <= last]
        found: list[Tick] = []
        year = 0
        for column in reversed(columns):
            day = date.fromordinal(days[column])
            label = day_and_month(day, self._locale)
            found.append((float(column), f"{label}\n{day.year}" if day.year != year else f"{label}\n"))
            year = day.year
        return found

    def _range_words(self, start: float, end: float) -> str:
        days = self._state.days
        first, last = max(ceil(start), 0), min(floor(end), len(days) - 1)
        return range_words(days[first], days[last] + 1.5, self._locale) if first <= last else ""


def _markers(xs: Sequence[float], ys: Sequence[int], shape: object) -> pg.ScatterPlotItem:
    return pg.ScatterPlotItem(
        np.asarray(xs, dtype=float), np.asarray(ys, dtype=float), symbol=shape, pxMode=True, antialias=True
    )
