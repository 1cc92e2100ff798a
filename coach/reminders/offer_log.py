"""What came of the parts of a break, for the journal: one line for each exercise on each side."""

from __future__ import annotations

from collections.abc import Iterable

from coach.journal.bodies import Exercised
from coach.journal.records import Break
from coach.plan.timeline import Timeline
from coach.reminders.events import BreakEnded
from coach.session.events import Event, PartEnded


def exercised(timeline: Timeline, said: Iterable[Event]) -> tuple[Exercised, ...]:
    """Return what was done of a break, from what its session engine said; what was not begun is left out."""
    last = {event.part: event for event in said if isinstance(event, PartEnded)}
    found = []
    for number, event in sorted(last.items()):
        part = timeline.parts[number]
        if part.exercise is not None and (event.done_ms or event.done_reps):
            found.append(
                Exercised(
                    exercise=part.exercise,
                    side=part.side,
                    done_ms=event.done_ms,
                    planned_ms=event.planned_ms,
                    done_reps=event.done_reps,
                    planned_reps=event.planned_reps,
                )
            )
    return tuple(found)


def done_ms(timeline: Timeline, said: Iterable[Event]) -> int:
    """Return how much of a break was done, in milliseconds of its working parts."""
    last = {event.part: event.done_ms for event in said if isinstance(event, PartEnded)}
    return min(sum(last.values()), timeline.total_ms)


def record_of(ended: BreakEnded, exercises: tuple[Exercised, ...] = ()) -> Break:
    """Return what the journal keeps of a break that ended (`coach.journal.breaks.break_draft` makes the draft)."""
    return Break(
        id=ended.id,
        at=ended.at,
        due=ended.due,
        kind=ended.kind,
        outcome=ended.outcome,
        cadence=ended.lead,
        why=ended.why.value,
        length_ms=ended.length_ms,
        done_ms=ended.done_ms,
        away_ms=ended.away_ms,
        exercises=exercises,
        snoozes=ended.snoozes,
        given=ended.given,
    )
