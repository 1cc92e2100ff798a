"""A line at the foot of the window about what runs in the background: how it stands, and one click to end it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from coach.ui import theme, tokens
from coach.ui.tokens import Role, Tone
from coach.ui.widgets.buttons import Button, primary, quiet, text_button
from coach.ui.widgets.card import Card
from coach.ui.widgets.text import label


@dataclass(frozen=True, slots=True)
class Running:
    """`act` is what the main button says, `other` the quiet one beside it, `end` the one that ends it; '' for none."""

    sentence: str
    icon: str
    tone: Tone
    act: str = ""
    other: str = ""
    end: str = ""


class RunningBar(QWidget):
    """Hidden while nothing runs. `pressed` carries act, other or end."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Running | None = None
        self._icon = QLabel()
        self._text = label("", Role.STRONG)
        self._act = primary("")
        self._other = quiet("")
        self._end = text_button("")
        self._lay_out()
        for key, button in (("act", self._act), ("other", self._other), ("end", self._end)):
            self._connect(key, button)
        self.hide()

    def show_running(self, running: Running | None) -> None:
        """Show how it stands; a screen reader is told when something is to be done."""
        if running == self._shown:
            return
        before, self._shown = self._shown, running
        self.setVisible(running is not None)
        if running is None:
            return
        self._text.setText(running.sentence)
        for button, words in ((self._act, running.act), (self._other, running.other), (self._end, running.end)):
            button.setVisible(bool(words))
            button.set_words(words)
        self._retint(running)
        if running.act and (before is None or before.act != running.act):
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, running.sentence))

    def text(self) -> str:
        """What is being said; '' when nothing runs."""
        return self._shown.sentence if self._shown is not None else ""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.StyleChange and self._shown is not None:
            self._retint(self._shown)
        super().changeEvent(event)

    def _connect(self, key: str, button: Button) -> None:
        button.clicked.connect(lambda: self.pressed.emit(key))

    def _retint(self, running: Running) -> None:
        used = theme.current()
        self._icon.setPixmap(
            used.icons.pixmap(running.icon, used.text(running.tone), 22, self.devicePixelRatioF()),
        )

    def _lay_out(self) -> None:
        card = Card("overlay", padding=2)
        inside = QHBoxLayout()
        inside.setContentsMargins(2 * tokens.GRID, 0, 0, 0)
        inside.setSpacing(3 * tokens.GRID)
        for widget, stretch in ((self._icon, 0), (self._text, 1), (self._other, 0), (self._end, 0), (self._act, 0)):
            inside.addWidget(widget, stretch)
        card.body.addLayout(inside)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(6 * tokens.GRID, 2 * tokens.GRID, 6 * tokens.GRID, 3 * tokens.GRID)
        outer.addWidget(card)
