"""What becomes of a break in the journal: one event when it ends, and none where its end never happened."""

from __future__ import annotations

from coach.clock import Stamp
from coach.journal.bodies import Exercised
from coach.journal.breaks import break_draft
from coach.journal.entries import tombstone_draft
from coach.journal.repository import Draft
from coach.reminders.events import BreakEnded, CreditUndone, Event
from coach.reminders.offer_log import record_of


def drafts_of(event: Event, exercises: tuple[Exercised, ...], now: Stamp) -> list[Draft]:
    """Return what is to be written about an event; `exercises` were done in the break that ended."""
    if isinstance(event, BreakEnded):
        return [break_draft(record_of(event, exercises))]
    if isinstance(event, CreditUndone) and event.id is not None:
        return [tombstone_draft(event.id, now, reason="credit-undone")]
    return []
