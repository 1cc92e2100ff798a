"""What the journal's answers do to a session, before it begins."""

from __future__ import annotations

from typing import Any

import pytest

from coach.analysis.went_worse import EASIER, KEY, OUT, way_value
from coach.app.personal import suited
from coach.app.shelf import library
from coach.app.sittings import Circumstances, Sitting, fresh
from coach.content.library import Library
from coach.errors import DataError
from coach.plan.timeline import Preferences
from coach.safety.suitability import SCREENING, said_of, screening_value
from coach.session.events import PackRefused
from tests.fakes import FakeClock


@pytest.fixture(scope="module")
def shelf() -> Library:
    """The shipped content."""
    return library()


def begin(shelf: Library, routine: str, answers: dict[str, Any]) -> Sitting:
    """A session of a person with these answers."""
    said = said_of(answers, FakeClock().stamp())
    preferences = suited(Preferences(), answers, said, shelf)
    given = Circumstances(library=shelf, clock=FakeClock(), exposures=(), preferences=preferences, said=said)
    return fresh(shelf.routines[routine], given)


def ticked(shelf: Library, *keys: str) -> dict[str, Any]:
    """The answers of a person who ticked these."""
    return {SCREENING: screening_value(dict.fromkeys(keys, ()), shelf.screening, FakeClock().stamp())}


def test_a_pack_is_left_out_with_the_reason(shelf: Library) -> None:
    """Neuropathy: neither heat nor cold is offered, whatever the routine says."""
    engine = begin(shelf, "heat-stretch-cold", ticked(shelf, "diabetes_nerves")).engine
    told = [event for event in [*engine.start(), *engine.go_on()] if isinstance(event, PackRefused)]
    assert len(told) == 1
    assert "neuropathy" in told[0].reason


def test_an_exercise_is_left_out_and_the_plan_can_still_be_resumed(shelf: Library) -> None:
    """Not in the plan, not in the journal's parts; the checkpoint remembers it."""
    sitting = begin(shelf, "morning-ease", ticked(shelf, "osteoporosis"))
    assert "knee_to_chest_single" not in {part.exercise for part in sitting.timeline.parts}
    assert "pelvic_tilt" in {part.exercise for part in sitting.timeline.parts}
    sitting.engine.start()
    assert sitting.engine.checkpoint().preferences.left_out


def test_a_routine_of_which_nothing_is_left_does_not_begin(shelf: Library) -> None:
    """It says why."""
    with pytest.raises(DataError, match="what you said about yourself"):
        begin(shelf, "bending-friendly", ticked(shelf, "surgery"))


def test_what_got_worse_is_done_easier_or_left_out(shelf: Library) -> None:
    """As the person chose; the rest of the plan stays as it was."""
    answers = {KEY + "cat_cow": way_value(OUT, "s"), KEY + "pelvic_tilt": way_value(EASIER, "s")}
    preferences = begin(shelf, "morning-ease", answers).timeline.preferences
    assert (preferences.left_out, preferences.easier) == (("cat_cow",), ("pelvic_tilt",))
