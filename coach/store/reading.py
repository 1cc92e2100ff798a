"""Reading the journal: from the projections while everything is intact, else from the intact events alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self, TypeVar

import msgspec

from coach.journal.event import Event, is_intact
from coach.journal.fold import Folded, fold
from coach.journal.fold_noted import fold_history
from coach.journal.records import Answer, Break, Entry, Exposure, Marker, SessionRecord, Unfinished
from coach.store.doubt import without_doubt
from coach.store.projections import each_event, events_about, events_noted, is_current_version, read_rows
from coach.store.resume import damaged_notes, read_unfinished
from coach.store.trouble import DATABASE_ERRORS, JournalError, Trouble, trouble_of
from coach.store.verify import Verdict, sentences, verify

_T = TypeVar("_T")

#: Up to so many events the whole journal is verified before the first answer (about 0.2 s, some years of use).
#: A greater one is verified when `damaged` is asked; until then each projection row still proves itself.
VERIFIED_AT_ONCE = 20_000


class RowDamagedError(Exception):
    """A projection row is not what was written."""


class Reading:
    """The journal for reading, over one connection; verified once, at the first question (see `VERIFIED_AT_ONCE`).

    Raises `JournalError` when the file is damaged so far that SQLite itself cannot read it.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._verdict: Verdict | None = None
        self._folded: Folded | None = None
        #: Set when pages turned out damaged: nothing is written to such a file any more.
        self._stopped: JournalError | None = None

    def entries(self, since_day: str | None = None) -> list[Entry]:
        """Return entries, oldest first, those of one moment in the order of writing; deleted ones left out, corrected ones as corrected."""
        found = self._values(
            lambda: self._rows("entry_view", Entry, "day >= ?", since_day or ""),
            lambda folded: [entry for entry in folded.entries.values() if entry.at.local_day >= (since_day or "")],
        )
        return sorted(found, key=lambda entry: entry.at.utc_us)

    def markers(self, since_day: str | None = None) -> list[Marker]:
        """Return markers that begin on this day or later, oldest first; deleted ones left out, corrected ones as corrected."""
        found = self._values(
            lambda: self._rows("marker_view", Marker, "day >= ?", since_day or ""),
            lambda folded: [marker for marker in folded.markers.values() if marker.at.local_day >= (since_day or "")],
        )
        return sorted(found, key=lambda marker: marker.at.utc_us)

    def breaks(self, since_day: str | None = None) -> list[Break]:
        """Return breaks at the desk that ended on this day or later, oldest first; deleted ones left out."""
        found = self._values(
            lambda: self._rows("break_view", Break, "day >= ?", since_day or ""),
            lambda folded: [rest for rest in folded.breaks.values() if rest.at.local_day >= (since_day or "")],
        )
        return sorted(found, key=lambda rest: rest.at.utc_us)

    def history(self, key: str) -> list[Entry | Marker]:
        """Return what an entry or a marker said before each correction, oldest first, without what it says now.

        Only intact events tell: a damaged correction is left out here as everywhere.
        """
        with self._guard():
            return fold_history(event for event in events_about(self._connection, key) if is_intact(event))

    def sessions(self, since_day: str | None = None) -> list[SessionRecord]:
        """Return sessions with their steps, oldest first; one still unfinished counts to its last checkpoint."""
        found = self._values(
            lambda: self._rows("session_view", SessionRecord, "day >= ?", since_day or ""),
            lambda folded: [it for it in folded.sessions.values() if it.started.local_day >= (since_day or "")],
        )
        noted = {note.session: note.done_ms for note in self._unfinished()}
        counted = [
            msgspec.structs.replace(it, done_ms=max(it.done_ms, noted[it.id])) if it.id in noted else it for it in found
        ]
        return sorted(counted, key=lambda session: session.started.utc_us)

    def exposures(self, since_utc_us: int) -> list[Exposure]:
        """Return heat and cold exposures whose pack went on at or after this moment, oldest first."""
        found = self._values(
            lambda: self._rows("exposure_view", Exposure, "at_us >= ?", since_utc_us),
            lambda folded: [worn for worn in folded.exposures.values() if worn.on.utc_us >= since_utc_us],
        )
        notes = {note.session: note.pack_worn for note in self._unfinished() if note.pack_worn is not None}
        return sorted((_worn_so_far(worn, notes) for worn in found), key=lambda worn: worn.on.utc_us)

    def unfinished(self) -> list[Unfinished]:
        """Return sessions with a resume note, newest first."""
        return [note.unfinished for note in self._unfinished()]

    def answers(self) -> dict[str, Any]:
        """Return the latest value of every answer about health, by key."""
        found = self._values(
            lambda: self._rows("answer_view", Answer),
            lambda folded: list(folded.answers.values()),
        )
        return {answer.key: answer.value for answer in sorted(found, key=lambda answer: answer.key)}

    def damaged(self) -> list[str]:
        """Return one sentence per row whose hash does not match."""
        with self._guard():
            return [*sentences(self._verified()), *damaged_notes(self._connection)]

    def events(self) -> list[Event]:
        """Return every intact event as it is, in the order of writing; `damaged` says what is not among them."""
        with self._guard():
            return [event for event in each_event(self._connection, "NOT INDEXED") if is_intact(event)]

    def event_count(self) -> int:
        """Return how many events the journal holds."""
        with self._guard():
            return int(self._connection.execute("SELECT count(*) FROM event").fetchone()[0])

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_why: object) -> None:
        self.close()

    @contextmanager
    def _guard(self) -> Iterator[None]:
        """Turn SQLite's errors into sentences."""
        try:
            yield
        except DATABASE_ERRORS as error:
            trouble = trouble_of(error, self._path)
            if trouble is not None and trouble.trouble is Trouble.DAMAGED:
                self._stopped = trouble
            raise trouble or error from error

    def _changed(self) -> None:
        """Forget what was folded in memory; what was just written is known to be good."""
        self._folded = None
        if self._verdict is not None and not self._verdict.clean:
            self._verdict = None

    def _verified(self) -> Verdict:
        if self._verdict is None:
            self._verdict = verify(self._connection)
        return self._verdict

    def _values(self, quick: Callable[[], _T], slow: Callable[[Folded], _T]) -> _T:
        """Answer from the projections, or by folding the intact events when anything is in doubt."""
        with self._guard():
            if self._trusted():
                try:
                    return quick()
                except RowDamagedError:
                    pass
            return slow(self._fold())

    def _trusted(self) -> bool:
        """Say whether the projections may be asked: everything verified, or too much for now and they prove themselves."""
        if self._verdict is None and events_noted(self._connection) > VERIFIED_AT_ONCE:
            return is_current_version(self._connection)
        verdict = self._verified()
        return verdict.clean and verdict.current

    def _fold(self) -> Folded:
        if self._folded is None:
            verdict = self._verified()
            folded = fold(event for event in each_event(self._connection, "NOT INDEXED") if is_intact(event))
            self._folded = folded if verdict.complete else without_doubt(folded, verdict, self._connection)
        return self._folded

    def _rows(self, view: str, kind: type[_T], where: str = "1", value: str | int | None = None) -> list[_T]:
        rows = read_rows(self._connection, view, where, value)
        if not all(intact for _key, _item, intact in rows):
            raise RowDamagedError(view)
        return [msgspec.json.decode(item, type=kind) for _key, item, _intact in rows]

    def _unfinished(self) -> list[Any]:
        with self._guard():
            return read_unfinished(self._connection, events_about)


def _worn_so_far(worn: Exposure, notes: dict[str, tuple[int, int]]) -> Exposure:
    """A pack still on when the last checkpoint was written was worn at least until then."""
    exposure, ms = notes.get(worn.session, (-1, 0))
    if worn.off is not None or worn.exposure != exposure:
        return worn
    return msgspec.structs.replace(worn, worn_ms=max(worn.worn_ms, ms))
