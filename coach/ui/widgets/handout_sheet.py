"""How a hand-out leaves the computer: as a file, or on paper at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coach.i18n import _
from coach.ui import tokens
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import primary, quiet
from coach.ui.widgets.flow import flowing
from coach.ui.widgets.paper_sheet import ask_for_pdf
from coach.ui.widgets.sheet import Sheet
from coach.ui.widgets.text import label


class HandoutSheet(Sheet):
    """`file_chosen` carries the path of a file and whether the paper is A4; `print_asked` when it is to be printed."""

    file_chosen = Signal(str, bool)
    print_asked = Signal()

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self._title = title
        self.setAccessibleName(_("Hand-out"))
        self.file = primary(_("Save as a file"), "download")
        self.file.clicked.connect(self._ask_for_file)
        self.paper = quiet(_("Print"))
        self.paper.clicked.connect(self._print)
        cancel = quiet(_("Cancel"))
        cancel.clicked.connect(self.close_sheet)
        body = self.card.body
        body.addWidget(label(_("Hand-out"), Role.HEADING))
        body.addWidget(label(_("The pictures, how much of each exercise, and when to stop: one page where it fits.")))
        body.addSpacing(2 * tokens.GRID)
        body.addLayout(flowing(self.file, self.paper, cancel))

    def ask(self) -> None:
        """Show it."""
        self.open(self.file)

    def _print(self) -> None:
        self.close_sheet()
        self.print_asked.emit()

    def _ask_for_file(self) -> None:
        """Ask where to; the paper is that of the person's country first."""
        chosen = ask_for_pdf(self, self._title, _("Save the hand-out"))
        if chosen is not None:
            self.close_sheet()
            self.file_chosen.emit(*chosen)
