"""A session of a learning week: a question after each exercise, and the order shuffled where that is safe.

Then what an exercise does can be told from its place in the routine. The order follows from a seed (the session's id), so that a session
that was cut off goes on as it was.

What may change places: neighbours that begin in the same posture, a group staying whole with all its sides and rounds. What stays:
the warm-up (walking and mobility at the beginning), nerve sliders, an exercise that comes more than once, packs, questions, slow
breathing and spoken sentences, and rests, which stay between the same places.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from coach.content.exercise import Exercise
from coach.content.library import Library
from coach.content.routine import AskStep, Group, HoldStep, MoveStep, RepsStep, RestStep, Routine, Step
from coach.content.vocabulary import Area, Category, Posture, Side, When
from coach.plan.timeline import Timeline

_WARM_UP = frozenset({Category.MOBILITY, Category.AEROBIC})
#: Kinds of parts in which nothing is done.
_NOTHING = frozenset({"ask", "rest", "say", "off"})

Item = Step | Group
Place = tuple[Area | None, Side | None]


class _Unit(NamedTuple):
    """One item that does nothing but exercises, all begun in one posture, and whether it may change places."""

    at: int
    posture: Posture
    free: bool


def to_learn(routine: Routine, library: Library, seed: str) -> Routine:
    """Return the routine as it is done in a learning week; unchanged without a seed."""
    if not seed:
        return routine
    items = _shuffled(routine.steps, library, random.Random(seed))
    return replace(routine, steps=tuple(_asking(items, _place(routine))))


def exercise_before(timeline: Timeline, segment: int) -> str | None:
    """Return the exercise that a rating at this segment is about: in a learning week, the one just done.

    None when something else was done since, such as a pack.
    """
    here = timeline.segments[segment] if 0 <= segment < len(timeline.segments) else None
    if here is None or here.when is not When.DURING or not timeline.preferences.learning:
        return None
    done = (part for part in reversed(timeline.parts[: here.part]) if part.kind not in _NOTHING)
    return next((part.exercise for part in done), None)


def _place(routine: Routine) -> Place:
    """Where the routine asks first; else where it works."""
    asked = next((step for step in routine.steps if isinstance(step, AskStep) and step.when is When.BEFORE), None)
    if asked is not None:
        return asked.area, asked.side
    return (routine.areas[0] if routine.areas else None), None


def _asking(items: Sequence[Item], place: Place) -> Iterator[Item]:
    """Ask once before, and after each exercise where no question follows anyway."""
    area, side = place
    if not any(isinstance(item, AskStep) and item.when is When.BEFORE for item in items):
        yield AskStep(when=When.BEFORE, area=area, side=side)
    for number, item in enumerate(items):
        yield item
        follows = items[number + 1] if number + 1 < len(items) else None
        asked = isinstance(follows, AskStep) and (follows.area, follows.side) == place
        if _work(item) and not asked:
            yield AskStep(when=When.DURING, area=area, side=side)


def _shuffled(items: Sequence[Item], library: Library, chance: random.Random) -> list[Item]:
    found = list(items)
    for places in _runs(items, library):
        order = chance.sample(places, len(places))
        for place, taken in zip(places, order, strict=True):
            found[place] = items[taken]
    return found


def _runs(items: Sequence[Item], library: Library) -> Iterator[list[int]]:
    """Return the places of neighbours that may be shuffled among themselves."""
    run: list[_Unit] = []
    for at, item in enumerate([*items, None]):
        if isinstance(item, RestStep) and not item.text:
            continue
        unit = None if item is None else _unit(at, items, library)
        if run and (unit is None or not unit.free or unit.posture is not run[0].posture):
            yield [one.at for one in run]
            run = []
        if unit is not None and unit.free:
            run.append(unit)


def _unit(at: int, items: Sequence[Item], library: Library) -> _Unit | None:
    """Return what may change places with its neighbours, None for everything else."""
    done = _exercises(items[at], library)
    postures = {exercise.posture for exercise in done}
    if not done or not _work(items[at]) or len(postures) > 1:
        return None
    times = Counter(name for item in items for name in {exercise.id for exercise in _exercises(item, library)})
    again = any(times[exercise.id] > 1 for exercise in done)
    nerve = any(exercise.category is Category.NERVE for exercise in done)
    return _Unit(at, postures.pop(), not (again or nerve or _warms_up(at, items, library)))


def _warms_up(at: int, items: Sequence[Item], library: Library) -> bool:
    """Whether everything done up to here is walking or mobility."""
    done = [exercise for item in items[: at + 1] for exercise in _exercises(item, library)]
    return all(exercise.category in _WARM_UP for exercise in done)


def _work(item: Item) -> bool:
    """Whether an item does exercises and nothing else."""
    steps = item.steps if isinstance(item, Group) else (item,)
    return all(isinstance(step, HoldStep | RepsStep | MoveStep) for step in steps)


def _exercises(item: Item, library: Library) -> list[Exercise]:
    steps = item.steps if isinstance(item, Group) else (item,)
    named = [step.exercise for step in steps if isinstance(step, HoldStep | RepsStep | MoveStep)]
    return [library.exercises[name] for name in named if name in library.exercises]
