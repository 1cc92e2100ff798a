"""What the journal comes to, worked out in its thread before somebody looks, and never in the way of what is saved."""

from __future__ import annotations

from PySide6.QtCore import QObject

from coach.analysis.folds import Folds
from coach.analysis.piecewise import Pieces
from coach.drivers.journal_driver import JournalDriver


class Folding(QObject):
    """Asks for one piece after the other, each once the one before has come: what is saved meanwhile is saved in between."""

    def __init__(self, journal: JournalDriver, parent: QObject) -> None:
        super().__init__(parent)
        self._journal = journal
        self._pieces: Pieces[None] | None = None

    def begin(self, folds: Folds) -> None:
        """Work these out; what is left of those before is left."""
        self._pieces = folds.pieces()
        self._ask(self._pieces)

    def _ask(self, pieces: Pieces[None]) -> None:
        if pieces is self._pieces:
            self._journal.read(lambda _journal: _more(pieces), lambda more: self._go_on(pieces, more=more))

    def _go_on(self, pieces: Pieces[None], *, more: bool) -> None:
        if more:
            self._ask(pieces)
        elif pieces is self._pieces:
            self._pieces = None


def _more(pieces: Pieces[None]) -> bool:
    """Do one piece; return whether there may be another."""
    try:
        next(pieces)
    except StopIteration:
        return False
    return True
