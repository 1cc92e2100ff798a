"""The buttons over a figure: look from the front, the side, the back or above, play, and back to how it was."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QHideEvent
from PySide6.QtWidgets import QWidget

from coach.i18n import _
from coach.ui import tokens
from coach.ui.widgets.buttons import Button, IconButton
from coach.ui.widgets.card import Card, row

#: A pointer that rests for so long only lies there, and the feet are seen again.
RESTS_MS: Final = 2_000


class FigureBar(Card):
    """Lies in the lower left corner of a view while the pointer moves over the figure, or for those who came by keyboard."""

    chosen = Signal(str)
    reset_asked = Signal()
    play_asked = Signal()

    def __init__(self, view: QWidget, *, steady: bool) -> None:
        super().__init__("overlay", padding=1, gap=0, parent=view)
        self._view = view
        words = {"front": _("Front"), "side": _("Side"), "back": _("Back"), "above": _("Above")}
        self._buttons = {name: self._choice(name, word) for name, word in words.items()}
        target = tokens.STAGE_TARGET if steady else tokens.TARGET
        self._play = IconButton("pause", _("Stand still"), size=target, fixed=steady)
        self._play.clicked.connect(self.play_asked)
        self._play.setVisible(not steady)
        self._reset = IconButton("rotate-ccw", _("As it was"), size=target, fixed=steady)
        self._reset.set_name(_("As it was"), _("Home"))
        self._reset.clicked.connect(self.reset_asked)
        for button in self._buttons.values():
            button.setMinimumHeight(target)
        parts: list[QWidget] = [*self._buttons.values(), self._reset]
        self.body.addLayout(row(*parts, gap=1) if steady else row(self._play, *parts, gap=1))
        for part in (*parts, self._play):
            part.installEventFilter(self)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._keyboard = False
        self._rests = QTimer(self, singleShot=True, interval=RESTS_MS)
        self._rests.timeout.connect(self._rested)
        self.hide()

    def show_view(self, name: str, *, away: bool) -> None:
        """Mark the side it is seen from."""
        for key, button in self._buttons.items():
            button.setChecked(key == name)
        self._reset.setEnabled(away)

    def show_playing(self, *, on: bool) -> None:
        """Say what the play button does."""
        self._play.set_icon("pause" if on else "play")
        self._play.set_name(_("Stand still") if on else _("Move"), _("Space"))

    def come(self, *, keyboard: bool = False) -> None:
        """The pointer moves over the figure, or somebody came by keyboard, and then it stays."""
        self._keyboard = self._keyboard or keyboard
        if self.isHidden():
            self.place()
            self.show()
            self.raise_()
        self._rests.start()

    def go(self) -> None:
        """Nobody points at the figure any more."""
        if not self._view.underMouse():
            self._rested()

    def let_go(self) -> None:
        """The keyboard has left the figure."""
        self._keyboard = False
        if not self._rests.isActive():
            self._rested()

    def place(self) -> None:
        """Keep to the corner."""
        self.adjustSize()
        gap = 3 * tokens.GRID
        self.move(gap, self._view.height() - self.height() - gap)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go when the keyboard leaves the last button."""
        if event.type() == QEvent.Type.FocusOut and not self._rests.isActive():
            self._rested()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the pointer is on it."""
        self._rests.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is on the figure again, or gone."""
        if self.isVisible():
            self._rests.start()
        super().leaveEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Wait for nothing any more."""
        self._rests.stop()
        super().hideEvent(event)

    def _rested(self) -> None:
        """Nothing has moved for a while: go, unless a pointer is on it or somebody came by keyboard."""
        held = self._keyboard or any(part.hasFocus() for part in self.findChildren(QWidget))
        if not held and not self.underMouse():
            self.hide()

    def _choice(self, name: str, word: str) -> Button:
        made = Button(word, "chip")
        made.setCheckable(True)
        made.setAccessibleName(_("Look from: {side}").format(side=word))
        made.clicked.connect(partial(self.chosen.emit, name))
        return made
