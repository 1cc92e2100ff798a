"""From any released format to the newest: one SQL file for each step, in one transaction of its own."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from coach.store.connection import transaction

MIGRATIONS = Path(__file__).parent / "migrations"
_NAME = re.compile(r"(\d{4})_[a-z0-9_]+\.sql")


def steps(folder: Path = MIGRATIONS) -> dict[int, Path]:
    """Return the SQL files by the version they lead to; raises `ValueError` when a number is missing or double."""
    found: dict[int, Path] = {}
    for path in sorted(folder.glob("*.sql")):
        match = _NAME.fullmatch(path.name)
        if match is None or int(match[1]) in found:
            raise ValueError(f"{path}: a migration is named 0001_what_it_does.sql, each number once")
        found[int(match[1])] = path
    if list(found) != list(range(1, len(found) + 1)):
        raise ValueError(f"{folder}: the migrations are not numbered without a gap from 0001")
    return found


def newest(folder: Path = MIGRATIONS) -> int:
    """Return the version the program knows."""
    return len(steps(folder))


def version_of(connection: sqlite3.Connection) -> int:
    """Return the version of an open file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, folder: Path = MIGRATIONS) -> None:
    """Bring an open file to the newest version; each step commits on its own or leaves nothing behind.

    Raises `sqlite3.Error` when a step fails and `ValueError` when one breaks a promise: it must set its
    version, keep every event as it was, and leave no dangling reference.
    """
    for number, path in steps(folder).items():
        if number > version_of(connection):
            with transaction(connection):
                _step(connection, number, path)


def _step(connection: sqlite3.Connection, number: int, path: Path) -> None:
    before = _events(connection)
    for statement in statements(path.read_text(encoding="utf-8")):
        connection.execute(statement)
    if version_of(connection) != number:
        raise ValueError(f"{path}: does not set user_version = {number}")
    if number > 1 and _events(connection) != before:
        raise ValueError(f"{path}: changed the events")
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise ValueError(f"{path}: left a dangling reference")


def _events(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Return id and hash of every event; nothing before the first step."""
    if version_of(connection) == 0:
        return []
    return connection.execute("SELECT id, sha FROM event ORDER BY id").fetchall()


def statements(script: str) -> Iterator[str]:
    """Split a script; a trigger with its inner semicolons stays whole."""
    part = ""
    for piece in re.split(r"(?<=;)", script):
        part += piece
        if sqlite3.complete_statement(part):
            yield part
            part = ""
    if any(line.strip() and not line.lstrip().startswith("--") for line in part.splitlines()):
        raise ValueError("the last statement has no end")


def schema_of(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """Return everything the file defines, to be compared literally."""
    rows = connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master ORDER BY type, name")
    return [(str(kind), str(name), str(sql)) for kind, name, sql in rows]


def expected_schema(version: int, folder: Path = MIGRATIONS) -> list[tuple[str, str, str]]:
    """Return what a journal of this version must define, made by the steps themselves."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for number, path in steps(folder).items():
            if number <= version:
                for statement in statements(path.read_text(encoding="utf-8")):
                    connection.execute(statement)
        return schema_of(connection)
    finally:
        connection.close()
