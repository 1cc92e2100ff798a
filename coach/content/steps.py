"""A routine's steps with the place they stand at in the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from coach.content.routine import Group, HoldStep, MoveStep, RepsStep, Routine, Step
from coach.content.toml_lines import TomlPath
from coach.content.vocabulary import Side, SidePlan

#: Steps that do an exercise.
Work = HoldStep | RepsStep | MoveStep

_SIDES = {
    SidePlan.LEFT: (Side.LEFT,),
    SidePlan.RIGHT: (Side.RIGHT,),
    SidePlan.BOTH: (Side.LEFT, Side.RIGHT),
}


class Placed(NamedTuple):
    """One step as written. `repeat` is how often its group does it; `group` is its group, with `group_path`."""

    path: TomlPath
    step: Step
    repeat: int = 1
    group: Group | None = None
    group_path: TomlPath = ()


def placed_steps(routine: Routine) -> Iterator[Placed]:
    """Every step as written, each once, whatever its group repeats."""
    for index, item in enumerate(routine.steps):
        path: TomlPath = ("steps", index)
        if not isinstance(item, Group):
            yield Placed(path, item)
            continue
        for inner, step in enumerate(item.steps):
            yield Placed((*path, "steps", inner), step, item.repeat, item, path)


def done_steps(routine: Routine) -> Iterator[Placed]:
    """Every step in the order it is done, groups written out (sides are not)."""
    for index, item in enumerate(routine.steps):
        path: TomlPath = ("steps", index)
        if not isinstance(item, Group):
            yield Placed(path, item)
            continue
        for _turn in range(item.repeat):
            for inner, step in enumerate(item.steps):
                yield Placed((*path, "steps", inner), step, item.repeat, item, path)


def sides_worked(plan: SidePlan | None) -> tuple[Side, ...]:
    """The sides of a body that a plan works: each of them gets the whole dose."""
    return _SIDES.get(plan, (Side.LEFT, Side.RIGHT)) if plan is not None else (Side.LEFT, Side.RIGHT)
