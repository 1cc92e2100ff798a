"""Sessions of the made-up person: the record of one, and the events that a journal would hold of it."""

from __future__ import annotations

import hashlib
import random

import msgspec

from coach.clock import Stamp
from coach.content.vocabulary import Area, Side
from coach.journal.bodies import FinishBody, RoutineBody, SessionBody, StepBody, plain
from coach.journal.identity import new_id
from coach.journal.records import SessionRecord, StepDone
from coach.journal.repository import Draft
from coach.plan.timeline import Part
from coach.session.events import Outcome, Status

_US_PER_MS = 1000
_HOLD_MS = 30_000
_BOTH_AT_ONCE = {"pelvic_tilt", "lumbar_rotation"}
_TITLES = {
    "pelvic_tilt": "Pelvic tilt",
    "knee_to_chest_single": "Single knee to chest",
    "lumbar_rotation": "Knee rolls",
    "piriformis_supine_figure_four": "Figure four, lying down",
    "hamstring_supine_strap": "Hamstring with a strap",
}


class Routine(msgspec.Struct, frozen=True):
    """What is done: exercises in order, each held `holds` times 30 s on each side."""

    id: str
    name: str
    exercises: tuple[str, ...]
    holds: int

    @property
    def text(self) -> str:
        """A routine file in short; the order of a day is no part of it."""
        return f'id = "{self.id}"\nname = "{self.name}"\n# {self.holds} x 30 s: {", ".join(sorted(self.exercises))}\n'


def as_record(session: str, started: Stamp, routine: Routine, chance: random.Random) -> SessionRecord:
    """One session: nearly everything done, some of it partly or not at all."""
    steps = tuple(
        _done(number, exercise, side, routine.holds, chance)
        for number, exercise in enumerate(routine.exercises)
        for side in ((None,) if exercise in _BOTH_AT_ONCE else (Side.LEFT, Side.RIGHT))
    )
    whole = all(step.outcome is Outcome.DONE for step in steps)
    done_ms = sum(step.done_ms for step in steps)
    return SessionRecord(
        id=session,
        routine=routine.id,
        name=routine.name,
        content_hash=hashlib.sha256(routine.text.encode()).hexdigest(),
        started=started,
        ended=_later(started, done_ms + 20_000 * len(steps)),
        status=Status.DONE if whole or chance.random() < 0.7 else Status.ENDED,
        done_ms=done_ms,
        planned_ms=sum(step.planned_ms for step in steps),
        rehearsal=False,
        pauses=0,
        paused_ms=0,
        steps=steps,
    )


def as_drafts(record: SessionRecord) -> list[Draft]:
    """The events of a session: its routine, its beginning, each step, its end. The ids follow from the session's."""
    chance = random.Random(record.id)
    text = f'id = "{record.routine}"\nname = "{record.name}"\n'
    routine = RoutineBody(routine=record.routine, name=record.name, text=text)
    stamp = record.started
    ended = record.ended or stamp

    def draft(kind: str, at: Stamp, body: msgspec.Struct, target: str) -> Draft:
        made = new_id(at.utc_us, chance.randbytes)
        return Draft(id=made, kind=kind, at=at, body=msgspec.to_builtins(body), target=target)

    found = [
        draft("routine", stamp, routine, record.content_hash),
        Draft(id=record.id, kind="session", at=stamp, body=plain(_plan(record))),
    ]
    at_ms = 0
    for number, step in enumerate(record.steps):
        at_ms += step.done_ms
        found.append(draft("step", _later(stamp, at_ms), _step(number, step), record.id))
    end = FinishBody(status=record.status, done_ms=record.done_ms, planned_ms=record.planned_ms)
    return [*found, draft("finish", ended, end, record.id)]


def _done(number: int, exercise: str, side: Side | None, holds: int, chance: random.Random) -> StepDone:
    luck = chance.random()
    outcome = Outcome.SKIPPED if luck < 0.04 else Outcome.PARTLY if luck < 0.12 else Outcome.DONE
    reps = {Outcome.DONE: holds, Outcome.SKIPPED: 0}.get(outcome, holds // 2)
    return StepDone(
        step=number,
        kind="hold",
        title=_TITLES[exercise],
        exercise=exercise,
        side=side,
        area=Area.BUTTOCK if "piriformis" in exercise else Area.LOW_BACK,
        outcome=outcome,
        done_ms=reps * _HOLD_MS,
        planned_ms=holds * _HOLD_MS,
        done_reps=reps,
        planned_reps=holds,
    )


def _plan(record: SessionRecord) -> SessionBody:
    parts = tuple(
        Part(
            step=step.step,
            kind=step.kind,
            title=step.title,
            exercise=step.exercise,
            side=step.side,
            area=step.area,
            planned_ms=step.planned_ms,
            planned_reps=step.planned_reps,
        )
        for step in record.steps
    )
    return SessionBody(
        routine=record.routine,
        name=record.name,
        content_hash=record.content_hash,
        planned_ms=record.planned_ms,
        rehearsal=False,
        speed=1.0,
        worse_side=Side.LEFT,
        parts=parts,
        work=tuple((number, part.planned_ms) for number, part in enumerate(parts)),
    )


def _step(number: int, step: StepDone) -> StepBody:
    return StepBody(
        part=number,
        outcome=step.outcome,
        done_ms=step.done_ms,
        planned_ms=step.planned_ms,
        done_reps=step.done_reps,
        planned_reps=step.planned_reps,
    )


def _later(stamp: Stamp, ms: int) -> Stamp:
    return stamp._replace(utc_us=stamp.utc_us + ms * _US_PER_MS)
