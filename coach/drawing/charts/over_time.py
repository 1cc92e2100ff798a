"""A chart over time: every value as a marker, the mean of seven days as a line, and what happened behind them."""

from __future__ import annotations

from datetime import date
from math import floor

from PySide6.QtCore import QLocale

from coach.drawing.charts.days import day_and_month, day_month_year
from coach.drawing.charts.ground import ROOM_FOR_NAMES, Ground
from coach.drawing.charts.header import Header, line_sample
from coach.drawing.charts.leaning import LeaningChart
from coach.drawing.charts.look import Look
from coach.drawing.charts.marks import Channel, Curve, Markers
from coach.drawing.charts.model import Legend, Line, OverTimeState
from coach.drawing.charts.parts import Parts
from coach.drawing.charts.spots import Spots
from coach.drawing.charts.ticks import Tick, time_ticks

_NARROWEST_DAYS = 4.0
#: (at most this many entries per pixel of width, marker size in pixels, opacity): crowded markers step back.
_CROWDS = ((0.12, 11, 0.85), (0.3, 9, 0.7), (0.8, 7, 0.5), (float("inf"), 5, 0.35))


def over_time_chart(state: OverTimeState, look: Look, locale: QLocale | None = None) -> OverTimeChart:
    """Return the chart of a state as a widget; dates are written the way of `locale` (default: the program's)."""
    return OverTimeChart(state, look, locale or QLocale())


class OverTimeChart(LeaningChart):
    """Markers, lines and channels of up to four places, and what happened meanwhile."""

    def __init__(self, state: OverTimeState, look: Look, locale: QLocale) -> None:
        self._state, self._locale = state, locale
        self._markers: list[Markers] = []
        self._curves: list[Curve | Channel] = []
        super().__init__(self._make_parts(look), look)
        self.ground = Ground(self.getViewBox(), state.happenings, state.turns, state.scale, look)
        for line in state.lines:
            self._add(line, look)
        self.follow_moves()
        self.show_range(state.start, state.end)

    def _make_parts(self, look: Look) -> Parts:
        state = self._state
        legend = [Legend(line.name, line.shape, line.slot) for line in state.lines]
        return Parts(
            title=state.title,
            header=Header(state.subtitle, legend, look, line_sample(look)),
            ticks=self._ticks,
            spots=_spots(state),
            ends=(state.top, state.bottom),
            first=state.first,
            last=state.last,
            narrowest=_NARROWEST_DAYS,
            scale=state.scale,
            more_above=ROOM_FOR_NAMES if state.happenings else 0.0,
            range_words=lambda start, end: range_words(start, end, self._locale),
        )

    def _ticks(self, start: float, end: float, room: int) -> list[Tick]:
        return time_ticks(start, end, room, self._locale)

    def _add(self, line: Line, look: Look) -> None:
        if line.band:
            self._keep(Channel(line, look))
        if line.runs:
            self._keep(Curve(line, look))
        markers = Markers(line, look)
        self._markers.append(markers)
        for item in markers.items:
            self.addItem(item, ignoreBounds=True)

    def _keep(self, drawn: Curve | Channel) -> None:
        self._curves.append(drawn)
        for item in drawn.items:
            self.addItem(item, ignoreBounds=True)

    def set_pens(self, ratio: float) -> None:
        """Draw lines and outlines as wide as they are meant to be on this device."""
        for curve in self._curves:
            curve.set_ratio(ratio)
        for markers in self._markers:
            markers.set_ratio(ratio)

    def draw_lean(self, *, lean: bool) -> None:
        """Draw lines as hairlines and leave the channels out."""
        for curve in self._curves:
            curve.be_lean(lean=lean)
            curve.fit(*self.seen())

    def fit(self) -> None:
        """Draw the part of the lines that is seen; make markers smaller and lighter where many share the width."""
        for curve in self._curves:
            curve.fit(*self.seen())
        width = max(self.getViewBox().width(), 1.0)
        crowd = self._parts.spots.count_within(*self.seen()) / width
        size, alpha = next((size, alpha) for most, size, alpha in _CROWDS if crowd <= most)
        for markers in self._markers:
            markers.fit(size, alpha, *self.seen())


def _spots(state: OverTimeState) -> Spots:
    """Put what can be looked at in one row: the points, what happened at the top of the scale, turns at its foot."""
    points = [(line.xs[number], float(line.ys[number])) for line in state.lines for number in range(len(line.xs))]
    owners = [(line, number) for line in state.lines for number in range(len(line.xs))]
    beside = [((one.first + one.last) / 2, state.scale.high, one.words) for one in state.happenings]
    beside += [(turn.x, state.scale.low, turn.words) for turn in state.turns]

    def say(spot: int) -> str:
        if spot >= len(owners):
            return beside[spot - len(owners)][2]
        line, number = owners[spot]
        return line.say(number)

    placed = [*points, *((x, y) for x, y, _words in beside)]
    return Spots([x for x, _y in placed], [y for _x, y in placed], say)


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
