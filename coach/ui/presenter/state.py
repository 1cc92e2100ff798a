"""A presentation: what is shown, how it moves and what was turned, and what each wish makes of it. No Qt, no clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal

import msgspec

from coach.content.library import Library
from coach.content.redose import Dial, routine_of, sided, step_at, turned, with_step
from coach.content.routine import HoldStep, MoveStep, RepsStep, Routine, Step
from coach.content.toml_lines import TomlPath
from coach.content.vocabulary import Side, SidePlan
from coach.plan.asked import Asked, asked

#: What is pointed at: where it is felt, where it should not be, nothing.
Points = Literal["here", "not", "off"]


@dataclass(frozen=True, slots=True)
class Presentation:
    """One moment of a presentation; nothing of it is kept when it ends.

    `routine` as it was turned, `original` as it came; `alone`: it is one exercise. `at` counts steps from 0. `side` is the
    one shown where the step has two, `key` the pose that was picked (None: it goes there and back). `points` says whether it is
    shown where it should be felt, where it should not, or neither.
    """

    routine: Routine
    original: Routine
    alone: bool = False
    at: int = 0
    side: Side = Side.LEFT
    key: int | None = None
    frozen: bool = False
    slow: bool = False
    points: Points = "here"
    timer: bool = False

    @property
    def changed(self) -> bool:
        """Whether any dose was turned."""
        return self.routine != self.original


def of_routine(key: str, library: Library) -> Presentation:
    """Present a routine of the library; `KeyError` for one there is not."""
    routine = library.routines[key].routine
    return _placed(Presentation(routine, routine), 0, library)


def of_exercise(key: str, library: Library) -> Presentation:
    """Present one exercise; `KeyError` for one there is not."""
    routine = routine_of(library.exercises[key])
    return _placed(Presentation(routine, routine, alone=True), 0, library)


def steps_of(now: Presentation, library: Library) -> tuple[Asked, ...]:
    """Return the steps there are to present."""
    return asked(now.routine, library)


def shown_side(now: Presentation, step: Asked) -> Side | None:
    """Return the side that the figure shows; None where there is none to choose."""
    one = [side for side in step.sides if side is not None]
    if len(one) > 1:
        return now.side if now.side in one else one[0]
    return one[0] if one else None


def act(now: Presentation, what: str, value: Any, library: Library) -> Presentation:
    """Return what a wish makes of a presentation; what is not possible changes nothing.

    next, previous, go (number of a step); pose (number), next_pose, previous_pose; freeze, slow, highlight, not_here, side, timer;
    dial (name of a dial, whether up), sides (`SidePlan`).
    """
    acts: dict[str, Callable[[], Presentation]] = {
        "next": lambda: _placed(now, now.at + 1, library),
        "previous": lambda: _placed(now, now.at - 1, library),
        "go": lambda: _placed(now, int(value), library),
        "pose": lambda: replace(now, key=int(value), frozen=False),
        "next_pose": lambda: _walk(now, 1, library),
        "previous_pose": lambda: _walk(now, -1, library),
        "freeze": lambda: _freeze(now),
        "slow": lambda: replace(now, slow=not now.slow),
        "highlight": lambda: replace(now, points="off" if now.points == "here" else "here"),
        "not_here": lambda: replace(now, points="off" if now.points == "not" else "not"),
        "side": lambda: _other_side(now, library),
        "timer": lambda: replace(now, timer=not now.timer),
        "dial": lambda: _turn(now, value[0], up=bool(value[1]), library=library),
        "sides": lambda: _with_sides(now, value, library),
    }
    found = acts.get(what)
    return found() if found is not None else now


def _placed(now: Presentation, at: int, library: Library) -> Presentation:
    """Go to a step: it begins on its first side, moving; the timer waits to be asked for again."""
    steps = steps_of(now, library)
    if not 0 <= at < len(steps):
        return now
    first = next((side for side in steps[at].sides if side in {Side.LEFT, Side.RIGHT}), Side.LEFT)
    return replace(now, at=at, side=first or Side.LEFT, key=None, frozen=False, timer=False)


def _freeze(now: Presentation) -> Presentation:
    """Stand still; the next time go on, there and back."""
    still = now.frozen or now.key is not None
    return replace(now, frozen=not still, key=None)


def _walk(now: Presentation, by: int, library: Library) -> Presentation:
    """Go to the pose after the one picked, or before it; round at the ends."""
    step = steps_of(now, library)[now.at]
    figure = step.exercise.figure if step.exercise is not None else None
    if figure is None:
        return now
    count = len(figure.keys)
    at = (0 if by > 0 else count - 1) if now.key is None else (now.key + by) % count
    return replace(now, key=at, frozen=False)


def _other_side(now: Presentation, library: Library) -> Presentation:
    step = steps_of(now, library)[now.at]
    shown = shown_side(now, step)
    both = {Side.LEFT, Side.RIGHT} <= set(step.sides)
    if not both:
        return now
    return replace(now, side=Side.LEFT if shown is Side.RIGHT else Side.RIGHT)


def _turn(now: Presentation, dial: Dial, *, up: bool, library: Library) -> Presentation:
    new = turned(now.routine, steps_of(now, library)[now.at].path, dial, up, library)
    return now if new is None else replace(now, routine=new)


def _with_sides(now: Presentation, plan: SidePlan, library: Library) -> Presentation:
    """Do other sides; both again as they were asked for at first."""
    path = steps_of(now, library)[now.at].path
    if plan is SidePlan.LEFT_THEN_RIGHT:
        new = with_step(now.routine, path, _as_at_first(now, path))
        return replace(now, routine=new)
    found = sided(now.routine, path, plan, library)
    return now if found is None else replace(now, routine=found)


def _as_at_first(now: Presentation, path: TomlPath) -> Step:
    """Return the step as it is, with the sides that it had when it came; left then right where that was one side."""
    step, before = step_at(now.routine, path), step_at(now.original, path)
    if isinstance(step, HoldStep | RepsStep | MoveStep) and isinstance(before, HoldStep | RepsStep | MoveStep):
        only = before.side in {SidePlan.LEFT, SidePlan.RIGHT}
        return msgspec.structs.replace(step, side=SidePlan.LEFT_THEN_RIGHT if only else before.side)
    raise TypeError(step)
