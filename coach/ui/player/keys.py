"""Which key does what on the stage."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

#: Keys, and characters where a keyboard needs Shift for them, to the names that `StagePage.do` knows.
KEYS: dict[Qt.Key | str, str] = {
    Qt.Key.Key_Space: "pause",
    Qt.Key.Key_MediaTogglePlayPause: "pause",
    Qt.Key.Key_Left: "back",
    Qt.Key.Key_Right: "skip",
    Qt.Key.Key_PageUp: "back",  # what a clicker sends
    Qt.Key.Key_PageDown: "skip",
    Qt.Key.Key_Return: "go_on",
    Qt.Key.Key_Enter: "go_on",
    Qt.Key.Key_W: "worse",
    Qt.Key.Key_F: "full",
    Qt.Key.Key_F11: "full",
    Qt.Key.Key_M: "mute",
    Qt.Key.Key_Escape: "escape",
    "+": "plus",
    "=": "plus",
    "-": "minus",
    "−": "minus",
    "?": "keys",
}


def digit_of(event: QKeyEvent) -> int | None:
    """The digit a key stands for, if any."""
    text = event.text()
    return int(text) if len(text) == 1 and text in "0123456789" else None
