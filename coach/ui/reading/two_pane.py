"""A list beside what is opened from it; where there is no room for both, one at a time with a way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coach.ui import tokens

#: Widths in letter heights of the page's own font, so that a bigger text scale folds the panes earlier.
_LIST_LEAST, _LIST_MOST, _SHEET_LEAST = 15, 23, 21
_LIST_SHARE = 0.36
_GAP = 6 * tokens.GRID

#: Qt's own word for no limit (QWIDGETSIZE_MAX).
_NO_LIMIT = 16_777_215


class TwoPane(QWidget):
    """Holds two widgets. `folded_changed` says whether only one of them is shown at a time."""

    folded_changed = Signal(bool)

    def __init__(self, left: QWidget, right: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left, self._right = left, right
        self._folded = False
        self._opened = False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self._row.addWidget(left)
        self._row.addWidget(right, 1)
        back = QShortcut(QKeySequence(QKeySequence.StandardKey.Back), self)
        back.activated.connect(self.close_sheet)

    @property
    def folded(self) -> bool:
        """Say whether only one pane is shown at a time."""
        return self._folded

    def open_sheet(self) -> None:
        """Bring what was opened to the front (both are in front where there is room)."""
        self._opened = True
        self._arrange()

    def close_sheet(self) -> None:
        """Go back to the list."""
        self._opened = False
        self._arrange()
        if self._folded:
            self._left.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold when the width asks for it."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        letter = max(self.fontMetrics().height(), 1)
        folded = self.width() < (_LIST_LEAST + _SHEET_LEAST) * letter + _GAP
        self._left.setVisible(not folded or not self._opened)
        self._right.setVisible(not folded or self._opened)
        alone = folded and not self._opened
        self._row.setContentsMargins(0, 0, _GAP if alone else 0, 0)  # the sheet keeps its own distance
        share = int(self.width() * _LIST_SHARE)
        list_width = min(max(share, _LIST_LEAST * letter), _LIST_MOST * letter)
        self._left.setMinimumWidth(0 if folded else list_width)
        self._left.setMaximumWidth(_NO_LIMIT if folded else list_width)
        if folded != self._folded:
            self._folded = folded
            self.folded_changed.emit(folded)


def reading_page(page: QWidget, panes: TwoPane) -> None:
    """Put two panes on a page; the right one reaches the page's edge, where its scroll bar belongs."""
    line = QHBoxLayout(page)
    line.setContentsMargins(6 * tokens.GRID, 0, 0, 0)
    line.addWidget(panes)
