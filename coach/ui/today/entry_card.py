"""How tight does it feel now: the form, on a card."""

from __future__ import annotations

from PySide6.QtCore import Signal

from coach.i18n import _
from coach.ui.entry.form import EntryForm
from coach.ui.tokens import Role
from coach.ui.widgets.card import Card
from coach.ui.widgets.text import label


class EntryCard(Card):
    """`form` is the form; `given`, `undo_asked`, `signs_asked` and `compare_asked` are its own."""

    given = Signal(object)
    undo_asked = Signal()
    signs_asked = Signal()
    compare_asked = Signal()

    def __init__(self) -> None:
        super().__init__(gap=4)
        self.form = EntryForm()
        self.body.addWidget(label(_("How tight does it feel now?"), Role.HEADING))
        self.body.addWidget(self.form)
        self.form.given.connect(self.given)
        self.form.undo_asked.connect(self.undo_asked)
        self.form.signs_asked.connect(self.signs_asked)
        self.form.compare_asked.connect(self.compare_asked)
