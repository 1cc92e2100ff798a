"""What got worse, what was chosen about it, and that only an exercise's last stop counts."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from coach.analysis.went_worse import EASIER, KEY, OUT, USUAL, got_worse, unanswered, way_value, ways
from coach.journal.records import SessionRecord, StepDone
from coach.session.events import Outcome
from tests.analysis.make import session


def stopped(day: str, exercise: str = "bridge", reason: str = "pain", *, rehearsal: bool = False) -> SessionRecord:
    """A session in which one exercise ended for this reason."""
    step = StepDone(
        step=0,
        kind="hold",
        title="",
        exercise=exercise,
        side=None,
        area=None,
        outcome=Outcome.INTERRUPTED,
        done_ms=0,
        planned_ms=1,
        done_reps=0,
        planned_reps=1,
        reason=reason,
    )
    return replace(session(f"{day}T09:00", rehearsal=rehearsal), steps=(step,))


def test_the_last_stop_of_an_exercise_counts() -> None:
    """Once for each exercise, with the code last given; other reasons and rehearsals are not meant."""
    sessions = [
        stopped("2026-05-01"),
        stopped("2026-05-02", "cat_cow", "slept"),
        stopped("2026-05-03", reason="down-the-leg"),
        stopped("2026-05-04", "calf_wall", rehearsal=True),
    ]
    (found,) = got_worse(sessions)
    assert (found.exercise, found.day, found.reason) == ("bridge", "2026-05-03", "down-the-leg")


def test_it_is_asked_until_it_is_answered_and_again_after_the_next_time() -> None:
    """A choice holds for the stop it was made after."""
    sessions = [stopped("2026-05-01")]
    assert len(unanswered(sessions, {}, {"bridge"})) == 1
    answers = {KEY + "bridge": way_value(EASIER, sessions[0].id)}
    assert unanswered(sessions, answers, {"bridge"}) == ()
    assert ways(answers) == {"bridge": EASIER}
    assert len(unanswered([*sessions, stopped("2026-05-09")], answers, {"bridge"})) == 1
    assert unanswered(sessions, {}, {"cat_cow"}) == ()


def test_as_usual_is_nothing_special_and_rubbish_is_nothing() -> None:
    """Only the easier way and leaving out change a plan."""
    answers = {
        KEY + "a": way_value(USUAL, "s"),
        KEY + "b": way_value(OUT, "s"),
        KEY + "c": 7,
        KEY + "d": {"way": "harder"},
        "screening": {"way": "easier"},
    }
    assert ways(answers) == {"b": OUT}
    with pytest.raises(ValueError, match="harder"):
        way_value("harder", "s")
