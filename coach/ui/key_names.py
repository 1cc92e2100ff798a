"""What a key on the stage is called; what it does is in `coach.ui.stage_keys`."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_NO_KEYS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_unknown,
    }
)


def names_of(event: QKeyEvent) -> tuple[str, ...]:
    """Return the names a key press may be bound by, the most exact first; none for Shift and its like.

    A sign counts as itself, however this keyboard makes it, and a letter with Shift or without.
    """
    key, held = Qt.Key(event.key()), event.modifiers()
    if key in _NO_KEYS:
        return ()
    sign = event.text()
    if held & _COMMANDS:
        return (_name(key, held & (_COMMANDS | _SHIFT)),)
    written = (sign.upper(),) if len(sign) == 1 and sign.isprintable() and not sign.isspace() else ()
    if held & _SHIFT and not written:
        return (_name(key, _SHIFT),)
    return tuple(dict.fromkeys((*written, _name(key, Qt.KeyboardModifier.NoModifier))))


def digit_of(event: QKeyEvent) -> int | None:
    """The digit a key stands for, if any."""
    text = event.text()
    return int(text) if len(text) == 1 and text in "0123456789" else None


def _name(key: Qt.Key, held: Qt.KeyboardModifier) -> str:
    return QKeySequence(QKeyCombination(held, key)).toString(QKeySequence.SequenceFormat.PortableText)
