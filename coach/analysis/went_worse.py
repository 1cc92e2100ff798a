"""Which exercises got worse, and what the person wants done about it the next time. Never anything harder."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from coach.i18n import _
from coach.journal.records import SessionRecord
from coach.session.events import WORSE_REASONS

#: The key of an answer is this and the exercise; its value has the way chosen and the session it was chosen after.
KEY = "after-worse:"
EASIER, OUT, USUAL = "easier", "out", "usual"
_WAYS = (EASIER, OUT, USUAL)
_NERVE = frozenset({"down-the-leg", "numb-or-weak"})


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


def unanswered(
    sessions: Sequence[SessionRecord], answers: Mapping[str, Any], exercises: Collection[str]
) -> tuple[GotWorse, ...]:
    """Return those of `exercises` about which the person has not chosen anything since."""
    here = (one for one in got_worse(sessions) if one.exercise in exercises)
    return tuple(one for one in here if _value(answers, one.exercise).get("session") != one.session)


def ways(answers: Mapping[str, Any]) -> dict[str, str]:
    """Return what was chosen, by exercise: `EASIER` or `OUT`; as usual is not listed."""
    keys = (key.removeprefix(KEY) for key in answers if key.startswith(KEY))
    chosen = {exercise: _value(answers, exercise).get("way") for exercise in keys}
    return {exercise: way for exercise, way in chosen.items() if way in {EASIER, OUT}}


def careful_way(reason: str) -> str:
    """Return the careful answer after a stop for this reason: what runs along the nerve is left out."""
    return OUT if reason in _NERVE else EASIER


def reason_words(reason: str) -> str:
    """Say what the person said when they stopped."""
    return {
        "pain": _("The pain got stronger."),
        "down-the-leg": _("It moved further down the leg."),
        "numb-or-weak": _("There was new numbness or weakness. Read the warning signs (F1) before you do it again."),
    }.get(reason, _("It got worse."))


def way_value(way: str, session: str) -> dict[str, str]:
    """Return what is kept in the journal; `way` is one of the three."""
    if way not in _WAYS:
        raise ValueError(way)
    return {"way": way, "session": session}


def _value(answers: Mapping[str, Any], exercise: str) -> dict[str, Any]:
    kept = answers.get(KEY + exercise)
    return kept if isinstance(kept, dict) else {}
