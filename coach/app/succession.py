"""Writing through the process that owns the folder, and in its place once it is gone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from coach.desktop.ownership import OwnerGoneError
from coach.journal.repository import Draft, JournalWriter, ResumeNote


class Successor:
    """A `JournalWriter`: hands over to the owner; when nobody answers, `succeed` gives the writer to go on with.

    `succeed` returns None while somebody still owns the folder: then the trouble stands.
    """

    def __init__(self, owner: JournalWriter, succeed: Callable[[], JournalWriter | None]) -> None:
        self._writer = owner
        self._succeed = succeed

    def append(self, drafts: Sequence[Draft], resume: ResumeNote | None = None) -> None:
        """Write in one transaction; drafts the owner wrote before it went are skipped by their ids."""
        self._write(lambda writer: writer.append(drafts, resume))

    def note_resume(self, note: ResumeNote) -> None:
        """Replace the resume note of its session."""
        self._write(lambda writer: writer.note_resume(note))

    def forget_resume(self, session: str) -> None:
        """Remove the resume note of a session."""
        self._write(lambda writer: writer.forget_resume(session))

    def _write(self, work: Callable[[JournalWriter], None]) -> None:
        try:
            work(self._writer)
        except OwnerGoneError:
            heir = self._succeed()
            if heir is None:
                raise
            self._writer = heir
            work(heir)
