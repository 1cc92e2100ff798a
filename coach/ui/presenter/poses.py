"""The key poses of the figure as small pictures to walk through."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from coach.content.pictures import Seen
from coach.i18n import _
from coach.ui import tokens
from coach.ui.presenter.view import PresenterView
from coach.ui.widgets.card import row
from coach.ui.widgets.step_button import StepButton


class Poses(QScrollArea):
    """`chosen` carries the number of a pose. Where they do not all fit they scroll sideways."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._steps: list[StepButton] = []
        self._about: tuple[Seen | None, tuple[str, ...]] = (None, ())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Poses"))
        self.hide()

    def show_view(self, view: PresenterView) -> None:
        """Show the poses of a step, with the one that is picked."""
        about = view.figure, view.poses
        if about != self._about:
            self._about = about
            self._make(view)
        for number, step in enumerate(self._steps):
            step.setChecked(number == view.key)

    def buttons(self) -> tuple[StepButton, ...]:
        """Return the buttons, one for each pose."""
        return tuple(self._steps)

    def _make(self, view: PresenterView) -> None:
        self._steps = []
        if view.figure is not None:
            self._steps = [StepButton(view.figure, number, name) for number, name in enumerate(view.poses)]
        highest = max((step.words_height() for step in self._steps), default=0)
        for number, step in enumerate(self._steps):
            step.leave_room(highest)
            step.clicked.connect(partial(self._choose, number))
        inside = QWidget()
        inside.setProperty("paper", "true")
        inside.setLayout(row(*self._steps, None, gap=1))
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setVisible(bool(self._steps))
        if self._steps:
            self.setFixedHeight(self._steps[0].height() + self.horizontalScrollBar().sizeHint().height() + tokens.GRID)

    def _choose(self, number: int) -> None:
        for other, step in enumerate(self._steps):
            step.setChecked(other == number)
        self.chosen.emit(number)
