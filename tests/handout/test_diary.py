"""The printed diary."""

from __future__ import annotations

from datetime import date

from coach.analysis.period import Span
from coach.handout.diary import diary_of
from tests.ui.journal.records import at, before_and_after, entry, marker, rest, session, step

SPAN = Span(date(2026, 5, 1), date(2026, 5, 4))


def day(ordinal: int) -> str:
    """Write a day."""
    return date.fromordinal(ordinal).isoformat()


def test_everything_of_a_period_stands_under_its_day() -> None:
    """Oldest first, in the order of the day; what lies outside is not in it."""
    entries = [entry("late", at(4, 21, 0), 3, note="a\nb"), *before_and_after("s1", at(3, 9)), entry("gone", at(9))]
    sessions = [session("s1", at(3, 9, 20), step(), rehearsal=True)]
    made = diary_of(entries, sessions, [marker("m", at(2, 10)), rest("r", at(4, 22, 0))], SPAN, day)
    assert [one.title for one in made.days] == ["2026-05-02", "2026-05-03", "2026-05-04"]
    assert made.days[0].rows == (("", "Flare", "", "until 2026-05-09 · After the move"),)
    assert made.days[1].rows[-1] == ("09:20", "Morning ease", "", "done · 8:00 of 8:20 · rehearsal")
    assert [row[2:] for row in made.days[1].rows[:2]] == [("6", "before a session"), ("4", "after a session")]
    assert made.days[2].rows == (
        ("21:00", "Left buttock, tightness", "3", "a b"),
        ("22:00", "Movement break", "", "Done"),
    )


def test_an_empty_period_is_a_page_too() -> None:
    """Without days, but with its heading."""
    made = diary_of([], [], [], SPAN, day)
    assert made.days == ()
    assert made.period == "2026-05-01 to 2026-05-04"
