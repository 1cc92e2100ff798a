"""The numbers to call, by region, in large figures."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from coach.i18n import _
from coach.ui.learn.state import NumberView
from coach.ui.tokens import Role
from coach.ui.widgets.card import Card, column
from coach.ui.widgets.flow import FlowLayout
from coach.ui.widgets.text import label

_GAP = 10


class NumbersCard(Card):
    """Shows every region's numbers; the person's own come first."""

    def __init__(self, numbers: Iterable[NumberView]) -> None:
        super().__init__(gap=3)
        self.body.addWidget(label(_("Emergency and advice numbers"), Role.OVERLINE))
        regions = FlowLayout(gap=_GAP)
        for view in numbers:
            regions.addWidget(_region(view))
        self.body.addLayout(regions)


def _region(view: NumberView) -> QWidget:
    made = QWidget()
    inside = column(0)
    inside.addWidget(label(view.region, Role.MUTED, wrap=False))
    inside.addWidget(label("  ".join(view.numbers), Role.TITLE, wrap=False))
    made.setLayout(inside)
    made.setAccessibleName(_("{region}: {numbers}").format(region=view.region, numbers=", ".join(view.numbers)))
    return made
