"""How tight is it now: a number and a place are enough, one keystroke and Enter for the place of last time."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.i18n import _
from coach.safety.entry_signs import signs_beside
from coach.ui import tokens
from coach.ui.entry.chosen import Chosen
from coach.ui.entry.details import Details
from coach.ui.entry.model import EntryInput, EntryState, Place
from coach.ui.entry.signs_note import SignsNote
from coach.ui.entry.status import Status
from coach.ui.widgets.area_box import spoken
from coach.ui.widgets.body_map import BodyMap
from coach.ui.widgets.rating_scale import RatingScale


class EntryForm(QWidget):
    """`given` carries an `EntryInput`; it says "Saved" only when `saved` is called. `undo_asked`: take that back;
    `signs_asked`: the list of warning signs is wanted; `compare_asked`: spasm and cramp side by side are.

    Number keys rate, on the scale and on the body (a 0 straight after a 1 means ten); Enter saves.
    """

    given = Signal(object)
    undo_asked = Signal()
    signs_asked = Signal()
    compare_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._state = EntryState()
        self._touched = False
        self._all: int | None = None
        self._own: dict[Place, int] = {}
        self._last: EntryInput | None = None
        self.scale = RatingScale(_("How tight does it feel, 0 to 10"))
        self.map = BodyMap()
        self.chosen = Chosen()
        self.details = Details()
        self.signs = SignsNote()
        self.status = Status()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.scale)
        self._follow()

    def show_state(self, state: EntryState) -> None:
        """Offer the places that were meant last, unless something is chosen already."""
        self._state = state
        self.map.set_body(state.body)
        self.details.set_day(state.today)
        if not self._touched and not self.map.places() and state.places:
            self.map.set_places(state.places)
            self._follow()
        self._show_signs()  # "Saved." stays to be read: the journal is read anew right after it

    def saved(self) -> None:
        """Say that it is saved and make room for the next one; the places stay."""
        self._all, self._own = None, {}
        self.scale.set_value(None)
        self.chosen.pick(None)
        self.details.clear()
        self._follow()
        self.status.say_saved()

    def taken_back(self) -> None:
        """Say that it is no longer in the journal, and show it again, to be mended."""
        if self._last is not None:
            self._show_again(self._last)
        self.status.say(_("Taken back. Change it, or leave it."))

    def failed(self, sentence: str) -> None:
        """Say why it is not saved; everything stays as it was typed."""
        self.status.say_failed(sentence)

    def rate(self, digit: int) -> None:
        """Take a number key that was pressed elsewhere, and the keyboard with it, so that Enter saves."""
        self.scale.type_digit(digit)
        self.scale.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Save what is filled in, if nothing is missing."""
        self._give()

    def entry(self) -> EntryInput | None:
        """Return what has been filled in; None while something is missing."""
        places, scores = self.map.places(), self._scores()
        marker = self.details.happening()
        told = scores and len(scores) == len(places)
        nothing = not scores and marker is not None and not self.details.note.text().strip()
        if self.details.half_told() or not (told or nothing):
            return None
        numbers = tuple(scores.items()) if told else ()
        return EntryInput(numbers, self.details.quality(), self.details.note.text().strip(), marker)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save with Enter, wherever the keyboard is but on a button, which is pressed instead."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._give()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(3 * tokens.GRID)
        for part in (self.scale, self.map, self.chosen, self.signs, self.details, self.status):
            inside.addWidget(part)

    def _connect(self) -> None:
        self.scale.changed.connect(self._rated)
        self.map.changed.connect(self._placed)
        self.map.typed.connect(self.scale.type_digit)
        self.chosen.picked.connect(self._picked)
        self.details.changed.connect(self._follow)
        self.details.entered.connect(self._give)
        self.status.save.clicked.connect(self._give)
        self.status.undo.clicked.connect(self.undo_asked)
        self.signs.all_asked.connect(self.signs_asked)
        self.details.compare_asked.connect(self.compare_asked)

    def _rated(self, score: int) -> None:
        alone = self.chosen.alone
        if alone is None:
            self._all = score
        else:
            self._own[alone] = score
        self._follow()

    def _placed(self) -> None:
        self._touched = True
        places = self.map.places()
        self._own = {place: score for place, score in self._own.items() if place in places}
        self._follow()
        if self.chosen.alone is None and self.scale.value() != self._all:
            self.scale.set_value(self._all)  # the place whose own number it showed is gone

    def _picked(self, place: Place | None) -> None:
        """Show the number that the place has; the next one is for it alone."""
        self.scale.set_value(self._all if place is None else self._own.get(place, self._all))
        self.scale.setFocus(Qt.FocusReason.OtherFocusReason)
        self._follow()

    def _scores(self) -> dict[Place, int]:
        found = {place: self._own.get(place, self._all) for place in self.map.places()}
        return {place: score for place, score in found.items() if score is not None}

    def _follow(self) -> None:
        """Let Save be pressed once nothing is missing, say what is, and show the signs that belong here."""
        places, scores = self.map.places(), self._scores()
        self.map.show_scores(scores)
        self.chosen.show_places(places, scores)
        self._show_signs()
        self.status.show_ready(ready=self.entry() is not None, missing=self._missing())

    def _show_signs(self) -> None:
        signs = signs_beside(self.map.places(), self.details.quality())
        self.signs.show_signs([self._state.signs[key] for key in signs if key in self._state.signs])

    def _missing(self) -> str:
        """Say what a number that is there still needs."""
        places, scores = self.map.places(), self._scores()
        if self.details.half_told():
            return _("Say in your words what happened.")
        if self._all is not None and not places:
            return _("Choose where it is.")
        missing = [place for place in places if place not in scores]
        return _("Choose a number for: {place}.").format(place=spoken(missing[0])) if scores and missing else ""

    def _give(self) -> None:
        entry = self.entry()
        if entry is not None and self.status.save.isEnabled():
            self._last = entry
            self.status.say_saving()
            self.given.emit(entry)

    def _show_again(self, entry: EntryInput) -> None:
        numbers = [score for _place, score in entry.scores]
        self._all = numbers[0] if numbers else None
        self._own = {place: score for place, score in entry.scores if score != self._all}
        if entry.scores:
            self.map.set_places([place for place, _score in entry.scores])
        self.scale.set_value(self._all)
        self.details.set_quality(entry.quality)
        self.details.note.setText(entry.note)
        self.details.show_marker(entry.marker)
        self._follow()
