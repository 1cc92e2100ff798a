"""Drafts about breaks at the desk: one when it ends, one for the tap after it."""

from __future__ import annotations

from coach.clock import Stamp
from coach.content.vocabulary import Felt
from coach.journal.bodies import BreakBody, FeltBody, plain
from coach.journal.identity import new_id
from coach.journal.records import Break
from coach.journal.repository import Draft


def break_draft(ended: Break) -> Draft:
    """Return the draft of a break that ended; its id is the break's, so that writing twice is harmless. `felt` comes later."""
    body = BreakBody(
        kind=ended.kind,
        outcome=ended.outcome,
        cadence=ended.cadence,
        why=ended.why,
        due=(ended.due.utc_us, ended.due.offset_min, ended.due.tz, ended.due.local_day),
        length_ms=ended.length_ms,
        done_ms=ended.done_ms,
        away_ms=ended.away_ms,
        exercises=ended.exercises,
        snoozes=ended.snoozes,
        given=ended.given,
    )
    return Draft(id=ended.id, kind="break", at=ended.at, body=plain(body))


def felt_draft(key: str, felt: Felt, now: Stamp) -> Draft:
    """Return the draft of the tap after the break with this id."""
    return Draft(id=new_id(now.utc_us), kind="felt", at=now, body=plain(FeltBody(felt=felt)), target=key)
