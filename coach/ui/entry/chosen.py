"""What is chosen on the body, as chips: pressed, the next number is for that place alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.i18n import _
from coach.ui import tokens
from coach.ui.entry.model import Place
from coach.ui.tokens import Role
from coach.ui.widgets.area_box import spoken
from coach.ui.widgets.buttons import Button, chip
from coach.ui.widgets.card import clear, column
from coach.ui.widgets.text import label


class Chosen(QWidget):
    """`picked` carries the place whose number is asked for alone, None for all of them."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._chips: dict[Place, Button] = {}
        self._hint = label("", Role.SMALL)
        self._lines = column(1)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2 * tokens.GRID)
        inside.addWidget(label(_("Where?"), Role.STRONG))
        inside.addLayout(self._lines)
        inside.addWidget(self._hint)
        self.show_places((), {})

    @property
    def alone(self) -> Place | None:
        """Return the place that the next number is for, None when it is for all."""
        return next((place for place, made in self._chips.items() if made.isChecked()), None)

    def show_places(self, places: Sequence[Place], scores: Mapping[Place, int]) -> None:
        """Show what is chosen, each with its number where it has one."""
        if tuple(places) != tuple(self._chips):
            alone = self.alone
            clear(self._lines)
            self._chips = {place: self._chip(place) for place in places}
            if alone in self._chips and len(places) > 1:
                self._chips[alone].setChecked(True)
        for place, made in self._chips.items():
            made.setCheckable(len(places) > 1)
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus if len(places) > 1 else Qt.FocusPolicy.NoFocus)
            words = spoken(place)
            score = scores.get(place)
            made.set_words(words if score is None else _("{place}: {score}").format(place=words, score=score))
        self._hint.setText(self._hint_words(len(places)))

    def pick(self, place: Place | None) -> None:
        """Ask for the number of one place, or of all."""
        for other, made in self._chips.items():
            made.setChecked(made.isCheckable() and other == place)

    def _chip(self, place: Place) -> Button:
        made = chip(spoken(place))
        made.clicked.connect(lambda: self._clicked(place))
        self._lines.addWidget(made)
        return made

    def _clicked(self, place: Place) -> None:
        here = self._chips[place].isChecked()
        self.pick(place if here else None)
        self._hint.setText(self._hint_words(len(self._chips)))
        self.picked.emit(place if here else None)

    def _hint_words(self, count: int) -> str:
        if not count:
            return _("Press where it is on the body.")
        if count == 1:
            return _("Press more places to note them together.")
        if self.alone is not None:
            return _("The number is for this one alone.")
        return _("One number for all. Press one here to give it its own.")
