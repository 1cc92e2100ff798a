"""One session from its events: what was planned, what came of each part, how it ended."""

from __future__ import annotations

from collections.abc import Iterable

from coach.journal.bodies import FinishBody, PauseBody, SessionBody, StepBody, WorseBody
from coach.journal.event import Event
from coach.journal.fold_basics import bodies_of, body_of, distinct, is_gone
from coach.journal.records import SessionRecord, StepDone
from coach.session.events import MISTAKE, Status


def fold_session(about: Iterable[Event]) -> SessionRecord | None:
    """Return the session as it stands, or None when these events are not about a living session.

    A session without an end reads as interrupted, with the time of the steps that ended. Where a part ended
    more than once (the person went back), the last word counts.
    """
    events = distinct(about)
    born = next((event for event in events if event.kind == "session"), None)
    plan = None if born is None else body_of(born, SessionBody)
    if born is None or plan is None or is_gone(events):
        return None
    steps = _steps(events, plan)
    end = _end(events)
    pauses = bodies_of(events, "pause", PauseBody)
    return SessionRecord(
        id=born.id,
        routine=plan.routine,
        name=plan.name,
        content_hash=plan.content_hash,
        started=born.at,
        ended=end[0].at if end else None,
        status=end[1].status if end else Status.INTERRUPTED,
        done_ms=end[1].done_ms if end else sum(step.done_ms for step in steps),
        planned_ms=end[1].planned_ms if end else plan.planned_ms,
        rehearsal=plan.rehearsal,
        pauses=len(pauses),
        paused_ms=sum(body.paused_ms for body in pauses),
        steps=steps,
        worse=_worse(bodies_of(events, "worse", WorseBody)),
    )


def _worse(said: Iterable[WorseBody]) -> str:
    """Return the code given last; one that was a mistake does not count."""
    codes: list[str] = []
    for body in said:
        if body.reason != MISTAKE:
            codes.append(body.reason)
        elif codes:
            codes.pop()
    return codes[-1] if codes else ""


def _end(events: list[Event]) -> tuple[Event, FinishBody] | None:
    ends = [(event, body) for event in events if event.kind == "finish" and (body := body_of(event, FinishBody))]
    return ends[-1] if ends else None


def _steps(events: list[Event], plan: SessionBody) -> tuple[StepDone, ...]:
    latest: dict[int, StepBody] = {}
    for event in events:
        body = body_of(event, StepBody) if event.kind == "step" else None
        if body is not None and body.part < len(plan.parts):
            latest[body.part] = body
    return tuple(_step(latest[part], plan) for part in sorted(latest))


def _step(body: StepBody, plan: SessionBody) -> StepDone:
    part = plan.parts[body.part]
    return StepDone(
        step=part.step,
        kind=part.kind,
        title=part.title,
        exercise=part.exercise,
        side=part.side,
        area=part.area,
        outcome=body.outcome,
        done_ms=body.done_ms,
        planned_ms=body.planned_ms,
        done_reps=body.done_reps,
        planned_reps=body.planned_reps,
        reason=body.reason,
    )
