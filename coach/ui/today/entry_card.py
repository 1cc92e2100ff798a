"""How tight is it now: a number and a place are enough; what it is like and a note if one wants."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from coach.content.vocabulary import Area, Quality, Side
from coach.i18n import _
from coach.ui import tokens
from coach.ui.today.model import EntryInput
from coach.ui.tokens import Role
from coach.ui.widgets.body_picker import BodyPicker
from coach.ui.widgets.buttons import Button, chip, primary, text_button
from coach.ui.widgets.card import Card, column, row
from coach.ui.widgets.flow import flow_of
from coach.ui.widgets.icon_label import IconLabel
from coach.ui.widgets.rating_scale import RatingScale
from coach.ui.widgets.text import label
from coach.ui.words import quality_word

NOTE_LENGTH = 400


class EntryCard(Card):
    """A form; `given` carries an `EntryInput`. It says "Saved" only when `saved` is called."""

    given = Signal(object)

    def __init__(self) -> None:
        super().__init__(gap=4)
        self._scale = RatingScale(_("How tight does it feel, 0 to 10"))
        self._place = BodyPicker()
        self._more = text_button(_("Add what it is like, or a note"), "plus")
        self._details, self._qualities, self._note = _details()
        self._save = primary(_("Save"))
        self._status = label("", Role.MUTED)
        self._mark = IconLabel("circle-check", "done_text", 20)
        self._scale.changed.connect(self._follow)
        self._place.changed.connect(self._follow)
        self._more.clicked.connect(self._open_details)
        self._save.clicked.connect(self._give)
        self._note.returnPressed.connect(self._save.click)
        self._lay_out()
        self._say("", "")
        self._follow()

    def offer_place(self, area: Area, side: Side | None) -> None:
        """Choose the place that was meant last, unless something is chosen already."""
        if self._place.area() is None:
            self._place.set_place(area, side)
            self._follow()

    def saved(self) -> None:
        """Say that it is saved and make room for the next one; the place stays."""
        self._scale.set_value(None)
        self._note.clear()
        self._quality_button(Quality.TIGHTNESS).setChecked(True)
        self._save.set_words(_("Save"))
        self._follow()
        self._say("circle-check", _("Saved."))

    def failed(self, sentence: str) -> None:
        """Say why it is not saved; everything stays as it was typed."""
        self._save.set_words(_("Try again"))
        self._save.setEnabled(True)
        self._say("circle-alert", sentence)

    def entry(self) -> EntryInput | None:
        """What has been filled in; None while the number or the place is missing."""
        score, place = self._scale.value(), self._place.place()
        if score is None or place is None:
            return None
        quality = next((one for one in Quality if self._quality_button(one).isChecked()), Quality.TIGHTNESS)
        return EntryInput(score, place[0], place[1], quality, self._note.text().strip())

    def _lay_out(self) -> None:
        self.body.addWidget(label(_("How tight does it feel now?"), Role.HEADING))
        self.body.addWidget(self._scale)
        self.body.addWidget(self._place)
        self.body.addLayout(row(self._more, None))
        self.body.addWidget(self._details)
        foot = row(self._save, self._mark, gap=3)
        foot.addWidget(self._status, 1)
        self.body.addLayout(foot)
        self._details.hide()

    def _open_details(self) -> None:
        self._details.show()
        self._more.hide()
        self._note.setFocus()

    def _quality_button(self, quality: Quality) -> Button:
        return self._qualities[quality]

    def _follow(self) -> None:
        """Let Save be pressed once a number and a place are there, and say what is missing."""
        ready = self.entry() is not None
        self._save.setEnabled(ready)
        if self._scale.value() is not None and not ready:
            self._say("", _("Choose the side.") if self._place.area() else _("Choose where it is."))
        else:
            self._say("", "")

    def _say(self, icon: str, sentence: str) -> None:
        self._mark.setVisible(bool(icon))
        if icon:
            self._mark.set_icon(icon, "done_text" if icon == "circle-check" else "heat_text")
        self._status.setText(sentence)

    def _give(self) -> None:
        entry = self.entry()
        if entry is not None:
            self._save.setEnabled(False)
            self._say("", _("Saving…"))
            self.given.emit(entry)


def _details() -> tuple[QWidget, dict[Quality, Button], QLineEdit]:
    """Make the part that is folded away: what it is like, and a note."""
    holder = QWidget()
    inside = column(2)
    holder.setLayout(inside)
    buttons = {quality: chip(quality_word(quality)) for quality in Quality}
    group = QButtonGroup(holder)
    for button in buttons.values():
        group.addButton(button)
    buttons[Quality.TIGHTNESS].setChecked(True)
    note = QLineEdit()
    note.setMaxLength(NOTE_LENGTH)
    note.setAccessibleName(_("Note"))
    note.setPlaceholderText(_("A note, if you like"))
    note.setMinimumHeight(tokens.TARGET)
    inside.addWidget(label(_("What is it like?"), Role.SMALL))
    inside.addWidget(flow_of(buttons.values()))
    inside.addWidget(note)
    return holder, buttons, note
