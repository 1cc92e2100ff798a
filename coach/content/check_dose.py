"""Whether a routine asks for exercises that exist, in a way they can be done, inside their safe ranges."""

from __future__ import annotations

from collections import defaultdict

from coach.content.exercise import Amount, Exercise
from coach.content.library import Library
from coach.content.problems import Report
from coach.content.routine import HoldStep, MoveStep, RepsStep, Routine
from coach.content.shown import nearest, number, quoted
from coach.content.steps import Placed, Work, placed_steps, sides_worked
from coach.content.toml_lines import TomlPath
from coach.content.vocabulary import Side, SidePlan
from coach.i18n import _


def check_doses(routine: Routine, library: Library, report: Report) -> None:
    """Every step that does an exercise, and what they add up to."""
    totals: dict[tuple[str, Side | None], list[tuple[Placed, int]]] = defaultdict(list)
    for placed in placed_steps(routine):
        step = placed.step
        if not isinstance(step, HoldStep | RepsStep | MoveStep):
            continue
        exercise = library.exercises.get(step.exercise)
        if exercise is None:
            report.say((*placed.path, "exercise"), _unknown(step.exercise, library))
            continue
        _check_sides(placed.path, step, exercise, report)
        if not _suits(placed.path, step, exercise, report) or isinstance(step, MoveStep):
            continue
        done = _repetitions(step, exercise)
        for side in sides_worked(step.side) if exercise.per_side else (None,):
            totals[exercise.id, side].append((placed, done * placed.repeat))
    for (exercise_id, _side), parts in totals.items():
        _check_total(library.exercises[exercise_id], parts, report)


def _unknown(wanted: str, library: Library) -> str:
    names = {exercise.name.replace(" ", "_"): exercise.id for exercise in library.exercises.values()}
    meant = nearest(wanted, library.exercises) or names.get(nearest(wanted, names) or "")
    said = _("There is no exercise {id}.").format(id=quoted(wanted))
    if meant:
        return said + " " + _("Did you mean {meant}?").format(meant=quoted(meant))
    return said + " " + _("The command limber exercises lists them all.")


def _check_sides(path: TomlPath, step: Work, exercise: Exercise, report: Report) -> None:
    if step.side in {None, SidePlan.BOTH} or exercise.per_side:
        return
    sentence = _("{exercise} works both sides at once. Take the line with `side` out.")
    report.say((*path, "side"), sentence.format(exercise=quoted(exercise.id)))


def _suits(path: TomlPath, step: Work, exercise: Exercise, report: Report) -> bool:
    """Whether the exercise can be done the way the step asks; its numbers are looked at when it can."""
    dose = exercise.dose
    if isinstance(step, MoveStep) and dose.minutes is not None:
        _check_range((*path, "target_s"), step.target_s, dose.minutes, exercise, report)
        return True
    if isinstance(step, HoldStep) and dose.hold_s is not None and dose.hold_s.max > 0:
        _check_range((*path, "hold_s"), step.hold_s, dose.hold_s, exercise, report)
        _check_counts(path, step, exercise, report)
        return True
    if isinstance(step, RepsStep) and dose.tempo is not None:
        if step.tempo is not None and dose.hold_s is not None:
            _check_range((*path, "tempo", "hold_s"), step.tempo.hold_s, dose.hold_s, exercise, report)
        _check_counts(path, step, exercise, report)
        return True
    sentence = _('{exercise} cannot be done as this kind of step. Write kind = "{kind}".')
    report.say((*path, "kind"), sentence.format(exercise=quoted(exercise.id), kind=exercise.kind))
    return False


def _check_counts(path: TomlPath, step: HoldStep | RepsStep, exercise: Exercise, report: Report) -> None:
    """One set, by itself: fewer repetitions may be made up by a group, more may not."""
    for name, wanted, amount in (("reps", step.reps, exercise.dose.reps), ("sets", step.sets, exercise.dose.sets)):
        if wanted is not None and amount is not None and wanted > amount.max:
            _check_range((*path, name), wanted, amount, exercise, report)


def _check_range(path: TomlPath, value: float | None, amount: Amount, exercise: Exercise, report: Report) -> None:
    """One number against its safe range; a target is in seconds where the exercise has minutes."""
    field = str(path[-1])
    unit = 60 if field == "target_s" else 1
    if value is None or amount.min * unit <= value <= amount.max * unit:
        return
    sentence = _("`{field}` is {value}, but the safe range of {exercise} is {range}{seconds}. Write {line}.")
    said = sentence.format(
        field=field,
        value=number(value),
        exercise=quoted(exercise.id),
        range=_range(amount.min * unit, amount.max * unit),
        seconds=_(" seconds") if field.endswith("_s") else "",
        line=f"{field} = {number(amount.default * unit)}",
    )
    report.say(path, said)


def _repetitions(step: HoldStep | RepsStep, exercise: Exercise) -> int:
    reps, sets = exercise.dose.reps, exercise.dose.sets
    return round((step.reps or (reps.default if reps else 1)) * (step.sets or (sets.default if sets else 1)))


def _check_total(exercise: Exercise, parts: list[tuple[Placed, int]], report: Report) -> None:
    """What all steps of one exercise add up to on one side, against fewest repetitions and most of most sets."""
    reps, sets = exercise.dose.reps, exercise.dose.sets
    if reps is None:
        return
    total, most = sum(count for _placed, count in parts), reps.max * (sets.max if sets else 1)
    if reps.min <= total <= most or _already_said(parts, exercise):
        return
    side = _(" on each side") if exercise.per_side else ""
    sentence = _("{exercise} adds up to {total} repetitions{side} in this routine; its safe range is {range}. {fix}")
    fix = _("Ask for more repetitions.") if total < reps.min else _("Ask for fewer repetitions, sets or repeats.")
    report.say(
        _where(parts[-1][0]),
        sentence.format(exercise=quoted(exercise.id), total=total, side=side, range=_range(reps.min, most), fix=fix),
    )


def _already_said(parts: list[tuple[Placed, int]], exercise: Exercise) -> bool:
    """One step alone with too many repetitions or sets has its own sentence."""
    step = parts[0][0].step
    if len(parts) > 1 or parts[0][0].repeat > 1 or not isinstance(step, HoldStep | RepsStep):
        return False
    limits = ((step.reps, exercise.dose.reps), (step.sets, exercise.dose.sets))
    return any(wanted is not None and amount is not None and wanted > amount.max for wanted, amount in limits)


def _where(placed: Placed) -> TomlPath:
    """The line to look at: the number that was asked for, else the group's repeat, else the exercise."""
    step = placed.step
    if isinstance(step, HoldStep | RepsStep) and step.reps is not None:
        return (*placed.path, "reps")
    if placed.repeat > 1:
        return (*placed.group_path, "repeat")
    return (*placed.path, "exercise")


def _range(low: float, high: float) -> str:
    if low == high:
        return _("exactly {number}").format(number=number(low))
    return _("{low} to {high}").format(low=number(low), high=number(high))
