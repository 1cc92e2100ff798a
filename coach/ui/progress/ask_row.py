"""A question beneath a chart, answered by pressing one of a few words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coach.i18n import _
from coach.ui.progress.sections.section import Ask
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import Button, chip
from coach.ui.widgets.card import column
from coach.ui.widgets.flow import FlowLayout
from coach.ui.widgets.text import label


class AskRow(QWidget):
    """`answered` carries the key and the value to be kept."""

    answered = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._ask: Ask | None = None
        self._words = label("", Role.BODY)
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder)
        self._chips: list[Button] = []
        whole = column(1)
        whole.addWidget(self._words)
        whole.addWidget(self._holder)
        self.setLayout(whole)
        self.hide()

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in order."""
        return list(self._chips)

    def show_ask(self, ask: Ask | None) -> None:
        """Show a question with what was said last, or none; the chips stay while the words on them do."""
        old = [words for words, _value, _chosen in self._ask.options] if self._ask else []
        new = [words for words, _value, _chosen in ask.options] if ask else []
        self._ask = ask
        self.setVisible(ask is not None)
        self._words.setText(ask.words if ask else "")
        if old != new:
            self._make(new)
        for made, (words, _value, chosen) in zip(self._chips, ask.options if ask else (), strict=True):
            made.setAccessibleName(_("{name}: {choice}").format(name=self._words.text(), choice=words))
            made.setChecked(chosen)

    def _make(self, found: list[str]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._chips = []
        for number, words in enumerate(found):
            made = chip(words)
            made.clicked.connect(lambda _on=False, number=number: self._press(number))
            self._flow.addWidget(made)
            self._chips.append(made)

    def _press(self, number: int) -> None:
        """Tell it; what is on is only ever set from outside."""
        ask = self._ask
        if ask is None:
            return
        self.show_ask(ask)
        self.answered.emit(ask.key, ask.options[number][1])
