"""Opening SQLite so that what it acknowledges is on the disk; the measurements are in docs/decisions/0030."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from coach.errors import CoachError
from coach.i18n import _

#: Seconds SQLite waits for another program's lock; BEGIN IMMEDIATE makes the wait work.
BUSY_S = 5.0

_SAFE: dict[str, int | str] = {
    "trusted_schema": 0,  # nothing in the file can run functions with side effects
    "cell_size_check": 1,
    "mmap_size": 0,  # an I/O error is an error, not a signal
    "temp_store": 2,  # no temporary file ever holds an entry
}
_DURABLE: dict[str, int | str] = {
    **_SAFE,
    "foreign_keys": 1,
    "secure_delete": 1,
    "journal_mode": "truncate",
    "synchronous": 2,
}


def connect_writer(path: Path, *, busy_s: float = BUSY_S) -> sqlite3.Connection:
    """Open an existing file for durable writing; every setting is read back.

    Raises `sqlite3.Error`, or `CoachError` when a setting did not take.
    """
    wanted = dict(_DURABLE)
    if sys.platform == "darwin":
        wanted["fullfsync"] = 1
    return _connect(path, "rw", wanted, busy_s)


def connect_reader(path: Path, *, busy_s: float = BUSY_S) -> sqlite3.Connection:
    """Open an existing file for reading alone."""
    return _connect(path, "ro", {**_SAFE, "query_only": 1}, busy_s)


def _connect(path: Path, mode: str, wanted: dict[str, int | str], busy_s: float) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=busy_s)
    # A flipped bit may leave broken UTF-8: read it anyway, the hash tells.
    connection.text_factory = _lenient_text
    try:
        for name, value in wanted.items():
            _set(connection, name, value)
    except BaseException:
        connection.close()
        raise
    return connection


def _lenient_text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _set(connection: sqlite3.Connection, name: str, value: int | str) -> None:
    connection.execute(f"PRAGMA {name}={value}").fetchall()
    row = connection.execute(f"PRAGMA {name}").fetchone()
    if row is None and name == "mmap_size":
        return  # built without it
    if row is None or row[0] != value:
        raise CoachError(
            _("The database library on this computer does not accept “{name}”, so nothing can be saved safely.").format(
                name=name
            )
        )


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Run the block in one immediate transaction; anything raised rolls it back."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        roll_back(connection)
        raise


def roll_back(connection: sqlite3.Connection) -> None:
    """Roll back what SQLite has not already rolled back by itself."""
    if connection.in_transaction:
        try:
            connection.execute("ROLLBACK")
        except sqlite3.Error:
            connection.close()  # the file is rolled back from its journal when it is opened next
