"""Over the figure: what session this is, and the buttons that are seldom needed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coach.i18n import _
from coach.ui import tokens
from coach.ui.player.arrows import PassArrows
from coach.ui.player.sizes import StageSizes
from coach.ui.player.stage_text import StageText, rescale_button
from coach.ui.stage_keys import Bound, key_hint
from coach.ui.widgets.buttons import Button, IconButton, stage_button
from coach.ui.widgets.card import column


class TopBar(QWidget):
    """`pressed` carries warnings, mute, full, keys or end."""

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._buttons: dict[str, IconButton] = {}
        self._bound: Bound = {}
        self._name = StageText("body", 600)
        self._left = StageText("body", ink="soft")
        self._name.setWordWrap(False)
        self._left.setWordWrap(False)
        self._help = Button(_("Warning signs"), "quiet", "life-buoy", "stage")
        self._help.setToolTip(_("Warning signs (F1)"))
        self._help.clicked.connect(lambda: self.pressed.emit("warnings"))
        self._words = QWidget()
        words = column(0)
        words.addWidget(self._name)
        words.addWidget(self._left)
        self._words.setLayout(words)
        self._below = StageText("body", ink="soft")
        self._below.setWordWrap(False)
        self._below.hide()
        whole = column(1)
        self.setLayout(whole)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(line)
        whole.addWidget(self._below)
        whole.addStretch(1)
        line.setSpacing(tokens.GRID)
        line.addWidget(self._words)
        line.addStretch(1)
        line.addWidget(self._help)
        for key, icon, name in (
            ("mute", "volume-2", _("Mute")),
            ("full", "maximize", _("Full screen")),
            ("keys", "circle-question-mark", _("Keys")),
            ("end", "x", _("End the session")),
        ):
            line.addWidget(self._make(key, icon, name))
        PassArrows(self)

    def leave_out(self, *keys: str) -> None:
        """Do without these buttons: mute, full, keys or end."""
        for key in keys:
            gone = self._buttons.pop(key)
            gone.hide()
            gone.deleteLater()
        self._fit()

    @property
    def two_lines(self) -> bool:
        """Whether the words had to go under the buttons."""
        return not self._below.isHidden()

    def words(self) -> str:
        """What is said of the session, wherever it stands."""
        return self._below.text()

    def show_session(self, name: str) -> None:
        """Say which routine this is."""
        self._name.setText(name)
        self._fit()

    def show_left(self, words: str) -> None:
        """Say how long the session still takes."""
        self._left.setText(words)
        self._fit()

    def show_help(self, *, on: bool) -> None:
        """Offer the warning signs; what lies over the stage has a button of its own."""
        self._help.setVisible(on)

    def show_muted(self, *, on: bool) -> None:
        """Show whether the voice is off."""
        self._buttons["mute"].set_icon("volume-x" if on else "volume-2")
        self._buttons["mute"].set_name(_("Sound on") if on else _("Mute"), key_hint(self._bound, "mute"))

    def show_full_screen(self, *, on: bool) -> None:
        """Show whether the window fills the screen."""
        if (full := self._buttons.get("full")) is not None:
            full.set_icon("minimize" if on else "maximize")
            full.set_name(_("Leave full screen") if on else _("Full screen"), key_hint(self._bound, "full"))

    def show_keys(self, bound: Bound) -> None:
        """Name the keys in the tips."""
        self._bound = bound
        for key, button in self._buttons.items():
            button.set_name(button.accessibleName(), key_hint(bound, "escape" if key == "end" else key))

    def rescale(self, sizes: StageSizes) -> None:
        """Follow the height of the stage."""
        for button in self._buttons.values():
            button.setFixedSize(sizes.target, sizes.target)
        for text in (self._name, self._left, self._below):
            text.rescale(sizes)
        rescale_button(self._help, sizes)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words under the buttons where these need all the room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        buttons = self._help.sizeHint().width() + sum(one.width() + tokens.GRID for one in self._buttons.values())
        beside = self.width() - buttons > self._words.sizeHint().width() + 2 * tokens.GRID
        self._words.setVisible(beside)
        words = _("{routine} · {left}").format(routine=self._name.text(), left=self._left.text())
        whole = words if self._below.fontMetrics().horizontalAdvance(words) <= self.width() else self._left.text()
        self._below.setText(whole)
        self._below.setVisible(not beside)

    def _make(self, key: str, icon: str, name: str) -> IconButton:
        button = stage_button(icon, name)
        button.clicked.connect(lambda: self.pressed.emit(key))
        self._buttons[key] = button
        return button
