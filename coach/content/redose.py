"""One number of one step changed, and a routine made of one exercise: always inside what the checks allow."""

from __future__ import annotations

import math
from typing import Any, Literal

import msgspec

from coach.content.check import check_routine
from coach.content.exercise import Amount, Exercise
from coach.content.library import Library
from coach.content.routine import Group, HoldStep, MoveStep, RepsStep, Routine, Step
from coach.content.steps import Work
from coach.content.toml_lines import TomlPath
from coach.content.vocabulary import Posture, SidePlan

#: What can be turned: seconds of a hold, repetitions, sets, minutes.
Dial = Literal["hold", "reps", "sets", "minutes"]

#: From here on holds go by fives.
_FIVES_FROM = 10
_FIVE = 5
_S_PER_MIN = 60
_PLACES: dict[Posture, Literal["floor", "chair", "anywhere"]] = {
    Posture.SUPINE: "floor",
    Posture.PRONE: "floor",
    Posture.ALL_FOURS: "floor",
    Posture.SITTING: "chair",
}


def routine_of(exercise: Exercise) -> Routine:
    """Return a routine that is this exercise alone, with its own numbers."""
    kinds: dict[str, type[Work]] = {"hold": HoldStep, "reps": RepsStep, "move": MoveStep}
    return Routine(
        id=exercise.id,
        name=exercise.name,
        summary=exercise.position,
        place=_PLACES.get(exercise.posture, "anywhere"),
        areas=exercise.areas,
        steps=(kinds[exercise.kind](exercise=exercise.id),),
    )


def step_at(routine: Routine, path: TomlPath) -> Step | Group:
    """Return the step at a place in the file (`coach.content.steps.Placed.path`)."""
    found = routine.steps[int(path[1])]
    return found.steps[int(path[3])] if isinstance(found, Group) and len(path) > 2 else found


def turned(routine: Routine, path: TomlPath, dial: Dial, up: bool, library: Library) -> Routine | None:  # noqa: FBT001
    """Return the routine with one number a notch higher or lower; None where the dial ends.

    It ends at the exercise's safe range, and where the whole routine would no longer pass its checks.
    """
    step = step_at(routine, path)
    if not isinstance(step, HoldStep | RepsStep | MoveStep):
        return None
    exercise = library.exercises[step.exercise]
    amount, now = amount_of(exercise, dial), number_of(step, exercise, dial)
    if amount is None or now is None:
        return None
    wanted = min(max(_notch(now, dial, up=up), _least(amount, dial)), amount.max)
    if wanted == now or (wanted > now) is not up:
        return None
    new = with_step(routine, path, _with_number(step, exercise, dial, wanted))
    return new if _passes(new, routine, library) else None


def sided(routine: Routine, path: TomlPath, side: SidePlan, library: Library) -> Routine | None:
    """Return the routine with other sides of one step; None where the checks are against it."""
    step = step_at(routine, path)
    if not isinstance(step, HoldStep | RepsStep | MoveStep) or not library.exercises[step.exercise].per_side:
        return None
    new = with_step(routine, path, msgspec.structs.replace(step, side=side))
    return new if _passes(new, routine, library) else None


def amount_of(exercise: Exercise, dial: Dial) -> Amount | None:
    """Return the range of a number, None where the exercise has no such number."""
    dose = exercise.dose
    found = {"hold": dose.hold_s, "reps": dose.reps, "sets": dose.sets, "minutes": dose.minutes}[dial]
    if dial == "hold" and (exercise.kind == "move" or (exercise.kind == "reps" and dose.tempo is None)):
        return None
    if dial in {"reps", "sets"} and exercise.kind == "move":
        return None
    return found


def number_of(step: Work, exercise: Exercise, dial: Dial) -> float | None:
    """Return a number of a step as it is now: its own, else the exercise's."""
    amount = amount_of(exercise, dial)
    own: float | None = None
    match step, dial:
        case (HoldStep(), "hold"):
            own = step.hold_s
        case (RepsStep(), "hold"):
            tempo = step.tempo or exercise.dose.tempo
            own = tempo.hold_s if tempo is not None else None
        case (HoldStep() | RepsStep(), "reps"):
            own = step.reps
        case (HoldStep() | RepsStep(), "sets"):
            own = step.sets
        case (MoveStep(), "minutes"):
            own = None if step.target_s is None else step.target_s / _S_PER_MIN
        case _:
            return None
    return own if own is not None else amount.default if amount is not None else None


def with_step(routine: Routine, path: TomlPath, step: Step) -> Routine:
    """Return the routine with another step at a place."""
    steps = list(routine.steps)
    index = int(path[1])
    held = steps[index]
    if isinstance(held, Group) and len(path) > 2:
        inner = list(held.steps)
        inner[int(path[3])] = step
        steps[index] = msgspec.structs.replace(held, steps=tuple(inner))
    else:
        steps[index] = step
    return msgspec.structs.replace(routine, steps=tuple(steps))


def _with_number(step: Work, exercise: Exercise, dial: Dial, value: float) -> Work:
    changed: dict[str, Any]
    match step, dial:
        case (RepsStep(), "hold"):
            tempo = step.tempo or exercise.dose.tempo
            changed = {"tempo": msgspec.structs.replace(tempo, hold_s=value)} if tempo is not None else {}
        case (_, "hold"):
            changed = {"hold_s": value}
        case (_, "minutes"):
            changed = {"target_s": value * _S_PER_MIN}
        case _:
            changed = {dial: round(value)}
    return msgspec.structs.replace(step, **changed)


def _notch(now: float, dial: Dial, *, up: bool) -> float:
    """Return the next number: whole ones, holds from ten seconds on by fives."""
    if dial != "hold" or (now < _FIVES_FROM if up else now <= _FIVES_FROM):
        return math.floor(now) + 1 if up else math.ceil(now) - 1
    return (math.floor(now / _FIVE) + 1) * _FIVE if up else (math.ceil(now / _FIVE) - 1) * _FIVE


def _least(amount: Amount, dial: Dial) -> float:
    """Rounds of a group and later steps make up for few repetitions: the checks know the sum."""
    return 1 if dial in {"reps", "sets"} else amount.min


def _passes(new: Routine, old: Routine, library: Library) -> bool:
    """Say whether a change brings no problem that was not there before."""
    before = {problem.sentence for problem in check_routine(old, library, {}, old.id)}
    return all(problem.sentence in before for problem in check_routine(new, library, {}, new.id))
