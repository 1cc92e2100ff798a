"""A sentence beside what it is about, with a small sign; not there while there is nothing to say."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coach.ui.tokens import Role
from coach.ui.widgets.card import row
from coach.ui.widgets.icon_label import IconLabel
from coach.ui.widgets.text import label

_SIGN = 18


class Remark(QWidget):
    """Shows words in the quiet ink."""

    def __init__(self, words: str = "") -> None:
        super().__init__()
        sign = IconLabel("info", "muted", _SIGN)
        self._words = label("", Role.MUTED)
        line = row(gap=2)
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._words, 1)
        self.setLayout(line)
        self.show_words(words)

    def show_words(self, words: str) -> None:
        """Say something else, or nothing."""
        self._words.setText(words)
        self.setVisible(bool(words))
