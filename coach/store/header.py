"""What a file is, from its first hundred bytes, before SQLite touches it (sqlite.org/fileformat2.html)."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

MAGIC = b"SQLite format 3\x00"
APPLICATION_ID = 0x53434941  # "SCIA"
HEADER_BYTES = 100
_PAGE_SIZE = slice(16, 18)
_CHANGE_COUNTER = slice(24, 28)
_PAGE_COUNT = slice(28, 32)
_USER_VERSION = slice(60, 64)
_APPLICATION_ID = slice(68, 72)
_VERSION_VALID_FOR = slice(92, 96)


class FileKind(StrEnum):
    """What lies there."""

    ABSENT = "absent"
    EMPTY = "empty"
    TEXT = "text"
    OTHER_DATABASE = "other-database"
    CUT_OFF = "cut-off"
    JOURNAL = "journal"


class Header(NamedTuple):
    """The kind of file and, for a journal, its format version."""

    kind: FileKind
    version: int = 0


def read_header(path: Path) -> Header:
    """Look at the file without changing it; raises `OSError` when it cannot be read."""
    try:
        with path.open("rb") as file:
            head = file.read(HEADER_BYTES)
            size = file.seek(0, 2)
    except FileNotFoundError:
        return Header(FileKind.ABSENT)
    if not head:
        return Header(FileKind.EMPTY)
    if not head.startswith(MAGIC):
        return Header(FileKind.TEXT)
    if len(head) < HEADER_BYTES:
        return Header(FileKind.CUT_OFF)
    if _number(head, _APPLICATION_ID) != APPLICATION_ID:
        return Header(FileKind.OTHER_DATABASE)
    kind = FileKind.CUT_OFF if _cut_off(head, size) and not hot_journal(path) else FileKind.JOURNAL
    return Header(kind, _number(head, _USER_VERSION))


def hot_journal(path: Path) -> bool:
    """Say whether a rollback journal with something in it lies beside the file."""
    try:
        return sidecars(path)[0].stat().st_size > 0
    except FileNotFoundError:
        return False


def sidecars(path: Path) -> tuple[Path, ...]:
    """Return the names SQLite may use beside the file; they belong to it and never move alone."""
    return tuple(path.with_name(path.name + end) for end in ("-journal", "-wal", "-shm"))


def drop_sidecars(path: Path) -> None:
    """Remove the sidecars of a file of ours that was closed in good order, before it gets another name."""
    for sidecar in sidecars(path):
        sidecar.unlink(missing_ok=True)


def _cut_off(head: bytes, size: int) -> bool:
    """Compare the size with the page count, which is only kept current by new enough writers."""
    if _number(head, _CHANGE_COUNTER) != _number(head, _VERSION_VALID_FOR):
        return False
    page = _number(head, _PAGE_SIZE)
    return size < _number(head, _PAGE_COUNT) * (65_536 if page == 1 else page)


def _number(head: bytes, where: slice) -> int:
    return int.from_bytes(head[where], "big")
