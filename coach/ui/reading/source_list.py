"""Sources, quietly: who says it, how good the source is, what it says, and a link that asks first."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from coach.i18n import _
from coach.ui import tokens
from coach.ui.reading.link_button import LinkButton
from coach.ui.reading.tier_badge import TierBadge
from coach.ui.sources import SourceLine
from coach.ui.tokens import Role
from coach.ui.widgets.card import column, row
from coach.ui.widgets.text import label


class SourceList(QWidget):
    """Sources under each other; `wanted` carries the address of the one that is to be opened."""

    wanted = Signal(str)

    def __init__(self, sources: Iterable[SourceLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, tokens.GRID, 0, tokens.GRID)
        grid.setHorizontalSpacing(3 * tokens.GRID)
        grid.setVerticalSpacing(4 * tokens.GRID)
        grid.setColumnStretch(1, 1)
        for number, source in enumerate(sources):
            grid.addWidget(TierBadge(source.tier, source.tier_words), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(self._words(source), number, 1)

    def _words(self, source: SourceLine) -> QVBoxLayout:
        words = column(0)
        if source.says:
            words.addWidget(label(source.says))
        words.addWidget(label(source.title, Role.SMALL if source.says else Role.BODY))
        about = (source.publisher, source.tier_words, source.seen_words)
        words.addWidget(label(" · ".join(part for part in about if part), Role.SMALL))
        if source.address:
            link = LinkButton(source.host, "external-link")
            link.setAccessibleName(_("Open {host}: {title}").format(host=source.host, title=source.title))
            link.clicked.connect(lambda _on=False, address=source.address: self.wanted.emit(address))
            words.addLayout(row(link, None))
        return words
