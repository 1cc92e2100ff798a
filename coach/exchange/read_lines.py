"""Reading a journal from lines of JSON: the whole file is verified before anything is believed.

Every limit is looked at before the text is parsed. What is wrong is said in sentences that name the file and the line.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

import msgspec

from coach.errors import DataError
from coach.exchange.check_line import LineError, event_of
from coach.exchange.lines import FORMAT, VERSION, Head
from coach.i18n import _, ngettext
from coach.journal.event import Event

#: A hundred thousand events are about 80 MB.
MOST_BYTES: Final = 512 * 1024 * 1024
MOST_EVENTS: Final = 1_000_000
LONGEST_LINE: Final = 2 * 1024 * 1024
_LONGEST_HEAD: Final = 4096
_TOLD: Final = 10


class JournalFile(NamedTuple):
    """A file that is whole: its head and its events, in the order of writing; the event at `i` is in line `i + 2`."""

    head: Head
    events: list[Event]


def read_journal_file(path: Path) -> JournalFile:
    """Read and verify a whole file; nothing is written anywhere.

    Raises `DataError` with every sentence (the first ten of them) about what is wrong with it.
    """
    try:
        if not path.is_file():
            raise DataError(_("{path} does not exist or is not a file.").format(path=path))
        if path.stat().st_size > MOST_BYTES:
            raise DataError(_("{path} is larger than any journal; nothing was imported.").format(path=path))
        with path.open("rb") as file:
            return _read(path, file)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise DataError(_("{path} could not be read: {reason}.").format(path=path, reason=reason)) from error


def _read(path: Path, file: BinaryIO) -> JournalFile:
    head = _head(path, file.readline(_LONGEST_HEAD))
    events: list[Event] = []
    wrong: list[str] = []
    seen = _Seen()
    total = hashlib.sha256()
    number = 1
    for number, line in enumerate(_lines(file), start=2):
        total.update(line)
        try:
            event = event_of(line, LONGEST_LINE)
            seen.take(event, number)
            events.append(event)
        except LineError as error:
            wrong.append(_("{path}, line {n}: {reason}").format(path=path, n=number, reason=error))
        if number > MOST_EVENTS + 1:
            raise DataError(_("{path} is larger than any journal; nothing was imported.").format(path=path))
    if not wrong:
        wrong = list(_whole(path, head, number - 1, total.hexdigest()))
    if wrong:
        raise DataError(_together(wrong))
    return JournalFile(head, events)


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """Yield lines, a too long one cut: the cut makes it wrong, and the memory stays free."""
    while line := file.readline(LONGEST_LINE + 1):
        yield line
        while not line.endswith(b"\n") and len(line) > LONGEST_LINE:
            line = file.readline(LONGEST_LINE + 1)


def _head(path: Path, line: bytes) -> Head:
    try:
        head = msgspec.json.decode(line, type=Head)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        head = None
    if head is None or head.format != FORMAT or not line.endswith(b"\n"):
        raise DataError(
            _(
                "{path}, line 1: this is no journal that Limber exported as JSON lines. Choose the file that was made with: "
                "limber export --format jsonl"
            ).format(path=path)
        )
    if head.version > VERSION:
        raise DataError(
            _("{path} was made by a newer Limber ({program}). Update Limber here, then import it again.").format(
                path=path, program=head.program[:40]
            )
        )
    return head


def _whole(path: Path, head: Head, events: int, digest: str) -> Iterator[str]:
    """What the head says about the rest."""
    if events != head.events:
        yield _("{path} holds {n} events and its first line says {told}: it is not whole.").format(
            path=path, n=events, told=head.events
        )
    elif digest != head.sha256:
        yield _("{path}: its lines are not those that were exported; one was moved or exchanged.").format(path=path)


class _Seen:
    """Which events there were already in this file."""

    def __init__(self) -> None:
        self._ids: dict[str, int] = {}
        self._places: dict[tuple[str, int], int] = {}

    def take(self, event: Event, number: int) -> None:
        place = (event.device, event.dev_seq)
        before = self._ids.setdefault(event.id, number)
        if before == number:
            before = self._places.setdefault(place, number)
        if before != number:
            raise LineError(_("this is the same event as in line {n}.").format(n=before))


def _together(wrong: list[str]) -> str:
    told = wrong[:_TOLD]
    more = len(wrong) - len(told)
    if more:
        told.append(ngettext("{n} more line is wrong.", "{n} more lines are wrong.", more).format(n=more))
    told.append(_("Nothing was imported. Export the journal once more where it comes from, and import that file."))
    return "\n".join(told)
