"""From events to what a person noted: an entry or a marker, and what it was before it was corrected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coach.clock import Stamp
from coach.journal.bodies import CorrectBody, EntryBody, MarkerBody
from coach.journal.event import Event
from coach.journal.fold_basics import body_of, distinct, is_gone
from coach.journal.records import Entry, Marker

Noted = Entry | Marker


def fold_entry(about: Iterable[Event]) -> Entry | None:
    """Return the entry as it stands, or None when these events are not about a living entry."""
    found = _living(about)
    return found[-1] if found and isinstance(found[-1], Entry) else None


def fold_marker(about: Iterable[Event]) -> Marker | None:
    """Return the marker as it stands, or None when these events are not about a living marker."""
    found = _living(about)
    return found[-1] if found and isinstance(found[-1], Marker) else None


def fold_history(about: Iterable[Event]) -> list[Noted]:
    """Return what an entry or a marker said before each correction, oldest first, without what it says now."""
    return _living(about)[:-1]


def _living(about: Iterable[Event]) -> list[Noted]:
    """Return all that was said under one id, oldest first; nothing when it is deleted or something else."""
    events = distinct(about)
    born = next((event for event in events if event.kind in {"entry", "marker"}), None)
    if born is None or is_gone(events):
        return []
    fixes = (fix for event in events if event.kind == "correct" for fix in _corrected(born, event))
    return [*_first(born), *fixes]


def _first(born: Event) -> Iterator[Noted]:
    if born.kind == "entry" and (entry := body_of(born, EntryBody)) is not None:
        yield _entry(born.id, born.at, entry)
    if born.kind == "marker" and (marker := body_of(born, MarkerBody)) is not None:
        yield _marker(born.id, born.at, marker)


def _corrected(born: Event, event: Event) -> Iterator[Noted]:
    """Yield the new content, if it is of the kind that was born."""
    fix = body_of(event, CorrectBody)
    if fix is not None and born.kind == "entry" and fix.entry is not None:
        yield _entry(born.id, Stamp(*fix.at), fix.entry)
    if fix is not None and born.kind == "marker" and fix.marker is not None:
        yield _marker(born.id, Stamp(*fix.at), fix.marker)


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
        exercise=body.exercise,
        together=body.together,
    )


def _marker(key: str, at: Stamp, body: MarkerBody) -> Marker:
    return Marker(id=key, at=at, kind=body.kind, words=body.words, last_day=body.last_day)
