"""Noting how it feels: the places that are asked about, and a key that opens the small window from anywhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from coach.analysis.tracked import key_of_place, places_of_keys
from coach.i18n import _
from coach.settings.model import Settings
from coach.ui import tokens
from coach.ui.tokens import Role
from coach.ui.widgets.body_map import BodyMap
from coach.ui.widgets.buttons import text_button
from coach.ui.widgets.card import Card, row
from coach.ui.widgets.settings_rows import OnOff
from coach.ui.widgets.text import label, line

#: What is offered first: free on the usual desktops.
_USUAL = "Ctrl+Alt+L"
_ALONE = frozenset({Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr})


class NotingCard(Card):
    """`changed` carries the name of the setting and its new value, as the page's other controls do."""

    changed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(gap=4)
        self._keys = self._chosen = self._impossible = self._trouble = ""
        self.map = BodyMap()
        self.lately = text_button(_("Those I noted lately"), "rotate-ccw")
        self._which = label("", Role.MUTED)
        self.on = OnOff(
            _("A key that works everywhere"), _("It opens a small window to note how it feels, whatever you are doing.")
        )
        self.keys = KeyField()
        self.trouble = label("", Role.MUTED)
        self.body.addWidget(label(_("Noting how it feels"), Role.HEADING))
        self.body.addWidget(label(_("Places I track"), Role.STRONG))
        self.body.addWidget(label(_("Before and after a session you are asked about these. You can always skip it.")))
        self.body.addWidget(self.map)
        self.body.addWidget(self._which)
        self.body.addLayout(row(self.lately, None))
        self.body.addWidget(line())
        self.body.addWidget(self.on)
        self.body.addWidget(self.keys)
        self.body.addWidget(self.trouble)
        words = _("In this window {keys} goes to the form. Type a number and Enter saves it; a 1 and a 0 make ten.")
        here = QKeySequence("Ctrl+E").toString(QKeySequence.SequenceFormat.NativeText)
        self.body.addWidget(label(words.format(keys=here), Role.SMALL))
        self.map.changed.connect(lambda: self.changed.emit("tracked", tuple(map(key_of_place, self.map.places()))))
        self.lately.clicked.connect(lambda: self.changed.emit("tracked", ()))
        self.on.clicked.connect(lambda on: self.changed.emit("hotkey", (self._keys or _USUAL) if on else ""))
        self.keys.chosen.connect(lambda keys: self.changed.emit("hotkey", keys))

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen; nothing is emitted."""
        places = places_of_keys(settings.tracked)
        self.map.set_body(settings.body)
        if set(places) != set(self.map.places()):
            self.map.set_places(places)
        self.lately.setVisible(bool(places))
        words = (
            _("These are asked about.") if places else _("None is chosen: the places you noted lately are asked about.")
        )
        self._which.setText(words)
        self._chosen = settings.hotkey
        self._keys = settings.hotkey or self._keys
        self.keys.show_keys(settings.hotkey)
        self._follow()

    def show_possible(self, sentence: str) -> None:
        """Say why this desktop gives no key; '' where it does."""
        self._impossible = sentence
        self._follow()

    def show_trouble(self, sentence: str) -> None:
        """Say why the key that is chosen cannot be had; '' when it is."""
        self._trouble = sentence
        self._follow()

    def _follow(self) -> None:
        possible = not self._impossible
        self.on.setChecked(bool(self._chosen) and possible)
        self.on.setEnabled(possible)
        self.keys.setVisible(bool(self._chosen) and possible)
        self.trouble.setText(self._impossible or self._trouble)
        self.trouble.setVisible(bool(self.trouble.text()))


class KeyField(QLineEdit):
    """Shows keys; those that are pressed in it are taken. `chosen` carries them as in "Ctrl+Alt+L"."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown = ""
        self.setReadOnly(True)
        self.setMinimumHeight(tokens.TARGET)
        self.setMaximumWidth(80 * tokens.GRID)
        self.setAccessibleName(_("The keys: press the new ones here"))

    def show_keys(self, keys: str) -> None:
        """Show the keys that are taken."""
        self._shown = keys
        self.setText(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))

    def event(self, event: QEvent) -> bool:
        """Take keys before they mean something in the window; Tab and Esc leave."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _taken(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what is pressed together, once it is more than Ctrl or Shift alone."""
        if not _taken(event):
            super().keyPressEvent(event)
        elif event.key() not in _ALONE:
            keys = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
            self.show_keys(keys)
            self.chosen.emit(keys)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say what to do."""
        super().focusInEvent(event)
        self.setText(_("Press the keys together"))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the keys again."""
        super().focusOutEvent(event)
        self.show_keys(self._shown)


def _taken(event: QKeyEvent) -> bool:
    plain = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier == Qt.KeyboardModifier.NoModifier
    return not (plain and event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape})
