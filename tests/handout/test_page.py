"""What a hand-out says."""

from __future__ import annotations

import pytest

from coach.content.library import Library
from coach.content.load_library import load_library
from coach.content.redose import routine_of, sided, turned
from coach.content.vocabulary import SidePlan
from coach.handout.page import handout_of
from coach.resources import assets


@pytest.fixture(scope="module")
def shipped() -> Library:
    """The shipped content."""
    return load_library(assets())


def test_it_says_what_the_routine_says(shipped: Library) -> None:
    """Every exercise with its dose, its steps and two pictures; ratings are not on it."""
    made = handout_of(shipped.routines["morning-ease"].routine, shipped)
    assert made.title == "Morning ease"
    assert [step.title for step in made.steps] == ["Pelvic tilt", "Knee rolls", "Single knee to chest", "Cat-cow"]
    assert all(step.dose and step.lines and len(step.shots) == 2 for step in made.steps)


def test_it_says_when_to_stop(shipped: Library) -> None:
    """Signs to stop at and signs to get help for are on it whole, and for whom an exercise is not."""
    made = handout_of(shipped.routines["morning-ease"].routine, shipped)
    signs = shipped.warning_signs
    assert [box.title for box in made.boxes] == [signs.stop_exercise.title, signs.tiers[0].title]
    assert len(made.boxes[1].lines) == len(signs.tiers[0].signs)
    assert len(set(made.first.lines)) == len(made.first.lines) > 0


def test_a_pack_comes_with_its_rules(shipped: Library) -> None:
    """What lies between pack and skin, when to take it off, and what never to do."""
    made = handout_of(shipped.routines["heat-stretch-cold"].routine, shipped)
    assert shipped.thermal.heat.barrier in made.steps[0].lines
    assert "blister" in made.steps[0].care[0]
    assert all(line.text in made.first.lines for line in shipped.thermal.never)


def test_a_changed_dose_is_on_it(shipped: Library) -> None:
    """The hand-out says what was turned, and shows the side that is meant."""
    alone = routine_of(shipped.exercises["knee_to_chest_single"])
    longer = turned(alone, ("steps", 0), "hold", True, shipped)
    assert longer is not None
    left = sided(longer, ("steps", 0), SidePlan.LEFT, shipped)
    assert left is not None
    step = handout_of(left, shipped).steps[0]
    assert step.dose == "Hold for 25 seconds, three times. Left side only."
    assert all(shot.seen.mirrored for shot in step.shots)


def test_it_says_how_often(shipped: Library) -> None:
    """Times a day and days a week are those of the exercise's own dose."""
    often = {key: handout_of(routine_of(one), shipped).steps[0].often for key, one in shipped.exercises.items()}
    assert often["bridge"] == "Usually once a day, every day."
    assert often["walking"] == "Usually twice a day, 5 days a week."
    assert often["chin_tuck"] == "Usually 3 times a day, every day."


def test_every_shipped_routine_and_exercise_has_one(shipped: Library) -> None:
    """Nothing in the library is without a hand-out."""
    routines = [file.routine for file in shipped.routines.values()]
    for routine in (*routines, *(routine_of(one) for one in shipped.exercises.values())):
        assert handout_of(routine, shipped).steps
