"""Entries from the window: saved once, whatever is retried."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QObject, Signal

from coach.clock import Clock
from coach.drivers.journal_driver import JournalDriver
from coach.journal.entries import entry_draft
from coach.journal.repository import Draft
from coach.ui.today.state import EntryInput


class EntriesDesk(QObject):
    """`saved`: the form's entry is in the journal; `failed(sentence)`: it is not, and the form keeps it."""

    saved = Signal()
    failed = Signal(str)

    def __init__(self, journal: JournalDriver, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._journal, self._clock = journal, clock
        self._waiting: Draft | None = None
        journal.saved.connect(self._committed)
        journal.failed.connect(self._refused)

    def log(self, given: EntryInput) -> None:
        """Save an entry; a retry of one that failed keeps its id, so it can never be there twice."""
        draft = entry_draft(
            self._clock.stamp(), given.tightness, given.area, given.side, quality=given.quality, note=given.note
        )
        if self._waiting is not None:
            draft = msgspec.structs.replace(draft, id=self._waiting.id, at=self._waiting.at)
        self._waiting = draft
        self._journal.save([draft])

    def _committed(self, ids: Sequence[str]) -> None:
        if self._waiting is not None and self._waiting.id in ids:
            self._waiting = None
            self.saved.emit()

    def _refused(self, sentence: str, drafts: Sequence[Draft]) -> None:
        if self._waiting is not None and any(draft.id == self._waiting.id for draft in drafts):
            self.failed.emit(sentence)
