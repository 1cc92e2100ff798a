"""Which exercises got worse, and what the person wants done about it the next time. Never anything harder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from coach.journal.records import SessionRecord
from coach.session.events import WORSE_REASONS

#: The key of an answer is this and the exercise; its value has the way chosen and the session it was chosen after.
KEY = "after-worse:"
EASIER, OUT, USUAL = "easier", "out", "usual"
_WAYS = (EASIER, OUT, USUAL)


class GotWorse(NamedTuple):
    """An exercise that the person stopped because it got worse: when last, and the code they gave."""

    exercise: str
    session: str
    day: str
    reason: str


def got_worse(sessions: Sequence[SessionRecord]) -> tuple[GotWorse, ...]:
    """Return each exercise that was ever stopped so, the last time it was; rehearsals aside."""
    found: dict[str, GotWorse] = {}
    for session in sessions:
        for step in session.steps:
            if step.exercise and step.reason in WORSE_REASONS and not session.rehearsal:
                found[step.exercise] = GotWorse(step.exercise, session.id, session.started.local_day, step.reason)
    return tuple(found.values())


def unanswered(sessions: Sequence[SessionRecord], answers: Mapping[str, Any]) -> tuple[GotWorse, ...]:
    """Return those about which the person has not chosen anything since."""
    return tuple(one for one in got_worse(sessions) if _value(answers, one.exercise).get("session") != one.session)


def ways(answers: Mapping[str, Any]) -> dict[str, str]:
    """Return what was chosen, by exercise: `EASIER` or `OUT`; as usual is not listed."""
    keys = (key.removeprefix(KEY) for key in answers if key.startswith(KEY))
    chosen = {exercise: _value(answers, exercise).get("way") for exercise in keys}
    return {exercise: way for exercise, way in chosen.items() if way in {EASIER, OUT}}


def way_value(way: str, session: str) -> dict[str, str]:
    """Return what is kept in the journal; `way` is one of the three."""
    if way not in _WAYS:
        raise ValueError(way)
    return {"way": way, "session": session}


def _value(answers: Mapping[str, Any], exercise: str) -> dict[str, Any]:
    kept = answers.get(KEY + exercise)
    return kept if isinstance(kept, dict) else {}
