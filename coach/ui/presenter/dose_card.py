"""How much of the step that is shown: dials, and which sides."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup

from coach.content.vocabulary import SidePlan
from coach.i18n import _
from coach.ui.presenter.view import DialView, PresenterView, dial_name
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import Button, chip
from coach.ui.widgets.card import Card, clear, column
from coach.ui.widgets.dial import Dial
from coach.ui.widgets.flow import FlowLayout
from coach.ui.widgets.text import label


class DoseCard(Card):
    """`turned` carries the name of a dial and whether it goes up; `sides_chosen` a `SidePlan`."""

    turned = Signal(str, bool)
    sides_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__("tint", padding=4, gap=2)
        self._dials: dict[str, Dial] = {}
        self._words = label("", Role.BODY)
        self._column = column(1)
        self._group = QButtonGroup(self)
        self._sides = {plan: self._choice(plan, word) for plan, word in _plans()}
        self._line = FlowLayout(gap=1)
        for button in self._sides.values():
            self._line.addWidget(button)
        self.body.addWidget(label(_("How much"), Role.OVERLINE))
        self.body.addWidget(self._words)
        self.body.addLayout(self._column)
        self.body.addLayout(self._line)

    def show_view(self, view: PresenterView) -> None:
        """Show the numbers of a step; the dials stay where they are while it is the same step."""
        self._words.setText(view.dose)
        if tuple(self._dials) != tuple(one.dial for one in view.dials):
            self._make(view.dials)
        for one in view.dials:
            self._dials[one.dial].show_value(one.value, one.between, less=one.less, more=one.more)
        for plan, button in self._sides.items():
            button.setVisible(view.sides is not None)
            button.setChecked(plan is view.sides)

    def dial(self, name: str) -> Dial:
        """Return a dial by its name."""
        return self._dials[name]

    def side_button(self, plan: SidePlan) -> Button:
        """Return the button of a choice of sides."""
        return self._sides[plan]

    def _make(self, dials: tuple[DialView, ...]) -> None:
        clear(self._column)
        self._dials = {}
        for one in dials:
            made = Dial(dial_name(one.dial))
            made.turned.connect(partial(self.turned.emit, str(one.dial)))
            self._dials[one.dial] = made
            self._column.addWidget(made)

    def _choice(self, plan: SidePlan, word: str) -> Button:
        made = chip(word)
        made.setAccessibleName(_("Sides: {choice}").format(choice=word))
        made.clicked.connect(partial(self.sides_chosen.emit, plan))
        self._group.addButton(made)
        return made


def _plans() -> tuple[tuple[SidePlan, str], ...]:
    return (
        (SidePlan.LEFT_THEN_RIGHT, _("Both")),
        (SidePlan.LEFT, _("Left")),
        (SidePlan.RIGHT, _("Right")),
    )
