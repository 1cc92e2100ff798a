"""The person's own doses: never beyond the exercise's range, by step, and gone with the step they belong to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from coach.content.library import Library
from coach.content.load_library import load_library
from coach.plan.compile import compile as compile_routine
from coach.plan.own_dose import Dial, dose_of, step_keys, turn, with_own
from coach.plan.timeline import Preferences, SegmentKind, Timeline
from coach.resources import assets
from coach.settings.model import OwnDose

KNEE = "knee_to_chest_single"


@pytest.fixture(scope="module")
def library() -> Library:
    """The shipped content."""
    return load_library(assets())


def planned(library: Library, doses: dict[str, OwnDose], easier: tuple[str, ...] = ()) -> Timeline:
    """Morning ease with these doses."""
    return compile_routine(library.routines["morning-ease"], library, Preferences(doses=doses, easier=easier))


def _step(timeline: Timeline, exercise: str = KNEE) -> int:
    return next(part.step for part in timeline.parts if part.exercise == exercise)


def _turned(library: Library, doses: dict[str, OwnDose], dial: Dial, *, up: bool) -> dict[str, OwnDose] | None:
    routine = library.routines["morning-ease"].routine
    return turn(routine, KNEE, dial, up=up, library=library, preferences=Preferences(doses=doses))


def test_holds_and_repetitions_of_one_step(library: Library) -> None:
    """Both sides of the step follow, every other step stays."""
    before = planned(library, {})
    after = planned(library, {KNEE: OwnDose(hold_s=25, reps=2)})
    assert dose_of(after, _step(after)) == (25, 2)
    others = [(part.exercise, part.planned_ms) for part in before.parts if part.exercise != KNEE]
    assert [(part.exercise, part.planned_ms) for part in after.parts if part.exercise != KNEE] == others


@given(hold_s=st.floats(0.1, 3600), reps=st.integers(1, 100))
def test_never_beyond_the_safe_range(library: Library, hold_s: float, reps: int) -> None:
    """Whatever a settings file says, the plan stays inside what the exercise allows."""
    made = planned(library, {KNEE: OwnDose(hold_s=hold_s, reps=reps)})
    dose = library.exercises[KNEE].dose
    assert dose.hold_s is not None
    assert dose.reps is not None
    held = [one for one in made.segments if one.exercise == KNEE and one.kind is SegmentKind.HOLD]
    assert all(dose.hold_s.min <= (one.duration_ms or 0) / 1000 <= dose.hold_s.max for one in held)
    assert max(one.rep or 0 for one in held) <= dose.reps.max


@pytest.mark.parametrize("dial", ["hold", "reps"])
@pytest.mark.parametrize("up", [True, False])
def test_turning_ends_at_the_range(library: Library, dial: Dial, up: bool) -> None:
    """Notch by notch a number reaches the end of the range and no further."""
    doses: dict[str, OwnDose] = {}
    for _notch in range(40):
        found = _turned(library, doses, dial, up=up)
        if found is None:
            break
        assert planned(library, found).parts != planned(library, doses).parts
        doses = found
    assert _turned(library, doses, dial, up=up) is None
    exercise = library.exercises[KNEE].dose
    amount = exercise.hold_s if dial == "hold" else exercise.reps
    assert amount is not None
    number = getattr(doses[KNEE], "hold_s" if dial == "hold" else "reps")
    assert amount.min <= number <= amount.max


def test_what_is_done_easier_stays_so(library: Library) -> None:
    """After "worse" nothing is turned up: the easier way holds."""
    routine = library.routines["morning-ease"].routine
    easier = Preferences(easier=(KNEE,))
    assert turn(routine, KNEE, "hold", up=True, library=library, preferences=easier) is None
    gentle = planned(library, {}, (KNEE,))
    harder = planned(library, {KNEE: OwnDose(hold_s=60, reps=10)}, (KNEE,))
    assert dose_of(harder, _step(harder)) == dose_of(gentle, _step(gentle))


def test_a_dose_without_its_step_does_nothing(library: Library) -> None:
    """A step that the routine no longer has, or one that cannot be turned, changes nothing."""
    routine = library.routines["morning-ease"].routine
    assert with_own(routine, {"gone": OwnDose(reps=3), f"{KNEE}#9": OwnDose(reps=3)}) == routine
    assert turn(routine, "gone", "hold", up=True, library=library, preferences=Preferences()) is None


def test_an_exercise_that_comes_twice_has_two_keys(library: Library) -> None:
    """The second time is a step of its own, with a dose of its own."""
    found = library.routines["morning-ease"]
    twice = replace(found.routine, steps=(*found.routine.steps, *found.routine.steps))
    made = compile_routine(twice, library, Preferences(doses={f"{KNEE}#2": OwnDose(hold_s=25)}))
    keys = step_keys(made)
    holds = {keys[part.step]: dose_of(made, part.step).hold_s for part in made.parts if part.exercise == KNEE}
    assert holds[f"{KNEE}#2"] == 25
    assert holds[KNEE] != 25


@pytest.mark.parametrize("routine", ["morning-ease", "heat-stretch-cold", "neutral"])
def test_every_dose_of_a_plan_can_be_said(library: Library, routine: str) -> None:
    """Each step with an exercise has a key and a dose."""
    made = compile_routine(library.routines[routine], library)
    for step in step_keys(made):
        assert dose_of(made, step).reps >= 0
