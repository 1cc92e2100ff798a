"""Words on the screen. Every label is plain text: a note or a file name never becomes a picture or a link."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from coach.ui.tokens import Role


def label(text: str = "", role: Role | str = Role.BODY, *, parent: QWidget | None = None, wrap: bool = True) -> QLabel:
    """Make a label in one of the roles of the type scale; it wraps unless told not to."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setWordWrap(wrap)
    made.setProperty("role", Role(role).value)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    return made


def set_role(made: QLabel, role: Role | str) -> None:
    """Give a label another role."""
    if made.property("role") != Role(role).value:
        made.setProperty("role", Role(role).value)
        made.style().unpolish(made)
        made.style().polish(made)


def set_px(made: QLabel, px: int) -> None:
    """Make a label so many pixels large, where a place has sizes of its own."""
    made.setStyleSheet(f"font-size: {px}px")


def line(parent: QWidget | None = None) -> QFrame:
    """Make a hairline between two things."""
    made = QFrame(parent)
    made.setProperty("line", "true")
    return made
