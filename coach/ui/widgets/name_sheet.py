"""What a routine is to be called: one field, one press."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from coach.i18n import _
from coach.ui import tokens
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import primary, quiet
from coach.ui.widgets.card import row
from coach.ui.widgets.sheet import Sheet
from coach.ui.widgets.text import label

_LONGEST = 100


class NameSheet(Sheet):
    """`named` carries the name. `what` is asked, and `about` says what comes of it."""

    named = Signal(str)

    def __init__(self, parent: QWidget, name: str, what: str, about: str) -> None:
        super().__init__(parent)
        self.setAccessibleName(what)
        self.name = QLineEdit(name)
        self.name.setMaxLength(_LONGEST)
        self.name.setAccessibleName(_("Name of the routine"))
        self.name.returnPressed.connect(self._save)
        self.save = primary(_("Save"), "save")
        self.save.clicked.connect(self._save)
        self.name.textChanged.connect(lambda text: self.save.setEnabled(bool(text.strip())))
        cancel = quiet(_("Cancel"))
        cancel.clicked.connect(self.close_sheet)
        body = self.card.body
        body.addWidget(label(what, Role.HEADING))
        body.addWidget(label(about))
        body.addWidget(self.name)
        body.addSpacing(2 * tokens.GRID)
        body.addLayout(row(None, cancel, self.save))

    def ask(self) -> None:
        """Show it with the name marked, ready to be typed over."""
        self.open(self.name)
        self.name.selectAll()

    def _save(self) -> None:
        name = self.name.text().strip()
        if name:
            self.close_sheet()
            self.named.emit(name)
