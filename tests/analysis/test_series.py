"""Entries become points on the day and at the time they were written with, whatever happens to clocks."""

from __future__ import annotations

import itertools
import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.analysis.series import Key, key_of, tightness_series, within, x_of
from coach.content.vocabulary import Area, Quality, Side
from coach.journal.records import Entry
from tests.analysis.make import ENTRIES, at, entry


def test_one_point_per_entry_at_its_local_time() -> None:
    """Half past seven on 3 May is 3 May and 7.5 / 24 of a day."""
    [series] = tightness_series([entry(at("2025-05-03T07:30", 2), 6)])
    [point] = series.points
    assert series.key == Key(Area.BUTTOCK, Side.LEFT)
    assert point.day == date(2025, 5, 3).toordinal()
    assert point.x - point.day == pytest.approx(7.5 / 24)
    assert point.entry.tightness == 6


def test_travel_never_moves_a_point() -> None:
    """The same instant is 2 May in Tokyo and 1 May in Honolulu, and stays so."""
    tokyo, honolulu = at("2025-05-02T08:00", 9), at("2025-05-01T13:00", -10)
    assert tokyo.utc_us == honolulu.utc_us
    [series] = tightness_series([entry(tokyo), entry(honolulu)])
    assert [date.fromordinal(point.day) for point in series.points] == [date(2025, 5, 1), date(2025, 5, 2)]


def test_latest_is_the_one_written_last_even_on_an_earlier_day() -> None:
    """Flying east to west over the date line, the later entry may carry the earlier day."""
    first, later = entry(at("2025-05-02T08:00", 9), 3), entry(at("2025-05-01T20:00", -10), 7)
    [series] = tightness_series([first, later])
    assert series.points[0].entry is later
    assert series.latest.entry is later


def test_the_repeated_hour_keeps_both_entries_in_true_order() -> None:
    """On the night the clock goes back two entries at 02:30 stand at one place, first the first."""
    summer, winter = entry(at("2025-10-26T02:30", 2), 4), entry(at("2025-10-26T02:30", 1), 6)
    [series] = tightness_series([winter, summer])
    assert [point.entry.tightness for point in series.points] == [4, 6]
    assert series.points[0].x == series.points[1].x


def test_year_end_and_leap_day_are_neighbouring_days() -> None:
    """31 December and 1 January, 28 and 29 February and 1 March, are one day apart."""
    days = ["2023-12-31", "2024-01-01", "2024-02-28", "2024-02-29", "2024-03-01"]
    [series] = tightness_series([entry(f"{day}T12:00") for day in days])
    xs = [point.day for point in series.points]
    assert [b - a for a, b in itertools.pairwise(xs)] == [1, 58, 1, 1]


def test_rehearsals_are_left_out() -> None:
    """What was said in a sped-up session is kept elsewhere, not drawn."""
    assert tightness_series([entry("2025-05-03T07:30", rehearsal=True)]) == ()


def test_both_sides_of_the_low_back_are_the_low_back() -> None:
    """The low back has one line for 'both' and for no side; a buttock keeps them apart."""
    assert key_of(Area.LOW_BACK, Side.BOTH) == key_of(Area.LOW_BACK, None)
    assert key_of(Area.LOW_BACK, Side.LEFT) == Key(Area.LOW_BACK, Side.LEFT)
    assert key_of(Area.BUTTOCK, Side.BOTH) != key_of(Area.BUTTOCK, None)


def test_the_series_written_to_last_comes_first() -> None:
    """The area a person logged last is the one they want to see."""
    found = tightness_series(
        [entry("2025-05-03T08:00", area=Area.CALF), entry("2025-05-04T08:00"), entry("2025-05-01T08:00")]
    )
    assert [series.key.area for series in found] == [Area.BUTTOCK, Area.CALF]


def test_one_quality_can_be_looked_at_alone() -> None:
    """Cramps alone, or everything."""
    [series] = tightness_series([entry("2025-05-03T08:00"), entry("2025-05-03T09:00", quality=Quality.CRAMP)])
    assert len(series.of_quality(None).points) == 2
    assert [point.entry.quality for point in series.of_quality(Quality.CRAMP).points] == [Quality.CRAMP]


def test_within_takes_both_ends() -> None:
    """The first and the last day of a range belong to it."""
    [series] = tightness_series([entry(f"2025-05-0{n}T23:59") for n in (1, 2, 3, 4)])
    start = date(2025, 5, 2).toordinal()
    assert [point.day for point in within(series.points, start, start + 1)] == [start, start + 1]


@given(st.lists(ENTRIES, max_size=40, unique_by=lambda e: e.id), st.randoms())
def test_the_order_handed_in_does_not_matter(entries: list[Entry], rng: random.Random) -> None:
    """Shuffled entries give the same series."""
    shuffled = list(entries)
    rng.shuffle(shuffled)
    assert tightness_series(shuffled) == tightness_series(entries)


@given(st.lists(ENTRIES, max_size=40, unique_by=lambda e: e.id))
def test_every_entry_that_counts_is_drawn_once_on_its_own_day(entries: list[Entry]) -> None:
    """Nothing is lost, doubled or moved to another day."""
    points = [point for series in tightness_series(entries) for point in series.points]
    assert sorted(point.entry.id for point in points) == sorted(e.id for e in entries if not e.rehearsal)
    for point in points:
        assert date.fromordinal(point.day).isoformat() == point.entry.at.local_day
        assert point.x == x_of(point.entry.at)
        local = point.entry.at.local()
        seconds = local.hour * 3600 + local.minute * 60 + local.second + local.microsecond / 1e6
        assert (point.x - point.day) * 86_400 == pytest.approx(seconds, abs=0.01)
