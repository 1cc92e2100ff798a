"""Buttons in one line: those that do not fit wait behind one that unfolds them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from coach.i18n import _, ngettext
from coach.ui import tokens
from coach.ui.widgets.buttons import Button, text_button
from coach.ui.widgets.flow import FlowLayout
from coach.ui.widgets.soon import Soon


class FoldedLine(QWidget):
    """What is chosen is always seen; unfolded, the buttons take as many lines as they need. `name` says what they are."""

    def __init__(self, name: str, *, gap: int = 2) -> None:
        super().__init__()
        self._name, self._gap = name, gap * tokens.GRID
        self._flow = FlowLayout(self, gap=gap)
        self._soon = Soon(self, self._fit)
        self._buttons: list[Button] = []
        self._seen: list[Button] = []
        self._unfolded = False
        self._more = text_button("", "chevron-down")
        self._more.clicked.connect(self._turn)
        self._flow.addWidget(self._more)
        self._more.hide()

    def show_buttons(self, buttons: Sequence[Button]) -> None:
        """Show these instead of those before, which are deleted."""
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None and old is not self._more:
                old.hide()
                old.deleteLater()
        self._buttons = list(buttons)
        for button in (*self._buttons, self._more):
            self._flow.addWidget(button)
        self._fit()

    def follow(self) -> None:
        """Another one may be chosen: bring it into sight. What is seen stays, so that nothing goes away under the pointer."""
        if not all(button in self._seen for button in self._buttons if button.isChecked()):
            self._fit()

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in order."""
        return [*self._buttons, self._more]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._soon.ask()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text, once Qt is done: it is walking the very buttons that come and go."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._soon.ask()

    def _turn(self) -> None:
        self._unfolded = not self._unfolded
        self._fit()

    def _fit(self) -> None:
        whole = self._wide(self._buttons) <= self.width()
        self._seen = list(self._buttons) if whole or self._unfolded else self._some()
        for button in self._buttons:
            button.setVisible(button in self._seen)
        self._say(len(self._buttons) - len(self._seen))
        self._more.setVisible(not whole)
        self.updateGeometry()

    def _some(self) -> list[Button]:
        """Return what fits into a line beside the button that unfolds the rest: what is chosen, then from the left."""
        self._say(len(self._buttons))
        room = self.width() - _width(self._more) - self._gap
        seen = [button for button in self._buttons if button.isChecked()] or self._buttons[:1]
        for button in self._buttons:
            if button not in seen:
                if self._wide([*seen, button]) > room:
                    break
                seen.append(button)
        return seen

    def _wide(self, buttons: Sequence[Button]) -> int:
        return sum(_width(button) + self._gap for button in buttons) - self._gap

    def _say(self, hidden: int) -> None:
        words = _("Fewer") if self._unfolded else ngettext("{n} more", "{n} more", hidden).format(n=hidden)
        self._more.set_words(words, "chevron-up" if self._unfolded else "chevron-down")
        self._more.setAccessibleName(_("{name}: {choice}").format(name=self._name, choice=words))


def _width(button: Button) -> int:
    button.ensurePolished()  # one that was never seen does not know its style yet
    return button.sizeHint().expandedTo(button.minimumSize()).width()
