"""The plan of a routine, step by step."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from coach.i18n import _
from coach.ui.reading.row_button import RowButton
from coach.ui.routines.plan_steps import PlanStep
from coach.ui.routines.state import RoutineView
from coach.ui.tokens import Role, Tone
from coach.ui.widgets.buttons import text_button
from coach.ui.widgets.card import Card, column, row
from coach.ui.widgets.text import label

#: Icon and hue of the steps that are not an exercise.
_ICONS: dict[str, tuple[str, Tone]] = {
    "rest": ("hourglass", Tone.REST),
    "heat": ("flame", Tone.HEAT),
    "cold": ("snowflake", Tone.COLD),
    "off": ("timer", Tone.REST),
    "breathe": ("wind", Tone.BRAND),
    "ask": ("activity", Tone.BRAND),
    "say": ("volume-2", Tone.REST),
}


class PlanCard(Card):
    """Lists the steps; `open_exercise` carries the id of the exercise asked for, `own_dose_back` takes the person's own
    doses back.
    """

    open_exercise = Signal(str)
    own_dose_back = Signal()

    def __init__(self, view: RoutineView) -> None:
        super().__init__(padding=4, gap=1)
        head = label(_("The plan"), Role.OVERLINE)
        head.setContentsMargins(8, 8, 8, 0)
        self.body.addWidget(head)
        steps = column(0)
        for step in view.steps:
            steps.addWidget(self._row(step))
        self.body.addLayout(steps)
        if any(step.own for step in view.steps):
            back = text_button(_("Back to the routine's own dose"), "undo-2")
            back.clicked.connect(self.own_dose_back)
            self.body.addLayout(row(back, None))

    def _row(self, step: PlanStep) -> RowButton:
        icon, tone = _ICONS.get(step.kind, ("clock", Tone.REST))
        detail = " · ".join(part for part in (step.amount, step.side, _("your own dose") if step.own else "") if part)
        made = RowButton(step.title, detail, step.figure or icon, tone, leads=bool(step.exercise), wide=True)
        if step.exercise:
            made.setAccessibleDescription(_("Shows how it is done"))
            made.clicked.connect(partial(self.open_exercise.emit, step.exercise))
        return made
