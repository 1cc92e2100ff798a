"""What the presenter does to the figure: go on, stand still, slow down, turn over, highlight, time."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coach.i18n import _
from coach.ui import tokens
from coach.ui.presenter.view import PresenterView
from coach.ui.stage_keys import PRESENTER, Bound, bound_keys, key_hint
from coach.ui.widgets.buttons import Button, IconButton, chip
from coach.ui.widgets.flow import FlowLayout


class Controls(QWidget):
    """`pressed` carries a wish by its name (`coach.ui.presenter.state.act`)."""

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._bound: Bound = bound_keys({}, PRESENTER)
        self._icons: dict[str, IconButton] = {}
        self._choices: dict[str, Button] = {}
        self.previous = self._icon("chevron-left", _("Previous exercise"), "previous")
        self.freeze = self._icon("pause", _("Freeze"), "freeze")
        self.freeze.set_filled()
        self.next = self._icon("chevron-right", _("Next exercise"), "next")
        self.slow = self._choice(_("Slow"), "slow")
        self.slow.setAccessibleName(_("Slow motion"))
        self.highlight = self._choice(_("Feel it here"), "highlight")
        self.not_here = self._choice(_("Not here"), "not_here")
        self.side = self._choice(_("Other side"), "side")
        self.side.setCheckable(False)
        self.timer = self._choice(_("Timer"), "timer")
        line = FlowLayout(gap=1)
        buttons: list[QWidget] = [self.previous, self.freeze, self.next]
        for part in (*buttons, self.slow, self.highlight, self.not_here, self.side, self.timer):
            line.addWidget(part)
        self.setLayout(line)

    def show_view(self, view: PresenterView) -> None:
        """Show what is on and what can be done."""
        several = len(view.steps) > 1
        self.previous.setVisible(several)
        self.next.setVisible(several)
        self.previous.setEnabled(view.at > 0)
        self.next.setEnabled(view.at + 1 < len(view.steps))
        self.freeze.set_icon("play" if view.still else "pause")
        self.freeze.set_name(_("Move") if view.still else _("Freeze"), key_hint(self._bound, "freeze"))
        self.slow.setChecked(view.slow)
        self.highlight.setChecked(view.points == "here")
        self.not_here.setChecked(view.points == "not")
        self.not_here.setVisible(bool(view.stop))
        self.side.setVisible(view.flips)
        self.timer.setChecked(view.timer)
        if not view.timer:
            self.timer.setText(_("Timer"))

    def show_keys(self, bound: Bound) -> None:
        """Name the keys in the tips."""
        self._bound = bound
        for wish, icon in self._icons.items():
            icon.set_name(icon.accessibleName(), key_hint(bound, wish))
        for wish, choice in self._choices.items():
            words = _("{what} ({key})").format(what=choice.accessibleName(), key=key_hint(bound, wish))
            choice.setToolTip(words)

    def show_clock(self, words: str) -> None:
        """Show the timer's time, in place of its name."""
        if self.timer.isChecked() and words != self.timer.text():
            self.timer.setMinimumWidth(self.timer.width())  # its neighbours stay where they are
            self.timer.setText(words)

    def _icon(self, icon: str, name: str, wish: str) -> IconButton:
        made = self._icons[wish] = IconButton(icon, name, size=tokens.TARGET + tokens.GRID)
        made.clicked.connect(partial(self._press, wish))
        return made

    def _choice(self, words: str, wish: str) -> Button:
        made = self._choices[wish] = chip(words)
        made.clicked.connect(partial(self._press, wish))
        return made

    def _press(self, wish: str) -> None:
        self.pressed.emit(wish)
