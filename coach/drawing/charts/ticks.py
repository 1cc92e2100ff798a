"""Where the time axis is labelled, and with what: days, weeks, months or years, as many as there is room for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from math import ceil, floor

from PySide6.QtCore import QLocale

from coach.drawing.charts.days import day_and_month, month_name

_DAY_STEPS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6)
_YEAR_STEPS = (1, 2, 5, 10)
_DAYS_PER_MONTH = 30.44
_DAYS_PER_YEAR = 365.25
#: 1 January of year 1 (ordinal 1) was a Monday, so weeks begin where (ordinal - 1) % 7 == 0.
_MONDAY = 1
_FIRST = date.min.toordinal()
_LAST = date.max.toordinal()

Tick = tuple[float, str]


def time_ticks(start: float, end: float, room: int, locale: QLocale) -> list[Tick]:
    """Return (position, label) from `start` to `end` for at most about `room` labels.

    The year stands on a second line below the first label and below each that begins another year.
    """
    start, end = max(start, _FIRST), min(end, _LAST)
    if end <= start:
        return []
    days = (end - start) / max(room, 1)
    if step := _least(_DAY_STEPS, days):
        marks = [(day + 0.5, date.fromordinal(day)) for day in _every_days(start, end, step)]
        return _with_years([(x, day, day_and_month(day, locale)) for x, day in marks if start <= x <= end])
    if step := _least(_MONTH_STEPS, days / _DAYS_PER_MONTH):
        firsts = list(_every_months(start, end, step))
        return _with_years([(float(day.toordinal()), day, month_name(day, locale)) for day in firsts])
    step = _least(_YEAR_STEPS, days / _DAYS_PER_YEAR) or 10 * ceil(days / _DAYS_PER_YEAR / 10)
    years = range(-(-date.fromordinal(floor(start)).year // step) * step, date.fromordinal(floor(end)).year + 1, step)
    news = [(date(year, 1, 1).toordinal(), year) for year in years if year >= 1]
    return [(float(day), str(year)) for day, year in news if start <= day <= end]


def _least(steps: tuple[int, ...], wanted: float) -> int:
    """Return the smallest step that leaves room, 0 when none does."""
    return next((step for step in steps if step >= wanted), 0)


def _every_days(start: float, end: float, step: int) -> range:
    """Return days on a grid that stays put while the chart is moved; weeks begin on Monday."""
    offset = (floor(start) - _MONDAY) % step
    return range(max(floor(start) - offset, _FIRST), floor(end) + 1, step)


def _every_months(start: float, end: float, step: int) -> Iterator[date]:
    first = date.fromordinal(floor(start))
    months = first.year * 12 + first.month - 1
    months -= months % step
    while (day := date(months // 12, months % 12 + 1, 1)).toordinal() <= end:
        if day.toordinal() >= start:
            yield day
        months += step
        if months // 12 > date.max.year:
            return


def _with_years(marks: list[tuple[float, date, str]]) -> list[Tick]:
    found: list[Tick] = []
    year = 0
    for x, day, label in marks:
        found.append((x, f"{label}\n{day.year}" if day.year != year else f"{label}\n"))
        year = day.year
    return found
