"""What becomes of a break in the journal: one event when it ends, and none where its end never happened."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from coach.clock import Stamp
from coach.content.vocabulary import BreakOutcome
from coach.journal.bodies import Exercised
from coach.journal.breaks import break_draft
from coach.journal.entries import tombstone_draft
from coach.journal.repository import Draft
from coach.reminders.events import BreakEnded, CreditUndone, Event, Why
from coach.reminders.offer_log import record_of

#: What was done for less than this was not begun.
_BEGUN_MS = 10_000


class Done(NamedTuple):
    """What was done in the window of a break."""

    done_ms: int
    exercises: tuple[Exercised, ...]


def drafts_of(event: Event, done: Done | None, now: Stamp) -> list[Draft]:
    """Return what is to be written about an event; `done` in the break that ended, None where it had no window."""
    if isinstance(event, BreakEnded):
        return [break_draft(record_of(_truly(event, done), done.exercises if done is not None else ()))]
    if isinstance(event, CreditUndone) and event.id is not None:
        return [tombstone_draft(event.id, now, reason="credit-undone")]
    return []


def _truly(event: BreakEnded, done: Done | None) -> BreakEnded:
    """A break that nobody ended (the machine slept, it was left open): only its window knows whether it was begun at all."""
    if done is None or event.why not in {Why.SLEPT, Why.LEFT_OPEN}:
        return event
    begun = done.done_ms >= _BEGUN_MS
    never = BreakOutcome.EXPIRED if event.outcome is BreakOutcome.EXPIRED else BreakOutcome.SKIPPED
    return replace(event, outcome=BreakOutcome.PARTLY if begun else never, done_ms=done.done_ms)
