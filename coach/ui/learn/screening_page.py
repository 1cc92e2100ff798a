"""What suits you: the warning signs in static words, sentences to tick, and what was chosen after "worse"."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coach.analysis.went_worse import USUAL
from coach.content.vocabulary import Area
from coach.i18n import _
from coach.ui import tokens
from coach.ui.learn.question_row import QuestionRow
from coach.ui.learn.screening_state import ScreeningState, WayView, go_on_words
from coach.ui.learn.state import TierView
from coach.ui.learn.tier_card import TierCard
from coach.ui.reading.open_link import ask_to_open
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import Button, primary, quiet
from coach.ui.widgets.card import Card, clear, column, row
from coach.ui.widgets.flow import FlowLayout
from coach.ui.widgets.scaffold import Page, TwoColumns
from coach.ui.widgets.text import label, line


class ScreeningPage(Page):
    """`saved` carries the ticks (places by sentence id); `way_chosen` an exercise and how it is done from now on.

    `left` when the person goes away without saving.
    """

    saved = Signal(object)
    way_chosen = Signal(str, str)
    left = Signal()
    open_source = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("What suits you"))
        self._state: ScreeningState | None = None
        self.rows: list[QuestionRow] = []
        self.save_buttons: list[Button] = []
        self._foot = column(0)
        self._outer.addLayout(self._foot)

    def show_state(self, state: ScreeningState) -> None:
        """Show these sentences and ticks; what is half filled in stays while nothing else has changed."""
        if state == self._state:
            return
        self._state = state
        self.set_title(state.title, state.about)
        clear(self.content)
        clear(self._foot)
        self.rows, self.save_buttons = [], []
        if not state.first:
            self.content.addWidget(self._actions())
        columns = TwoColumns(left=9, right=10, least=920)
        columns.left.addWidget(label(_("When to get help first"), Role.HEADING))
        for tier in state.tiers:
            columns.left.addWidget(self._tier(tier))
        columns.left.addStretch(1)
        columns.right.addWidget(label(_("What is true for you?"), Role.HEADING))
        for title, questions in state.groups:
            card = Card(gap=1)
            card.body.addWidget(label(title, Role.OVERLINE))
            for view in questions:
                card.body.addWidget(self._row(QuestionRow(view, state.ticked.get(view.id))))
            columns.right.addWidget(card)
        if state.ways:
            columns.right.addWidget(self._ways(state.ways))
        if not state.first:
            columns.right.addWidget(self._actions())
        columns.right.addStretch(1)
        self.content.addWidget(columns)
        if state.first:  # always seen: who has ticked what is true, or found nothing, need not look for it
            self._foot.addWidget(line())
            held = column(0)
            held.setContentsMargins(10 * tokens.GRID, 3 * tokens.GRID, 10 * tokens.GRID, 3 * tokens.GRID)
            held.addWidget(self._actions())
            self._foot.addLayout(held)
        asked = next((one for one in self.rows if one.asks_again), self.rows[0] if self.rows else None)
        self.setFocusProxy(asked.box if state.first and asked is not None else self.save_buttons[0])
        self._follow()

    def answers(self) -> dict[str, tuple[Area, ...]]:
        """Return what is ticked right now."""
        given = ((one.id, one.answer()) for one in self.rows)
        return {key: places for key, places in given if places is not None}

    def _row(self, made: QuestionRow) -> QuestionRow:
        made.changed.connect(self._follow)
        made.open_source.connect(self._ask)
        self.rows.append(made)
        return made

    def _actions(self) -> QWidget:
        """Return the buttons; one stands under the other where there is no room."""
        leave = quiet(_("Not now"), "", "large")
        leave.clicked.connect(self.left)
        made = QWidget()
        buttons = FlowLayout(gap=2)
        for button in (self._save_button(), leave):
            buttons.addWidget(button)
        made.setLayout(buttons)
        return made

    def _save_button(self) -> Button:
        made = primary(_("Save"), "check", "large")
        made.clicked.connect(lambda: self.saved.emit(self.answers()))
        self.save_buttons.append(made)
        return made

    def _follow(self) -> None:
        first = self._state is not None and self._state.first
        for button in self.save_buttons:
            button.set_words(go_on_words(len(self.answers()), first=first), "play" if first else "check")

    def _tier(self, view: TierView) -> TierCard:
        made = TierCard(view, compact=True)
        made.open_source.connect(self._ask)
        return made

    def _ways(self, ways: tuple[WayView, ...]) -> QWidget:
        card = Card(gap=2)
        card.body.addWidget(label(_("Since it got worse"), Role.OVERLINE))
        for way in ways:
            card.body.addWidget(label(way.name, Role.STRONG))
            back = quiet(_("As usual again"), "rotate-ccw")
            back.setAccessibleName(_("{exercise}: as usual again").format(exercise=way.name))
            back.clicked.connect(partial(self.way_chosen.emit, way.exercise, USUAL))
            card.body.addLayout(row(label(way.words), None, back))
        return card

    def _ask(self, address: str) -> None:
        if (question := ask_to_open(address, self)) is not None:
            question.agreed.connect(self.open_source)
