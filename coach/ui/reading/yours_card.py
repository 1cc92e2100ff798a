"""What the person said about themselves, beside what it is about; the way to change it is one press away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coach.i18n import _
from coach.ui.reading.disclosure import Disclosure
from coach.ui.reading.reading_pane import sections
from coach.ui.reading.source_list import SourceList
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import text_button
from coach.ui.widgets.card import Card, column, row
from coach.ui.widgets.icon_label import IconLabel
from coach.ui.widgets.text import label
from coach.ui.yours import YoursLine


class YoursCard(Card):
    """`suits_asked`: the person wants to change what they said; `open_source` carries an address."""

    suits_asked = Signal()
    open_source = Signal(str)

    def __init__(self, title: str, lines: Sequence[YoursLine]) -> None:
        super().__init__("note", gap=3)
        self.body.addWidget(label(title, Role.STRONG))
        for line in lines:
            words = column(0)
            words.addWidget(label(line.title, Role.STRONG))
            words.addWidget(label(line.text))
            shown = row(IconLabel("circle-stop" if line.against else "circle-alert", "hold_text", 20), gap=3)
            shown.addLayout(words, 1)
            self.body.addLayout(shown)
        if any(line.sources for line in lines):
            self.body.addWidget(Disclosure(_("Who says so"), partial(self._sources, lines)))
        change = text_button(_("Change what you said"))
        change.clicked.connect(self.suits_asked)
        self.body.addLayout(row(change, None))

    def _sources(self, lines: Sequence[YoursLine]) -> QWidget:
        made, inside = sections(2)
        sources = tuple(dict.fromkeys(source for line in lines for source in line.sources))
        shown = SourceList(sources)
        shown.wanted.connect(self.open_source)
        inside.addWidget(shown)
        return made
