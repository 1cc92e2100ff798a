"""The table itself: rows of features, two columns on a wide page, one under the other on a narrow one."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from coach.ui import theme, tokens
from coach.ui.learn.comparison_state import ComparisonState
from coach.ui.learn.feature_row import FeatureRow, columns, place
from coach.ui.tokens import Role
from coach.ui.widgets.card import Card, column
from coach.ui.widgets.text import label, line

#: From this width on the columns stand beside each other, in pixels at text scale 1.
_WIDE = 600
_PADDING = 4


class ComparisonTable(Card):
    """Shows the columns' names over the rows; `rows` in the order of the table."""

    def __init__(self, state: ComparisonState) -> None:
        super().__init__(padding=_PADDING, gap=0)
        self.setAccessibleName(state.title)
        self.rows = [FeatureRow(view) for view in state.rows]
        self._head = _Head(state.columns)
        self.body.addWidget(self._head)
        for row in self.rows:
            self.body.addWidget(line())
            self.body.addWidget(row)
        self._shown: tuple[bool, float] | None = None
        self._arrange(wide=True)

    def is_wide(self) -> bool:
        """Say whether the columns stand beside each other."""
        return self._shown is not None and self._shown[0]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose by the room there is."""
        super().resizeEvent(event)
        inside = self.width() - 2 * _PADDING * tokens.GRID
        self._arrange(wide=inside >= _WIDE * theme.current().text_scale)

    def _arrange(self, *, wide: bool) -> None:
        shown = (wide, theme.current().text_scale)
        if shown == self._shown:
            return
        self._shown = shown
        self._head.arrange(wide=wide)
        for row in self.rows:
            row.arrange(wide=wide)


class _Head(QWidget):
    """What the columns are called and what the words mean."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self._corner = QWidget()
        self._cells = tuple(_name(name, words) for name, words in names)
        self._grid = columns(self)

    def arrange(self, *, wide: bool) -> None:
        """Stand over the columns, or explain the two words one after the other."""
        self._corner.setVisible(wide)
        place(self._grid, self._corner, self._cells, wide=wide)


def _name(name: str, words: str) -> QWidget:
    made = QWidget()
    inside = column(0)
    inside.addWidget(label(name, Role.HEADING))
    inside.addWidget(label(words, Role.MUTED))
    made.setLayout(inside)
    return made
