"""From events to what a person sees: a pure fold, the same for any order and any number of copies.

The correction with the greatest (hlc, device, sha) wins; a deletion is final. Packs worn outlive the deletion
of their session: what was on the skin was on the skin, and caps and gaps count it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from coach.clock import Stamp
from coach.journal.bodies import SESSION_KINDS, AnswerBody, CorrectBody, EntryBody
from coach.journal.event import Event
from coach.journal.fold_basics import body_of, distinct
from coach.journal.fold_packs import fold_packs
from coach.journal.fold_session import fold_session
from coach.journal.records import Answer, Entry, Exposure, SessionRecord


class Folded(NamedTuple):
    """Everything there is to show. Entries and sessions by id; `steps` inside the sessions."""

    entries: dict[str, Entry]
    sessions: dict[str, SessionRecord]
    exposures: dict[str, Exposure]
    answers: dict[str, Answer]


def fold(events: Iterable[Event]) -> Folded:
    """Fold any collection of events: any order, copies welcome."""
    folded = Folded({}, {}, {}, {})
    unique = distinct(events)
    for about in by_subject(unique).values():
        entry = fold_entry(about)
        if entry is not None:
            folded.entries[entry.id] = entry
        session = fold_session(about)
        if session is not None:
            folded.sessions[session.id] = session
        folded.exposures.update(fold_packs(about))
    folded.answers.update(fold_answers(unique))
    return folded


def subject(event: Event) -> str:
    """Return the id of the entry or session an event is about; its own id when it stands alone."""
    if event.kind in {"correct", "tombstone"} or event.kind in SESSION_KINDS:
        return event.target or event.id
    return event.id


def by_subject(events: Iterable[Event]) -> dict[str, list[Event]]:
    """Group events by what they are about."""
    groups: dict[str, list[Event]] = {}
    for event in events:
        groups.setdefault(subject(event), []).append(event)
    return groups


def fold_entry(about: Iterable[Event]) -> Entry | None:
    """Return the entry as it stands, or None when these events are not about a living entry."""
    events = distinct(about)
    born = next((event for event in events if event.kind == "entry"), None)
    if born is None or any(event.kind == "tombstone" for event in events):
        return None
    fixes = [fix for event in events if event.kind == "correct" and (fix := body_of(event, CorrectBody)) is not None]
    if fixes:
        return _entry(born.id, Stamp(*fixes[-1].at), fixes[-1].entry)
    body = body_of(born, EntryBody)
    return None if body is None else _entry(born.id, born.at, body)


def fold_answers(events: Iterable[Event]) -> dict[str, Answer]:
    """Return the latest answer to each key; a deleted answer lets the one before it count."""
    unique = distinct(events)
    gone = {event.target for event in unique if event.kind == "tombstone"}
    answers: dict[str, Answer] = {}
    for event in unique:
        if event.kind == "answer" and event.id not in gone:
            body = body_of(event, AnswerBody)
            if body is not None:
                answers[body.key] = Answer(key=body.key, value=body.value, at=event.at)
    return answers


def _entry(key: str, at: Stamp, body: EntryBody) -> Entry:
    return Entry(
        id=key,
        at=at,
        tightness=body.tightness,
        area=body.area,
        side=body.side,
        quality=body.quality,
        note=body.note,
        session=body.session,
        when=body.when,
        rehearsal=body.rehearsal,
    )
