"""A plan without what is not for a person, and easier where they asked for it; never harder."""

from __future__ import annotations

import pytest

from coach.content.library import Library
from coach.content.load_library import load_library
from coach.content.routine import AskStep, Group, HoldStep, RepsStep, RestStep
from coach.content.vocabulary import When
from coach.plan.compile import compile as compile_routine
from coach.plan.own_dose import step_keys
from coach.plan.suited import does_something, without
from coach.plan.timeline import Preferences, SegmentKind
from coach.resources import assets
from coach.settings.model import OwnDose
from tests.plan.shelf import CAT, HUG, TILT, of_kind, outline, plan, routine, said


@pytest.fixture(scope="module")
def library() -> Library:
    """The shipped content."""
    return load_library(assets())


def test_what_is_left_out_is_neither_planned_nor_spoken_of() -> None:
    """No segment, no part, and no "next" that names it."""
    steps = (HoldStep(exercise=TILT.id), Group(steps=(HoldStep(exercise=HUG.id),), repeat=2), RepsStep(exercise=CAT.id))
    timeline = plan(*steps, preferences=Preferences(left_out=(HUG.id,)))
    assert {part.exercise for part in timeline.parts} == {TILT.id, CAT.id}
    assert not any(HUG.name in text for text in said(timeline))
    assert without(routine(*steps), ()) == routine(*steps)


def test_a_routine_with_nothing_left_says_so() -> None:
    """Questions and rests alone are no session."""
    steps = (AskStep(when=When.BEFORE), HoldStep(exercise=HUG.id), RestStep(duration_s=20))
    timeline = plan(*steps, preferences=Preferences(left_out=(HUG.id,)))
    assert [segment.kind for segment in timeline.segments] == [SegmentKind.SAY]
    assert "left out" in said(timeline)[0]
    assert not does_something(without(routine(*steps), {HUG.id}).steps)


def test_the_easier_way_is_the_least_of_the_range_and_is_said() -> None:
    """Hold, repetitions and sets go to the least that the exercise allows; the easier way is said before it."""
    usual = plan(HoldStep(exercise=HUG.id, hold_s=30, reps=4))
    easier = plan(HoldStep(exercise=HUG.id, hold_s=30, reps=4), preferences=Preferences(easier=(HUG.id,)))
    assert HUG.dose.hold_s is not None
    assert {s.duration_ms for s in of_kind(easier, SegmentKind.HOLD)} == {HUG.dose.hold_s.min * 1000}
    assert easier.total_ms < usual.total_ms


def test_nothing_of_the_shipped_plans_gets_harder(library: Library) -> None:
    """Easier is never longer and never more, whatever exercise it is; the sentence stands on the stage too."""
    for file in library.routines.values():
        for exercise in {part.exercise for part in compile_routine(file, library).parts if part.exercise}:
            usual = compile_routine(file, library)
            easier = compile_routine(file, library, Preferences(easier=(exercise,)))
            for before, after in zip(usual.parts, easier.parts, strict=True):
                assert after.planned_ms <= before.planned_ms
                assert after.planned_reps <= before.planned_reps
            told = [way.text for way in library.exercises[exercise].easier if way.exercise is None]
            if told:
                assert any(told[0] in cue.text for cue in easier.cues)
                assert any(told[0] in segment.text for segment in easier.segments)


def test_the_persons_own_dose_does_not_make_the_easier_way_harder() -> None:
    """Who turned a hold up before it got worse still gets the least of the range."""
    step = HoldStep(exercise=HUG.id)
    (key,) = set(step_keys(plan(step)).values())
    more = {key: OwnDose(hold_s=30, reps=4)}
    usual = plan(step, preferences=Preferences(doses=more))
    easier = plan(step, preferences=Preferences(doses=more, easier=(HUG.id,)))
    plainly = plan(step, preferences=Preferences(easier=(HUG.id,)))
    assert outline(easier) == outline(plainly)
    assert easier.total_ms < usual.total_ms
