"""Projections: what the events come to, kept ready for lists and charts. Disposable, rebuilt from the events.

Every row carries a hash of its own, so that a flipped bit in a projection is seen as well.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from coach.clock import Stamp
from coach.journal.canonical import sha256_hex
from coach.journal.event import Event
from coach.journal.fold import by_subject, fold_answers, subject
from coach.journal.fold_basics import DELETING, distinct
from coach.journal.fold_breaks import fold_break
from coach.journal.fold_noted import fold_entry, fold_marker
from coach.journal.fold_packs import fold_packs
from coach.journal.fold_session import fold_session
from coach.journal.records import Answer, Break, Entry, Exposure, Marker, SessionRecord

#: Raised when folding or a projection's form changes: the rows are then rebuilt.
PROJECTION_VERSION = "3"
_COLUMNS = ", ".join(Event._fields)
Rows = list[tuple[str, str, bool]]
_VIEWS = ("entry_view", "marker_view", "break_view", "session_view", "exposure_view", "answer_view")


def read_events(connection: sqlite3.Connection, where: str = "", values: tuple[str, ...] = ()) -> list[Event]:
    """Return events in the order they were written, damaged ones included."""
    return list(each_event(connection, where, values))


def each_event(connection: sqlite3.Connection, where: str = "", values: tuple[str, ...] = ()) -> Iterator[Event]:
    """Yield events in the order they were written, without holding them all."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM event {where} ORDER BY rowid", values)  # noqa: S608 - our own text
    return map(Event._make, rows)


def events_about(connection: sqlite3.Connection, key: str) -> list[Event]:
    """Return the events of one entry, marker, break or session."""
    return read_events(connection, "WHERE id = ? OR target = ?", (key, key))


def refresh(connection: sqlite3.Connection, written: Iterable[Event]) -> None:
    """Bring the projections up to date after `written` were inserted, inside the same transaction."""
    events = list(written)
    for key in dict.fromkeys(subject(event) for event in events if event.kind not in {"routine", "answer", "clock"}):
        _project(connection, key, events_about(connection, key))
    if any(event.kind == "answer" or event.kind in DELETING for event in events):
        # Few and rare: read them all, without leaning on an index.
        _put_answers(
            connection, read_events(connection, "NOT INDEXED WHERE kind IN ('answer', 'tombstone', 'undelete')")
        )
    version, count = _noted(connection)
    if version == PROJECTION_VERSION:
        _note(connection, _number(count) + len(events))


def rebuild(connection: sqlite3.Connection, events: list[Event]) -> None:
    """Make all projections anew from intact events, inside a transaction."""
    for view in _VIEWS:
        connection.execute(f"DELETE FROM {view}")  # noqa: S608 - our own names
    for key, about in by_subject(distinct(events)).items():
        _project(connection, key, about)
    _put_answers(connection, events)
    _note(connection, len(events))


def is_current_version(connection: sqlite3.Connection) -> bool:
    """Say whether the projections were made by this version of the program."""
    return _noted(connection)[0] == PROJECTION_VERSION


def events_noted(connection: sqlite3.Connection) -> int:
    """Return how many events the projections were made from; 0 when that is not known."""
    return _number(_noted(connection)[1])


def _number(count: str) -> int:
    return int(count) if count.isascii() and count.isdigit() else 0


def _noted(connection: sqlite3.Connection) -> tuple[str, str]:
    row = connection.execute("SELECT v FROM meta WHERE k = 'projection'").fetchone()
    version, _colon, count = str(row[0] if row else "").partition(":")
    return version, count


def _note(connection: sqlite3.Connection, events: int) -> None:
    """Write down the version and the number of events, counted along: counting anew would read the whole file."""
    note = f"{PROJECTION_VERSION}:{events}"
    connection.execute("INSERT OR REPLACE INTO meta (k, v) VALUES ('projection', ?)", (note,))


def _project(connection: sqlite3.Connection, key: str, about: list[Event]) -> None:
    kinds = {event.kind for event in about}
    born = min(event.hlc for event in about)
    if "entry" in kinds:
        entry = fold_entry(about)
        _put(connection, "entry_view", key, Row(entry.at, born, entry) if entry else None)
    if "marker" in kinds:
        marker = fold_marker(about)
        _put(connection, "marker_view", key, Row(marker.at, born, marker) if marker else None)
    if "break" in kinds:
        rest = fold_break(about)
        _put(connection, "break_view", key, Row(rest.at, born, rest) if rest else None)
    if "session" in kinds:
        session = fold_session(about)
        _put(connection, "session_view", key, Row(session.started, born, session) if session else None)
    if "pack" in kinds:
        # In the order the packs went on; one that is gone from a session would be a bug, and none is ever deleted.
        for number, (name, exposure) in enumerate(fold_packs(about).items()):
            _put(connection, "exposure_view", name, Row(exposure.on, born + number, exposure))


def _put_answers(connection: sqlite3.Connection, events: list[Event]) -> None:
    answers = fold_answers(events)
    for (key,) in connection.execute("SELECT id FROM answer_view").fetchall():
        if key not in answers:
            _put(connection, "answer_view", key, None)
    for key, answer in answers.items():
        _put(connection, "answer_view", key, Row(answer.at, 0, answer))


class Row(NamedTuple):
    """What a projection row is made of: the moment it is found by, the order of writing, the record."""

    at: Stamp
    born: int
    record: Entry | Marker | Break | SessionRecord | Exposure | Answer


def _put(connection: sqlite3.Connection, view: str, key: str, row: Row | None) -> None:
    """Write one row unless it already says the same; without a record, take it away."""
    if row is None:
        connection.execute(f"DELETE FROM {view} WHERE id = ?", (key,))  # noqa: S608 - our own names
        return
    item = msgspec.json.encode(row.record).decode()
    finding = (key, row.at.local_day, row.at.utc_us, row.born)
    connection.execute(
        f"INSERT INTO {view} (id, day, at_us, born, item, sha) VALUES (?, ?, ?, ?, ?, ?) "  # noqa: S608 - our own names
        "ON CONFLICT (id) DO UPDATE SET day = excluded.day, at_us = excluded.at_us, born = excluded.born, "
        "item = excluded.item, sha = excluded.sha WHERE sha <> excluded.sha",
        (*finding, item, row_sha(view, finding, item)),
    )


def read_rows(connection: sqlite3.Connection, view: str, where: str = "1", value: str | int | None = None) -> Rows:
    """Return the rows of a view by moment and order of writing: id, item, and whether the row proves itself."""
    question = f"SELECT id, day, at_us, born, item, sha FROM {view} WHERE {where} ORDER BY at_us, born"  # noqa: S608
    rows = connection.execute(question, () if value is None else (value,))
    return [(row[0], row[4], row_sha(view, row[:4], row[4]) == row[5]) for row in rows]


def row_sha(view: str, finding: tuple[str | int, ...], item: str) -> str:
    """Return the hash of a projection row, over every column and the name of its table."""
    return sha256_hex("\n".join((view, *map(str, finding), str(item))))
