"""The journal's rows for a list view, handed over a stretch at a time so that a long journal opens at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from coach.journal.records import SessionRecord
from coach.ui.journal.rows import RowView, row_view
from coach.ui.journal.state import Day, Line

#: Role under which a row's `RowView` is found.
ROW = Qt.ItemDataRole.UserRole + 1

#: Role under which the record itself is found.
LINE = Qt.ItemDataRole.UserRole + 2

#: How many rows are laid out at once; each later stretch doubles what is there, so scrolling stays even.
FIRST_STRETCH = 200

_Index = QModelIndex | QPersistentModelIndex


class JournalModel(QAbstractListModel):
    """All rows in order; a row is put into words when it is drawn."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[Line] = ()
        self._sessions: Mapping[str, SessionRecord] = {}
        self._open = 0

    def show_lines(self, lines: Sequence[Line], sessions: Mapping[str, SessionRecord]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._lines, self._sessions = lines, sessions
        self._open = min(FIRST_STRETCH, len(lines))
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Return how many rows have been handed over so far."""
        return 0 if parent.isValid() else self._open

    def canFetchMore(self, parent: _Index) -> bool:
        """Say whether there is more than has been handed over."""
        return not parent.isValid() and self._open < len(self._lines)

    def fetchMore(self, parent: _Index) -> None:
        """Hand over as many rows again."""
        if self.canFetchMore(parent):
            self._hand_over(min(2 * self._open, len(self._lines)))

    def reach(self, row: int) -> None:
        """Hand over everything up to this row."""
        if self._open <= row < len(self._lines):
            self._hand_over(row + 1)

    def _hand_over(self, count: int) -> None:
        self.beginInsertRows(QModelIndex(), self._open, count - 1)
        self._open = count
        self.endInsertRows()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row in words, as one text, or the record itself."""
        if not index.isValid() or not 0 <= index.row() < self._open:
            return None
        line = self._lines[index.row()]
        if role == LINE:
            return line
        if role == ROW:
            return row_view(line, self._sessions)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row_view(line, self._sessions).spoken
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let everything be chosen but the heads of days."""
        if not index.isValid() or isinstance(self._lines[index.row()], Day):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def row_of(self, key: str) -> int:
        """Return the row of a record by its id, -1 when it is not listed."""
        found = (row for row, line in enumerate(self._lines) if getattr(line, "id", None) == key)
        return next(found, -1)

    def view(self, row: int) -> RowView:
        """Return one row in words."""
        return row_view(self._lines[row], self._sessions)
