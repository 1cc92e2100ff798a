"""Surfaces that hold things together."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from coach.ui import tokens


class Card(QFrame):
    """A rounded surface; `body` is its layout. `look` is plain, quiet, tint, note or overlay."""

    def __init__(self, look: str = "plain", *, padding: int = 6, gap: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", look)
        self.body = column(gap)
        inset = padding * tokens.GRID
        self.body.setContentsMargins(inset, inset, inset, inset)
        self.setLayout(self.body)


def column(gap: int = 3) -> QVBoxLayout:
    """Make a column without margins; `gap` is in steps of the grid."""
    made = QVBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(gap * tokens.GRID)
    return made


def row(*things: QWidget | QLayout | None, gap: int = 2) -> QHBoxLayout:
    """Make a row without margins; None is a stretch."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(gap * tokens.GRID)
    for thing in things:
        if thing is None:
            made.addStretch(1)
        elif isinstance(thing, QWidget):
            made.addWidget(thing, 0, Qt.AlignmentFlag.AlignVCenter)
        else:
            made.addLayout(thing)
    return made


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
