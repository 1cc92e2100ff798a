"""Entries from a form: saved at once whatever is retried, and taken back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from coach.clock import Clock, Stamp
from coach.drivers.journal_driver import JournalDriver
from coach.journal.entries import entry_draft, marker_draft, tombstone_draft
from coach.journal.identity import new_id
from coach.journal.repository import Draft
from coach.ui.entry.model import EntryInput


class EntriesDesk(QObject):
    """The desk of one form. `saved`: what it gave is in the journal; `failed(sentence)`: it is not, and the form keeps it;
    `taken_back`: what was saved last is deleted again.
    """

    saved = Signal()
    failed = Signal(str)
    taken_back = Signal()

    def __init__(self, journal: JournalDriver, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._journal, self._clock = journal, clock
        self._given: EntryInput | None = None
        self._waiting: list[Draft] = []
        self._undoing: list[Draft] = []
        self._last: tuple[str, ...] = ()
        journal.saved.connect(self._committed)
        journal.failed.connect(self._refused)

    def log(self, given: EntryInput) -> None:
        """Save everything of a form in one transaction.

        A retry of what failed keeps its ids, so it can never be there twice; when the form was changed meanwhile, what
        failed is withdrawn as it is written.
        """
        if self._waiting and given == self._given:
            self._journal.save(self._waiting)
            return
        now = self._clock.stamp()
        withdrawn = [tombstone_draft(draft.id, now) for draft in self._waiting if draft.kind != "tombstone"]
        self._given, self._waiting = given, drafts_of(given, now)
        self._journal.save([*withdrawn, *self._waiting])

    def undo(self) -> None:
        """Take back what was saved last, all of it at once."""
        if self._last:
            now = self._clock.stamp()
            self._undoing = [tombstone_draft(key, now) for key in self._last]
            self._last = ()
            self._journal.save(self._undoing)

    def _committed(self, ids: Sequence[str]) -> None:
        if self._waiting and self._waiting[0].id in ids:
            self._last, self._waiting = tuple(draft.id for draft in self._waiting), []
            self.saved.emit()
        if self._undoing and self._undoing[0].id in ids:
            self._undoing = []
            self.taken_back.emit()

    def _refused(self, sentence: str, drafts: Sequence[Draft]) -> None:
        ids = {draft.id for draft in drafts}
        if any(draft.id in ids for draft in (*self._waiting, *self._undoing)):
            self.failed.emit(sentence)


def drafts_of(given: EntryInput, now: Stamp) -> list[Draft]:
    """Return the drafts of everything in a form; places noted at once share an id, the first of them carries the note."""
    together = new_id(now.utc_us) if len(given.scores) > 1 else None
    drafts = []
    for number, ((area, side), score) in enumerate(given.scores):
        note = "" if number else given.note
        drafts.append(entry_draft(now, score, area, side, quality=given.quality, note=note, together=together))
    if given.marker is not None:
        drafts.append(marker_draft(now, given.marker.kind, given.marker.words, given.marker.last_day))
    return drafts
