"""The shipped routines: what each is for, and that it is that."""

from __future__ import annotations

import pytest

from coach.content.library import Library, RoutineFile
from coach.content.routine import AskStep, ColdStep, Group, HeatStep, OffStep
from coach.content.vocabulary import Area, Mode, SpineDirection, When
from coach.plan.compile import compile as compile_routine
from coach.plan.timeline import SegmentKind
from tests.content.shipped import (
    LIBRARY,
    ROUTINES,
    each_routine,
    exercises_of,
    steps_of,
)


def total_s(file: RoutineFile) -> float:
    """The length of a routine as compiled, without the time off."""
    timeline = compile_routine(file, LIBRARY)
    return sum(part.duration_ms or 0 for part in timeline.segments if part.kind is not SegmentKind.OFF) / 1000


@each_routine()
def test_a_routine_asks_before_and_after(file: RoutineFile) -> None:
    """Ratings of the same places first and last, but not at the desk, nor over hours in the background."""
    steps = steps_of(file)
    asks = [(step.when, step.area) for step in steps if isinstance(step, AskStep)]
    if file.routine.place == "desk" or file.routine.id == "alternating-packs":
        assert asks == []
        return
    places = list(file.routine.areas)
    assert asks == [(When.BEFORE, place) for place in places] + [(When.AFTER, place) for place in places]
    assert all(isinstance(step, AskStep) for step in (*steps[: len(places)], *steps[-len(places) :]))


@each_routine()
def test_a_routine_has_two_to_four_exercises(file: RoutineFile) -> None:
    """More would be skipped, fewer is no routine; the desk and packs alone are shorter."""
    count = len(exercises_of(file))
    if file.routine.place == "desk":
        assert 1 <= count <= 4
    elif file.routine.id in {"contrast-packs", "alternating-packs"}:
        assert count == 0
    else:
        assert 2 <= count <= 4


@each_routine()
def test_a_routine_takes_the_time_it_says(file: RoutineFile) -> None:
    """At the desk one to two minutes, else 4 to 60, never two hours."""
    seconds = total_s(file)
    low, high = (60, 120) if file.routine.place == "desk" else (240, 3600)
    assert low <= seconds <= high


@each_routine()
def test_a_routine_names_its_packs(file: RoutineFile) -> None:
    """`modes` is what the steps need."""
    used = {Mode.HEAT for step in steps_of(file) if isinstance(step, HeatStep)}
    used |= {Mode.COLD for step in steps_of(file) if isinstance(step, ColdStep)}
    assert set(file.routine.modes) == used


@pytest.mark.parametrize("wanted", [SpineDirection.FLEXION, SpineDirection.EXTENSION, SpineDirection.NEUTRAL])
def test_sets_are_sorted_by_spine_direction(wanted: SpineDirection) -> None:
    """Bending, arching and neutral sets hold their own kind; only a neutral exercise may join another set."""
    [file] = [file for file in ROUTINES if file.routine.spine_direction is wanted]
    directions = [exercise.spine_direction for exercise in exercises_of(file)]
    assert set(directions) <= {wanted, SpineDirection.NEUTRAL}
    assert wanted in directions


def test_gentle_start_holds_for_five_seconds(library: Library) -> None:
    """Every hold of Gentle start is 5 s in the plan."""
    timeline = compile_routine(library.routines["gentle-start"], library)
    holds = {segment.duration_ms for segment in timeline.segments if segment.kind is SegmentKind.HOLD}
    assert holds == {5000}


def test_heat_comes_before_cold_with_half_an_hour_between(library: Library) -> None:
    """15 min of heat and 10 of cold on the buttock, and at least 30 minutes from one pack to the other."""
    file = library.routines["heat-stretch-cold"]
    packs = [step for step in steps_of(file) if isinstance(step, HeatStep | ColdStep)]
    assert packs == [HeatStep(area=Area.BUTTOCK, duration_s=900), ColdStep(area=Area.BUTTOCK, duration_s=600)]
    segments = compile_routine(file, library).segments
    off = max(segment.end_ms for segment in segments if segment.kind is SegmentKind.HEAT)
    on = min(segment.start_ms for segment in segments if segment.kind is SegmentKind.COLD)
    assert on - off >= 30 * 60_000
    assert any(isinstance(step, OffStep) for step in steps_of(file))


def test_contrast_packs_are_one_exposure_ending_on_heat(library: Library) -> None:
    """Heat 4 and cold 1 three times, then heat 4: 16 minutes of heat and 3 of cold."""
    file = library.routines["contrast-packs"]
    [group] = [item for item in file.routine.steps if isinstance(item, Group)]
    assert group.exposure == "contrast"
    minutes = [(type(step), step.duration_s) for step in group.steps if isinstance(step, HeatStep | ColdStep)]
    assert minutes == [(HeatStep, 240), (ColdStep, 60)] * 3 + [(HeatStep, 240)]
    segments = compile_routine(file, library).segments
    assert len({segment.exposure for segment in segments if segment.exposure is not None}) == 1
    for kind, total in ((SegmentKind.HEAT, 16), (SegmentKind.COLD, 3)):
        assert sum(part.duration_ms or 0 for part in segments if part.kind is kind) == total * 60_000


def test_alternating_packs_are_two_hours_apart(library: Library) -> None:
    """Heat 15, off 120, cold 10, off 120 minutes."""
    steps = steps_of(library.routines["alternating-packs"])
    lengths = [(type(step), step.duration_s) for step in steps if isinstance(step, HeatStep | ColdStep | OffStep)]
    assert lengths == [(HeatStep, 900), (OffStep, 7200), (ColdStep, 600), (OffStep, 7200)]


def test_the_morning_leaves_out_what_is_not_for_the_morning() -> None:
    """No exercise cautioned for the first two hours after getting up is in Morning ease."""
    for exercise in exercises_of(LIBRARY.routines["morning-ease"]):
        assert "morning" not in exercise.cautions
