"""What is chosen on the body in words; several as chips: pressed, the next number is for that place alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.i18n import _
from coach.ui import tokens
from coach.ui.entry.model import Place
from coach.ui.tokens import Role
from coach.ui.widgets.area_box import spoken
from coach.ui.widgets.buttons import Button, chip
from coach.ui.widgets.card import clear
from coach.ui.widgets.flow import FlowLayout
from coach.ui.widgets.text import label


class Chosen(QWidget):
    """`picked` carries the place whose number is asked for alone, None for all of them."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._places: tuple[Place, ...] = ()
        self._chips: dict[Place, Button] = {}
        self._hint = label("", Role.SMALL)
        self._line = FlowLayout(gap=2)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(tokens.GRID)
        inside.addLayout(self._line)
        inside.addWidget(self._hint)
        self.show_places((), {})

    @property
    def alone(self) -> Place | None:
        """Return the place that the next number is for, None when it is for all."""
        return next((place for place, made in self._chips.items() if made.isChecked()), None)

    def show_places(self, places: Sequence[Place], scores: Mapping[Place, int]) -> None:
        """Show what is chosen, each with its number where it has one."""
        if tuple(places) != self._places:
            alone = self.alone
            clear(self._line)
            self._places = tuple(places)
            self._chips = {place: self._chip(place) for place in places} if len(places) > 1 else {}
            self.pick(alone)
        for place, made in self._chips.items():
            words, score = spoken(place), scores.get(place)
            made.set_words(words if score is None else _("{place}: {score}").format(place=words, score=score))
        self._hint.setText(self._hint_words())

    def pick(self, place: Place | None) -> None:
        """Ask for the number of one place, or of all."""
        for other, made in self._chips.items():
            made.setChecked(other == place)

    def _chip(self, place: Place) -> Button:
        made = chip(spoken(place))
        made.clicked.connect(lambda on: self._clicked(place, on=on))
        self._line.addWidget(made)
        return made

    def _clicked(self, place: Place, *, on: bool) -> None:
        self.pick(place if on else None)
        self._hint.setText(self._hint_words())
        self.picked.emit(place if on else None)

    def _hint_words(self) -> str:
        if not self._places:
            return _("Press where it is on the body.")
        if len(self._places) == 1:
            return _("{place}. Press more places to note them together.").format(place=spoken(self._places[0]))
        if self.alone is not None:
            return _("The number is for this one alone.")
        return _("One number for all. Press one here to give it its own.")
