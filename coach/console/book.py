"""Writes what a session says without ever holding up a cue, and keeps what could not be written until it can."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from coach.errors import CoachError
from coach.journal.repository import Draft, JournalWriter, ResumeNote
from coach.journal.scribe import Writing


class Book:
    """Hands everything to a writer in a thread of its own, in order; a failed write goes along with the next.

    A trouble is said once, not each time it comes again. `close` waits until all is written.
    """

    def __init__(self, writer: JournalWriter, session: str, complain: Callable[[str], None]) -> None:
        self._writer = writer
        self._session = session
        self._complain = complain
        self._guard = threading.Lock()
        self._drafts: list[Draft] = []
        self._note: ResumeNote | None = None
        self._over = False
        self._last_complaint = ""
        self._closed = False
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="book")

    def write(self, writing: Writing) -> None:
        """Take one transaction of the scribe's."""
        self._put(writing.drafts, writing.note, over=writing.over)

    def save(self, drafts: Sequence[Draft], note: ResumeNote | None = None) -> None:
        """Take drafts, and the resume note that belongs to them."""
        self._put(drafts, note, over=False)

    def close(self) -> int:
        """Wait until everything is written, trying once more what failed; return how many drafts are not saved."""
        if not self._closed:
            self._closed = True
            self._thread.submit(self._flush)
            self._thread.shutdown()
        return len(self._drafts)

    def _put(self, drafts: Sequence[Draft], note: ResumeNote | None, *, over: bool) -> None:
        with self._guard:
            self._drafts.extend(drafts)
            self._note = note or self._note
            self._over |= over
        self._thread.submit(self._flush)

    def _flush(self) -> None:
        """Write all that has come together since the last time; only the newest resume note matters."""
        with self._guard:
            drafts, note, over = self._drafts, self._note, self._over
            self._drafts, self._note, self._over = [], None, False
        if not (drafts or note or over):
            return
        try:
            self._commit(drafts, note, over=over)
        except CoachError as trouble:
            self._keep(drafts, note, over=over)
            if str(trouble) != self._last_complaint:
                self._last_complaint = str(trouble)
                self._complain(str(trouble))
        else:
            self._last_complaint = ""

    def _keep(self, drafts: list[Draft], note: ResumeNote | None, *, over: bool) -> None:
        """Put back what could not be written, before what has come since."""
        with self._guard:
            self._drafts[:0] = drafts
            self._note = self._note or note
            self._over |= over

    def _commit(self, drafts: list[Draft], note: ResumeNote | None, *, over: bool) -> None:
        if drafts:
            self._writer.append(drafts, note)
        elif note is not None:
            self._writer.note_resume(note)
        if over:
            self._writer.forget_resume(self._session)
