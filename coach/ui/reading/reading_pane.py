"""The pane in which one thing is read: it scrolls, and its lines never grow too long."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coach.ui import tokens
from coach.ui.widgets.buttons import text_button
from coach.ui.widgets.card import column

#: The room over what a pane shows, in pixels; inside the pane, so that what scrolls away goes to the page's edge.
TOP = 8 * tokens.GRID

#: A line of reading with a card's margins round it.
_WIDEST = tokens.READING_WIDTH + 20 * tokens.GRID


class ReadingPane(QWidget):
    """Shows one widget at a time; `back` when the person returns to the list (only offered where panes fold)."""

    back = Signal()

    def __init__(self, back_words: str) -> None:
        super().__init__()
        self._back = text_button(back_words, "arrow-left", "link")
        self._back.clicked.connect(self.back)
        self._back.hide()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = column(0)
        inside.addWidget(self._back)
        inside.addWidget(self._scroll, 1)
        self.setLayout(inside)

    def offer_back(self, offered: bool) -> None:  # noqa: FBT001  a slot: the signal carries it
        """Show or hide the way back."""
        self._back.setVisible(offered)

    def show_widget(self, content: QWidget) -> None:
        """Show `content` from its beginning; what was shown before is let go."""
        content.setMaximumWidth(_WIDEST)
        holder = QWidget()
        holder.setProperty("paper", "true")
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, TOP, 6 * tokens.GRID, 8 * tokens.GRID)
        line.addWidget(content)
        self._scroll.setWidget(holder)
        self._scroll.verticalScrollBar().setValue(0)

    def content(self) -> QWidget | None:
        """Return what is shown."""
        holder = self._scroll.widget()
        layout = holder.layout() if holder is not None else None
        item = layout.itemAt(0) if layout is not None else None
        return item.widget() if item is not None else None


def sections(gap: int = 5) -> tuple[QWidget, QVBoxLayout]:
    """Return an empty widget and the column to fill it with."""
    made = QWidget()
    inside = column(gap)
    made.setLayout(inside)
    return made, inside


def in_the_middle(content: QWidget, title: QWidget | None = None) -> QWidget:
    """Return a widget that shows `content` a little above its middle, under a title if there is one."""
    made, inside = sections(0)
    if title is not None:
        inside.addWidget(title)
    inside.addStretch(2)
    inside.addWidget(content)
    inside.addStretch(3)
    return made
