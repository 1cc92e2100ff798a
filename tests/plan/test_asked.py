"""What a routine asks for, step by step."""

from __future__ import annotations

import pytest

from coach.content.library import Library
from coach.content.load_library import load_library
from coach.plan.asked import asked, dose_words
from coach.resources import assets


@pytest.fixture(scope="module")
def shipped() -> Library:
    """The shipped content."""
    return load_library(assets())


def test_exercises_and_packs_in_order(shipped: Library) -> None:
    """Ratings, rests and times without a pack are left out."""
    found = asked(shipped.routines["heat-stretch-cold"].routine, shipped)
    assert found[0].exercise is None
    assert found[-1].exercise is None
    assert all(one.exercise is not None for one in found[1:-1])


def test_doses_in_words(shipped: Library) -> None:
    """A hold on each side, rounds of a group, a movement without sides, a pack."""
    said = [dose_words(one, shipped) for one in asked(shipped.routines["morning-ease"].routine, shipped)]
    assert said[1].endswith("3 rounds. On each side.")
    assert said[2] == "Hold for 20 seconds, three times. On each side."
    assert "side" not in said[3]
    pack = asked(shipped.routines["heat-stretch-cold"].routine, shipped)[0]
    assert dose_words(pack, shipped).startswith("Heat on ")


def test_every_shipped_routine_can_be_said(shipped: Library) -> None:
    """No step is without words."""
    for file in shipped.routines.values():
        assert all(dose_words(one, shipped) for one in asked(file.routine, shipped))
