"""Turning the dials of a routine: by whole notches, and never out of the safe range."""

from __future__ import annotations

import pytest

from coach.content.check import check_routine
from coach.content.library import Library
from coach.content.load_library import load_library
from coach.content.redose import Dial, amount_of, number_of, routine_of, sided, step_at, turned
from coach.content.routine import HoldStep, MoveStep, RepsStep, Routine
from coach.content.steps import placed_steps
from coach.content.vocabulary import SidePlan
from coach.resources import assets

_ONLY = ("steps", 0)
_DIALS: tuple[Dial, ...] = ("hold", "reps", "sets", "minutes")


@pytest.fixture(scope="module")
def shipped() -> Library:
    """The shipped content."""
    return load_library(assets())


def _to_the_end(routine: Routine, dial: Dial, library: Library, *, up: bool) -> list[float]:
    """Turn a dial until it ends, and return every number on the way."""
    found: list[float] = []
    now: Routine | None = routine
    while now is not None:
        step = step_at(now, _ONLY)
        assert isinstance(step, HoldStep | RepsStep | MoveStep)
        number = number_of(step, library.exercises[step.exercise], dial)
        assert number is not None
        found.append(number)
        assert len(found) < 200
        now = turned(now, _ONLY, dial, up, library)
    return found


def test_every_exercise_alone_is_a_sound_routine(shipped: Library) -> None:
    """A routine of one exercise passes all checks."""
    for exercise in shipped.exercises.values():
        made = routine_of(exercise)
        assert check_routine(made, shipped, {}, made.id) == []


def test_dials_stay_in_the_safe_range(shipped: Library) -> None:
    """Up and down to the end, every number lies in its range and every routine passes the checks."""
    for exercise in shipped.exercises.values():
        for dial in _DIALS:
            amount = amount_of(exercise, dial)
            if amount is None:
                continue
            for up in (True, False):
                seen = _to_the_end(routine_of(exercise), dial, shipped, up=up)
                assert seen == sorted(set(seen), reverse=not up)
                assert max(seen) <= amount.max
                assert min(seen) >= min(amount.min, 1)


def test_holds_go_by_fives_from_ten_on(shipped: Library) -> None:
    """20 goes to 25 and 15, and below ten it goes by single seconds."""
    routine = routine_of(shipped.exercises["knee_to_chest_single"])
    assert _to_the_end(routine, "hold", shipped, up=False)[:4] == [20, 15, 10, 9]
    assert _to_the_end(routine, "hold", shipped, up=True)[1] == 25


def test_a_dial_that_is_not_there_does_nothing(shipped: Library) -> None:
    """A hold has no minutes, a walk no repetitions, a rating no dial at all."""
    assert turned(routine_of(shipped.exercises["bridge"]), _ONLY, "minutes", True, shipped) is None
    assert turned(routine_of(shipped.exercises["walking"]), _ONLY, "reps", True, shipped) is None
    assert turned(shipped.routines["morning-ease"].routine, _ONLY, "hold", True, shipped) is None


def test_rounds_of_a_group_count(shipped: Library) -> None:
    """Three rounds of one roll may become two each round, and one each stays allowed."""
    routine = shipped.routines["morning-ease"].routine
    path = next(one.path for one in placed_steps(routine) if one.repeat == 3)
    more = turned(routine, path, "reps", True, shipped)
    assert more is None or check_routine(more, shipped, {}, "x") == []


def test_sides(shipped: Library) -> None:
    """A sided exercise may be done on one side only; one without sides may not."""
    one = sided(routine_of(shipped.exercises["knee_to_chest_single"]), _ONLY, SidePlan.LEFT, shipped)
    assert one is not None
    step = step_at(one, _ONLY)
    assert isinstance(step, HoldStep)
    assert step.side is SidePlan.LEFT
    assert sided(routine_of(shipped.exercises["bridge"]), _ONLY, SidePlan.LEFT, shipped) is None
