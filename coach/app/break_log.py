"""What becomes of a break in the journal: one event when it ends, and none where its end never happened."""

from __future__ import annotations

from coach.clock import Stamp
from coach.journal.breaks import break_draft
from coach.journal.entries import tombstone_draft
from coach.journal.records import Break, Exercised
from coach.journal.repository import Draft
from coach.reminders.events import BreakEnded, CreditUndone, Event


def drafts_of(event: Event, exercises: tuple[Exercised, ...], now: Stamp) -> list[Draft]:
    """Return what is to be written about an event; `exercises` were done in the break that ended."""
    if isinstance(event, BreakEnded):
        return [break_draft(_ended(event, exercises))]
    if isinstance(event, CreditUndone) and event.id is not None:
        return [tombstone_draft(event.id, now, reason="credit-undone")]
    return []


def _ended(event: BreakEnded, exercises: tuple[Exercised, ...]) -> Break:
    return Break(
        id=event.id,
        at=event.at,
        due=event.due,
        kind=event.kind,
        outcome=event.outcome,
        cadence=event.lead,
        why=event.why.value,
        length_ms=event.length_ms,
        done_ms=event.done_ms,
        away_ms=event.away_ms,
        exercises=exercises,
        snoozes=event.snoozes,
        given=event.given,
    )
