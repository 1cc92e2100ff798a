"""What happened: a kind as a chip, own words, and for what lasts the last day."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QLineEdit, QVBoxLayout, QWidget

from coach.content.vocabulary import LASTING_MARKERS, MarkerKind
from coach.content.words import marker_word
from coach.i18n import _
from coach.ui import tokens
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import chip
from coach.ui.widgets.card import row
from coach.ui.widgets.flow import flow_of
from coach.ui.widgets.moment_field import chosen_day, day_field
from coach.ui.widgets.text import label

_WORDS_LENGTH = 200


class MarkerInput(NamedTuple):
    """A kind, the person's own words ('' for none), and the last day (ISO) of what lasts."""

    kind: MarkerKind
    words: str
    last_day: str | None


class MarkerForm(QWidget):
    """`changed` whenever it says something else. `first_day` (ISO) is the day it is about."""

    changed = Signal()

    def __init__(self, first_day: str) -> None:
        super().__init__()
        self.kinds = {kind: chip(marker_word(kind)) for kind in MarkerKind}
        self._group = QButtonGroup(self)
        for button in self.kinds.values():
            self._group.addButton(button)
        self._group.buttonClicked.connect(self._follow)
        self.words = QLineEdit()
        self.words.setMaxLength(_WORDS_LENGTH)
        self.words.setAccessibleName(_("In your words"))
        self.words.setPlaceholderText(_("In your words, if you like"))
        self.words.setMinimumHeight(tokens.TARGET)
        self.words.textChanged.connect(self._follow)
        self.lasts = QCheckBox(_("It lasts until"))
        self.last = day_field(first_day, _("Last day"))
        self.last.setMinimumDate(QDate.fromString(first_day, "yyyy-MM-dd"))
        self.lasts.toggled.connect(self._follow)
        self._until = QWidget()
        self._until.setLayout(row(self.lasts, self.last, None))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2 * tokens.GRID)
        for part in (label(_("What happened?"), Role.SMALL), flow_of(self.kinds.values()), self.words, self._until):
            inside.addWidget(part)
        self._follow()

    def value(self) -> MarkerInput | None:
        """What has been filled in; None while no kind is chosen, or *something else* has no words."""
        kind = self.kind()
        words = self.words.text().strip()
        if kind is None or (kind is MarkerKind.OTHER and not words):
            return None
        lasting = kind in LASTING_MARKERS and self.lasts.isChecked()
        return MarkerInput(kind, words, chosen_day(self.last) if lasting else None)

    def kind(self) -> MarkerKind | None:
        """The kind that is chosen."""
        return next((kind for kind, button in self.kinds.items() if button.isChecked()), None)

    def set_value(self, kind: MarkerKind, words: str, last_day: str | None) -> None:
        """Show what was said before."""
        self.kinds[kind].setChecked(True)
        self.words.setText(words)
        self.lasts.setChecked(last_day is not None)
        if last_day is not None:
            self.last.setDate(QDate.fromString(last_day, "yyyy-MM-dd"))
        self._follow()

    def clear(self) -> None:
        """Say nothing."""
        self._group.setExclusive(False)
        for button in self.kinds.values():
            button.setChecked(False)
        self._group.setExclusive(True)
        self.words.clear()
        self.lasts.setChecked(False)
        self._follow()

    def _follow(self) -> None:
        self._until.setVisible(self.kind() in LASTING_MARKERS)
        self.last.setEnabled(self.lasts.isChecked())
        self.changed.emit()
