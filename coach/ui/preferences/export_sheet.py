"""What is exported: as what, and how much of it; then the system's own dialog asks where to."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from coach.exchange.export import Form
from coach.i18n import _
from coach.ui import tokens
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import primary, quiet
from coach.ui.widgets.flow import flowing
from coach.ui.widgets.settings_rows import OneOf
from coach.ui.widgets.sheet import Sheet
from coach.ui.widgets.text import label

#: Days back from today, by choice; None is everything.
_SPANS = (None, 365, 91, 28)


class Wish(NamedTuple):
    """What a person wants to take along: the form, where to, and so many days back (None: all)."""

    form: Form
    path: Path
    days: int | None


class ExportSheet(Sheet):
    """`wished` carries a `Wish`; `today` (an ISO day) is part of the name that is offered."""

    wished = Signal(object)

    def __init__(self, parent: QWidget, today: str) -> None:
        super().__init__(parent, width=640)
        self._today = today
        self.setAccessibleName(_("Export the journal"))
        self.form = OneOf(_("As"), "", list(_kinds().items()))
        self.form.chosen.connect(lambda _kind: self._explain())
        self.span = OneOf(_("How much"), "", list(_spans().items()))
        self._told = label("", Role.MUTED)
        self.save = primary(_("Choose where"), "download")
        self.save.clicked.connect(self._ask_where)
        cancel = quiet(_("Cancel"))
        cancel.clicked.connect(self.close_sheet)
        body = self.card.body
        body.addWidget(label(_("Export the journal"), Role.HEADING))
        body.addWidget(self.form)
        body.addWidget(self._told)
        body.addWidget(self.span)
        body.addSpacing(2 * tokens.GRID)
        body.addLayout(flowing(self.save, cancel))
        self.form.set_value("entries")
        self.span.set_value(None)
        self._explain()

    def ask(self) -> None:
        """Show it."""
        self.open(self.form.button(self.form.value()))

    def explanation(self) -> str:
        """Return what is said about the form that is chosen."""
        return self._told.text()

    def _explain(self) -> None:
        """Say what the chosen form is; the whole journal has all its days."""
        kind = str(self.form.value())
        self._told.setText(_explanations()[kind])
        self.span.setVisible(kind != "lines")

    def _ask_where(self) -> None:
        kind = str(self.form.value())
        path = self._folder() if kind == "tables" else self._file(kind)
        if path is not None:
            days = self.span.value() if kind != "lines" else None
            self.close_sheet()
            self.wished.emit(Wish(_FORMS[kind], path, days if isinstance(days, int) else None))

    def _file(self, kind: str) -> Path | None:
        end, words = _endings()[kind]
        name = f"{_('journal')}-{self._today}{end}"
        path, _filter = QFileDialog.getSaveFileName(self, _("Export the journal"), name, f"{words} (*{end})")
        return Path(path if path.lower().endswith(end) else f"{path}{end}") if path else None

    def _folder(self) -> Path | None:
        """Ask for a folder, and make a new one in it: what lies there stays."""
        parent = QFileDialog.getExistingDirectory(self, _("Export the journal into a new folder in"))
        if not parent:
            return None
        number, path = 1, Path(parent) / f"{_('journal')}-{self._today}"
        while path.exists():
            number += 1
            path = path.with_name(f"{_('journal')}-{self._today}-{number}")
        return path


_FORMS = {"entries": Form.CSV, "tables": Form.CSV, "lines": Form.JSONL, "fhir": Form.FHIR}


def _kinds() -> dict[str, str]:
    return {
        "entries": _("Table of entries"),
        "tables": _("All tables"),
        "lines": _("Whole journal"),
        "fhir": _("Clinical record"),
    }


def _explanations() -> dict[str, str]:
    return {
        "entries": _("One CSV file with everything you noted, for a spreadsheet."),
        "tables": _("A folder of CSV files: entries, sessions, steps, markers, packs, and a file that explains them."),
        "lines": _("One file (JSON lines) with nothing left out, to bring your journal to another computer."),
        "fhir": _("One file (FHIR R4) for a practice or clinic that can read it. It does not say who you are."),
    }


def _endings() -> dict[str, tuple[str, str]]:
    return {
        "entries": (".csv", _("Table")),
        "lines": (".jsonl", _("Journal as JSON lines")),
        "fhir": (".json", _("FHIR bundle")),
    }


def _spans() -> dict[int | None, str]:
    words = (_("All days"), _("The last year"), _("The last 3 months"), _("The last 4 weeks"))
    return dict(zip(_SPANS, words, strict=True))
