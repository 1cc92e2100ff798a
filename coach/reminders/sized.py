"""How much of an exercise fits into a break: inside its own safe range, on both sides or on the one whose turn it is."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from coach.content.exercise import Amount, Exercise
from coach.content.library import Library
from coach.content.routine import Group, HoldStep, RepsStep, RestStep, Routine, Step
from coach.content.vocabulary import Category, Side, SidePlan
from coach.errors import DataError
from coach.i18n import N_, _
from coach.plan.compile import compile as compile_routine
from coach.plan.timeline import Preferences, SegmentKind, Timeline
from coach.reminders.wish import Told, Worked

#: The routine of a break has this id; it is compiled like any other.
BREAK = "desk-break"
#: The exercise that a walk is.
WALKING = "walking"
_REST = "rest"
#: A break may take so much longer than it was to: words need their time.
SLACK_MS = 10_000
_S = 1_000
_LONGEST_WALK_S = 180
_WALK = N_("Walk a little, at a pace at which you can talk. Let the arms swing.")


class Sized(NamedTuple):
    """One step as it fits, how long it takes (milliseconds), and its side when it is only one."""

    step: Step
    length_ms: int
    side: Side | None


def break_routine(steps: Sequence[Step | Group]) -> Routine:
    """Return the steps as a routine."""
    name = _("Break at the desk")
    return Routine(id=BREAK, name=name, summary=name, place="desk", prep_s=3, switch_s=5, steps=tuple(steps))


def compiled(steps: Sequence[Step | Group], library: Library, preferences: Preferences) -> Timeline:
    """Return the timeline of a break; a walk in it is one by name, kind and picture, and counts down."""
    timeline = compile_routine(break_routine(steps), library, preferences)
    walk = library.exercises.get(WALKING)
    return timeline if walk is None else _walked(timeline, walk)


def _walked(timeline: Timeline, walk: Exercise) -> Timeline:
    """Let the rests of a break be the walk that they are there for: no step of a routine moves for a given time."""
    walks = {number for number, part in enumerate(timeline.parts) if part.kind == _REST}
    kind = SegmentKind.MOVE
    return replace(
        timeline,
        parts=tuple(
            replace(part, kind=kind.value, title=walk.name, exercise=walk.id) if number in walks else part
            for number, part in enumerate(timeline.parts)
        ),
        segments=tuple(
            replace(one, kind=kind, exercise=walk.id) if one.part in walks and one.kind is SegmentKind.REST else one
            for one in timeline.segments
        ),
    )


def sized(exercise: Exercise, room_ms: int, told: Told, library: Library, done: Sequence[Worked]) -> Sized | None:
    """Return the most of an exercise that fits into `room_ms`; both sides if they do, else one. None when nothing fits."""
    if exercise.category is Category.AEROBIC:
        seconds = min(room_ms // _S, _LONGEST_WALK_S)
        return Sized(RestStep(duration_s=seconds, text=_WALK), seconds * _S, None) if seconds >= 20 else None
    turn = whose_turn(exercise, told, done)
    other = Side.RIGHT if turn is Side.LEFT else Side.LEFT
    plans: tuple[SidePlan | None, ...] = (None,)
    if exercise.per_side:
        both = SidePlan.LEFT_THEN_RIGHT if turn is Side.LEFT else SidePlan.RIGHT_THEN_LEFT
        even = _times(exercise, turn, done) == _times(exercise, other, done)
        plans = (both, SidePlan(turn.value)) if even else (SidePlan(turn.value),)
    for plan in plans:
        for step in _steps(exercise, plan):
            length_ms = _length(step, library, told.preferences)
            if length_ms is not None and length_ms <= room_ms:
                return Sized(step, length_ms, turn if plan is not None and plan == turn.value else None)
    return None


def whose_turn(exercise: Exercise, told: Told, done: Sequence[Worked]) -> Side:
    """Return the side that comes first: the one done less today, else the worse one, else the one not done last."""
    left, right = (_times(exercise, side, done) for side in (Side.LEFT, Side.RIGHT))
    if left != right:
        return Side.LEFT if left < right else Side.RIGHT
    if told.worse_side in {Side.LEFT, Side.RIGHT}:
        return told.worse_side
    last = next(
        (one.side for rest in reversed(told.breaks) for one in rest.exercises if one.exercise == exercise.id), None
    )
    return Side.RIGHT if last is Side.LEFT else Side.LEFT


def _times(exercise: Exercise, side: Side, done: Sequence[Worked]) -> int:
    return sum(worked.exercise == exercise.id and worked.side in {side, Side.BOTH} for worked in done)


def _steps(exercise: Exercise, plan: SidePlan | None) -> Iterator[Step]:
    """Yield the exercise as a step, from its usual dose down to the least of its range: first fewer, then shorter."""
    dose = exercise.dose
    rest_s = dose.rest_s.min if dose.rest_s is not None else 0
    for hold_s in _down(dose.hold_s):
        for reps in _down(dose.reps):
            if exercise.kind == "hold":
                yield HoldStep(
                    exercise=exercise.id, side=plan, hold_s=max(hold_s, 1), reps=int(reps), sets=1, rest_s=rest_s
                )
            else:
                yield RepsStep(exercise=exercise.id, side=plan, reps=int(reps), sets=1)
        if exercise.kind != "hold":
            return


def _down(amount: Amount | None) -> tuple[float, ...]:
    """Whole numbers from the usual down to the least."""
    if amount is None:
        return (1,)
    most, least = math.floor(amount.default), max(math.ceil(amount.min), 0)
    return tuple(float(number) for number in range(most, least - 1, -1)) or (amount.default,)


def _length(step: Step, library: Library, preferences: Preferences) -> int | None:
    try:
        return compiled([step], library, preferences).total_ms
    except DataError:
        return None  # a file of somebody's own that cannot be done like this
