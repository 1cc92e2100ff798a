"""The window that shows the stage of a presentation, on whatever screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.ui.player.presented import PresentedStage


class StageWindow(QWidget):
    """`wish` carries what a key stands for, as `wish_of` says; closing it ends the presentation.

    The program does not stay open for its sake.
    """

    wish = Signal(str)

    def __init__(self, wish_of: Callable[[QKeyEvent], str]) -> None:
        super().__init__()
        self._wish_of = wish_of
        self.setWindowTitle("Limber")
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.stage = PresentedStage()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.stage)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key stands for, for a clicker speaks to whichever window is in front."""
        wish = self._wish_of(event)
        if wish:
            self.wish.emit(wish)
            event.accept()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let whoever presents decide: the end of the presentation takes the window away."""
        event.ignore()
        self.wish.emit("end")
