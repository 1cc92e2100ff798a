"""The time axis is labelled with days, weeks, months or years, never more than there is room for."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from coach.drawing.charts.ticks import time_ticks

ENGLISH = QLocale("en_GB")


def _at(text: str) -> float:
    return float(date.fromisoformat(text).toordinal())


def test_two_weeks_are_labelled_by_days_at_noon() -> None:
    """A label stands in the middle of its day, the year once below the first."""
    ticks = time_ticks(_at("2025-05-05"), _at("2025-05-12"), 10, ENGLISH)
    assert [label for _x, label in ticks][:3] == ["5 May\n2025", "6 May\n", "7 May\n"]
    assert ticks[0][0] == _at("2025-05-05") + 0.5


def test_a_month_is_labelled_on_mondays() -> None:
    """Weeks begin on Monday and stay put when the chart is moved."""
    ticks = time_ticks(_at("2025-04-22"), _at("2025-05-22"), 8, ENGLISH)
    days = [date.fromordinal(int(x)) for x, _label in ticks]
    assert days
    assert all(day.weekday() == 0 for day in days)
    moved = time_ticks(_at("2025-04-24"), _at("2025-05-24"), 8, ENGLISH)
    assert {x for x, _label in moved} & {x for x, _label in ticks}


def test_the_year_is_named_where_it_changes() -> None:
    """Over New Year the first label of January carries the new year."""
    labels = [label for _x, label in time_ticks(_at("2024-10-15"), _at("2025-04-15"), 8, ENGLISH)]
    assert labels == ["Nov\n2024", "Dec\n", "Jan\n2025", "Feb\n", "Mar\n", "Apr\n"]


def test_many_years_are_labelled_by_years() -> None:
    """Twenty-five years get a label every five."""
    labels = [label for _x, label in time_ticks(_at("2000-01-01"), _at("2025-01-01"), 6, ENGLISH)]
    assert labels == ["2000", "2005", "2010", "2015", "2020", "2025"]


@given(
    st.dates(date(1950, 1, 1), date(2100, 1, 1)),
    st.floats(0.5, 60_000, allow_nan=False),
    st.integers(1, 30),
)
def test_ticks_are_in_view_in_order_and_not_too_many(day: date, span: float, room: int) -> None:
    """For any view: labels lie inside it, rise, and leave each other room."""
    start = float(day.toordinal())
    ticks = time_ticks(start, start + span, room, ENGLISH)
    xs = [x for x, _label in ticks]
    assert xs == sorted(set(xs))
    assert all(start <= x <= start + span for x in xs)
    assert len(xs) <= room + 1 + room // 4  # months and years are not all of one length
