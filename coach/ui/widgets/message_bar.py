"""A sentence at the foot of a page, with at most one thing to do about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from coach.i18n import _
from coach.ui import theme, tokens
from coach.ui.tokens import Role, Tone
from coach.ui.widgets.buttons import IconButton, text_button
from coach.ui.widgets.card import Card
from coach.ui.widgets.text import label

_STAYS_MS = 8_000


class MessageBar(QWidget):
    """Says that something is saved, or that it is not; hidden when there is nothing to say."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._act: Callable[[], None] | None = None
        self._icon_name = "circle-check"
        self._tone = Tone.DONE
        self._icon = QLabel()
        self._text = label("", Role.STRONG)
        self._action = text_button("")
        self._action.clicked.connect(self._pressed)
        self._close = IconButton("x", _("Close this message"))
        self._close.clicked.connect(self.dismiss)
        self._leaves = QTimer(self, singleShot=True, interval=_STAYS_MS)
        self._leaves.timeout.connect(self.dismiss)
        self._lay_out()
        self.hide()

    def say(self, sentence: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Say that something went well; it leaves by itself unless it offers something to do."""
        self._show(sentence, action, act, icon="circle-check", tone=Tone.DONE)
        if not action:
            self._leaves.start()

    def fail(self, sentence: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Say that something did not work; it stays until it is closed or mended."""
        self._show(sentence, action, act, icon="circle-alert", tone=Tone.HEAT)

    def dismiss(self) -> None:
        """Take the message away."""
        self._leaves.stop()
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def text(self) -> str:
        """What is being said; '' when nothing is."""
        return "" if self.isHidden() else self._text.text()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.StyleChange:
            self._retint()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        card = Card("overlay", padding=2)
        card.setFrameShape(QFrame.Shape.NoFrame)
        inside = QHBoxLayout()
        inside.setContentsMargins(2 * tokens.GRID, 0, 0, 0)
        inside.setSpacing(3 * tokens.GRID)
        for widget, stretch in ((self._icon, 0), (self._text, 1), (self._action, 0), (self._close, 0)):
            inside.addWidget(widget, stretch)
        card.body.addLayout(inside)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(6 * tokens.GRID, 0, 6 * tokens.GRID, 4 * tokens.GRID)
        outer.addWidget(card)

    def _show(self, sentence: str, action: str, act: Callable[[], None] | None, *, icon: str, tone: Tone) -> None:
        self._leaves.stop()
        self._icon_name, self._tone = icon, tone
        self._text.setText(sentence)
        self._act = act
        self._action.setVisible(bool(action))
        self._action.set_words(action)
        self._retint()
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _retint(self) -> None:
        used = theme.current()
        self._icon.setPixmap(used.icons.pixmap(self._icon_name, used.text(self._tone), 22, self.devicePixelRatioF()))

    def _pressed(self) -> None:
        act = self._act
        self.dismiss()
        if act is not None:
            act()
