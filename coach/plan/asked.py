"""What a routine asks for, step by step: the exercise or pack, its numbers as they will be done, and its sides."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from coach.content.exercise import Exercise
from coach.content.library import Library
from coach.content.routine import ColdStep, HeatStep, HoldStep, MoveStep, RepsStep, Routine, Step
from coach.content.steps import placed_steps
from coach.content.toml_lines import TomlPath
from coach.content.vocabulary import Side
from coach.i18n import _, ngettext
from coach.plan import words
from coach.plan.dose import Numbers, hold_numbers, move_numbers, reps_numbers
from coach.plan.expand import Run, expand, sides_of
from coach.plan.packs import mode_of, pack_of
from coach.safety.places import place


class Asked(NamedTuple):
    """One step that is done, where it stands in the file, and how often its group comes round.

    `exercise` and `numbers` are None for a pack; `sides` in the order worked, (None,) where there are none.
    """

    path: TomlPath
    step: Step
    rounds: int
    exercise: Exercise | None
    numbers: Numbers | None
    sides: tuple[Side | None, ...]


def asked(routine: Routine, library: Library, worse_side: Side | None = None) -> tuple[Asked, ...]:
    """Return every exercise and every pack of a routine in order; raises `DataError` as `compile` does."""
    runs = [run for run in expand(routine, library, worse_side) if isinstance(run, Run) and run.exercise is not None]
    shares = Counter((run.exercise.id, run.side) for run in runs if run.exercise is not None)
    found = []
    for one in placed_steps(routine):
        match one.step:
            case HoldStep() | RepsStep() | MoveStep() as step:
                exercise = library.exercises[step.exercise]
                sides = sides_of(step.side, exercise, worse_side)
                numbers = _numbers(step, exercise, routine, shares[exercise.id, sides[0]])
                found.append(Asked(one.path, step, one.repeat, exercise, numbers, sides))
            case HeatStep() | ColdStep() as step:
                found.append(Asked(one.path, step, one.repeat, None, None, (step.side,)))
            case _:
                pass
    return tuple(found)


def dose_words(one: Asked, library: Library) -> str:
    """Say how much of a step is done: "Hold for 20 seconds, three times. On each side."."""
    if one.numbers is None or one.exercise is None:
        return _pack_words(one, library)
    numbers = one.numbers
    match one.step:
        case HoldStep():
            said = words.hold_dose(numbers.hold_ms, numbers.reps, numbers.sets)
        case RepsStep():
            said = words.reps_dose(numbers.reps, numbers.sets)
        case _:
            said = words.about(numbers.target_ms)
    return " ".join(part for part in (said, _rounds(one.rounds), _sides(one.sides)) if part)


def _numbers(step: HoldStep | RepsStep | MoveStep, exercise: Exercise, routine: Routine, shares: int) -> Numbers:
    match step:
        case HoldStep():
            return hold_numbers(step, exercise, routine, max(shares, 1))
        case RepsStep():
            return reps_numbers(step, exercise, routine, max(shares, 1))
        case _:
            return move_numbers(step, exercise, routine)


def _pack_words(one: Asked, library: Library) -> str:
    if not isinstance(one.step, HeatStep | ColdStep):
        return ""
    pack = pack_of(one.step, library.thermal)
    said = words.pack_named(mode_of(one.step), place(pack.area, pack.side), pack.ms)
    return " ".join(part for part in (said, _rounds(one.rounds)) if part)


def _rounds(rounds: int) -> str:
    return "" if rounds == 1 else ngettext("%(n)d round.", "%(n)d rounds.", rounds) % {"n": rounds}


def _sides(sides: tuple[Side | None, ...]) -> str:
    if len(sides) > 1:
        return _("On each side.")
    return {
        None: "",
        Side.LEFT: _("Left side only."),
        Side.RIGHT: _("Right side only."),
        Side.BOTH: _("Both sides together."),
    }[sides[0]]
