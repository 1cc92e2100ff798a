"""Whether a ring shows where the keyboard is: for those who use it, and not after a press of the mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt

#: The window or a menu comes and goes: nothing is said about who brought the keyboard here.
_NEUTRAL = frozenset(
    {
        Qt.FocusReason.ActiveWindowFocusReason,
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
    }
)


def ring_after(reason: Qt.FocusReason, *, before: bool) -> bool:
    """Return whether the ring is drawn once the keyboard has come for this reason; `before`: whether it was."""
    return before if reason in _NEUTRAL else reason is not Qt.FocusReason.MouseFocusReason
