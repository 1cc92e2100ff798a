"""Taking the journal along, and bringing one in: two buttons of the Settings page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from coach.i18n import _
from coach.ui.preferences.export_sheet import ExportSheet
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import quiet
from coach.ui.widgets.card import Card
from coach.ui.widgets.flow import flowing
from coach.ui.widgets.text import label


class TakingCard(Card):
    """`export_wished` carries a `Wish`, `import_wished` the path of a file."""

    export_wished = Signal(object)
    import_wished = Signal(object)

    def __init__(self) -> None:
        super().__init__(gap=2)
        self._today = ""
        self._sheet: ExportSheet | None = None
        self.told = label(_idle(), Role.MUTED)
        self.export_button = quiet(_("Export…"), "download")
        self.export_button.clicked.connect(self._ask_what)
        self.import_button = quiet(_("Import…"), "folder-open")
        self.import_button.clicked.connect(self._ask_which)
        self.body.addWidget(label(_("Take your journal along"), Role.HEADING))
        self.body.addWidget(self.told)
        self.body.addLayout(flowing(self.export_button, self.import_button))

    def show_day(self, today: str) -> None:
        """Use this ISO day for the names of files."""
        self._today = today

    def show_busy(self, words: str) -> None:
        """Say what is being done and let nothing else begin; '' when nothing is."""
        self.told.setText(words or _idle())
        for button in (self.export_button, self.import_button):
            button.setEnabled(not words)

    @property
    def sheet(self) -> ExportSheet | None:
        """The sheet that asks what to export, None while nobody does."""
        return self._sheet

    def _ask_what(self) -> None:
        sheet = self._sheet = ExportSheet(self.window(), self._today)
        sheet.wished.connect(self.export_wished)
        sheet.closed.connect(self._done)
        sheet.ask()

    def _done(self) -> None:
        sheet, self._sheet = self._sheet, None
        if sheet is not None:
            sheet.deleteLater()
            self.export_button.setFocus()

    def _ask_which(self) -> None:
        words = f"{_('Journal as JSON lines')} (*.jsonl);;{_('All files')} (*)"
        path, _filter = QFileDialog.getOpenFileName(self, _("Import a journal"), "", words)
        if path:
            self.import_wished.emit(Path(path))


def _idle() -> str:
    return _(
        "Write it into files for yourself, another computer or a clinic, or bring in one that was exported from Limber."
    )
