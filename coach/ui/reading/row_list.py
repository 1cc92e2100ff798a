"""A list of rows in the manner of the program: arrow keys, Enter, a focus that is always seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from coach.ui.reading.row_look import RowLook
from coach.ui.reading.row_painter import LOOK, RowPainter
from coach.ui.widgets.figure_tile import follow

#: Role under which a row's id is found.
KEY = Qt.ItemDataRole.UserRole + 11

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row by its id: how it looks and what a screen reader says."""

    key: str
    look: RowLook
    spoken: str


class RowModel(QAbstractListModel):
    """Rows in order, for lists of at most some hundreds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[ListRow] = ()

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row's look, id or words."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row.spoken
        return {LOOK: row.look, KEY: row.key}.get(role)

    def row_of(self, key: str) -> int:
        """Return the row of an id, -1 when it is not listed."""
        return next((number for number, row in enumerate(self._rows) if row.key == key), -1)


class RowList(QListView):
    """Shows rows, with `even` all of one height (for long lists: nothing is measured row by row).

    `chosen` when another row becomes the current one, `entered_row` when one is asked to open.
    """

    chosen = Signal(QModelIndex)
    entered_row = Signal(QModelIndex)

    def __init__(
        self, name: str, *, wraps: bool = True, cards: bool = False, even: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(RowPainter(self, wraps=wraps, cards=cards))
        self.setUniformItemSizes(even)
        follow(self.viewport())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setProperty("rows", "true")  # the focused row shows the focus, not a frame round all
        self.clicked.connect(self.entered_row)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Say which row is the current one."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(QModelIndex(current))  # type: ignore[arg-type]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current row with Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.entered_row.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the rows anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Lay the rows out anew in another theme or text size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self.scheduleDelayedItemsLayout()

    def choose(self, row: int) -> None:
        """Make a row the current one and bring it into view."""
        index = self.model().index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)
