"""Today at the desk in numbers and words."""

from __future__ import annotations

import pytest

from coach.reminders.memory import Doing, Span
from coach.settings.breaks import Range
from coach.ui.breaks.day import Day, day_of
from tests.ui.breaks.days import DAY, SPANS, at, span


def _day(*spans: Span, ranges: tuple[Range, ...] = ()) -> Day:
    return day_of(spans, at(12, 20), ranges)


def test_every_stretch_says_when_what_and_how_long() -> None:
    """The words stand by themselves, in the order of the day, whatever order they come in."""
    day = day_of(reversed(SPANS), at(12, 20))
    assert [part.words for part in day.parts] == [
        "09:00 to 09:58: sat, 58 min",
        "09:58 to 10:00: moved, 2 min",
        "10:00 to 10:45: in a call, 45 min",
        "10:45 to 12:00: away, 1 h 15 min",
        "12:00 to 12:20: stood, 20 min",
    ]


def test_the_totals_are_in_hours_and_in_words() -> None:
    """Each kind once, always in the same order, and all of them in one sentence."""
    day = _day(*SPANS, span(Doing.SAT, 8, 0, 50))
    assert [(total.name, total.length) for total in day.totals] == [
        ("Sat", "1 h 48 min"),
        ("In calls", "45 min"),
        ("Stood", "20 min"),
        ("Moved", "2 min"),
        ("Away", "1 h 15 min"),
    ]
    assert day.words == "Today: Sat 1 h 48 min, In calls 45 min, Stood 20 min, Moved 2 min, Away 1 h 15 min."


def test_an_empty_day_says_so() -> None:
    """Nothing seen yet: the hours of breaks are shown all the same."""
    day = _day(ranges=(Range(begin_min=9 * 60, end_min=18 * 60),))
    assert day.parts == ()
    assert day.totals == ()
    assert day.words == "Nothing has been seen today yet."
    assert (day.first_hour, day.last_hour, day.hours) == (9, 18, ((540.0, 1080.0),))


def test_what_goes_on_is_one_stretch() -> None:
    """A stretch that was cut in two is one; a hole between two is seen."""
    day = _day(span(Doing.SAT, 9, 0, 30), span(Doing.SAT, 9, 30, 10), span(Doing.SAT, 9, 50, 5))
    assert [part.words for part in day.parts] == ["09:00 to 09:40: sat, 40 min", "09:50 to 09:55: sat, 5 min"]


def test_nothing_is_drawn_past_midnight() -> None:
    """A stretch, and hours, that go on into the next day end with this one."""
    late = Span(doing=Doing.SAT, day=DAY, begin=at(23, 30), ms=50 * 60_000)
    day = day_of([late], at(23, 59), (Range(begin_min=22 * 60, end_min=6 * 60),))
    assert (day.parts[0].end_min, day.last_hour) == (1440.0, 24)
    assert day.hours == ((1320.0, 1440.0),)


@pytest.mark.parametrize(("hour", "shown"), [(0, (0, 4)), (12, (12, 16)), (23, (20, 24))])
def test_there_are_always_some_hours(hour: int, shown: tuple[int, int]) -> None:
    """Also at the ends of a day without hours."""
    day = day_of((), at(hour, 10))
    assert (day.first_hour, day.last_hour) == shown


def test_a_clock_that_was_set_back_bends_nothing() -> None:
    """Two stretches at the same time of day are both there, and their sum is what was counted."""
    day = _day(span(Doing.SAT, 10, 0, 60), span(Doing.AWAY, 10, 10, 60))
    assert len(day.parts) == 2
    assert [total.length for total in day.totals] == ["1 h", "1 h"]


def test_a_total_is_to_the_nearest_minute() -> None:
    """A glance is a part of the day, and in the totals less than a minute; nothing is rounded up on the way."""
    day = _day(span(Doing.SAT, 9, 0, 0.4), span(Doing.MOVED, 10, 0, 1.25), span(Doing.MOVED, 11, 0, 0.5))
    assert day.parts[0].words == "09:00 to 09:00: sat, 24 s"
    assert [total.length for total in day.totals] == ["less than a minute", "2 min"]
