"""The whole journal as lines of JSON: every event exactly as it was written, under a head that proves the rest.

The first line says what this is: format, version, program, number of events, SHA-256 over all that follows. Each
further line is one event in its canonical text with its own hash (`coach.journal.event`), in the order of writing.
The same journal always gives the same bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from typing import Final

import msgspec

from coach.journal.bodies import SessionBody
from coach.journal.event import Event, canonical_event
from coach.journal.fold import by_subject
from coach.journal.fold_basics import body_of

FORMAT: Final = "limber-journal"
VERSION: Final = 1


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """The first line. `first` and `last` are the ISO days asked for; `damaged` events could not be read and are not in it."""

    damaged: int = 0
    events: int
    first: str | None = None
    format: str
    last: str | None = None
    program: str
    sha256: str
    version: int


class Days(msgspec.Struct, frozen=True):
    """From `first` to `last`, ISO days, both included; None is open."""

    first: str | None = None
    last: str | None = None

    def hold(self, day: str) -> bool:
        """Say whether a day lies between."""
        return (self.first or day) <= day <= (self.last or day)

    @property
    def all(self) -> bool:
        """Whether nothing is left out."""
        return self.first is None and self.last is None


def journal_lines(events: Iterable[Event], program: str, days: Days | None = None, damaged: int = 0) -> bytes:
    """Return the file: the head, then each event; `program` is the version that writes it."""
    lines = [event_line(event) for event in events]
    body = b"".join(lines)
    between = days or Days()
    head = Head(
        damaged=damaged,
        events=len(lines),
        first=between.first,
        format=FORMAT,
        last=between.last,
        program=program,
        sha256=hashlib.sha256(body).hexdigest(),
        version=VERSION,
    )
    return msgspec.json.encode(head) + b"\n" + body


def event_line(event: Event) -> bytes:
    """Return an event as its canonical text with its hash, and a line's end."""
    return canonical_event(event)[:-1] + b',"sha":"' + event.sha.encode("ascii") + b'"}\n'


def of_days(events: list[Event], days: Days, shown: Callable[[str], bool]) -> list[Event]:
    """Return the events of some days, each with everything that belongs to it.

    An entry, a marker or a session comes with all its corrections and steps when one of its events is of those days,
    or when `shown` says so of its id; a session brings the text of its routine along.
    """
    if days.all:
        return events
    groups = by_subject(events)
    chosen = {key for key, about in groups.items() if shown(key) or any(days.hold(event.local_day) for event in about)}
    kept = {event.id for key in chosen for event in groups[key]}
    texts = {hash_ for event in events if event.id in kept for hash_ in _routine_of(event)}
    return [event for event in events if event.id in kept or (event.kind == "routine" and event.target in texts)]


def _routine_of(event: Event) -> list[str]:
    body = body_of(event, SessionBody) if event.kind == "session" else None
    return [] if body is None else [body.content_hash]
