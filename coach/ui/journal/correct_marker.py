"""Correcting a marker: what it was, in which words, how long it lasted."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QWidget

from coach.i18n import _
from coach.journal.records import Marker
from coach.ui.tokens import Role
from coach.ui.widgets.form_sheet import FormSheet
from coach.ui.widgets.marker_form import MarkerForm
from coach.ui.widgets.moment_field import chosen_moment, moment_field
from coach.ui.widgets.text import label


class CorrectMarkerSheet(FormSheet):
    """`corrected` carries the marker as it should have been. `today` (ISO) is the last day it can begin on."""

    corrected = Signal(object)

    def __init__(self, parent: QWidget, marker: Marker, today: str) -> None:
        about = _("What you said before is kept with it.")
        super().__init__(parent, _("Correct the marker"), about, _("Save the correction"))
        self._marker = marker
        self.marker = MarkerForm(marker.at.local_day)
        self.marker.set_value(marker.kind, marker.words, marker.last_day)
        self.moment = moment_field(marker.at, today)
        self.save.clicked.connect(self._save)
        self.marker.changed.connect(lambda: self.save.setEnabled(self.marker.value() is not None))
        self.moment.dateChanged.connect(self._begins)
        self._lay_out()

    def ask(self) -> None:
        """Show it."""
        self.open(self.marker.words)

    def _lay_out(self) -> None:
        for part in (self.marker, label(_("When did it begin?"), Role.SMALL), self.moment):
            self.form.addWidget(part)

    def _begins(self, day: QDate) -> None:
        """Nothing ends before it begins."""
        self.marker.last.setMinimumDate(day)

    def _save(self) -> None:
        value = self.marker.value()
        if value is None:
            return
        at = chosen_moment(self.moment, self._marker.at)
        self.close_sheet()
        fixed = msgspec.structs.replace(
            self._marker, at=at, kind=value.kind, words=value.words, last_day=value.last_day
        )
        self.corrected.emit(fixed)
