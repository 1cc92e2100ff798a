"""The figure in the presenter's hand: turned here, seen on the big screen."""

from __future__ import annotations

from PySide6.QtCore import Qt

from coach.i18n import _
from coach.ui import tokens
from coach.ui.widgets.figure_view import FigureView

_HIGH = 90 * tokens.GRID


class HeldFigure(FigureView):
    """How each exercise was turned is remembered for as long as the window is open, and by no other view.

    Whoever takes hold of it can go on with the arrow keys; Space and letters go to the page.
    """

    def __init__(self) -> None:
        super().__init__(high=_HIGH, radius=tokens.RADIUS_CARD, steady=True, keeps_angles=True)
        self.setToolTip(_("Drag to turn, wheel to zoom, double-click for how it was"))
        self.touch.turned.connect(self._take_keyboard)

    def _take_keyboard(self) -> None:
        if self.underMouse() and not self.hasFocus() and not self.touch.bar.underMouse():
            self.setFocus(Qt.FocusReason.MouseFocusReason)
