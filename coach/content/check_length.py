"""Whether a routine is short enough: 200 steps written out, two hours without the time off (RELIABILITY 2.D, 47)."""

from __future__ import annotations

from coach.content.exercise import Amount, Exercise
from coach.content.library import Library
from coach.content.problems import Report
from coach.content.routine import (
    BreatheStep,
    ColdStep,
    Group,
    HeatStep,
    HoldStep,
    RepsStep,
    RestStep,
    Routine,
    SayStep,
    Step,
)
from coach.content.steps import sides_worked
from coach.content.vocabulary import Mode
from coach.i18n import _

MAX_STEPS = 200
MAX_S = 2 * 3600


def check_length(routine: Routine, library: Library, report: Report) -> None:
    """The number of steps with groups written out, and the time they take at least."""
    count, seconds = 0, 0.0
    for index, item in enumerate(routine.steps):
        steps = item.steps if isinstance(item, Group) else (item,)
        repeat = item.repeat if isinstance(item, Group) else 1
        place = ("steps", index, "repeat") if repeat > 1 else ("steps", index)
        before = count, seconds
        count += len(steps) * repeat
        seconds += sum(least_seconds(step, routine, library) for step in steps) * repeat
        if before[0] <= MAX_STEPS < count:
            sentence = _("From here on the routine has more than {most} steps. Repeat less, or split it in two.")
            report.say(place, sentence.format(most=MAX_STEPS))
        if before[1] <= MAX_S < seconds:
            report.say(place, _("From here on the routine is longer than 2 hours. Take steps out, or split it in two."))


def least_seconds(step: Step, routine: Routine, library: Library) -> float:
    """The time a step takes at least, in seconds: work, rests and changes of side, without getting ready.

    The exact length is the plan's (`limber plan`); this bound needs no plan.
    """
    match step:
        case HoldStep() | RepsStep():
            exercise = library.exercises.get(step.exercise)
            return 0.0 if exercise is None else _work(step, exercise, routine)
        case HeatStep() | ColdStep():
            limits = library.thermal.limits(Mode.HEAT if isinstance(step, HeatStep) else Mode.COLD)
            return limits.default_min * 60 if step.duration_s is None else step.duration_s
        case RestStep() | BreatheStep():
            return step.duration_s
        case SayStep():
            return step.duration_s or 0.0
        case _:
            return 0.0


def _work(step: HoldStep | RepsStep, exercise: Exercise, routine: Routine) -> float:
    dose = exercise.dose
    reps, sets = _or(step.reps, dose.reps), _or(step.sets, dose.sets)
    rest = _or(step.rest_s if step.rest_s is not None else routine.rest_s, dose.rest_s, none=0)
    if isinstance(step, HoldStep):
        once, rests = _or(step.hold_s, dose.hold_s), reps * sets - 1
    else:
        tempo = step.tempo or dose.tempo
        once, rests = (tempo.out_s + tempo.hold_s + tempo.back_s + tempo.pause_s if tempo else 1.0), sets - 1
    sides = len(sides_worked(step.side)) if exercise.per_side and step.side != "both" else 1
    switch = routine.switch_s if step.switch_s is None else step.switch_s
    return sides * (once * reps * sets + rest * rests) + switch * (sides - 1)


def _or(own: float | None, amount: Amount | None, none: float = 1) -> float:
    if own is not None:
        return own
    return none if amount is None else amount.default
