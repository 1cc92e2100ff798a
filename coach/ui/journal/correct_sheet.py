"""Correcting what was noted: the same questions again, with the answers that were given."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from coach.content.vocabulary import Quality
from coach.i18n import _
from coach.journal.records import Entry
from coach.ui import tokens
from coach.ui.tokens import Role
from coach.ui.widgets.body_picker import BodyPicker
from coach.ui.widgets.buttons import Button, chip
from coach.ui.widgets.flow import flow_of
from coach.ui.widgets.form_sheet import FormSheet
from coach.ui.widgets.moment_field import chosen_moment, moment_field
from coach.ui.widgets.rating_scale import RatingScale
from coach.ui.widgets.text import label
from coach.ui.words import quality_word

_NOTE_LENGTH = 400


class CorrectSheet(FormSheet):
    """`corrected` carries the entry as it should have been. `today` (ISO) is the last day it can be about."""

    corrected = Signal(object)

    def __init__(self, parent: QWidget, entry: Entry, today: str) -> None:
        about = _("What you said before is kept with it.")
        super().__init__(parent, _("Correct the entry"), about, _("Save the correction"))
        self._entry = entry
        self.scale = RatingScale(_("How tight did it feel, 0 to 10"))
        self.scale.set_value(entry.tightness)
        self.place = BodyPicker()
        self.place.set_place(entry.area, entry.side)
        self.place.changed.connect(self._follow)
        self.qualities = {quality: chip(quality_word(quality)) for quality in Quality}
        self._group = _exclusive(self, self.qualities.values())
        self.qualities[entry.quality].setChecked(True)
        self.moment = moment_field(entry.at, today)
        self.note = QLineEdit(" ".join(entry.note.split()) if len(entry.note) <= _NOTE_LENGTH else entry.note)
        self.note.setAccessibleName(_("Note"))
        self.note.setPlaceholderText(_("A note, if you like"))
        self.note.setMinimumHeight(tokens.TARGET)
        self.save.clicked.connect(self._save)
        self._lay_out()

    def ask(self) -> None:
        """Show it."""
        self.open(self.scale)

    def _lay_out(self) -> None:
        for part in (
            self.scale,
            self.place,
            label(_("What is it like?"), Role.SMALL),
            flow_of(self.qualities.values()),
            label(_("When was it?"), Role.SMALL),
            self.moment,
            self.note,
        ):
            self.form.addWidget(part)

    def _follow(self) -> None:
        self.save.setEnabled(self.place.place() is not None)

    def _save(self) -> None:
        score, place = self.scale.value(), self.place.place()
        if score is None or place is None:
            return
        quality = next(one for one, button in self.qualities.items() if button.isChecked())
        note = self.note.text().strip()
        if note == " ".join(self._entry.note.split()):
            note = self._entry.note  # nothing typed: its line breaks stay
        fixed = msgspec.structs.replace(
            self._entry,
            at=chosen_moment(self.moment, self._entry.at),
            tightness=score,
            area=place[0],
            side=place[1],
            quality=quality,
            note=note,
        )
        self.close_sheet()
        self.corrected.emit(fixed)


def _exclusive(parent: QWidget, buttons: Iterable[Button]) -> QButtonGroup:
    group = QButtonGroup(parent)
    for button in buttons:
        group.addButton(button)
    return group
