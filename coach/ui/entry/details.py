"""What may be said besides: what it is like, a note, something that happened. Folded away until it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from coach.content.vocabulary import Quality
from coach.i18n import _
from coach.ui import tokens
from coach.ui.entry.model import MarkerNoted
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import chip, text_button
from coach.ui.widgets.card import column
from coach.ui.widgets.flow import flow_of
from coach.ui.widgets.text import label
from coach.ui.words import quality_word

if TYPE_CHECKING:
    from coach.ui.widgets.marker_form import MarkerForm

NOTE_LENGTH = 400


class Details(QWidget):
    """`changed` when another quality is chosen, or something happened is told; `entered` when Enter is pressed in a field;
    `compare_asked` when spasm and cramp are wanted side by side.
    """

    changed = Signal()
    entered = Signal()
    compare_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._day = ""
        self.more = text_button(_("Add what it is like, or a note"), "plus")
        self.happened = text_button(_("Something happened"), "plus")
        self.qualities = {quality: chip(quality_word(quality)) for quality in Quality}
        self._group = QButtonGroup(self)
        for button in self.qualities.values():
            self._group.addButton(button)
        self.note = QLineEdit()
        self.note.setMaxLength(NOTE_LENGTH)
        self.note.setAccessibleName(_("Note"))
        self.note.setPlaceholderText(_("A note, if you like"))
        self.note.setMinimumHeight(tokens.TARGET)
        self.marker: MarkerForm | None = None
        self._like, self._marker_place = QWidget(), column(2)
        self.compare = text_button(_("Spasm or cramp?"), "arrow-left-right")
        self.compare.clicked.connect(self.compare_asked)
        self._lay_out()
        self._group.buttonClicked.connect(self.changed)
        self.note.returnPressed.connect(self.entered)
        self.more.clicked.connect(lambda: self.open_like(focus=True))
        self.happened.clicked.connect(lambda: self.open_marker(focus=True))
        self.clear()

    def set_day(self, today: str) -> None:
        """Say which day (ISO) it is."""
        self._day = today

    def quality(self) -> Quality:
        """Return what it is like."""
        return next((one for one, button in self.qualities.items() if button.isChecked()), Quality.TIGHTNESS)

    def set_quality(self, quality: Quality) -> None:
        """Choose what it is like."""
        self.qualities[quality].setChecked(True)

    def happening(self) -> MarkerNoted | None:
        """Return what happened, as far as it is told."""
        said = self.marker.value() if self.marker is not None else None
        return MarkerNoted(said.kind, said.words, said.last_day) if said is not None else None

    def half_told(self) -> bool:
        """Return whether something is chosen that still needs words."""
        return self.marker is not None and self.marker.kind() is not None and self.marker.value() is None

    def clear(self) -> None:
        """Say nothing; what is unfolded stays so."""
        self.set_quality(Quality.TIGHTNESS)
        self.note.clear()
        if self.marker is not None:
            self.marker.clear()

    def show_marker(self, marker: MarkerNoted | None) -> None:
        """Show what was told before."""
        if marker is not None:
            self.open_marker()
            if self.marker is not None:
                self.marker.set_value(marker.kind, marker.words, marker.last_day)

    def open_like(self, *, focus: bool = False) -> None:
        """Unfold what it is like, and the note."""
        self._like.show()
        self.more.hide()
        if focus:
            self.qualities[self.quality()].setFocus()

    def open_marker(self, *, focus: bool = False) -> None:
        """Unfold what happened."""
        if self.marker is None:
            from coach.ui.widgets.marker_form import MarkerForm  # not for the first window

            self.marker = MarkerForm(self._day)
            self.marker.changed.connect(self.changed)
            self.marker.words.returnPressed.connect(self.entered)
            self._marker_place.addWidget(self.marker)
        self.happened.hide()
        if focus:
            next(iter(self.marker.kinds.values())).setFocus()

    def _lay_out(self) -> None:
        inside = column(2)
        like = column(2)
        like.addWidget(label(_("What is it like?"), Role.SMALL))
        like.addWidget(flow_of((*self.qualities.values(), self.compare)))
        like.addWidget(self.note)
        self._like.setLayout(like)
        self._like.hide()
        inside.addWidget(self._like)
        inside.addLayout(self._marker_place)
        inside.addWidget(flow_of((self.more, self.happened)))
        self.setLayout(inside)
