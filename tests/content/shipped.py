"""The shipped content as tests look at it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
import pytest

from coach.content.exercise import Amount, Dose, Exercise
from coach.content.library import RoutineFile
from coach.content.load_library import load_library
from coach.content.routine import Group, HoldStep, MoveStep, RepsStep, Step
from coach.resources import assets

LIBRARY = load_library(assets())
EXERCISES = list(LIBRARY.exercises.values())
ROUTINES = list(LIBRARY.routines.values())
AMOUNTS = ("hold_s", "reps", "sets", "rest_s", "minutes", "per_day", "days_per_week")
NUMBERS = ("default_min", "min_min", "max_selectable_min", "hard_stop_min", "max_per_area_per_day", "same_mode_gap_min")


def each_exercise() -> pytest.MarkDecorator:
    """Run a test once for every exercise."""
    return pytest.mark.parametrize("exercise", EXERCISES, ids=lambda item: item.id)


def each_routine() -> pytest.MarkDecorator:
    """Run a test once for every routine."""
    return pytest.mark.parametrize("file", ROUTINES, ids=lambda item: item.routine.id)


def amounts(dose: Dose) -> Iterator[tuple[str, Amount]]:
    """The amounts that a dose has, by name."""
    for name in AMOUNTS:
        amount: Amount | None = getattr(dose, name)
        if amount is not None:
            yield name, amount


def tiers(sources: Iterable[str]) -> list[str]:
    """The tiers of sources in the order shown; our own choice stands last."""
    return ["Z" if source == "design" else LIBRARY.sources[source].tier for source in sources]


def steps_of(file: RoutineFile) -> list[Step]:
    """All steps of a routine, those of groups among them."""
    found: list[Step] = []
    for item in file.routine.steps:
        found.extend(item.steps if isinstance(item, Group) else (item,))
    return found


def exercises_of(file: RoutineFile) -> list[Exercise]:
    """The exercises of a routine in order, each once."""
    ids = [step.exercise for step in steps_of(file) if isinstance(step, HoldStep | RepsStep | MoveStep)]
    return [LIBRARY.exercises[item] for item in dict.fromkeys(ids)]


def sourced(node: object) -> Iterator[tuple[str, ...]]:
    """Every list of sources anywhere in a model."""
    if isinstance(node, dict):
        yield from (item for item in node.values() if isinstance(item, tuple))
    elif isinstance(node, tuple):
        for item in node:
            yield from sourced(item)
    elif isinstance(node, msgspec.Struct):
        for field in node.__struct_fields__:
            value = getattr(node, field)
            yield from ((value,),) if field == "source" else (value,) if _is_list(field, value) else sourced(value)


def _is_list(field: str, value: object) -> bool:
    return field == "sources" and isinstance(value, tuple)
