"""One sentence to tick, and under it what the tick changes, for which places, and who says so."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coach.content.vocabulary import Area
from coach.i18n import _
from coach.ui import tokens
from coach.ui.learn.screening_state import QuestionView
from coach.ui.reading.disclosure import Disclosure
from coach.ui.reading.reading_pane import sections
from coach.ui.reading.source_list import SourceList
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import Button, chip
from coach.ui.widgets.card import column
from coach.ui.widgets.checks import CheckRow
from coach.ui.widgets.flow import flow_of
from coach.ui.widgets.text import label


class QuestionRow(QWidget):
    """`changed` when it is ticked or its places change; `open_source` carries an address."""

    changed = Signal()
    open_source = Signal(str)

    def __init__(self, view: QuestionView, ticked: tuple[Area, ...] | None) -> None:
        super().__init__()
        self.id, self.asks_again = view.id, bool(view.again)
        self.box = CheckRow(view.text)
        self.box.setAccessibleDescription(" ".join(words for words in (view.again, view.effect) if words))
        self._places = {area: chip(word) for area, word in view.places}
        self._more = self._below(view)
        inside = column(0)
        inside.addWidget(self.box)
        inside.addWidget(self._more)
        self.setLayout(inside)
        self.box.setChecked(ticked is not None)
        for area, button in self._places.items():
            button.setChecked(area in (ticked or ()))
        self._follow()
        self.box.toggled.connect(self._toggled)

    def answer(self) -> tuple[Area, ...] | None:
        """Return the places it is true for (none: everywhere); None when it is not ticked."""
        if not self.box.isChecked():
            return None
        return tuple(area for area, button in self._places.items() if button.isChecked())

    def _below(self, view: QuestionView) -> QWidget:
        made = QWidget()
        inside = column(1)
        inside.setContentsMargins(10 * tokens.GRID, 0, 0, 3 * tokens.GRID)
        if view.again:
            inside.addWidget(label(view.again, Role.STRONG))
        inside.addWidget(label(view.effect, Role.STRONG))
        if self._places:
            inside.addWidget(label(_("Where? Choose none if it is everywhere."), Role.SMALL))
            inside.addWidget(flow_of(self._named(view)))
        inside.addWidget(Disclosure(_("Why, and who says so"), partial(self._why, view)))
        made.setLayout(inside)
        return made

    def _named(self, view: QuestionView) -> list[Button]:
        for area, word in view.places:
            button = self._places[area]
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setAccessibleName(_("{place}: {said}").format(place=word, said=view.text))
            button.clicked.connect(self.changed)
        return list(self._places.values())

    def _why(self, view: QuestionView) -> QWidget:
        made, inside = sections(2)
        for reason in view.reasons:
            inside.addWidget(label(reason.text))
            lines = SourceList(reason.sources)
            lines.wanted.connect(self.open_source)
            inside.addWidget(lines)
        return made

    def _toggled(self) -> None:
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        self._more.setVisible(self.box.isChecked())
