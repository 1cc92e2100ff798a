"""The buttons under the figure: few, round and large."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coach.i18n import _
from coach.ui import tokens
from coach.ui.player.arrows import PassArrows
from coach.ui.player.sizes import StageSizes
from coach.ui.player.stage_text import rescale_button
from coach.ui.stage_keys import Bound, key_hint
from coach.ui.widgets.buttons import Button, IconButton, stage_button


class Controls(QWidget):
    """`pressed` carries back, minus, pause, plus, skip, go_on, wait, dose or worse."""

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._buttons: dict[str, IconButton] = {}
        self._bound: Bound = {}
        self._without: frozenset[str] = frozenset()
        self._worse = Button(_("Worse"), "raised", "hand", "stage")
        self._worse.setAccessibleName(_("It gets worse: stop"))
        self._worse.clicked.connect(lambda: self.pressed.emit("worse"))
        self._go_on = Button(_("Go on"), "primary", "arrow-right", "stage")
        self._go_on.clicked.connect(lambda: self.pressed.emit("go_on"))
        self._line = line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2 * tokens.GRID)
        line.addWidget(self._worse)
        line.addStretch(1)
        for key, icon, name in (
            ("back", "skip-back", _("Step again, or the one before")),
            ("minus", "rewind", _("Ten seconds back")),
            ("pause", "pause", _("Pause")),
            ("plus", "fast-forward", _("Ten seconds on")),
            ("skip", "skip-forward", _("Next step")),
        ):
            line.addWidget(self._make(key, icon, name), 0, Qt.AlignmentFlag.AlignVCenter)
            if key == "pause":
                line.addWidget(self._go_on)
        line.addStretch(1)
        for key, icon, name in (("wait", "hourglass", _("Wait for me")), ("dose", "timer", _("How much"))):
            line.addWidget(self._make(key, icon, name), 0, Qt.AlignmentFlag.AlignVCenter)
        self._buttons["wait"].setCheckable(True)
        self._buttons["pause"].set_filled()
        PassArrows(self)

    def leave_out(self, *keys: str) -> None:
        """Do without these buttons, of `wait` and `dose`."""
        self._without = frozenset(keys)
        self._fit()

    def show_state(self, *, paused: bool, waits: bool, timed: bool) -> None:
        """Show what the middle button does, and whether there is a clock to move."""
        self._buttons["pause"].setVisible(not (waits or paused))
        self._go_on.setVisible(waits or paused)
        self._go_on.set_words(_("Go on"), "play" if paused else "arrow-right")
        hint = key_hint(self._bound, "pause")
        self._go_on.setToolTip(_("Go on ({key})").format(key=hint))
        for key in ("minus", "plus"):
            self._buttons[key].setEnabled(timed)
        self._fit()

    def show_ways(self, *, by_hand: bool, dosed: bool) -> None:
        """Show whether every change of step waits, and whether there is a dose to change."""
        self._buttons["wait"].setChecked(by_hand)
        self._buttons["dose"].setEnabled(dosed)

    def rescale(self, sizes: StageSizes) -> None:
        """Follow the height of the stage."""
        for button in self._buttons.values():
            button.setFixedSize(sizes.target, sizes.target)
        large = sizes.target + 2 * tokens.GRID
        self._buttons["pause"].setFixedSize(large, large)
        for words in (self._worse, self._go_on):
            rescale_button(words, sizes)
        self._line.setSpacing(sizes.gap)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what is seldom needed where there is no room; its keys work all the same."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        seldom = [self._buttons[key] for key in ("wait", "dose")]
        for key in ("wait", "dose"):
            self._buttons[key].setVisible(key not in self._without)
        if self._line.minimumSize().width() > self.width():
            for button in seldom:
                button.hide()

    def show_keys(self, bound: Bound) -> None:
        """Name the keys in the tips."""
        self._bound = bound
        for key, button in self._buttons.items():
            button.set_name(button.accessibleName(), key_hint(bound, key))
        self._worse.setToolTip(_("It gets worse: stop ({key})").format(key=key_hint(bound, "worse")))

    def _make(self, key: str, icon: str, name: str) -> IconButton:
        button = stage_button(icon, name)
        button.clicked.connect(lambda: self.pressed.emit(key))
        self._buttons[key] = button
        return button
