"""Warning signs that belong beside what is being noted: gentle, in their static words, and in nobody's way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from coach.i18n import _
from coach.ui.entry.model import Sign
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import text_button
from coach.ui.widgets.card import Card, clear, column, row
from coach.ui.widgets.icon_label import IconLabel
from coach.ui.widgets.text import label


class SignsNote(Card):
    """Hidden without signs. `all_asked`: the whole list is wanted."""

    all_asked = Signal()

    def __init__(self) -> None:
        super().__init__("note", padding=3, gap=1)
        self._shown: tuple[Sign, ...] = ()
        self._words = column(1)
        line = row(IconLabel("circle-alert", "hold_text", 20), gap=3)
        line.addLayout(self._words, 1)
        self.body.addLayout(line)
        more = text_button(_("When to stop and get help"))
        more.clicked.connect(self.all_asked)
        self.body.addLayout(row(more, None))
        self.hide()

    def show_signs(self, signs: Sequence[Sign]) -> None:
        """Show these signs, each with what a health service says to do."""
        self.setVisible(bool(signs))
        if tuple(signs) == self._shown:
            return
        self._shown = tuple(signs)
        clear(self._words)
        self._words.addWidget(label(_("Please read the warning signs."), Role.STRONG))
        for action in dict.fromkeys(sign.action for sign in signs):
            for sign in signs:
                if sign.action == action:
                    self._words.addWidget(label(sign.text))
            self._words.addWidget(label(action, Role.MUTED))
