"""One journal, three forms: makes the files of an export and says in a sentence what is in them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Protocol

import msgspec

from coach.clock import Stamp
from coach.exchange import fhir, tables
from coach.exchange.lines import Days, journal_lines, of_days
from coach.exchange.taken import Taken, taken
from coach.i18n import _, ngettext
from coach.journal.event import Event
from coach.journal.repository import JournalReader


class Form(StrEnum):
    """What an export is written as."""

    CSV = "csv"
    JSONL = "jsonl"
    FHIR = "fhir"


class Source(JournalReader, Protocol):
    """A journal that also gives its events as they are."""

    def events(self) -> list[Event]:
        """Return every intact event, in the order of writing."""
        ...


class Export(msgspec.Struct, frozen=True):
    """What is to be written: one file without a name (it takes the one that was asked for), or several in a folder.

    `holds` says what is in it, `damaged` what could not be read and is not.
    """

    files: dict[str, bytes]
    holds: str
    damaged: list[str]

    @property
    def single(self) -> bytes | None:
        """The one file; None for a folder."""
        return self.files.get("")


def make_export(journal: Source, form: Form, path: Path, *, days: Days, made: Stamp, program: str) -> Export:
    """Read the journal and make what is to be written at `path`.

    A table goes into one file (the entries) where `path` ends in .csv, else all tables into a folder. `made` is the
    moment of making, `program` this program's version. Raises `JournalError` when the journal cannot be read.
    """
    damaged = journal.damaged()
    if form is Form.JSONL:
        return _lines(journal, days, program, damaged)
    records = taken(journal, days)
    if form is Form.FHIR:
        return Export({"": fhir.bundle(records, made)}, records_words(records), damaged)
    if path.suffix.lower() == ".csv":
        count = len(records.entries)
        words = ngettext("{n} entry", "{n} entries", count).format(n=count)
        return Export({"": tables.entries_csv(records).encode("utf-8")}, words, damaged)
    files = {name: text.encode("utf-8") for name, text in tables.all_files(records).items()}
    return Export(files, records_words(records), damaged)


def _lines(journal: Source, days: Days, program: str, damaged: list[str]) -> Export:
    events = journal.events()
    if not days.all:
        records = taken(journal, days)
        shown = {record.id for found in (records.entries, records.sessions, records.markers) for record in found}
        events = of_days(events, days, shown.__contains__)
    words = ngettext("{n} event", "{n} events", len(events)).format(n=len(events))
    return Export({"": journal_lines(events, program, days, len(damaged))}, words, damaged)


def records_words(records: Taken) -> str:
    """Say how many entries, sessions and markers there are, and how many breaks where there are any."""
    entries, sessions, markers = len(records.entries), len(records.sessions), len(records.markers)
    words = _("{entries}, {sessions}, {markers}").format(
        entries=ngettext("{n} entry", "{n} entries", entries).format(n=entries),
        sessions=ngettext("{n} session", "{n} sessions", sessions).format(n=sessions),
        markers=ngettext("{n} marker", "{n} markers", markers).format(n=markers),
    )
    breaks = len(records.breaks)
    if not breaks:
        return words
    return _("{words}, {breaks}").format(
        words=words, breaks=ngettext("{n} break", "{n} breaks", breaks).format(n=breaks)
    )


def form_of(path: Path) -> Form | None:
    """Guess the form from the name of a file; None when it says nothing."""
    known = {".csv": Form.CSV, ".jsonl": Form.JSONL, ".ndjson": Form.JSONL, ".json": Form.FHIR}
    return known.get(path.suffix.lower())
