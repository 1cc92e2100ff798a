"""The journal on disk: append only, acknowledged only after COMMIT."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from coach.clock import Clock, Moment
from coach.i18n import _
from coach.journal.event import Event, Seal, check_draft, seal
from coach.journal.hybrid_clock import next_hlc, wall_is_suspect
from coach.journal.repository import Draft, ResumeNote
from coach.store.connection import connect_writer, transaction
from coach.store.imported import imported_hlc
from coach.store.projections import events_noted, read_events, rebuild, refresh
from coach.store.reading import VERIFIED_AT_ONCE, Reading
from coach.store.resume import drop_note, put_note
from coach.store.take_in import Again, TakenIn, answers_here, exposures_here, insert, new_among, refuse_less_worn
from coach.store.trouble import DATABASE_ERRORS, JournalError, Trouble, damaged, trouble_of

_INSERT = f"INSERT INTO event ({', '.join(Event._fields)}) VALUES ({', '.join('?' * len(Event._fields))})"  # noqa: S608
#: Kinds that end a session: its resume note goes in the same transaction.
_ENDINGS = frozenset({"finish", "tombstone"})


class Store(Reading):
    """Implements `JournalWriter` and `JournalReader` for the owner of the data folder; one thread, one connection."""

    def __init__(self, connection: sqlite3.Connection, path: Path, *, app_version: str, clock: Clock) -> None:
        super().__init__(connection, path)
        self.path = path
        self._app_version = app_version
        self._clock = clock
        self._looked: Moment | None = None
        self._notice = ""
        self._closed = False

    def append(self, drafts: Sequence[Draft], resume: ResumeNote | None = None) -> None:
        """Write all drafts and the resume note in one transaction; ids already written are skipped.

        Raises `JournalError` with a sentence when it is not saved; `ValueError` for a draft of no known kind.
        """
        for draft in drafts:
            check_draft(draft)
        self._durably(lambda: self._append(drafts, resume))

    def new_among(self, events: Sequence[Event]) -> int:
        """Return how many of these events are not here yet; raises `RivalError` and `JournalError`."""
        with self._guard():
            return len(new_among(self._connection, events))

    def take_in(self, events: Sequence[Event], again: Again) -> TakenIn:
        """Write events of another journal exactly as they are, each once, in one transaction; see `coach.store.take_in`.

        `again` is given the answers about health before and after, and returns drafts that are written with them.
        Raises `RivalError`, and `CoachError` when the journal is damaged or would forget heat or cold; nothing is written then.
        """
        if not self._verified().complete:
            raise damaged(self.path)
        done: list[TakenIn] = []
        self._durably(lambda: done.append(self._take_in(events, again)))
        return max(done)  # after an I/O error the second look may find them written

    def note_resume(self, note: ResumeNote) -> None:
        """Replace the resume note of its session."""
        self._durably(lambda: put_note(self._connection, note))

    def forget_resume(self, session: str) -> None:
        """Remove the resume note of a session."""
        self._durably(lambda: drop_note(self._connection, session))

    def take_notice(self) -> str:
        """Return, once, a sentence the person should see although all is saved ('' when there is none)."""
        notice, self._notice = self._notice, ""
        return notice

    def prepare(self) -> None:
        """Mend what can be made anew from intact events: indexes, and projections that are not current.

        A file whose structure is damaged while records are missing as well is only read from now on.
        Raises `JournalError`.
        """
        with self._guard():
            if self.event_count() > VERIFIED_AT_ONCE and self.event_count() == events_noted(self._connection):
                return
            verdict = self._verified()
            if not verdict.sound:
                self._stopped = damaged(self.path)
            if verdict.complete and not (verdict.sound and verdict.current):
                with transaction(self._connection):
                    if not verdict.sound:
                        self._connection.execute("REINDEX")
                    rebuild(self._connection, read_events(self._connection, "NOT INDEXED"))
                self._verdict = None
                self._stopped = None if self._verified().sound else self._stopped

    def close(self) -> None:
        """Close the file; nothing is pending, every write was already acknowledged or refused."""
        self._closed = True
        self._connection.close()

    def _durably(self, work: Callable[[], None]) -> None:
        """Run `work` in a transaction; after an error whose outcome is unknown, reopen and do it once more.

        That is safe: drafts already written are found by their ids, and a note is replaced by itself.
        """
        if self._stopped is not None:
            raise self._stopped
        try:
            self._once(work)
        except DATABASE_ERRORS as error:
            trouble = trouble_of(error, self._path)
            if trouble is None:
                raise
            if trouble.trouble is Trouble.DAMAGED:
                self._stopped = trouble
            if trouble.trouble is not Trouble.DISK_ERROR:
                raise trouble from error
            self._again(work, trouble)
        self._changed()

    def _once(self, work: Callable[[], None]) -> None:
        with transaction(self._connection):
            work()

    def _again(self, work: Callable[[], None], trouble: JournalError) -> None:
        """After an I/O error the commit may have happened or not, and cached pages may lie: start from the file."""
        with suppress(sqlite3.Error):
            self._connection.close()
        try:
            self._connection = connect_writer(self._path)
            self._once(work)
        except DATABASE_ERRORS as error:
            raise trouble from error
        self._notice = _("Your disk reported an error. What you entered is saved; make a backup on another disk now.")

    def _append(self, drafts: Sequence[Draft], resume: ResumeNote | None) -> None:
        written: list[Event] = []
        ended = {draft.target for draft in drafts if draft.kind in _ENDINGS and draft.target}
        fresh = [draft for draft in drafts if not self._known(draft)]
        if fresh:
            written = self._insert(fresh)
            refresh(self._connection, written)
        if resume is not None and resume.session not in ended:
            put_note(self._connection, resume)
        for session in ended:
            drop_note(self._connection, session)

    def _take_in(self, events: Sequence[Event], again: Again) -> TakenIn:
        fresh = new_among(self._connection, events)
        if fresh:
            worn, said = exposures_here(self._connection), answers_here(self._connection)
            insert(self._connection, fresh, _INSERT)
            refuse_less_worn(worn, exposures_here(self._connection))
            drafts = again(said, answers_here(self._connection))
            if drafts:
                refresh(self._connection, self._insert(drafts))
        return TakenIn(len(fresh), len(events) - len(fresh))

    def _known(self, draft: Draft) -> bool:
        """Say whether it is already written; a routine's text is kept once for each content hash."""
        question, value = "SELECT 1 FROM event WHERE id = ?", draft.id
        if draft.kind == "routine" and draft.target is not None:
            question, value = "SELECT 1 FROM event WHERE kind = 'routine' AND target = ?", draft.target
        return self._connection.execute(question, (value,)).fetchone() is not None

    def _insert(self, drafts: Sequence[Draft]) -> list[Event]:
        now = self._clock.now()
        suspect = wall_is_suspect(self._looked, now)
        self._looked = now
        device, last_seq, last_hlc, seen = self._greatest()
        written: list[Event] = []
        for draft in {draft.id: draft for draft in drafts}.values():
            last_seq, last_hlc = last_seq + 1, next_hlc(now.utc_us, last_hlc, seen)
            stamp = Seal(device, last_seq, last_hlc, now.utc_us, suspect, self._app_version)
            written.append(seal(draft, stamp))
        self._connection.executemany(_INSERT, written)
        return written

    def _greatest(self) -> tuple[str, int, int, int]:
        """Return this device, its last sequence and logical clock, and the greatest clock seen of others."""
        known = dict(self._connection.execute("SELECT k, v FROM meta WHERE k IN ('device', 'seen_hlc')"))
        own = "SELECT dev_seq, hlc FROM event WHERE device = ? ORDER BY dev_seq DESC LIMIT 1"
        last = self._connection.execute(own, (known["device"],)).fetchone() or (0, 0)
        after = max(int(last[1]), imported_hlc(self._connection))
        return known["device"], int(last[0]), after, int(known.get("seen_hlc", 0))
