"""The person's own doses: other seconds or repetitions for one step of a routine, inside the exercise's safe range."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from msgspec.structs import replace

from coach.content.library import Library
from coach.content.redose import number_of, turned, with_step
from coach.content.routine import HoldStep, MoveStep, RepsStep, Routine, Step
from coach.content.steps import Placed, placed_steps
from coach.plan.timeline import Preferences, SegmentKind, Timeline
from coach.settings.model import OwnDose

#: What can be changed while a session runs.
Dial = Literal["hold", "reps"]
_MS = 1000


class Dose(NamedTuple):
    """How much of a step is done on one side: seconds of each hold (None where it holds nothing), repetitions."""

    hold_s: float | None
    reps: int


def with_own(routine: Routine, doses: Mapping[str, OwnDose]) -> Routine:
    """Return the routine with the person's numbers; steps it no longer has are left out."""
    if not doses:
        return routine
    for key, placed in _keyed(routine):
        own = doses.get(key)
        if own is not None:
            routine = with_step(routine, placed.path, _with_numbers(placed.step, own))
    return routine


def step_keys(timeline: Timeline) -> dict[int, str]:
    """Return, by step, the key that its dose is kept under: its exercise, with a number where that comes again."""
    found: dict[int, str] = {}
    seen: Counter[str] = Counter()
    for part in timeline.parts:
        if part.exercise is not None and part.step not in found:
            seen[part.exercise] += 1
            found[part.step] = _key(part.exercise, seen[part.exercise])
    return found


def dose_of(timeline: Timeline, step: int) -> Dose:
    """Return how much of a step is planned, on one side."""
    numbers = [number for number, part in enumerate(timeline.parts) if part.step == step]
    first = numbers[0] if numbers else -1
    held = [one.duration_ms or 0 for one in timeline.segments if one.part == first and one.kind is SegmentKind.HOLD]
    sets = {one.set for one in timeline.segments if one.part == first and one.rep is not None}
    reps = timeline.parts[first].planned_reps if numbers else 0
    return Dose(held[0] / _MS if held else None, reps // max(len(sets), 1))


def turn(
    routine: Routine, key: str, dial: Dial, *, up: bool, library: Library, preferences: Preferences
) -> dict[str, OwnDose] | None:
    """Return the person's doses with one number a notch higher or lower; None at the end of the safe range.

    `routine` is as it is written; the doses so far are those of `preferences`. What is done in the easier way, and
    rounds that are themselves the repetitions, stay as they are.
    """
    doses = preferences.doses
    own = with_own(routine, doses)
    placed = next((placed for found, placed in _keyed(own) if found == key), None)
    if placed is None or not isinstance(placed.step, HoldStep | RepsStep):
        return None
    step = placed.step
    rounds = dial == "reps" and placed.repeat > 1
    if step.exercise in preferences.easier or rounds or (dial == "hold" and not isinstance(step, HoldStep)):
        return None
    changed = turned(own, placed.path, dial, up, library)
    if changed is None:
        return None
    new = next(one.step for found, one in _keyed(changed) if found == key)
    written = next(one.step for found, one in _keyed(routine) if found == key)
    return _with_dose(doses, key, _changed(doses.get(key, OwnDose()), new, written, dial, library))


def _changed(before: OwnDose, new: Step, written: Step, dial: Dial, library: Library) -> OwnDose:
    """Return the person's numbers with one of a changed step; None again where it is what the routine says."""
    if not isinstance(new, HoldStep | RepsStep) or not isinstance(written, HoldStep | RepsStep):
        return before
    exercise = library.exercises[new.exercise]
    number = number_of(new, exercise, dial)
    if number == number_of(written, exercise, dial):
        number = None
    if dial == "hold":
        return replace(before, hold_s=None if number is None else float(number))  # as it reads after a crash
    return replace(before, reps=None if number is None else round(number))


def _with_dose(doses: Mapping[str, OwnDose], key: str, own: OwnDose) -> dict[str, OwnDose]:
    others = {other: kept for other, kept in doses.items() if other != key}
    return {**others, key: own} if own != OwnDose() else others


def _keyed(routine: Routine) -> Iterator[tuple[str, Placed]]:
    seen: Counter[str] = Counter()
    for placed in placed_steps(routine):
        if isinstance(placed.step, HoldStep | RepsStep | MoveStep):
            seen[placed.step.exercise] += 1
            yield _key(placed.step.exercise, seen[placed.step.exercise]), placed


def _key(exercise: str, nth: int) -> str:
    return exercise if nth == 1 else f"{exercise}#{nth}"


def _with_numbers(step: Step, own: OwnDose) -> Step:
    if isinstance(step, HoldStep):
        return replace(
            step,
            hold_s=step.hold_s if own.hold_s is None else own.hold_s,
            reps=step.reps if own.reps is None else own.reps,
        )
    if isinstance(step, RepsStep):
        return replace(step, reps=step.reps if own.reps is None else own.reps)
    return step
