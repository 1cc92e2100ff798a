"""What every fold needs: each event once, in rank order, with its body typed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from coach.journal.bodies import Body
from coach.journal.event import EVENT_SCHEMA, Event

_B = TypeVar("_B", bound=Body)

#: Kinds that take something away, or bring it back.
DELETING = frozenset({"tombstone", "undelete"})


def distinct(events: Iterable[Event]) -> list[Event]:
    """Return each id once, in rank order; of two contents under one id the greater rank stays."""
    best: dict[str, Event] = {}
    for event in events:
        rival = best.get(event.id)
        if event.schema <= EVENT_SCHEMA and (rival is None or event.rank > rival.rank):
            best[event.id] = event
    return sorted(best.values(), key=lambda event: event.rank)


def is_gone(events: Iterable[Event]) -> bool:
    """Say whether the last word of these events, in rank order, is that what they are about is deleted."""
    last = ""
    for event in events:
        if event.kind in DELETING:
            last = event.kind
    return last == "tombstone"


def bodies_of(events: Iterable[Event], kind: str, shape: type[_B]) -> list[_B]:
    """Return the bodies of one kind, in order; those of another shape left out."""
    return [body for event in events if event.kind == kind and (body := body_of(event, shape)) is not None]


def body_of(event: Event, kind: type[_B]) -> _B | None:
    """Return the typed body, or None when it is not of that shape."""
    try:
        return msgspec.json.decode(event.body, type=kind)
    except (msgspec.MsgspecError, TypeError):  # a damaged column may not even be text
        return None
