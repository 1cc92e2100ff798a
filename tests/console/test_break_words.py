"""Words after `limber break`, and the status as a person reads it."""

from __future__ import annotations

from datetime import time

import pytest

from coach.console.break_words import pause_minutes, status_lines, time_of_day
from coach.errors import WrongUseError


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("30m", 30), ("30", 30), ("2h", 120), ("1h30m", 90), ("1h30", 90), (" 45M ", 45), ("36h", 2160)],
)
def test_a_pause_is_read(text: str, minutes: int) -> None:
    """Hours, minutes or both, in either case."""
    assert pause_minutes(text) == minutes


def test_until_tomorrow_has_no_minutes() -> None:
    """How long that is depends on the clock of whoever keeps it."""
    assert pause_minutes("until-tomorrow") is None


@pytest.mark.parametrize("text", ["", "0", "0m", "-5m", "36h1m", "99999m", "forever", "1.5h", "٣٠m", "h", "m", "1d"])
def test_what_is_no_pause_is_said(text: str) -> None:
    """There is no pause without an end."""
    with pytest.raises(WrongUseError, match="is no length of a pause"):
        pause_minutes(text)


@pytest.mark.parametrize(("text", "expected"), [("15:30", time(15, 30)), ("9:05", time(9, 5)), ("00:00", time(0))])
def test_a_time_of_day_is_read(text: str, expected: time) -> None:
    """On twenty-four hours."""
    assert time_of_day(text) == expected


@pytest.mark.parametrize("text", ["24:00", "12:60", "3pm", "15", "15:3", "", "15:30:00", "١٥:٣٠"])
def test_what_is_no_time_is_said(text: str) -> None:
    """With how it is written."""
    with pytest.raises(WrongUseError, match="write the end as 15:30"):
        time_of_day(text)


def test_the_status_is_read_in_lines() -> None:
    """The reason first; what is as usual is not mentioned."""
    plain = {"seated_minutes_today": 200, "standing": False, "gentle": False, "counted": ""}
    usual = {"state": "counting", "reason": "Next.", **plain}
    assert status_lines(usual) == ["Next.", "Sat today: 3 h 20 min."]
    assert status_lines({**usual, "seated_minutes_today": 0})[1] == "Sat today: less than a minute."
    assert status_lines({**usual, "state": "off"}) == ["Next."]
    lines = status_lines({**usual, "standing": True, "gentle": True, "counted": "Away 12 min: counted as a break."})
    assert lines[2:] == ["You stand.", "Today goes gently: nothing is stretched.", "Away 12 min: counted as a break."]
