"""A reminder of one's own: what it is called, what it says, and how often."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from coach.i18n import _
from coach.settings.breaks import Cadence
from coach.ui.breaks.pace_words import LENGTHS, OWN_EVERY, every_words, length_words
from coach.ui.tokens import Role
from coach.ui.widgets.card import column
from coach.ui.widgets.form_sheet import FormSheet
from coach.ui.widgets.settings_rows import OneOf, OnOff
from coach.ui.widgets.text import label

_LONGEST = 200
_LONGEST_NAME = 40


class OwnSheet(FormSheet):
    """`made` carries the `Cadence` as it is to be."""

    made = Signal(object)

    def __init__(self, parent: QWidget, cadence: Cadence) -> None:
        super().__init__(
            parent,
            _("A reminder of your own"),
            _("It comes when you have sat for so long. After any other reminder it waits at least five minutes."),
            _("Save"),
        )
        self._cadence = cadence
        self.name = _field(cadence.name, _("Name"), _LONGEST_NAME)
        self.text = _field(cadence.text, _("What it says"), _LONGEST)
        self.name.setPlaceholderText(_("A glass of water"))
        self.text.setPlaceholderText(_("Its name, if you leave this empty"))
        self.every = OneOf(_("Every"), "", [(minutes, every_words(minutes)) for minutes in OWN_EVERY])
        self.every.set_value(cadence.every_min, every_words(cadence.every_min))
        self.moves = OnOff(_("I get up for it"), _("Then it is a break with a length, and time away counts for it."))
        self.moves.setChecked(cadence.moves)
        self.length = OneOf(_("How long"), "", [(seconds, length_words(seconds)) for seconds in LENGTHS])
        self.length.set_value(cadence.length_s, length_words(cadence.length_s))
        self.moves.clicked.connect(self._follow)
        for words, field in ((_("Name"), self.name), (_("What it says"), self.text)):
            part = column(1)
            part.addWidget(label(words, Role.SMALL))
            part.addWidget(field)
            self.form.addLayout(part)
        for choice in (self.every, self.moves, self.length):
            self.form.addWidget(choice)
        self.name.textChanged.connect(self._follow)
        for field in (self.name, self.text):
            field.returnPressed.connect(self._take)
        self.save.clicked.connect(self._take)
        self._follow()

    def ask(self) -> None:
        """Show it."""
        self.open(self.name)

    def _follow(self) -> None:
        self.length.setVisible(self.moves.isChecked())
        self.save.setEnabled(bool(self.name.text().strip()))

    def _take(self) -> None:
        name = self.name.text().strip()
        if not name:
            return
        made = replace(
            self._cadence,
            name=name,
            text=self.text.text().strip(),
            moves=self.moves.isChecked(),
            every_min=self.every.value(),
            length_s=self.length.value(),
        )
        self.close_sheet()
        self.made.emit(made)


def _field(text: str, name: str, longest: int) -> QLineEdit:
    made = QLineEdit(text)
    made.setMaxLength(longest)
    made.setAccessibleName(name)
    return made
