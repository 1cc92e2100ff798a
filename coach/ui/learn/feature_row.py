"""One feature of two things: a heading and two cells, beside each other or under each other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from coach.i18n import _
from coach.ui import theme, tokens
from coach.ui.learn.comparison_state import CellView, FeatureView
from coach.ui.tokens import Role
from coach.ui.widgets.card import column
from coach.ui.widgets.text import label

#: How wide the headings are where they stand beside the cells, in pixels at text scale 1.
HEADS = 33 * tokens.GRID
#: The room between the columns, and from the row's edge to its words.
_GAP = 6 * tokens.GRID
_INSET = 3 * tokens.GRID


class FeatureRow(QWidget):
    """A row of the table. It takes the keyboard, so that a screen reader can read it whole."""

    def __init__(self, view: FeatureView) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(view.heading)
        self.setAccessibleDescription(view.spoken)
        self.heading = label(view.heading, Role.STRONG)
        self.cells = tuple(Cell(cell) for cell in view.cells)
        self._grid = columns(self)

    def arrange(self, *, wide: bool) -> None:
        """Put the cells beside each other, or under each other, each then under the name of its column."""
        for cell in self.cells:
            cell.name.setVisible(not wide)
        place(self._grid, self.heading, self.cells, wide=wide)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.StyleChange:
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring."""
        del event
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.current().colour("focus"), 3))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), tokens.RADIUS, tokens.RADIUS)


class Cell(QWidget):
    """What is said of one of the two, and who says it; every sentence is read out with its row and its column."""

    def __init__(self, view: CellView) -> None:
        super().__init__()
        self.name = label(view.column, Role.OVERLINE)
        inside = column(1)
        inside.addWidget(self.name)
        for number, said in enumerate(view.said):
            if number:
                inside.addSpacing(2 * tokens.GRID)
            if said.title:
                inside.addWidget(label(said.title, Role.STRONG))
            for sentence in said.sentences:
                made = label(sentence)
                made.setAccessibleName(view.spoken(sentence, said.title))
                inside.addWidget(made)
        inside.addWidget(_who(view))
        inside.addStretch(1)
        self.setLayout(inside)


def _who(view: CellView) -> QLabel:
    made = label(view.by, Role.SMALL)
    made.setAccessibleName(view.spoken(_("Sources: {names}").format(names=view.by)))
    return made


def columns(row: QWidget) -> QGridLayout:
    """Return the grid that all rows of the table share."""
    grid = QGridLayout(row)
    grid.setContentsMargins(_INSET, 3 * tokens.GRID, _INSET, 3 * tokens.GRID)
    grid.setHorizontalSpacing(_GAP)
    grid.setVerticalSpacing(3 * tokens.GRID)
    return grid


def place(grid: QGridLayout, heading: QWidget, cells: tuple[QWidget, ...], *, wide: bool) -> None:
    """Put a heading and its cells into three columns, or all under each other."""
    for thing in (heading, *cells):
        grid.removeWidget(thing)
        policy = thing.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored if wide else QSizePolicy.Policy.Preferred)
        thing.setSizePolicy(policy)
    top = Qt.AlignmentFlag.AlignTop
    for number, thing in enumerate((heading, *cells)):
        grid.addWidget(thing, *((0, number) if wide else (number, 0)), top)
        grid.setColumnStretch(number, int(bool(number)) if wide else int(not number))
    grid.setColumnMinimumWidth(0, round(HEADS * theme.current().text_scale) if wide else 0)
