"""The stored event: what is written once, never changed, and can prove it."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from coach.clock import Stamp
from coach.journal.bodies import BODIES
from coach.journal.canonical import canonical_json, sha256_hex
from coach.journal.repository import Draft

#: Version of the event format; a reader that meets a greater one leaves the event alone.
EVENT_SCHEMA = 1


class Envelope(msgspec.Struct, frozen=True, kw_only=True):
    """Every column but the hash, in the order of the canonical text (alphabetical)."""

    app_version: str
    body: msgspec.Raw
    clock_suspect: int
    dev_seq: int
    device: str
    hlc: int
    id: str
    kind: str
    local_day: str
    occurred_utc_us: int
    recorded_utc_us: int
    schema: int
    source: str
    target: str | None
    tz: str
    utc_offset_min: int


class Event(NamedTuple):
    """One row of the event table, columns in their order there."""

    id: str
    device: str
    dev_seq: int
    hlc: int
    kind: str
    occurred_utc_us: int
    utc_offset_min: int
    tz: str
    local_day: str
    recorded_utc_us: int
    clock_suspect: int
    target: str | None
    schema: int
    app_version: str
    source: str
    body: str
    sha: str

    @property
    def at(self) -> Stamp:
        """The moment it is about."""
        return Stamp(self.occurred_utc_us, self.utc_offset_min, self.tz, self.local_day)

    @property
    def rank(self) -> tuple[int, str, str]:
        """Where it stands among rivals: the greatest wins, on every computer alike."""
        return (self.hlc, self.device, self.sha)


class Seal(NamedTuple):
    """What the store adds to a draft."""

    device: str
    dev_seq: int
    hlc: int
    recorded_utc_us: int
    clock_suspect: bool
    app_version: str
    source: str = "self"


def seal(draft: Draft, with_: Seal) -> Event:
    """Make the row for a draft that was checked; raises `ValueError` when its body is not plain JSON data."""
    event = Event(
        id=draft.id,
        device=with_.device,
        dev_seq=with_.dev_seq,
        hlc=with_.hlc,
        kind=draft.kind,
        occurred_utc_us=draft.at.utc_us,
        utc_offset_min=draft.at.offset_min,
        tz=draft.at.tz,
        local_day=draft.at.local_day,
        recorded_utc_us=with_.recorded_utc_us,
        clock_suspect=int(with_.clock_suspect),
        target=draft.target,
        schema=EVENT_SCHEMA,
        app_version=with_.app_version,
        source=with_.source,
        body=canonical_json(draft.body),
        sha="",
    )
    return event._replace(sha=event_sha(event))


def check_draft(draft: Draft) -> None:
    """Refuse a draft whose kind or body the journal does not know."""
    if draft.kind not in BODIES:
        raise ValueError(f"no such kind of event: {draft.kind}")
    msgspec.convert(draft.body, BODIES[draft.kind])


def canonical_event(event: Event) -> bytes:
    """Return the text that is hashed: the event without its hash, as canonical JSON, the body as stored."""
    return msgspec.json.encode(
        Envelope(
            app_version=event.app_version,
            body=msgspec.Raw(event.body.encode("utf-8")),
            clock_suspect=event.clock_suspect,
            dev_seq=event.dev_seq,
            device=event.device,
            hlc=event.hlc,
            id=event.id,
            kind=event.kind,
            local_day=event.local_day,
            occurred_utc_us=event.occurred_utc_us,
            recorded_utc_us=event.recorded_utc_us,
            schema=event.schema,
            source=event.source,
            target=event.target,
            tz=event.tz,
            utc_offset_min=event.utc_offset_min,
        )
    )


def event_sha(event: Event) -> str:
    """Return SHA-256 over the canonical event without its hash."""
    return sha256_hex(canonical_event(event))


def is_intact(event: Event) -> bool:
    """Say whether the row still is what was written: its hash matches, whatever has become of its types."""
    try:
        return event_sha(event) == event.sha
    except (AttributeError, TypeError, ValueError, UnicodeError, msgspec.MsgspecError):
        return False
