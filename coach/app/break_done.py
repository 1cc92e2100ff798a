"""What was done in a break, from what its session says: per exercise and side. No Qt."""

from __future__ import annotations

from collections.abc import Iterable

from coach.content.vocabulary import Felt, Side
from coach.journal.bodies import Exercised
from coach.plan.timeline import Part, Timeline
from coach.session.events import Outcome, PartEnded

#: The rest of a break that walks is this exercise.
WALKING = "walking"
_REST = "rest"
_LEG = frozenset({"down-the-leg", "numb-or-weak"})


def exercised(timeline: Timeline, ended: Iterable[PartEnded], *, walks: bool) -> tuple[Exercised, ...]:
    """Return what came of each exercise on each side, in order; what was not begun is left out.

    `ended`: the ends of parts in order, the last word on a part counts. `walks`: a part of kind `rest` is a walk.
    """
    last = {one.part: one for one in ended}
    found: dict[tuple[str, Side | None], Exercised] = {}
    for number, one in sorted(last.items()):
        part = timeline.parts[number]
        exercise = _exercise(part, walks=walks)
        if exercise is None or not (one.done_ms or one.done_reps):
            continue
        before = found.get((exercise, part.side), Exercised(exercise=exercise, side=part.side, done_ms=0, planned_ms=0))
        found[exercise, part.side] = Exercised(
            exercise=exercise,
            side=part.side,
            done_ms=before.done_ms + one.done_ms,
            planned_ms=before.planned_ms + one.planned_ms,
            done_reps=before.done_reps + one.done_reps,
            planned_reps=before.planned_reps + one.planned_reps,
        )
    return tuple(found.values())


def all_done(ended: Iterable[PartEnded]) -> bool:
    """Whether every part that ended was done, by the last word on it."""
    return all(one.outcome is Outcome.DONE for one in {one.part: one for one in ended}.values())


def felt_of(reason: str) -> Felt:
    """Return how a break was in which the person stopped for this reason (`WORSE_REASONS`)."""
    return Felt.LEG if reason in _LEG else Felt.WORSE


def _exercise(part: Part, *, walks: bool) -> str | None:
    return WALKING if walks and part.exercise is None and part.kind == _REST else part.exercise
