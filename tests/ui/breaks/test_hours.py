"""The hours of a week, changed."""

from __future__ import annotations

import pytest

from coach.reminders.hours import stretch_at
from coach.settings.breaks import Breaks, QuietDays, Range
from coach.ui.breaks.hours import (
    another,
    is_a_day,
    like_monday,
    quiet_words,
    range_note,
    typed_minute,
    with_day,
    with_quiet,
    without_quiet,
)
from tests.ui.breaks.days import at


def _range(begin: int, end: int) -> Range:
    return Range(begin_min=begin * 60, end_min=end * 60)


@pytest.mark.parametrize(
    ("begin", "end", "words"),
    [(9, 18, ""), (22, 6, "next day"), (18, 24, ""), (18, 0, ""), (9, 9, "24 hours"), (0, 24, "24 hours")],
)
def test_what_two_times_do_not_say(begin: int, end: int, words: str) -> None:
    """Hours past midnight, and around the clock, are named."""
    assert range_note(_range(begin, end)) == words


def test_more_hours_come_after_those_there_are() -> None:
    """An empty day gets the usual ones; a morning an afternoon; a whole day an evening that is still this day."""
    assert another(()) == _range(9, 18)
    assert another((_range(9, 12),)) == _range(13, 18)
    assert another((_range(9, 18),)) == _range(19, 20)
    assert another((_range(22, 6),)) == _range(22, 23)


def test_one_day_changes_and_mondays_hours_for_all() -> None:
    """The others stay; the weekend too."""
    week = with_day(Breaks().hours, 0, (_range(8, 12),))
    assert week[0] == (_range(8, 12),)
    assert week[1:] == Breaks().hours[1:]
    assert like_monday(week)[:5] == ((_range(8, 12),),) * 5
    assert like_monday(week)[5:] == ((), ())


def test_quiet_days_are_kept_in_order_and_once() -> None:
    """What lies within new ones, and what is over, is not kept beside them."""
    breaks = Breaks(
        quiet_days=(QuietDays(first="2026-01-01", last="2026-01-02"), QuietDays(first="2026-07-02", last="2026-07-02"))
    )
    after = with_quiet(breaks, "2026-07-10", "2026-07-01", "2026-06-03")
    assert after.quiet_days == (QuietDays(first="2026-07-01", last="2026-07-10"),)
    assert without_quiet(after, after.quiet_days[0]).quiet_days == ()


def test_a_quiet_day_is_quiet() -> None:
    """The engine's own hours agree."""
    breaks = with_quiet(Breaks(on=True), "2026-06-03", "2026-06-03", "2026-06-03")
    assert stretch_at(breaks, at(12).local().replace(tzinfo=None)) is None
    assert stretch_at(Breaks(on=True), at(12).local().replace(tzinfo=None)) is not None


def test_quiet_days_in_words() -> None:
    """Today is Today; a holiday is said from day to day."""
    assert quiet_words(QuietDays(first="2026-06-03", last="2026-06-03"), "2026-06-03") == "Today"
    words = quiet_words(QuietDays(first="2026-12-24", last="2027-01-02"), "2026-06-03")
    assert words == "Thursday, 24 December 2026 to Saturday, 2 January 2027"


def test_a_day_that_does_not_exist() -> None:
    """The settings file takes any digits; the page shows only days there are."""
    assert is_a_day("2026-02-28")
    assert not is_a_day("2026-02-31")


@pytest.mark.parametrize(
    ("typed", "minute"),
    [(" 8:30 ", 510), ("0830", 510), ("8h30", 510), ("0:05", 5), ("24:00", 0), ("25:00", None), ("8:60", None)]
    + [(words, None) for words in ("", "noon", "8:3", "24:01", "8:30:00", "12345")],
)
def test_a_time_that_was_typed(typed: str, minute: int | None) -> None:
    """However it is written; what is no time is none."""
    assert typed_minute(typed) == minute
