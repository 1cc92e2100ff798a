"""Working hours: several ranges a day, past midnight, quiet days, clock changes."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.reminders.hours import Closed, next_begin, stretch_at, why_closed
from coach.settings.breaks import Breaks, QuietDays, Range

_NIGHT = (Range(begin_min=22 * 60, end_min=6 * 60),)
_TWO = (Range(begin_min=13 * 60, end_min=17 * 60), Range(begin_min=9 * 60, end_min=12 * 60))


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A day of May 2026: the 4th is a Monday."""
    return datetime(2026, 5, day, hour, minute)  # noqa: DTZ001 - the wall


def week(monday: tuple[Range, ...], *, quiet: tuple[QuietDays, ...] = ()) -> Breaks:
    """Hours on Monday only."""
    return Breaks(on=True, hours=(monday, (), (), (), (), (), ()), quiet_days=quiet)


@pytest.mark.parametrize(
    ("moment", "inside"),
    [
        (at(4, 8, 59), False),
        (at(4, 9), True),
        (at(4, 11, 59), True),
        (at(4, 12), False),
        (at(4, 13), True),
        (at(4, 17), False),
        (at(5, 10), False),
    ],
)
def test_several_ranges_a_day(moment: datetime, inside: bool) -> None:
    """The begin belongs to a range, the end does not; their order in the settings does not matter."""
    assert (stretch_at(week(_TWO), moment) is not None) is inside


@pytest.mark.parametrize(
    ("moment", "inside"), [(at(4, 21, 59), False), (at(4, 23), True), (at(5, 5, 59), True), (at(5, 6), False)]
)
def test_past_midnight(moment: datetime, inside: bool) -> None:
    """A night's hours go on into the next day, which has none of its own."""
    assert (stretch_at(week(_NIGHT), moment) is not None) is inside


def test_around_the_clock() -> None:
    """The same begin and end are a whole day."""
    breaks = week((Range(begin_min=0, end_min=0),))
    assert stretch_at(breaks, at(4, 0)) == stretch_at(breaks, at(4, 23, 59))
    assert stretch_at(breaks, at(5, 0)) is None


def test_a_quiet_day_is_quiet_until_its_night_is_over() -> None:
    """The hours that begin on a quiet day are left out, also where they reach into the next; those of the night before stay."""
    quiet = (QuietDays(first="2026-05-04", last="2026-05-04"),)
    breaks = Breaks(on=True, hours=(_NIGHT, (), (), (), (), (), _NIGHT), quiet_days=quiet)
    assert stretch_at(breaks, at(4, 23)) is None
    assert stretch_at(breaks, at(5, 3)) is None
    assert stretch_at(breaks, at(4, 3)) is not None
    assert why_closed(breaks, at(4, 23)) is Closed.QUIET_DAY
    assert why_closed(breaks, at(5, 23)) is Closed.HOURS


def test_when_it_begins_again() -> None:
    """The next stretch, over quiet days and empty ones; None when there is none."""
    assert next_begin(week(_TWO), at(4, 12, 30)) == at(4, 13)
    assert next_begin(week(_TWO), at(4, 18)) == at(11, 9)
    holidays = (QuietDays(first="2026-05-05", last="2026-05-17"),)
    assert next_begin(week(_TWO, quiet=holidays), at(4, 18)) == at(18, 9)
    assert next_begin(week(()), at(4, 18)) is None


def test_hours_that_begin_in_the_missing_hour() -> None:
    """When summer time begins at two, hours from half past two begin with the clock: at three."""
    breaks = Breaks(on=True, hours=((), (), (), (), (), (), (Range(begin_min=150, end_min=240),)))
    before = datetime(2026, 3, 29, 1, 59)  # noqa: DTZ001 - the wall
    after = datetime(2026, 3, 29, 3, 0)  # noqa: DTZ001 - the wall
    assert stretch_at(breaks, before) is None
    assert stretch_at(breaks, after) is not None


@given(
    begin=st.integers(0, 1440),
    end=st.integers(0, 1440),
    minute=st.integers(0, 7 * 1440 - 1),
)
def test_inside_and_next_agree(begin: int, end: int, minute: int) -> None:
    """Wherever it is closed, the moment at which it is said to begin is inside."""
    hours = (Range(begin_min=begin, end_min=end),)
    breaks = Breaks(on=True, hours=(hours, hours, (), hours, (), (), hours))
    moment = at(4, 0) + timedelta(minutes=minute)
    if stretch_at(breaks, moment) is None:
        found = next_begin(breaks, moment)
        assert found is not None
        assert found > moment
        assert stretch_at(breaks, found) is not None
