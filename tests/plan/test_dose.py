"""Numbers of a step: whose counts, and the safe range."""

from __future__ import annotations

import pytest

from coach.content.exercise import Tempo
from coach.content.routine import HoldStep, MoveStep, RepsStep
from coach.plan.dose import hold_numbers, move_numbers, off_ms, reps_numbers, to_ms
from tests.plan.shelf import CAT, HUG, SLIDER, TILT, WALK, routine

PLAIN = routine(HoldStep(exercise="hug"))
CALM = routine(HoldStep(exercise="hug"), rest_s=15, prep_s=8, switch_s=9)


def test_the_step_wins_over_the_routine_and_the_routine_over_the_exercise() -> None:
    """Rest: 10 s by the exercise, 15 by this routine, 20 by this step."""
    step = HoldStep(exercise="hug", rest_s=20, prep_s=3, switch_s=4)
    assert hold_numbers(HoldStep(exercise="hug"), HUG, PLAIN).rest_ms == 10_000
    assert hold_numbers(HoldStep(exercise="hug"), HUG, CALM).rest_ms == 15_000
    assert hold_numbers(step, HUG, CALM)[3:6] == (20_000, 4_000, 3_000)
    assert hold_numbers(HoldStep(exercise="hug"), HUG, CALM)[4:6] == (9_000, 8_000)


@pytest.mark.parametrize(("asked_s", "hold_ms"), [(None, 20_000), (1, 5_000), (12.5, 12_500), (3600, 30_000)])
def test_a_hold_stays_in_its_safe_range(asked_s: float | None, hold_ms: int) -> None:
    """From 5 to 30 seconds for this exercise, whatever is asked."""
    assert hold_numbers(HoldStep(exercise="hug", hold_s=asked_s), HUG, PLAIN).hold_ms == hold_ms


def test_repetitions_and_sets_stay_in_their_safe_range() -> None:
    """At most five repetitions and three sets here, at least two."""
    numbers = hold_numbers(HoldStep(exercise="hug", reps=100, sets=100), HUG, PLAIN)
    assert (numbers.reps, numbers.sets) == (5, 3)
    assert hold_numbers(HoldStep(exercise="hug", reps=1), HUG, PLAIN).reps == 2


def test_the_least_repetitions_are_shared_by_all_turns() -> None:
    """Coming to an exercise twice, one repetition each time is enough for a least of two."""
    assert hold_numbers(HoldStep(exercise="hug", reps=1), HUG, PLAIN, shares=2).reps == 1
    assert hold_numbers(HoldStep(exercise="tilt", reps=1), TILT, PLAIN, shares=2).reps == 3


def test_a_rest_may_be_longer_than_the_usual_range() -> None:
    """More rest harms nobody; ten minutes is the format's limit."""
    assert hold_numbers(HoldStep(exercise="hug", rest_s=90), HUG, PLAIN).rest_ms == 90_000
    assert hold_numbers(HoldStep(exercise="hug", rest_s=9000), HUG, PLAIN).rest_ms == 600_000


def test_the_hold_inside_a_tempo_stays_in_its_safe_range() -> None:
    """A tempo of its own keeps its ways, but not a hold outside the dose."""
    fast = RepsStep(exercise="cat", tempo=Tempo(out_s=1, hold_s=60, back_s=1))
    assert reps_numbers(fast, CAT, PLAIN).pace_ms == (1_000, 15_000, 1_000, 0)
    still = RepsStep(exercise="slider", tempo=Tempo(out_s=2, hold_s=10, back_s=2))
    assert reps_numbers(still, SLIDER, PLAIN).pace_ms == (2_000, 0, 2_000, 0)


def test_without_a_tempo_there_is_a_calm_one() -> None:
    """An exercise that gives no tempo is moved two seconds each way, with its own hold."""
    assert reps_numbers(RepsStep(exercise="tilt"), TILT, PLAIN).pace_ms == (2_000, 5_000, 2_000, 1_000)


@pytest.mark.parametrize(("asked_s", "target_ms"), [(None, 600_000), (60, 300_000), (900, 900_000), (3600, 1_800_000)])
def test_a_walk_suggests_a_length_inside_its_range(asked_s: float | None, target_ms: int) -> None:
    """5 to 30 minutes here, 10 where nothing is asked."""
    assert move_numbers(MoveStep(exercise="walk", target_s=asked_s), WALK, PLAIN).target_ms == target_ms


@pytest.mark.parametrize(
    ("seconds", "ms"), [(float("nan"), 1_000), (float("inf"), 5_000), (-3, 1_000), (1e9, 5_000), (2.0004, 2_000)]
)
def test_times_are_whole_and_kept_between_limits(seconds: float, ms: int) -> None:
    """No number, however odd, leaves the limits."""
    assert to_ms(seconds, 1, 5) == ms


def test_time_off_lasts_three_hours_at_most() -> None:
    """The longest `off` is three hours."""
    assert off_ms(1e9) == 10_800_000
