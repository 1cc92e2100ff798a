"""Counting what was really done."""

from __future__ import annotations

from coach.session.course import Course
from coach.session.events import Outcome
from coach.session.tally import Result, Tally
from tests.session.building import build, thermal


def _tally(routine: str) -> Tally:
    return Tally(Course(build(routine), thermal()))


def test_the_same_time_twice_counts_once() -> None:
    """Overlapping stretches count their union, gaps between them do not count."""
    tally = _tally("knee: hold 30")
    tally.add(0, 0, 10_000)
    tally.add(0, 5_000, 12_000)
    tally.add(0, 20_000, 21_000)
    assert tally.done_ms(0) == 13_000


def test_no_more_counts_than_a_segment_holds() -> None:
    """Time past the end of a segment is not counted; an open one has no end."""
    tally = _tally("walk: rest 5, move")
    tally.add(0, 4_000, 9_000)
    tally.add(1, 0, 900_000)
    assert tally.as_dict() == {0: 1_000, 1: 900_000}
    assert tally.total_ms() == 1_000


def test_done_needs_every_millisecond_of_work() -> None:
    """One millisecond short is partly done, with no repetition counted; preparing is not work."""
    tally = _tally("knee: prepare 5, hold 30")
    tally.add(0, 0, 5_000)
    assert tally.result(0) == Result(Outcome.SKIPPED, 0, 0)
    tally.add(1, 0, 29_999)
    assert tally.result(0) == Result(Outcome.PARTLY, 29_999, 0)
    tally.add(1, 29_999, 30_000)
    assert tally.result(0) == Result(Outcome.DONE, 30_000, 1)


def test_a_rest_step_is_work_and_a_rest_between_is_not() -> None:
    """A step that is a rest is done by resting; the rest between repetitions is not asked for."""
    tally = _tally("rest: rest 20\nbridge: reps 4, rest 9, reps 4")
    tally.add(0, 0, 20_000)
    tally.add(1, 0, 4_000)
    tally.add(3, 0, 4_000)
    assert tally.result(0) == Result(Outcome.DONE, 20_000, 0)
    assert tally.result(1) == Result(Outcome.DONE, 8_000, 2)


def test_what_has_no_length_is_done_when_answered() -> None:
    """A move is done when the person says so; its time is told though none was planned."""
    tally = _tally("walk: prepare 3, move\nask low-back before:")
    tally.add(1, 0, 65_000)
    assert tally.result(0) == Result(Outcome.PARTLY, 65_000, 0)
    tally.answered |= {1, 2}
    assert tally.result(0) == Result(Outcome.DONE, 65_000, 0)
    assert tally.result(1) == Result(Outcome.DONE, 0, 0)
