"""A small window of its own to note how it feels: open, a number, Enter, and it is gone again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from coach.i18n import _
from coach.ui import theme, tokens
from coach.ui.entry.form import EntryForm
from coach.ui.tokens import Role
from coach.ui.widgets.card import Card
from coach.ui.widgets.text import label

_WIDE, _HIGH = 540, 700
#: How long "Saved." is to be read before the window goes by itself; it stays while warning signs are shown.
_READ_MS = 1200


class QuickEntry(QWidget):
    """The form of Today in a window. Esc closes it; what is half filled in is there again the next time."""

    def __init__(self) -> None:
        super().__init__()
        self.form = EntryForm()
        self.setWindowTitle(_("How tight does it feel now?"))
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self._going = QTimer(self, interval=_READ_MS, singleShot=True)
        self._going.timeout.connect(self.close)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)
        self._lay_out()
        self.setFocusProxy(self.form)

    def open(self) -> None:
        """Show it in front, with the keyboard on the numbers."""
        self._going.stop()
        self.show()
        self.raise_()
        self.activateWindow()
        self.form.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def saved(self) -> None:
        """Say so, and go, unless there is something to be read."""
        self.form.saved()
        if self.form.signs.isHidden():
            self._going.start()

    def taken_back(self) -> None:
        """Stay: it can be mended."""
        self._going.stop()
        self.form.taken_back()

    def failed(self, sentence: str) -> None:
        """Stay, and say why it is not saved."""
        self._going.stop()
        self.form.failed(sentence)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is to close it any more."""
        super().hideEvent(event)
        self._going.stop()

    def changeEvent(self, event: QEvent) -> None:
        """Be as wide as larger text needs."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.isHidden():
            self._fit()

    def _fit(self) -> None:
        """Grow with the text by half of it, and stay on the screen."""
        grown = (1 + theme.current().text_scale) / 2
        room = self.screen().availableSize()
        self.resize(min(round(_WIDE * grown), room.width()), min(round(_HIGH * grown), room.height()))

    def _lay_out(self) -> None:
        card = Card(gap=3)
        card.body.addWidget(label(_("How tight does it feel now?"), Role.HEADING))
        card.body.addWidget(self.form)
        holder = QWidget()
        inside = QVBoxLayout(holder)
        margin = 3 * tokens.GRID
        inside.setContentsMargins(margin, margin, margin, margin)
        inside.addWidget(card)
        inside.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(holder)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scroll)
        self._fit()
