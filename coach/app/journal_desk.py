"""What is done to the journal on its page: corrected, deleted, taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from coach.clock import Clock
from coach.drivers.journal_driver import JournalDriver
from coach.i18n import _
from coach.journal.entries import correct_draft, tombstone_draft, undelete_draft
from coach.journal.records import Break, Entry, Marker, SessionRecord
from coach.journal.repository import Draft

Kept = Entry | Marker | SessionRecord | Break
_STEPS = 100


class JournalDesk(QObject):
    """Every step can be taken back, the last one first, until the program closes."""

    def __init__(self, journal: JournalDriver, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._journal, self._clock = journal, clock
        self._back: list[tuple[Callable[[], Draft], str]] = []
        self._notice = ""

    @property
    def can_undo(self) -> bool:
        """Return whether there is something to take back."""
        return bool(self._back)

    def notice(self) -> str:
        """Return, once, what was just done to the journal."""
        notice, self._notice = self._notice, ""
        return notice

    def delete(self, kept: Kept) -> None:
        """Delete a record; what was deleted keeps its place in the file and can be brought back."""
        self._done(_deleted_words(kept), lambda: undelete_draft(kept.id, self._clock.stamp()), _back_words(kept))
        self._journal.save([tombstone_draft(kept.id, self._clock.stamp())])

    def correct(self, fixed: Entry | Marker, before: Entry | Marker) -> None:
        """Save what a record should have said; nothing happens when it says the same.

        Raises `CoachError` with a sentence when it cannot be so.
        """
        if fixed == before:
            return
        draft = correct_draft(fixed, self._clock.stamp())
        self._done(
            _("It is corrected."), lambda: correct_draft(before, self._clock.stamp()), _("It is as it was before.")
        )
        self._journal.save([draft])

    def undo(self) -> None:
        """Take the last step back."""
        if self._back:
            draft, self._notice = self._back.pop()
            self._journal.save([draft()])

    def history(self, key: str, answer: Callable[[Sequence[Entry | Marker]], None]) -> None:
        """Ask what a record said before it was corrected."""
        self._journal.read(lambda journal: journal.history(key), answer)

    def _done(self, notice: str, back: Callable[[], Draft], words: str) -> None:
        self._notice = notice
        self._back = [*self._back[-_STEPS + 1 :], (back, words)]


def _deleted_words(kept: Kept) -> str:
    if isinstance(kept, SessionRecord):
        return _("The session is deleted. Packs worn in it still count.")
    if isinstance(kept, Break):
        return _("The break is deleted.")
    return _("The marker is deleted.") if isinstance(kept, Marker) else _("The entry is deleted.")


def _back_words(kept: Kept) -> str:
    if isinstance(kept, SessionRecord):
        return _("The session is back.")
    if isinstance(kept, Break):
        return _("The break is back.")
    return _("The marker is back.") if isinstance(kept, Marker) else _("The entry is back.")
