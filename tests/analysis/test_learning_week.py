"""A learning week lasts seven days, ends by itself, and can be ended at any time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from coach.analysis.learning_week import KEY, LearningWeek, begun, ended, learning_week

FIRST = date(2026, 10, 22)


def test_it_lasts_seven_days_and_ends_by_itself() -> None:
    """From the first to the seventh day; on the eighth it is over without anybody doing anything."""
    answers = {KEY: begun(FIRST)}
    found = [learning_week(answers, FIRST + timedelta(days=day)) for day in range(-1, 8)]
    week = LearningWeek(FIRST, date(2026, 10, 28))
    assert found == [None, *[week] * 7, None]
    assert week.number(FIRST) == 1
    assert week.number(week.last) == 7


def test_it_can_be_ended_on_any_day() -> None:
    """The latest answer counts."""
    assert learning_week({KEY: ended()}, FIRST) is None


@pytest.mark.parametrize("kept", [None, "x", 3, [], {}, {"first": None}, {"first": "yesterday"}, {"first": 5}])
def test_an_answer_that_makes_no_sense_is_no_week(kept: object) -> None:
    """A journal from a newer version may hold anything."""
    assert learning_week({KEY: kept}, FIRST) is None
    assert learning_week({}, FIRST) is None
