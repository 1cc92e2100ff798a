"""Writes what a session says, and keeps what could not be written until it can."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from coach.errors import CoachError
from coach.journal.repository import Draft, JournalWriter, ResumeNote
from coach.journal.scribe import Writing


class Book:
    """A journal writer that never loses a draft: a failed write is kept and tried again with the next."""

    def __init__(self, writer: JournalWriter, session: str, complain: Callable[[str], None]) -> None:
        self._writer = writer
        self._session = session
        self._complain = complain
        self._kept: list[Draft] = []
        self._last_complaint = ""

    @property
    def unsaved(self) -> int:
        """How many drafts wait to be written."""
        return len(self._kept)

    def write(self, writing: Writing) -> None:
        """Write one transaction; a failure is said once and everything is kept."""
        self.save(writing.drafts, writing.note)
        if writing.over and not self._kept:
            self._try(lambda: self._writer.forget_resume(self._session))

    def save(self, drafts: Sequence[Draft], note: ResumeNote | None = None) -> None:
        """Append `drafts` after whatever is still waiting."""
        self._kept.extend(drafts)
        waiting = list(self._kept)
        if waiting:
            if self._try(lambda: self._writer.append(waiting, note)):
                self._kept.clear()
        elif note is not None:
            self._try(lambda: self._writer.note_resume(note))

    def _try(self, act: Callable[[], None]) -> bool:
        try:
            act()
        except CoachError as trouble:
            if str(trouble) != self._last_complaint:
                self._complain(str(trouble))
                self._last_complaint = str(trouble)
            return False
        self._last_complaint = ""
        return True
