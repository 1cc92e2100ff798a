"""Taking in events that were written elsewhere: exactly as they are, each once, in one transaction.

An event keeps its device, its number there, its clock and its hash, so that two journals that took each other in say
the same. Where another event has that device and number already (a data folder was copied, and both went on), it gets
a device of its own, made from what it is: the same each time it comes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from coach.errors import CoachError
from coach.i18n import _
from coach.journal.canonical import sha256_hex
from coach.journal.event import Event, event_sha
from coach.journal.records import Answer, Exposure
from coach.journal.repository import Draft
from coach.store.imported import note_clock, note_never_here
from coach.store.projections import read_events, read_rows, rebuild, refresh

#: From so many new events on it is quicker to make all projections anew.
_MANY = 500

Answers = Mapping[str, Answer]
Again = Callable[[Answers, Answers], Sequence[Draft]]


class TakenIn(NamedTuple):
    """How many events were written, and how many were here before."""

    new: int
    known: int


class RivalError(Exception):
    """Another event has the id of the one at `index` of those given; nothing was written."""

    def __init__(self, index: int) -> None:
        super().__init__(f"event {index} has the id of another one")
        self.index = index


def new_among(connection: sqlite3.Connection, events: Sequence[Event]) -> list[Event]:
    """Return the events that are not here yet, as they will be written; raises `RivalError`."""
    known = dict(connection.execute("SELECT id, sha FROM event"))
    places = {(str(device), int(number)) for device, number in connection.execute("SELECT device, dev_seq FROM event")}
    fresh: list[Event] = []
    for index, event in enumerate(events):
        if event.id in known:
            if known[event.id] != event.sha and known[event.id] != renamed(event).sha:
                raise RivalError(index)
        else:
            fresh.append(renamed(event) if (event.device, event.dev_seq) in places else event)
    return fresh


def renamed(event: Event) -> Event:
    """Return the event under a device of its own, number 1."""
    moved = event._replace(device=sha256_hex(f"{event.device}\n{event.id}")[:16], dev_seq=1, sha="")
    return moved._replace(sha=event_sha(moved))


def insert(connection: sqlite3.Connection, fresh: Sequence[Event], statement: str) -> None:
    """Write events that `new_among` returned and bring the projections up to date, inside a transaction."""
    connection.executemany(statement, fresh)
    if len(fresh) > _MANY:
        rebuild(connection, read_events(connection, "NOT INDEXED"))
    else:
        refresh(connection, fresh)
    note_clock(connection, max(event.hlc for event in fresh))
    note_never_here(connection, {event.device for event in fresh})


def answers_here(connection: sqlite3.Connection) -> dict[str, Answer]:
    """Return the answers that count now, by key."""
    found = (msgspec.json.decode(item, type=Answer) for _key, item, _intact in read_rows(connection, "answer_view"))
    return {answer.key: answer for answer in found}


def exposures_here(connection: sqlite3.Connection) -> dict[str, Exposure]:
    """Return every pack that was worn."""
    rows = read_rows(connection, "exposure_view")
    return {key: msgspec.json.decode(item, type=Exposure) for key, item, _intact in rows}


def refuse_less_worn(before: Mapping[str, Exposure], after: Mapping[str, Exposure]) -> None:
    """Raise `CoachError` when what came in would take heat or cold that was worn out of the reckoning."""
    for key, worn in before.items():
        now = after.get(key)
        if now is None or _less(worn, now):
            raise CoachError(
                _(
                    "The file says less about packs worn than this journal knows. Heat and cold are counted by it, "
                    "so nothing was imported."
                )
            )


def _less(before: Exposure, now: Exposure) -> bool:
    same = (before.mode, before.area, before.side, before.contrast) == (now.mode, now.area, now.side, now.contrast)
    off_us = before.off.utc_us if before.off is not None else before.on.utc_us + before.worn_ms * 1000
    earlier_off = now.off is not None and now.off.utc_us < off_us
    hidden = now.rehearsal and not before.rehearsal
    return not same or hidden or earlier_off or now.on.utc_us < before.on.utc_us or now.worn_ms < before.worn_ms
