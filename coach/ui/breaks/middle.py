"""Something in the middle of a page, no wider than words are read well; it scrolls where it is too high."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coach.ui import tokens
from coach.ui.widgets.card import column
from coach.ui.widgets.scaffold import scrolling


def put_in_the_middle(
    page: QWidget, inner: QWidget, *, foot: QWidget | None = None, width: int = tokens.READING_WIDTH
) -> None:
    """Lay `inner` in the middle of a page that holds nothing yet; `foot` stays under it, however far it is scrolled."""
    inner.setMaximumWidth(width)
    inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    holder = QWidget()
    holder.setProperty("paper", "true")
    holder.setMinimumSize(1, 1)  # else wrapped words ask for the height of their narrowest width
    across = QHBoxLayout()
    across.addStretch(1)
    across.addWidget(inner, 1000)
    across.addStretch(1)
    edge = 6 * tokens.GRID
    upright = QVBoxLayout(holder)
    upright.setContentsMargins(edge, edge, edge, edge)
    upright.addStretch(1)
    upright.addLayout(across)
    upright.addStretch(1)
    scroll = scrolling()
    scroll.setWidget(holder)
    outside = column(0)
    outside.addWidget(scroll, 1)
    if foot is not None:
        outside.addSpacing(3 * tokens.GRID)
        outside.addWidget(foot, 0, Qt.AlignmentFlag.AlignHCenter)
        outside.addSpacing(4 * tokens.GRID)
    page.setLayout(outside)
