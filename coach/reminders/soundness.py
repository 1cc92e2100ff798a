"""Whether what was written down can be a state at all: days and moments that no calendar has would end the program later."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import msgspec

from coach.clock import Stamp
from coach.reminders.memory import Hold, Memory

_US_PER_S = 1_000_000


def is_sound(memory: Memory) -> bool:
    """Return whether every day is an ISO date (or '', none) and every moment one that a calendar has."""
    try:
        for thing in _within(memory):
            _try(thing)
        for day in (memory.why_day, memory.gentle_day):
            _try_day(day)
    except (ValueError, OverflowError, OSError):
        return False
    return True


def _within(thing: object) -> Iterator[Stamp | Hold]:
    """Yield every moment in a value, however deep."""
    if isinstance(thing, Stamp | Hold):
        yield thing
    elif isinstance(thing, msgspec.Struct):
        for name in thing.__struct_fields__:
            yield from _within(getattr(thing, name))
    elif isinstance(thing, dict):
        for value in thing.values():
            yield from _within(value)
    elif isinstance(thing, list | tuple):
        for value in thing:
            yield from _within(value)


def _try(thing: Stamp | Hold) -> None:
    """Raise what the calendar raises for a moment that it does not have."""
    if isinstance(thing, Hold):
        if thing.until_us is not None:
            datetime.fromtimestamp(thing.until_us / _US_PER_S, UTC)
        return
    thing.local()
    _try_day(thing.local_day)


def _try_day(day: str) -> None:
    if day:
        date.fromisoformat(day)
