"""Projections: what the events come to, kept ready for lists and charts. Disposable, rebuilt from the events.

Every row carries a hash of its own, so that a flipped bit in a projection is seen as well.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

import msgspec

from coach.journal.canonical import sha256_hex
from coach.journal.event import Event
from coach.journal.fold import by_subject, fold_answers, fold_entry, subject
from coach.journal.fold_basics import distinct
from coach.journal.fold_packs import fold_packs
from coach.journal.fold_session import fold_session
from coach.journal.records import Answer, Entry, Exposure, SessionRecord

#: Raised when folding or a projection's form changes: the rows are then rebuilt.
PROJECTION_VERSION = "1"
_COLUMNS = ", ".join(Event._fields)
_VIEWS = ("entry_view", "session_view", "exposure_view", "answer_view")


def read_events(connection: sqlite3.Connection, where: str = "", values: tuple[str, ...] = ()) -> list[Event]:
    """Return events in the order they were written, damaged ones included."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM event {where} ORDER BY rowid", values)  # noqa: S608 - our own text
    return [Event._make(row) for row in rows]


def events_about(connection: sqlite3.Connection, key: str) -> list[Event]:
    """Return the events of one entry or session."""
    return read_events(connection, "WHERE id = ? OR target = ?", (key, key))


def refresh(connection: sqlite3.Connection, written: Iterable[Event]) -> None:
    """Bring the projections up to date after `written` were inserted, inside the same transaction."""
    events = list(written)
    for key in dict.fromkeys(subject(event) for event in events if event.kind not in {"routine", "answer", "clock"}):
        _project(connection, key, events_about(connection, key))
    if any(event.kind in {"answer", "tombstone"} for event in events):
        # Few and rare: read them all, without leaning on an index.
        _put_answers(connection, read_events(connection, "NOT INDEXED WHERE kind IN ('answer', 'tombstone')"))
    _note_state(connection)


def rebuild(connection: sqlite3.Connection, events: list[Event]) -> None:
    """Make all projections anew from intact events, inside a transaction."""
    for view in _VIEWS:
        connection.execute(f"DELETE FROM {view}")  # noqa: S608 - our own names
    for key, about in by_subject(distinct(events)).items():
        _project(connection, key, about)
    _put_answers(connection, events)
    _note_state(connection)


def is_current(connection: sqlite3.Connection) -> bool:
    """Say whether the projections were made by this version, from as many events and rows as there are."""
    row = connection.execute("SELECT v FROM meta WHERE k = 'projection'").fetchone()
    return row is not None and row[0] == _state(connection)


def is_current_version(connection: sqlite3.Connection) -> bool:
    """Say whether the projections were made by this version, however many rows are left of them."""
    row = connection.execute("SELECT v FROM meta WHERE k = 'projection'").fetchone()
    return row is not None and str(row[0]).startswith(f"{PROJECTION_VERSION}:")


def events_noted(connection: sqlite3.Connection) -> int:
    """Return how many events there were at the last write; 0 when that is not known."""
    row = connection.execute("SELECT v FROM meta WHERE k = 'projection'").fetchone()
    number = str(row[0]).split(":")[1:2] if row is not None else []
    return int(number[0]) if number and number[0].isascii() and number[0].isdigit() else 0


def _note_state(connection: sqlite3.Connection) -> None:
    connection.execute("INSERT OR REPLACE INTO meta (k, v) VALUES ('projection', ?)", (_state(connection),))


def _state(connection: sqlite3.Connection) -> str:
    counts = [
        str(connection.execute(f"SELECT count(*) FROM {table} NOT INDEXED").fetchone()[0])  # noqa: S608 - our own names
        for table in ("event", *_VIEWS)
    ]
    return ":".join((PROJECTION_VERSION, *counts))


def _project(connection: sqlite3.Connection, key: str, about: list[Event]) -> None:
    kinds = {event.kind for event in about}
    if "entry" in kinds:
        _put_entry(connection, key, fold_entry(about))
    if "session" in kinds:
        _put_session(connection, key, fold_session(about))
    if "pack" in kinds:
        _put_exposures(connection, fold_packs(about))


def _put_entry(connection: sqlite3.Connection, key: str, entry: Entry | None) -> None:
    if entry is None:
        connection.execute("DELETE FROM entry_view WHERE id = ?", (key,))
        return
    _put(connection, "entry_view", (key, entry.at.local_day, entry.at.utc_us), entry)


def _put_session(connection: sqlite3.Connection, key: str, session: SessionRecord | None) -> None:
    if session is None:
        connection.execute("DELETE FROM session_view WHERE id = ?", (key,))
        return
    _put(connection, "session_view", (key, session.started.local_day, session.started.utc_us), session)


def _put_exposures(connection: sqlite3.Connection, exposures: dict[str, Exposure]) -> None:
    for key, exposure in exposures.items():
        _put(connection, "exposure_view", (key, exposure.session, exposure.on.utc_us), exposure)


def _put_answers(connection: sqlite3.Connection, events: list[Event]) -> None:
    answers = fold_answers(events)
    gone = [key for (key,) in connection.execute("SELECT id FROM answer_view") if key not in answers]
    connection.executemany("DELETE FROM answer_view WHERE id = ?", ((key,) for key in gone))
    for key, answer in answers.items():
        _put(connection, "answer_view", (key, answer.at.utc_us), answer)


_COLUMNS_OF = {
    "entry_view": ("id, day, at_us", "id"),
    "session_view": ("id, day, at_us", "id"),
    "exposure_view": ("id, session, at_us", "id"),
    "answer_view": ("id, at_us", "id"),
}


def _put(
    connection: sqlite3.Connection,
    view: str,
    finding: tuple[str | int, ...],
    record: Entry | SessionRecord | Exposure | Answer,
) -> None:
    """Write one row unless it already says the same."""
    item = msgspec.json.encode(record).decode()
    columns, key = _COLUMNS_OF[view]
    marks = ", ".join("?" * (len(finding) + 2))
    changes = ", ".join(f"{name} = excluded.{name}" for name in (*columns.split(", "), "item", "sha"))
    connection.execute(
        f"INSERT INTO {view} ({columns}, item, sha) VALUES ({marks}) "  # noqa: S608 - our own names
        f"ON CONFLICT ({key}) DO UPDATE SET {changes} WHERE sha <> excluded.sha",
        (*finding, item, row_sha(view, finding, item)),
    )


def row_sha(view: str, finding: tuple[str | int, ...], item: str) -> str:
    """Return the hash of a projection row, over every column and the name of its table."""
    return sha256_hex("\n".join((view, *map(str, finding), item)))
