"""Words on the stage: plain text whose size follows the stage's height."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from coach.ui import theme
from coach.ui.player.sizes import StageSizes
from coach.ui.widgets.buttons import Button


class StageText(QLabel):
    """A label; `part` names the field of `StageSizes` that gives its size."""

    def __init__(self, part: str, weight: int = 400, *, ink: str = "ink", centred: bool = False) -> None:
        super().__init__()
        self._part = part
        self._weight = weight
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("stage", ink)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if centred:
            self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def show_ink(self, ink: str) -> None:
        """Write in another of the stage's inks."""
        if self.property("stage") != ink:
            self.setProperty("stage", ink)
            self.style().unpolish(self)
            self.style().polish(self)

    def rescale(self, sizes: StageSizes) -> None:
        """Follow the height of the stage."""
        self.setFont(theme.font(getattr(sizes, self._part), self._weight))


def rescale_all(root: QWidget, sizes: StageSizes) -> None:
    """Let every word and button under `root` follow the height of the stage."""
    for text in root.findChildren(StageText):
        text.rescale(sizes)
    for button in root.findChildren(QPushButton):
        if isinstance(button, Button) and button.property("span") == "stage":
            rescale_button(button, sizes)


def rescale_button(button: Button, sizes: StageSizes) -> None:
    """Make a button as high and its words as large as the stage asks."""
    high = sizes.target - 4  # the border belongs to the target
    round_off = sizes.target // 2 - 1 if button.isCheckable() else sizes.target // 3
    sheet = (
        f"font-size: {sizes.button}px; min-height: {high}px; border-radius: {round_off}px;"
        f" padding: 0 {sizes.target // 4}px;"
    )
    button.set_icon_px(round(sizes.button * 1.25))
    if button.styleSheet() != sheet:
        button.setStyleSheet(sheet)
