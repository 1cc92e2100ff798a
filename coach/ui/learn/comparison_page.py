"""Spasm or cramp: features side by side, that they overlap, and when to get help. It judges nothing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coach.i18n import _
from coach.ui.learn.comparison_state import ComparisonState
from coach.ui.learn.comparison_table import ComparisonTable
from coach.ui.reading.disclosure import Disclosure
from coach.ui.reading.open_link import ask_to_open
from coach.ui.reading.source_list import SourceList
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import quiet, text_button
from coach.ui.widgets.card import Card, clear, column, row
from coach.ui.widgets.icon_label import IconLabel
from coach.ui.widgets.scaffold import Page
from coach.ui.widgets.text import label, line


class ComparisonPage(Page):
    """Reached from where a person wonders. `left`: back to there; `signs_asked`: the warning signs are wanted;
    `open_source` carries an address after the person has agreed to open it.
    """

    left = Signal()
    signs_asked = Signal()
    open_source = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Spasm or cramp?"))
        self.table: ComparisonTable | None = None
        self._state: ComparisonState | None = None

    def show_state(self, state: ComparisonState) -> None:
        """Show these words; the first row has the keyboard."""
        if state == self._state:
            return
        self._state = state
        clear(self.content)
        self.set_title(state.title, state.about)
        back = text_button(_("Back"), "arrow-left", "link")
        back.clicked.connect(self.left)
        self.content.addLayout(row(back, None))
        self.table = ComparisonTable(state)
        self.content.addWidget(self.table)
        self.content.addWidget(self._help(state))
        self.content.addWidget(self._overlap(state))
        sources = _Sources(state)
        sources.wanted.connect(self._ask)
        self.content.addWidget(sources)
        if self.table.rows:
            self.setFocusProxy(self.table.rows[0])

    def _help(self, state: ComparisonState) -> QWidget:
        """The signs of the table are some of many: the whole list is one press away."""
        card = Card("note", padding=5, gap=2)
        words = row(IconLabel("life-buoy", "hold_text", 24), gap=3)
        text = label(
            _("The last row names only some signs. Others call for help at once, whatever it is: read the whole list."),
            Role.STRONG,
        )
        words.addWidget(text, 1)
        card.body.addLayout(words)
        card.body.addWidget(label(state.any_one_rule))
        signs = quiet(_("Warning signs"), "life-buoy")
        signs.clicked.connect(self.signs_asked)
        card.body.addLayout(row(signs, None))
        return card

    def _overlap(self, state: ComparisonState) -> QWidget:
        card = Card(gap=3)
        card.body.addWidget(label(_("Where they overlap"), Role.HEADING))
        for text, by in state.overlaps:
            said = column(1)
            said.addWidget(label(text))
            said.addWidget(label(by, Role.SMALL))
            card.body.addLayout(said)
        card.body.addWidget(line())
        card.body.addWidget(label(state.sureness, Role.MUTED))
        card.body.addWidget(label(state.verdict, Role.STRONG))
        return card

    def _ask(self, address: str) -> None:
        if (question := ask_to_open(address, self)) is not None:
            question.agreed.connect(self.open_source)


class _Sources(QWidget):
    """Every source once, with the rows that rest on it; there when asked for. `wanted` carries an address."""

    wanted = Signal(str)

    def __init__(self, state: ComparisonState) -> None:
        super().__init__()
        inside = column(0)
        inside.addWidget(Disclosure(_("Sources"), partial(self._list, state)))
        self.setLayout(inside)

    def _list(self, state: ComparisonState) -> QWidget:
        made = SourceList(state.sources)
        made.wanted.connect(self.wanted)
        return made
