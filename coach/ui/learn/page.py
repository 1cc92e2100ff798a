"""The Warning signs page: static words, large enough to be read from across the room."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coach.i18n import _
from coach.ui.learn.numbers_card import NumbersCard
from coach.ui.learn.state import TierView, WarningsState
from coach.ui.learn.tier_card import TierCard
from coach.ui.reading.open_link import ask_to_open
from coach.ui.widgets.buttons import quiet
from coach.ui.widgets.card import clear
from coach.ui.widgets.flow import flow_of
from coach.ui.widgets.scaffold import Page


class WarningsPage(Page):
    """Lists the signs and what to do. `open_source` carries an address after the person has agreed to open it;
    `suits_asked`: they want to say what does not suit them; `compare_asked`: spasm and cramp side by side are wanted.
    """

    open_source = Signal(str)
    suits_asked = Signal()
    compare_asked = Signal()

    def __init__(self) -> None:
        super().__init__(_("Warning signs"))
        self.cards: list[TierCard] = []
        self._state: WarningsState | None = None

    def show_state(self, state: WarningsState) -> None:
        """Show these words; the emergency signs have the keyboard first."""
        if state == self._state:
            return
        self._state = state
        clear(self.content)
        self.cards = []
        self.set_title(_("Warning signs"), state.about)
        self.content.addWidget(NumbersCard(state.numbers))
        for tier in (*state.tiers, *state.aid):
            self.content.addWidget(self._card(tier))
        self.content.addWidget(self._further())
        if self.cards:
            self.setFocusProxy(self.cards[0])

    def _further(self) -> QWidget:
        compare = quiet(_("Spasm or cramp?"), "arrow-left-right")
        compare.clicked.connect(self.compare_asked)
        suits = quiet(_("What suits you"), "hand")
        suits.clicked.connect(self.suits_asked)
        return flow_of((suits, compare))

    def _card(self, view: TierView) -> TierCard:
        made = TierCard(view)
        made.open_source.connect(self._ask)
        self.cards.append(made)
        return made

    def _ask(self, address: str) -> None:
        if (question := ask_to_open(address, self)) is not None:
            question.agreed.connect(self.open_source)
