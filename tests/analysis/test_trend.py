"""A trend that says nothing too early, is not tilted by one bad week, and holds the truth about 95 times of 100."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.analysis.series import Point, tightness_series
from coach.analysis.trend import LEAST_WEEKS, trend, usual
from coach.content.vocabulary import When
from tests.analysis.make import entry, rated
from tests.seeded_year import seeded_year

START = 738_000


def points(values: list[int], every: int = 7) -> list[Point]:
    """Return one entry every so many days."""
    return [
        Point(START + number * every + 0.5, entry("2026-05-04T09:00", value)) for number, value in enumerate(values)
    ]


def wandering(seed: int, weeks: int, slope: float) -> list[Point]:
    """Return what a person enters on three days of five: days are alike their neighbours, numbers are whole."""
    chance = random.Random(seed)
    level, found = 0.0, []
    for day in range(weeks * 7):
        level = 0.7 * level + chance.gauss(0, 0.6)
        if chance.random() < 0.6:
            felt = min(max(round(5 + slope * day / 7 + level + chance.gauss(0, 0.5)), 0), 10)
            found.append(Point(START + day + 0.5, entry("2026-05-04T09:00", felt)))
    return found


def test_a_straight_fall_is_its_own_trend() -> None:
    """One point less every week."""
    found = trend(points([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]))
    assert found is not None
    assert (found.per_week, found.weeks) == (-1, 10)
    assert found.clear


def test_nine_weeks_say_nothing_yet() -> None:
    """Too few for an interval that keeps its word."""
    assert trend(points([5] * (LEAST_WEEKS - 1))) is None
    assert trend([]) is None


def test_always_the_same_is_no_trend() -> None:
    """No change, and no division by zero."""
    found = trend(points([5] * 30))
    assert found is not None
    assert (found.per_week, found.low, found.high, found.clear) == (0, 0, 0, False)


def test_one_terrible_week_does_not_tilt_it() -> None:
    """A flare in the last week of thirty."""
    found = trend(points([4, 5] * 15 + [10]))
    assert found is not None
    assert abs(found.per_week) < 0.02
    assert not found.clear


@given(st.lists(st.integers(0, 10), min_size=LEAST_WEEKS, max_size=40))
def test_the_interval_holds_the_slope_and_turns_with_it(values: list[int]) -> None:
    """Upside down the same is said upside down."""
    found, turned = trend(points(values)), trend(points([10 - value for value in values]))
    assert found is not None
    assert turned is not None
    assert found.low <= found.per_week <= found.high
    assert turned.per_week == pytest.approx(-found.per_week)
    assert turned.low == pytest.approx(-found.high)


def test_no_trend_is_rarely_called_one() -> None:
    """Half a year of days that are alike their neighbours: at most one person in twenty-five, of 300."""
    called = [found.clear for seed in range(300) if (found := trend(wandering(seed, 26, 0)))]
    assert sum(called) <= 12


def test_a_true_trend_is_in_the_interval_and_seen() -> None:
    """A point less in ten weeks, for half a year."""
    found = [trend(wandering(seed, 26, -0.1)) for seed in range(200)]
    assert sum(one is not None and one.low <= -0.1 <= one.high for one in found) >= 180
    assert sum(one is not None and one.clear for one in found) >= 160


def test_the_made_up_year_gets_less_tight() -> None:
    """About a point and a half in a year, on the left buttock."""
    year = seeded_year()
    for series in tightness_series(year.entries):
        found = trend(usual(series))
        assert found is not None
        if len(series.points) > 300:
            assert found.clear
            assert found.low < -1.7 / 52 < found.high


def test_what_a_session_did_is_not_how_it_usually_is() -> None:
    """Ratings during and after a session are left out."""
    ratings = [*rated("s", "2026-05-04", 6, 2), entry("2026-05-04T09:10", 4, when=When.DURING, exercise="bridge")]
    (series,) = tightness_series(ratings)
    assert [point.entry.tightness for point in usual(series)] == [6]


def test_ten_years_are_told_in_whole_stretches() -> None:
    """A slow fall over 520 weeks keeps its slope, a week at a time."""
    found = trend(points([10 - round(number / 100) for number in range(520)]))
    assert found is not None
    assert found.per_week == pytest.approx(-0.01, rel=0.1)
    assert found.weeks == 520
