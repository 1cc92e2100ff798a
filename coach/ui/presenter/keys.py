"""The keys of a presentation: the same on the presenter's page and in the window that shows the stage."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

#: Page Up and Page Down are what presenter clickers send.
KEYS: Final[dict[Qt.Key, str]] = {
    Qt.Key.Key_PageDown: "next",
    Qt.Key.Key_PageUp: "previous",
    Qt.Key.Key_Space: "freeze",
    Qt.Key.Key_K: "next_pose",
    Qt.Key.Key_J: "previous_pose",
    Qt.Key.Key_S: "slow",
    Qt.Key.Key_H: "highlight",
    Qt.Key.Key_N: "not_here",
    Qt.Key.Key_O: "side",
    Qt.Key.Key_T: "timer",
    Qt.Key.Key_F: "fill",
    Qt.Key.Key_Escape: "end",
}
_NOT_WITH: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def wish_of(event: QKeyEvent) -> str:
    """Return what a key stands for; '' for nothing."""
    if event.modifiers() & _NOT_WITH or event.isAutoRepeat():
        return ""
    return KEYS.get(Qt.Key(event.key()), "")
