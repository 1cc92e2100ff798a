"""What each local day held: the worst value, sessions, markers; weeks that run on over New Year."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.analysis.calendar_days import CalendarDay, Weeks, calendar_days, weeks_until
from coach.analysis.series import Point, tightness_series
from coach.content.vocabulary import MarkerKind
from coach.journal.records import Entry, Marker
from tests.analysis.make import ENTRIES, at, entry, session

FIRST, LAST = date(2025, 1, 1).toordinal(), date(2025, 12, 31).toordinal()


def _points(entries: list[Entry]) -> list[Point]:
    return [point for one in tightness_series(entries) for point in one.points]


def _marker(day: str, kind: MarkerKind = MarkerKind.FLARE, last: str | None = None) -> Marker:
    return Marker(id=f"m-{day}-{kind}", at=at(f"{day}T12:00"), kind=kind, last_day=last)


def _day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def test_a_day_is_as_bad_as_its_worst_entry() -> None:
    """Three entries of one day: the highest is kept, the later of equals, and all are counted."""
    late = entry("2025-05-12T20:00", 7)
    found = calendar_days(
        _points([entry("2025-05-12T08:00", 7), late, entry("2025-05-12T21:00", 3)]), (), (), FIRST, LAST
    )
    assert list(found) == [_day("2025-05-12")]
    only = found[_day("2025-05-12")]
    assert only.worst is not None
    assert (only.worst.entry, only.entries) == (late, 3)


def test_a_day_without_anything_is_not_there() -> None:
    """Nothing noted is no zero: such a day is missing from the answer."""
    assert calendar_days((), (), (), FIRST, LAST) == {}


def test_sessions_and_markers_stand_on_their_days() -> None:
    """A session on the day it was begun, once something was done of it; a flare on each of its days."""
    done, rehearsal = session("2025-05-12T23:50"), session("2025-05-13T09:00", rehearsal=True)
    flare = _marker("2025-05-11", last="2025-05-12")
    found = calendar_days((), [done, rehearsal, session("2025-05-14T09:00", done_ms=0)], [flare], FIRST, LAST)
    assert found == {
        _day("2025-05-11"): CalendarDay(None, 0, (), (flare,)),
        _day("2025-05-12"): CalendarDay(None, 0, (done,), (flare,)),
    }


def test_a_marker_is_cut_to_the_days_asked_for() -> None:
    """One that began before and never seems to end marks the days there are; a last day before the first is that day only."""
    found = calendar_days((), (), [_marker("2024-12-30", last="9999-12-31")], FIRST, FIRST + 2)
    assert list(found) == [FIRST, FIRST + 1, FIRST + 2]
    assert list(calendar_days((), (), [_marker("2025-05-11", last="2025-05-01")], FIRST, LAST)) == [_day("2025-05-11")]


@pytest.mark.parametrize("first_weekday", range(7))
def test_weeks_end_with_this_one_and_run_on_over_new_year(first_weekday: int) -> None:
    """53 columns, each begins with the week's first day, today is in the last; 1 January follows 31 December."""
    today = _day("2025-01-02")
    weeks = weeks_until(today, first_weekday)
    assert weeks.columns == 53
    assert date.fromordinal(weeks.first).weekday() == first_weekday
    assert weeks.place(today)[0] == 52
    places = [weeks.place(day) for day in range(weeks.first, weeks.seen + 1)]
    assert places == sorted(set(places))
    assert all(0 <= row < 7 for _column, row in places)


def test_pages_go_back_without_gap_or_overlap() -> None:
    """The page before ends the day before this one begins, and is whole."""
    today = _day("2025-05-20")
    now, then = weeks_until(today, 0), weeks_until(today, 0, 1)
    assert now.seen == today
    assert then == Weeks(now.first - 53 * 7, now.first - 1)


@given(st.lists(ENTRIES, max_size=30), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_answer(entries: list[Entry], chance: random.Random) -> None:
    """Entries, sessions and markers may come in any order; each stays on the day it was written with."""
    sessions = [session(one.at) for one in entries]
    markers = [_marker(one.at.local_day, kind) for one in entries for kind in (MarkerKind.REST, MarkerKind.OTHER)]
    points = _points(entries)
    answer = calendar_days(points, sessions, markers, 1, LAST + 1000)
    for held in (points, sessions, markers):
        chance.shuffle(held)
    assert calendar_days(points, sessions, markers, 1, LAST + 1000) == answer
    for day, found in answer.items():
        text = date.fromordinal(day).isoformat()
        told = [one for one in entries if one.at.local_day == text and not one.rehearsal]
        assert found.entries == len(told)
        assert (found.worst.entry.tightness if found.worst else None) == max((e.tightness for e in told), default=None)
