"""What was done in a period: sessions, exercises, packs, and where somebody stopped. Facts, never a verdict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from coach.analysis.period import Span
from coach.content.vocabulary import Area, Mode, Side
from coach.journal.records import Exposure, SessionRecord, StepDone
from coach.session.events import WORSE_REASONS


class ExerciseFacts(NamedTuple):
    """One exercise in a period: in how many sessions it was done at least in part, time done (ms), sides, the title last used."""

    exercise: str
    title: str
    sessions: int
    done_ms: int
    sides: tuple[Side, ...]


class PackFacts(NamedTuple):
    """Packs of one kind at one place: how often they were worn and for how long in all (ms)."""

    mode: Mode
    area: Area
    side: Side | None
    times: int
    worn_ms: int


class Stop(NamedTuple):
    """An exercise that was stopped because it got worse, on a local day, for a reason (a code)."""

    day: str
    exercise: str
    title: str
    reason: str


class DoneFacts(NamedTuple):
    """All of a period. `share` is the time done of the time planned in the sessions that were begun, None without a plan."""

    sessions: int
    days: int
    done_ms: int
    share: float | None
    exercises: tuple[ExerciseFacts, ...]
    packs: tuple[PackFacts, ...]
    stops: tuple[Stop, ...]


def done_facts(sessions: Iterable[SessionRecord], exposures: Iterable[Exposure], span: Span) -> DoneFacts:
    """Return what was done in the period; a session counts on the day it began, once something of it was done."""
    begun = [one for one in sessions if not one.rehearsal and span.holds(one.started.local_day) and one.done_ms > 0]
    planned = sum(one.planned_ms for one in begun)
    done = sum(min(one.done_ms, one.planned_ms) for one in begun)
    return DoneFacts(
        sessions=len(begun),
        days=len({one.started.local_day for one in begun}),
        done_ms=sum(one.done_ms for one in begun),
        share=done / planned if planned else None,
        exercises=_exercises(begun),
        packs=_packs([one for one in exposures if not one.rehearsal and span.holds(one.on.local_day)]),
        stops=tuple(_stops(begun)),
    )


def _exercises(sessions: Sequence[SessionRecord]) -> tuple[ExerciseFacts, ...]:
    """Return each exercise, the one done in most sessions first."""
    steps: dict[str, list[tuple[str, StepDone]]] = {}
    for session in sessions:
        for step in session.steps:
            if step.exercise and (step.done_ms > 0 or step.done_reps > 0):
                steps.setdefault(step.exercise, []).append((session.id, step))
    found = [_exercise(key, done) for key, done in steps.items()]
    return tuple(sorted(found, key=lambda fact: (-fact.sessions, fact.title)))


def _exercise(key: str, done: Sequence[tuple[str, StepDone]]) -> ExerciseFacts:
    sides = {step.side for _session, step in done}
    return ExerciseFacts(
        exercise=key,
        title=done[-1][1].title,
        sessions=len({session for session, _step in done}),
        done_ms=sum(step.done_ms for _session, step in done),
        sides=tuple(side for side in Side if side in sides),
    )


def _packs(worn: Sequence[Exposure]) -> tuple[PackFacts, ...]:
    groups: dict[tuple[Mode, Area, Side | None], list[int]] = {}
    for one in worn:
        groups.setdefault((one.mode, one.area, one.side), []).append(one.worn_ms)
    found = [PackFacts(*place, len(times), sum(times)) for place, times in groups.items()]
    return tuple(sorted(found, key=lambda fact: -fact.times))


def _stops(sessions: Sequence[SessionRecord]) -> list[Stop]:
    return [
        Stop(session.started.local_day, step.exercise, step.title, step.reason)
        for session in sessions
        for step in session.steps
        if step.exercise and step.reason in WORSE_REASONS
    ]
