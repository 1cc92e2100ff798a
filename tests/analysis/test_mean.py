"""The seven-day mean is what its docstring says, on every day."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.analysis.mean import MeanPoint, mean_on, mean_runs, seven_day_means
from coach.analysis.series import Point, tightness_series
from coach.journal.records import Entry
from tests.analysis.make import ENTRIES, entry


def _points(*marks: tuple[str, int]) -> tuple[Point, ...]:
    series = tightness_series([entry(f"{day}T08:00", value) for day, value in marks])
    return series[0].points if series else ()


def test_one_entry_has_no_mean() -> None:
    """The mean of one number would only repeat it."""
    assert seven_day_means(_points(("2025-05-03", 6))) == ()


def test_the_window_is_today_and_the_six_days_before() -> None:
    """An entry of the first of May counts on the seventh and no more on the eighth."""
    seventh = seven_day_means(_points(("2025-05-01", 8), ("2025-05-07", 4)))
    eighth = seven_day_means(_points(("2025-05-01", 8), ("2025-05-08", 4)))
    assert seventh == (MeanPoint(date(2025, 5, 7).toordinal(), 6.0, 2),)
    assert eighth == ()


def test_the_mean_is_of_entries_not_of_days() -> None:
    """Two entries on one day count twice."""
    series = tightness_series(
        [entry("2025-05-03T08:00", 6), entry("2025-05-03T20:00", 3), entry("2025-05-04T08:00", 3)]
    )
    assert [mean.value for mean in seven_day_means(series[0].points)] == [4.5, 4.0]


def test_the_line_is_broken_over_more_than_seven_days() -> None:
    """Seven days apart is joined, eight is not."""
    means = [MeanPoint(day, 5.0, 2) for day in (100, 107, 115)]
    assert [[mean.day for mean in run] for run in mean_runs(means)] == [[100, 107], [115]]


def test_the_mean_crosses_the_year_end() -> None:
    """1 January still sees 26 December, by days, not by dates."""
    [mean] = seven_day_means(_points(("2024-12-26", 2), ("2025-01-01", 4)))
    assert (mean.day, mean.value) == (date(2025, 1, 1).toordinal(), 3.0)


def test_mean_on_a_day_without_an_entry() -> None:
    """The sentence asks for today, entry or not; too few entries give no mean but their number."""
    points = _points(("2025-05-03", 6), ("2025-05-04", 3))
    assert mean_on(points, date(2025, 5, 8).toordinal()) == (4.5, 2)
    assert mean_on(points, date(2025, 5, 10).toordinal()) == (None, 1)
    assert mean_on(points, date(2025, 5, 30).toordinal()) == (None, 0)


@given(st.lists(ENTRIES, max_size=60, unique_by=lambda e: e.id))
def test_the_fast_mean_equals_the_plain_definition(entries: list[Entry]) -> None:
    """On each day with an entry: the sum over seven days divided by their number, at least two."""
    for series in tightness_series(entries):
        means = {mean.day: mean for mean in seven_day_means(series.points)}
        for day in {point.day for point in series.points}:
            value, count = mean_on(series.points, day)
            if value is None:
                assert day not in means
            else:
                assert means[day].value == pytest.approx(value)
                assert means[day].entries == count
        assert set(means) <= {point.day for point in series.points}


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 10)), max_size=50))
def test_runs_hold_every_mean_once_and_no_wide_gap(marks: list[tuple[int, int]]) -> None:
    """Cutting the line loses nothing and joins nothing further than a week."""
    start = date(2024, 1, 1)
    means = seven_day_means(_points(*(((start + timedelta(days=d)).isoformat(), v) for d, v in marks)))
    runs = mean_runs(means)
    assert tuple(mean for run in runs for mean in run) == means
    assert all(b.day - a.day <= 7 for run in runs for a, b in itertools.pairwise(run))
    assert all(b[0].day - a[-1].day > 7 for a, b in itertools.pairwise(runs))
