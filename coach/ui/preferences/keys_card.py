"""The keys of the stage and of a presentation: what does what, and how to change it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from coach.i18n import _
from coach.settings.model import Settings
from coach.ui import tokens
from coach.ui.key_names import names_of
from coach.ui.reading.disclosure import Disclosure
from coach.ui.stage_keys import (
    PRESENTER,
    STAGE,
    Bound,
    Keys,
    action_words,
    as_they_come,
    bound_keys,
    key_words,
    place_of,
    with_key,
    without_key,
)
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import Button, quiet, text_button
from coach.ui.widgets.card import Card, clear, column
from coach.ui.widgets.flow import FlowLayout
from coach.ui.widgets.text import label

_Change = Callable[[Bound], tuple[dict[str, tuple[str, ...]], str]]


class KeysCard(Card):
    """`changed` carries the name of the setting and its new value, as the page's other controls do."""

    changed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(gap=2)
        self._chosen: Bound = {}
        self._rows: dict[str, _Row] = {}
        self.body.addWidget(label(_("Keys in a session"), Role.HEADING))
        self.body.addWidget(label(_("Nothing in a session needs the mouse. Clickers and media keys work as well.")))
        self.table = Disclosure(_("Change the keys"), self._table)
        self.body.addWidget(self.table)

    def show_settings(self, settings: Settings) -> None:
        """Show the keys as they are bound."""
        self._chosen = settings.keys
        for place in (STAGE, PRESENTER):
            self._show(place)

    def row(self, what: str) -> QWidget:
        """Return the keys of an action."""
        return self._rows[what]

    def _table(self) -> QWidget:
        holder = QWidget()
        lines = column(1)
        holder.setLayout(lines)
        for place, title in ((STAGE, ""), (PRESENTER, _("Keys while you present"))):
            if title:
                lines.addSpacing(3 * tokens.GRID)
                lines.addWidget(label(title, Role.HEADING))
            for what in place.defaults:
                made = self._rows[what] = _Row(what)
                made.asked.connect(partial(self._try, made))
                lines.addSpacing(tokens.GRID)
                lines.addWidget(label(_capital(action_words(what))))
                lines.addWidget(made)
            self._show(place)
        return holder

    def _show(self, place: Keys) -> None:
        """Show the keys of one place, as far as there are rows for them."""
        bound = bound_keys(self._chosen, place)
        for what, keys in bound.items():
            if what in self._rows:
                self._rows[what].show_keys(keys, usual=keys == place.defaults[what])

    def _try(self, asked: _Row, change: _Change) -> None:
        """Do a change, or say why it cannot be."""
        chosen, sentence = change(self._chosen)
        for made in self._rows.values():
            made.say(sentence if made is asked else "")
        if chosen != self._chosen:
            self.changed.emit("keys", chosen)


class _Row(QWidget):
    """The keys of one action. `asked` carries what is to be done with the choices so far."""

    asked = Signal(object)

    def __init__(self, what: str) -> None:
        super().__init__()
        self._what = what
        self._line = FlowLayout(gap=1)
        self._again: Catcher | None = None
        self._shown: tuple[tuple[str, ...], bool] | None = None
        self._trouble = label("", Role.MUTED)
        self._trouble.hide()
        inside = column(1)
        inside.addLayout(self._line)
        inside.addWidget(self._trouble)
        self.setLayout(inside)

    def show_keys(self, keys: tuple[str, ...], *, usual: bool) -> None:
        """Show a button for each key, one that adds another and one that takes everything back."""
        if self._shown == (keys, usual):
            return
        self._shown = (keys, usual)
        back_to = self._again is not None and self._again.hasFocus()
        clear(self._line)
        if self._what in place_of(self._what).fixed:
            always = label(_("{keys} (always)").format(keys=", ".join(map(key_words, keys))), Role.MUTED)
            self._put(always)
            return
        for key in keys:
            self._put(self._key(key))
        self._again = Catcher(action_words(self._what))
        self._again.caught.connect(lambda key: self.asked.emit(partial(_added, what=self._what, key=key)))
        self._put(self._again)
        if back_to:
            self._again.setFocus(Qt.FocusReason.OtherFocusReason)
        if not usual:
            back = text_button(_("Default"))
            back.setAccessibleName(_("Default keys for “{action}”").format(action=action_words(self._what)))
            back.clicked.connect(lambda: self.asked.emit(partial(_usual, what=self._what)))
            self._put(back)

    def _put(self, made: QWidget) -> None:
        self._line.addWidget(made)
        made.show()  # at once, so that the keyboard can come back to it

    def say(self, sentence: str) -> None:
        """Say why something cannot be; '' takes it back."""
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))

    def _key(self, key: str) -> QWidget:
        made = quiet(key_words(key), "x")
        made.setAccessibleName(
            _("{key}: take it away from “{action}”").format(key=key_words(key), action=action_words(self._what))
        )
        made.clicked.connect(lambda: self.asked.emit(partial(_removed, what=self._what, key=key)))
        return made


class Catcher(Button):
    """A button that waits for a key once it is pressed; Esc, Tab or a look elsewhere takes that back."""

    caught = Signal(str)

    def __init__(self, action: str) -> None:
        super().__init__(_("Add a key"), "text", "plus")
        self.setAccessibleName(_("Add a key for “{action}”").format(action=action))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.toggled.connect(self._wait)

    def event(self, event: QEvent) -> bool:
        """Take keys that are shortcuts elsewhere as well, while it waits."""
        if event.type() == QEvent.Type.ShortcutOverride and self.isChecked():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the key that is pressed."""
        if not self.isChecked():
            super().keyPressEvent(event)
            return
        event.accept()
        names = names_of(event)
        if not names:
            return
        self.setChecked(False)
        if names[0] != "Esc":
            self.caught.emit(names[0])

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The key that was caught presses nothing."""
        if event.key() not in {Qt.Key.Key_Space, Qt.Key.Key_Select} or self.isDown():
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Wait no longer."""
        self.setChecked(False)
        super().focusOutEvent(event)

    def _wait(self, on: bool) -> None:  # noqa: FBT001  a slot
        name = self.accessibleName()
        self.set_words(_("Press a key") if on else _("Add a key"))
        self.setAccessibleName(name)


def _added(chosen: Bound, what: str, key: str) -> tuple[dict[str, tuple[str, ...]], str]:
    return with_key(chosen, what, key)


def _removed(chosen: Bound, what: str, key: str) -> tuple[dict[str, tuple[str, ...]], str]:
    return without_key(chosen, what, key)


def _usual(chosen: Bound, what: str) -> tuple[dict[str, tuple[str, ...]], str]:
    return as_they_come(chosen, what)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
