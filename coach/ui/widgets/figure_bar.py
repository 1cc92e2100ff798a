"""The buttons over a figure: look from the front, the side, the back or above, play, and back to how it was."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from coach.i18n import _
from coach.ui import tokens
from coach.ui.widgets.buttons import Button, IconButton
from coach.ui.widgets.card import Card, row


class FigureBar(Card):
    """Lies in the lower left corner of a view; hidden until somebody points at the figure or comes by keyboard."""

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

    def come(self) -> None:
        """Somebody points at the figure."""
        self.place()
        self.show()
        self.raise_()

    def go(self, *, keyboard: bool) -> None:
        """Nobody points at it any more; it stays for those who came by keyboard."""
        inside = self._view.underMouse() or any(part.hasFocus() for part in self.findChildren(QWidget))
        if not inside and not keyboard:
            self.hide()

    def place(self) -> None:
        """Keep to the corner."""
        self.adjustSize()
        gap = 3 * tokens.GRID
        self.move(gap, self._view.height() - self.height() - gap)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go when the keyboard leaves the last button."""
        if event.type() == QEvent.Type.FocusOut:
            self.go(keyboard=self._view.hasFocus())
        return super().eventFilter(watched, event)

    def _choice(self, name: str, word: str) -> Button:
        made = Button(word, "chip")
        made.setCheckable(True)
        made.setAccessibleName(_("Look from: {side}").format(side=word))
        made.clicked.connect(partial(self.chosen.emit, name))
        return made
