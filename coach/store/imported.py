"""What the journal remembers about events that came in from elsewhere."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

import msgspec

#: The greatest clock taken in: what is written here afterwards comes after it.
IMPORTED_HLC = "imported_hlc"
#: Numbers of a device that were never here, by device: they are not missing.
NEVER_HERE = "never_here"


def note_clock(connection: sqlite3.Connection, greatest: int) -> None:
    """Remember the greatest clock of events that came in."""
    _put_meta(connection, IMPORTED_HLC, str(max(imported_hlc(connection), greatest)))


def note_never_here(connection: sqlite3.Connection, devices: Iterable[str]) -> None:
    """Count anew, for each device that came in, the numbers below its last that were never here."""
    holes = never_here(connection)
    for device in devices:
        last, count = connection.execute(
            "SELECT max(dev_seq), count(*) FROM event WHERE device = ?", (device,)
        ).fetchone()
        holes[device] = int(last) - int(count)
    kept = {device: number for device, number in sorted(holes.items()) if number > 0}
    _put_meta(connection, NEVER_HERE, msgspec.json.encode(kept).decode())


def never_here(connection: sqlite3.Connection) -> dict[str, int]:
    """Return, by device, how many of its numbers were never here; nothing when that cannot be read."""
    row = connection.execute("SELECT v FROM meta WHERE k = ?", (NEVER_HERE,)).fetchone()
    try:
        return msgspec.json.decode(row[0], type=dict[str, int]) if row is not None else {}
    except msgspec.MsgspecError:
        return {}


def imported_hlc(connection: sqlite3.Connection) -> int:
    """Return the greatest clock that was taken in; 0 when nothing was."""
    row = connection.execute("SELECT v FROM meta WHERE k = ?", (IMPORTED_HLC,)).fetchone()
    return int(row[0]) if row is not None and str(row[0]).isdigit() else 0


def _put_meta(connection: sqlite3.Connection, key: str, value: str) -> None:
    connection.execute("INSERT OR REPLACE INTO meta (k, v) VALUES (?, ?)", (key, value))
