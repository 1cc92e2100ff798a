"""A routine's steps and groups written out: one run after another, each on one side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from coach.content.exercise import Exercise
from coach.content.library import Library
from coach.content.routine import ColdStep, Group, HeatStep, HoldStep, MoveStep, RepsStep, Routine, Step
from coach.content.vocabulary import Area, Order, Side, SidePlan
from coach.errors import DataError
from coach.i18n import _

_PAIRS: dict[SidePlan, tuple[Side, ...]] = {
    SidePlan.LEFT: (Side.LEFT,),
    SidePlan.RIGHT: (Side.RIGHT,),
    SidePlan.BOTH: (Side.BOTH,),
    SidePlan.LEFT_THEN_RIGHT: (Side.LEFT, Side.RIGHT),
    SidePlan.RIGHT_THEN_LEFT: (Side.RIGHT, Side.LEFT),
}


class Run(NamedTuple):
    """One step on one side. `number` is the step's place in the file, the same for every repeat.

    `turn` counts the rounds of its group from 1, of `turns`; `alone`: it is the only exercise of the group,
    so that its rounds are its repetitions; `opens`: it is the first exercise of its round; `alternates`: each
    round works one side after the other.
    """

    number: int
    step: Step
    exercise: Exercise | None
    side: Side | None
    turn: int = 1
    turns: int = 1
    alone: bool = False
    opens: bool = False
    alternates: bool = False


class Contrast(NamedTuple):
    """Heat and cold packs in turn on one place: one exposure. `plain` are the same packs as runs of their own."""

    number: int
    packs: tuple[HeatStep | ColdStep, ...]
    plain: tuple[Run, ...]


class _Placed(NamedTuple):
    number: int
    step: Step
    exercise: Exercise | None
    sides: tuple[Side | None, ...]


def expand(routine: Routine, library: Library, worse_side: Side | None) -> list[Run | Contrast]:
    """Write out repeats, orders and sides; `DataError` for an exercise the library does not have."""
    runs: list[Run | Contrast] = []
    number = 0
    for item in routine.steps:
        group = item if isinstance(item, Group) else Group(steps=(item,))
        placed = [_place(number + index, step, library, worse_side) for index, step in enumerate(group.steps)]
        number += len(placed)
        once = list(_alternate(placed) if group.order is Order.ALTERNATE else _sequential(placed))
        written = once if group.repeat == 1 else list(_rounds(once, group.repeat))
        packs = _contrast_packs(group)
        if packs is None:
            runs.extend(written)
        else:
            _add_contrast(runs, Contrast(placed[0].number, packs, tuple(written)))
    return list(_only_in_turn(runs))


def _only_in_turn(runs: Sequence[Run | Contrast]) -> Iterator[Run | Contrast]:
    """Keep contrast sets that are heat and cold in turn; take any other apart.

    Then each of its packs is an exposure of its own, with the full gap.
    """
    for run in runs:
        in_turn = isinstance(run, Run) or all(type(one) is not type(other) for one, other in pairwise(run.packs))
        if isinstance(run, Contrast) and (len(run.packs) == 1 or not in_turn):
            yield from run.plain
        else:
            yield run


def _add_contrast(runs: list[Run | Contrast], new: Contrast) -> None:
    """Add a contrast group; one that follows another on the same place carries it on (to end on heat)."""
    last = runs[-1] if runs else None
    if isinstance(last, Contrast) and _where(last.packs[0]) == _where(new.packs[0]):
        runs[-1] = Contrast(last.number, last.packs + new.packs, last.plain + new.plain)
    else:
        runs.append(new)


def _where(pack: HeatStep | ColdStep) -> tuple[Area, Side | None]:
    return pack.area, pack.side


def _rounds(once: Sequence[Run], repeat: int) -> Iterator[Run]:
    """Write out a group's rounds, each run knowing which round it is in."""
    alone = len({run.number for run in once if run.exercise is not None}) == 1
    sides = {run.side for run in once if run.exercise is not None}
    first = next((index for index, run in enumerate(once) if run.exercise is not None), -1)
    for turn in range(1, repeat + 1):
        for index, run in enumerate(once):
            yield run._replace(turn=turn, turns=repeat, alone=alone, opens=index == first, alternates=len(sides) > 1)


def sides_of(plan: SidePlan | None, exercise: Exercise, worse_side: Side | None) -> tuple[Side | None, ...]:
    """The sides a step works, in order: none for an exercise without sides, left then right by default."""
    if not exercise.per_side:
        return (None,)
    if plan is SidePlan.WORSE_FIRST:
        right_first = worse_side is Side.RIGHT
        return (Side.RIGHT, Side.LEFT) if right_first else (Side.LEFT, Side.RIGHT)
    return _PAIRS[plan or SidePlan.LEFT_THEN_RIGHT]


def _place(number: int, step: Step, library: Library, worse_side: Side | None) -> _Placed:
    if not isinstance(step, HoldStep | RepsStep | MoveStep):
        return _Placed(number, step, None, (None,))
    exercise = library.exercises.get(step.exercise)
    if exercise is None:
        raise DataError(_("There is no exercise “%(id)s”.") % {"id": step.exercise})
    return _Placed(number, step, exercise, sides_of(step.side, exercise, worse_side))


def _sequential(placed: Sequence[_Placed]) -> Iterator[Run]:
    for item in placed:
        for side in item.sides:
            yield Run(item.number, item.step, item.exercise, side)


def _alternate(placed: Sequence[_Placed]) -> Iterator[Run]:
    """The whole group on the first side, then on the second.

    A step for one side only belongs to the pass of that side; a step without sides is part of both.
    """
    order = next((item.sides for item in placed if len(item.sides) > 1), None)
    if order is None:
        yield from _sequential(placed)
        return
    for turn, side in enumerate(order):
        for item in placed:
            own = item.sides[turn] if len(item.sides) > 1 else item.sides[0]
            if len(item.sides) > 1 or own in {side, Side.BOTH, None}:
                yield Run(item.number, item.step, item.exercise, own)


def _contrast_packs(group: Group) -> tuple[HeatStep | ColdStep, ...] | None:
    """The packs of a contrast group with its repeats; None when it holds anything but packs on one place."""
    if group.exposure is None:
        return None
    packs = tuple(step for step in group.steps if isinstance(step, HeatStep | ColdStep))
    if len(packs) < len(group.steps) or len({_where(pack) for pack in packs}) > 1:
        return None
    return packs * group.repeat
