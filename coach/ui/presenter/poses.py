"""The key poses of the figure as small pictures to walk through."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.content.pictures import Seen
from coach.i18n import _
from coach.ui import tokens
from coach.ui.presenter.view import PresenterView
from coach.ui.widgets.step_button import StepButton

_GAP: Final = tokens.GRID
#: A picture narrower than this shows nothing.
_NARROWEST: Final = 16 * tokens.GRID
_ANY_HEIGHT: Final = 10_000


class Poses(QWidget):
    """`chosen` carries the number of a pose. All of them are seen at once: they share the width, and do without words
    where these would take more height than there is.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._steps: list[StepButton] = []
        self._about: tuple[Seen | None, tuple[str, ...]] = (None, ())
        self._highest = _ANY_HEIGHT
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
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

    def limit(self, highest: int) -> None:
        """Show words as long as all of it is not higher than this, in pixels."""
        if highest != self._highest:
            self._highest = highest
            self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the words."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._place()

    def _make(self, view: PresenterView) -> None:
        for old in self._steps:
            old.hide()
            old.deleteLater()
        self._steps = []
        if view.figure is not None:
            self._steps = [StepButton(view.figure, number, name) for number, name in enumerate(view.poses)]
        for number, step in enumerate(self._steps):
            step.setParent(self)
            step.clicked.connect(partial(self._choose, number))
            step.show()
        self.setVisible(bool(self._steps))
        self._place()

    def _place(self) -> None:
        """Put the pictures side by side, in more lines only where they would become too narrow."""
        if not self._steps:
            return
        count, room = len(self._steps), self.width()
        fit = max(1, (room + _GAP) // (_NARROWEST + _GAP))
        lines = -(-count // fit)
        beside = -(-count // lines)
        wide = min(self._steps[0].sizeHint().width(), (room - _GAP * (beside - 1)) // beside)
        words = max(step.words_height(wide) for step in self._steps)
        self._leave_room(words, wide)
        if self._height(lines) > self._highest:
            self._leave_room(0, wide)
        for number, step in enumerate(self._steps):
            line, at = divmod(number, beside)
            step.move(at * (wide + _GAP), line * (step.height() + _GAP))
        self.setFixedHeight(self._height(lines))

    def _leave_room(self, words: int, wide: int) -> None:
        for step in self._steps:
            step.leave_room(words, wide)

    def _height(self, lines: int) -> int:
        return lines * (self._steps[0].height() + _GAP) - _GAP

    def _choose(self, number: int) -> None:
        for other, step in enumerate(self._steps):
            step.setChecked(other == number)
        self.chosen.emit(number)
