"""A question that opens its answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from coach.ui import tokens
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import text_button
from coach.ui.widgets.card import clear, column, row
from coach.ui.widgets.text import label

_INDENT = 3 * tokens.GRID


class Expander(QWidget):
    """A button with a question; pressed, it shows paragraphs below, pressed again it hides them."""

    def __init__(self, question: str) -> None:
        super().__init__()
        self._button = text_button(question, "chevron-down")
        self._button.setCheckable(True)
        self._button.toggled.connect(self._toggle)
        self._answer = QWidget()
        self._paragraphs = column(2)
        self._paragraphs.setContentsMargins(_INDENT, 0, _INDENT, 0)
        self._answer.setLayout(self._paragraphs)
        self._answer.hide()
        whole = column(1)
        whole.addLayout(row(self._button, None))
        whole.addWidget(self._answer)
        self.setLayout(whole)

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at."""
        return [self._button]

    def show_paragraphs(self, paragraphs: Sequence[str]) -> None:
        """Set the answer."""
        clear(self._paragraphs)
        for words in paragraphs:
            self._paragraphs.addWidget(label(words, Role.MUTED))

    def _toggle(self, opened: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._answer.setVisible(opened)
        self._button.set_words(self._button.accessibleName(), "chevron-up" if opened else "chevron-down")
