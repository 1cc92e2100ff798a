"""The figure of an exercise: it moves, can be turned, and each of its moments can be picked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.content.pictures import Seen
from coach.i18n import _
from coach.ui import tokens
from coach.ui.library.state import ExerciseView
from coach.ui.widgets.card import column
from coach.ui.widgets.figure_view import FigureView
from coach.ui.widgets.flow import FlowLayout
from coach.ui.widgets.step_button import StepButton
from coach.ui.words import posture_word

_HIGH = 84 * tokens.GRID
#: Without a figure the place is only a quiet head.
_LOW = 40 * tokens.GRID


class FigureCard(QWidget):
    """Plays as soon as it is seen, unless nothing may move; a small picture goes to its moment and stays there."""

    def __init__(self, view: ExerciseView) -> None:
        super().__init__()
        self.view = FigureView(high=_HIGH)
        self.view.setFixedHeight(_HIGH if view.figure is not None else _LOW)
        self._steps: list[StepButton] = []
        inside = column(2)
        inside.addWidget(self.view)
        self.setLayout(inside)
        if view.figure is None:
            self.view.show_icon("person-standing")
            self.view.setAccessibleName(_("Start position: {position}").format(position=posture_word(view.posture)))
            return
        self.view.setAccessibleName(_("{exercise}, moving picture").format(exercise=view.name))
        self.view.show_figure(view.figure.key)
        if len(view.keys) > 1:
            self._add_steps(view.figure, view.keys, inside)
            self.view.play()
            self._mark(self.view.key_number)

    def steps(self) -> tuple[StepButton, ...]:
        """Return the buttons, one for each moment."""
        return tuple(self._steps)

    def _add_steps(self, shown: Seen, names: Sequence[str], inside: QVBoxLayout) -> None:
        line = FlowLayout(gap=1)
        for number, name in enumerate(names):
            step = StepButton(shown, number, name)
            step.clicked.connect(partial(self._go, number))
            self._steps.append(step)
            line.addWidget(step)
        highest = max(step.words_height() for step in self._steps)
        for step in self._steps:
            step.leave_room(highest)
        self.view.key_reached.connect(self._mark)
        inside.addLayout(line)

    def _go(self, number: int) -> None:
        self.view.go_to(number)
        self._mark(number)

    def _mark(self, number: int) -> None:
        for other, step in enumerate(self._steps):
            step.setChecked(other == number)
