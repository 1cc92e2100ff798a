"""What breaks would be like, in three lines, for somebody who has not switched them on."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from coach.i18n import _
from coach.settings.breaks import MOVE, NUDGE, Breaks
from coach.ui import tokens
from coach.ui.tokens import Role
from coach.ui.widgets.card import column, row
from coach.ui.widgets.icon_label import IconLabel
from coach.ui.widgets.text import label, line


class Welcome(QWidget):
    """Three things to know before the switch."""

    def __init__(self) -> None:
        super().__init__()
        self._sitting = label("", Role.MUTED)
        inside = column(4)
        self.setLayout(inside)
        inside.addWidget(line())
        told = (
            ("armchair", _("It follows how long you sit."), self._sitting),
            ("hourglass", _("It waits for a good moment."), label(_waiting(), Role.MUTED)),
            ("hand", _("You decide."), label(_deciding(), Role.MUTED)),
        )
        for icon, title, words in told:
            lines = column(0)
            lines.addWidget(label(title, Role.STRONG))
            lines.addWidget(words)
            one = row(IconLabel(icon, "brand_text", 6 * tokens.GRID), gap=4)
            one.addLayout(lines, 1)
            inside.addLayout(one)

    def show_breaks(self, breaks: Breaks) -> None:
        """Say it with the person's own rhythm."""
        every = {cadence.key: cadence.every_min for cadence in breaks.cadences}
        usual = {cadence.key: cadence.every_min for cadence in Breaks().cadences}
        form = _(
            "Every {nudge} min a small card says how to sit anew; every {move} min it offers a few minutes of movement, "
            "chosen for you. Time away counts as a break."
        )
        self._sitting.setText(form.format(nudge=every.get(NUDGE, usual[NUDGE]), move=every.get(MOVE, usual[MOVE])))


def _waiting() -> str:
    return _("Not in a call, not over a full screen, not while you type. It never takes keyboard or mouse.")


def _deciding() -> str:
    return _("Only in the hours you set below. Later, shorter and skip are one press away, and so is a pause.")
