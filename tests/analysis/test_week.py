"""This week, day by day."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coach.analysis.week import week
from tests.analysis.make import at, session


def test_sessions_are_counted_on_the_day_they_were_begun() -> None:
    """Two on Tuesday, one on Thursday; the one begun before midnight stays on its day."""
    found = week(
        [session("2025-05-20T08:00"), session("2025-05-20T23:50"), session(at("2025-05-22T00:10", 9))],
        date(2025, 5, 22),
    )
    assert [day.sessions for day in found] == [0, 2, 0, 1, 0, 0, 0]
    assert found[1].done_ms == 1_200_000
    assert [day.is_today for day in found] == [False, False, False, True, False, False, False]
    assert [day.is_ahead for day in found] == [False] * 4 + [True] * 3


def test_the_week_may_begin_on_sunday() -> None:
    """Where weeks begin on Sunday the first of seven days is a Sunday."""
    found = week([], date(2025, 5, 25), first_weekday=6)
    assert (found[0].day, found[-1].day) == (date(2025, 5, 25), date(2025, 5, 31))


def test_rehearsals_other_weeks_and_sessions_with_nothing_done_do_not_count() -> None:
    """Opening a session and leaving it is not a session."""
    found = week(
        [
            session("2025-05-20T08:00", rehearsal=True),
            session("2025-05-20T09:00", done_ms=0),
            session("2025-05-13T08:00"),
        ],
        date(2025, 5, 22),
    )
    assert sum(day.sessions for day in found) == 0


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 6))
def test_a_week_is_seven_days_in_a_row_around_today(today: date, first_weekday: int) -> None:
    """Over year ends, leap days and clock changes alike."""
    found = week([], today, first_weekday)
    assert [day.day for day in found] == [found[0].day + timedelta(days=n) for n in range(7)]
    assert found[0].day.weekday() == first_weekday
    assert [day.day for day in found if day.is_today] == [today]
