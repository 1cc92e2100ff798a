"""The journal's rows for a list view. A row is put into words when it is drawn, so a long journal opens at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from coach.journal.records import SessionRecord
from coach.ui.journal.rows import RowView, row_view
from coach.ui.journal.state import Day, Line
from coach.ui.reading.row_look import RowLook
from coach.ui.reading.row_painter import LOOK

#: Role under which the record itself is found.
LINE = Qt.ItemDataRole.UserRole + 1

_Index = QModelIndex | QPersistentModelIndex


class JournalModel(QAbstractListModel):
    """All rows in order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[Line] = ()
        self._sessions: Mapping[str, SessionRecord] = {}
        self._names: Mapping[str, str] = {}

    def show_lines(
        self, lines: Sequence[Line], sessions: Mapping[str, SessionRecord], names: Mapping[str, str]
    ) -> None:
        """Replace all rows; `names` of exercises by their ids."""
        self.beginResetModel()
        self._lines, self._sessions, self._names = lines, sessions, names
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return how a row looks, what a screen reader says, or the record itself."""
        if not index.isValid() or not 0 <= index.row() < len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == LINE:
            return line
        if role == LOOK:
            return _look(row_view(line, self._sessions, self._names))
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row_view(line, self._sessions, self._names).spoken
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


def _look(view: RowView) -> RowLook:
    if view.kind == "day":
        return RowLook(view.title, heading=True)
    detail = " · ".join(part for part in (view.detail, view.mark) if part)
    if view.kind == "damaged":
        return RowLook(view.title, detail, icon="triangle-alert", struck=True)
    if view.kind == "session":
        return RowLook(view.title, detail, view.time, icon="list-checks")
    if view.kind == "break":
        return RowLook(view.title, detail, view.time, icon="person-standing")
    if view.kind == "marker":
        return RowLook(view.title, detail, view.time, icon="map-pin")
    return RowLook(view.title, detail, view.time, badge=str(view.score))
