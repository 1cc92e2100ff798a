"""From events to one break at the desk: how it ended, and how it felt after it."""

from __future__ import annotations

from collections.abc import Iterable

from coach.clock import Stamp
from coach.journal.bodies import BreakBody, FeltBody
from coach.journal.event import Event
from coach.journal.fold_basics import bodies_of, body_of, distinct, is_gone
from coach.journal.records import Break


def fold_break(about: Iterable[Event]) -> Break | None:
    """Return the break as it stands, or None when these events are not about a living break."""
    events = distinct(about)
    born = next((event for event in events if event.kind == "break"), None)
    body = None if born is None else body_of(born, BreakBody)
    if born is None or body is None or is_gone(events):
        return None
    felt = bodies_of(events, "felt", FeltBody)
    return Break(
        id=born.id,
        at=born.at,
        due=Stamp(*body.due),
        kind=body.kind,
        outcome=body.outcome,
        cadence=body.cadence,
        why=body.why,
        length_ms=body.length_ms,
        done_ms=body.done_ms,
        away_ms=body.away_ms,
        exercises=body.exercises,
        snoozes=body.snoozes,
        given=body.given,
        felt=felt[-1].felt if felt else None,
    )
