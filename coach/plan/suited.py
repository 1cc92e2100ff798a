"""A routine as it suits one person: without what is not for them, and easier where they asked for it."""

from __future__ import annotations

import math
from collections.abc import Collection

from msgspec.structs import replace

from coach.content.exercise import Exercise
from coach.content.routine import (
    AskStep,
    Group,
    HoldStep,
    MoveStep,
    OffStep,
    RepsStep,
    RestStep,
    Routine,
    SayStep,
    Step,
)
from coach.i18n import _
from coach.plan import pacing
from coach.plan.dose import Numbers

#: What alone makes no session.
_AROUND = (AskStep, SayStep, RestStep, OffStep)


def without(routine: Routine, exercises: Collection[str]) -> Routine:
    """Return the routine without the steps of these exercises; where nothing is left it says so instead."""
    if not exercises:
        return routine
    kept = tuple(item for item in (_kept(item, exercises) for item in routine.steps) if item is not None)
    if kept == routine.steps:
        return routine
    return replace(routine, steps=kept if does_something(kept) else (_nothing_left(),))


def does_something(steps: tuple[Step | Group, ...]) -> bool:
    """Whether anything is left to do: more than questions, words and waiting."""
    return any(
        does_something(item.steps) if isinstance(item, Group) else not isinstance(item, _AROUND) for item in steps
    )


def exercises_of(routine: Routine) -> frozenset[str]:
    """Return the ids of the exercises of a routine."""
    steps = (step for item in routine.steps for step in (item.steps if isinstance(item, Group) else (item,)))
    return frozenset(step.exercise for step in steps if isinstance(step, HoldStep | RepsStep | MoveStep))


def gentler(numbers: Numbers, exercise: Exercise, shares: int) -> Numbers:
    """Return the least that the exercise's own range allows, never more than was asked for."""
    dose, pace = exercise.dose, numbers.pace_ms
    least_hold_ms = numbers.hold_ms if dose.hold_s is None else round(dose.hold_s.min * pacing.MS)
    if pace:
        pace = (pace[0], min(pace[1], least_hold_ms if dose.hold_s is not None else pace[1]), *pace[2:])
    reps = numbers.reps if dose.reps is None else math.ceil(dose.reps.min / shares)
    sets = numbers.sets if dose.sets is None else math.ceil(dose.sets.min)
    return numbers._replace(
        hold_ms=sum(pace) if pace else max(min(numbers.hold_ms, least_hold_ms), pacing.MS),
        pace_ms=pace,
        reps=max(min(numbers.reps, reps), 1),
        sets=max(min(numbers.sets, sets), 1),
    )


def easier_words(exercise: Exercise) -> str:
    """Return the first easier way that is still this exercise, as it is said before it; '' when there is none."""
    ways = [way for way in exercise.easier if way.exercise is None]
    return _("The easier way: {words}").format(words=_(ways[0].text)) if ways else ""


def shorter_words() -> str:
    """Say how much of the easier way is done."""
    return _("Hold and number are the least of its range.")


def _kept(item: Step | Group, exercises: Collection[str]) -> Step | Group | None:
    if isinstance(item, Group):
        steps = tuple(step for step in item.steps if not _is_of(step, exercises))
        return replace(item, steps=steps) if steps else None
    return None if _is_of(item, exercises) else item


def _is_of(step: Step, exercises: Collection[str]) -> bool:
    return isinstance(step, HoldStep | RepsStep | MoveStep) and step.exercise in exercises


def _nothing_left() -> SayStep:
    return SayStep(text=_("Every exercise of this routine is left out, because of what you said about yourself."))
