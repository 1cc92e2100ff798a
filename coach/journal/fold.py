"""From events to what a person sees: a pure fold, the same for any order and any number of copies.

The correction with the greatest (hlc, device, sha) wins, and so does the last deletion or its taking back. Packs worn outlive the deletion
of their session: what was on the skin was on the skin, and caps and gaps count it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from coach.journal.bodies import SESSION_KINDS, AnswerBody
from coach.journal.event import Event
from coach.journal.fold_basics import DELETING, body_of, distinct, is_gone
from coach.journal.fold_breaks import fold_break
from coach.journal.fold_noted import fold_entry, fold_marker
from coach.journal.fold_packs import fold_packs
from coach.journal.fold_session import fold_session
from coach.journal.records import Answer, Break, Entry, Exposure, Marker, SessionRecord

#: Kinds that are about another event.
_ABOUT = SESSION_KINDS | DELETING | {"correct", "felt"}


class Folded(NamedTuple):
    """Everything there is to show. Entries, sessions, markers and breaks by id; `steps` inside the sessions."""

    entries: dict[str, Entry]
    sessions: dict[str, SessionRecord]
    exposures: dict[str, Exposure]
    answers: dict[str, Answer]
    markers: dict[str, Marker]
    breaks: dict[str, Break]


def fold(events: Iterable[Event]) -> Folded:
    """Fold any collection of events: any order, copies welcome."""
    folded = Folded({}, {}, {}, {}, {}, {})
    unique = distinct(events)
    for about in by_subject(unique).values():
        entry = fold_entry(about)
        if entry is not None:
            folded.entries[entry.id] = entry
        marker = fold_marker(about)
        if marker is not None:
            folded.markers[marker.id] = marker
        rest = fold_break(about)
        if rest is not None:
            folded.breaks[rest.id] = rest
        session = fold_session(about)
        if session is not None:
            folded.sessions[session.id] = session
        folded.exposures.update(fold_packs(about))
    folded.answers.update(fold_answers(unique))
    return folded


def subject(event: Event) -> str:
    """Return the id of the entry, marker, break or session an event is about; its own id when it stands alone."""
    if event.kind in _ABOUT:
        return event.target or event.id
    return event.id


def by_subject(events: Iterable[Event]) -> dict[str, list[Event]]:
    """Group events by what they are about."""
    groups: dict[str, list[Event]] = {}
    for event in events:
        groups.setdefault(subject(event), []).append(event)
    return groups


def fold_answers(events: Iterable[Event]) -> dict[str, Answer]:
    """Return the latest answer to each key; a deleted answer lets the one before it count."""
    unique = distinct(events)
    deletions: dict[str | None, list[Event]] = {}
    for event in unique:
        if event.kind in DELETING:
            deletions.setdefault(event.target, []).append(event)
    gone = {target for target, events in deletions.items() if is_gone(events)}
    answers: dict[str, Answer] = {}
    for event in unique:
        if event.kind == "answer" and event.id not in gone:
            body = body_of(event, AnswerBody)
            if body is not None:
                answers[body.key] = Answer(key=body.key, value=body.value, at=event.at)
    return answers
