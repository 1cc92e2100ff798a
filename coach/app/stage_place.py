"""Where the stage of a presentation is: filling another screen, or a window beside the presenter's."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from coach.app.screens import ScreenWatch, beside, fill_screen, other_screen
from coach.app.stage_window import StageWindow
from coach.i18n import _
from coach.ui.main_window import MainWindow


class StagePlace(QObject):
    """Keeps the stage where it can be seen while screens come and go; `wish_of`: what a key in it stands for. `moved`: where it is, in words, and whether it fills."""

    moved = Signal(str, bool)

    def __init__(self, presenter: MainWindow, wish_of: Callable[[QKeyEvent], str], parent: QObject) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.window = StageWindow(wish_of)
        self._last = ""
        self._filled = False
        self._dragged = False  # the person wants a window, whatever screens there are
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            raise TypeError("where there is a window there is an application")
        self._watch = ScreenWatch(app, self)
        self._watch.changed.connect(self._settle)
        self._watch.follow_window(presenter)

    @property
    def filled(self) -> bool:
        """Whether it fills a screen."""
        return self._filled

    def open(self) -> None:
        """Show the stage; the presenter keeps the keyboard."""
        self._go()

    def turn(self) -> None:
        """Fill the screen that it is on, or become a window again."""
        self._dragged = self._filled
        if self._filled:
            self._beside()
        elif self.window.screen() is not self._presenter.screen():
            self._fill(self.window.screen().name())
        else:
            other = other_screen(self._watch.screens(self._presenter), self._last)
            self._fill(other.name if other is not None else self._presenter.screen().name())

    def close(self) -> None:
        """Take the stage away."""
        self.window.hide()
        self.window.deleteLater()
        self.deleteLater()

    def _settle(self) -> None:
        """A screen has come, gone or moved: the session goes on wherever it can be seen."""
        if not self._dragged:
            self._go()
        elif self.window.screen() is self._presenter.screen():
            self._beside()

    def _go(self) -> None:
        other = other_screen(self._watch.screens(self._presenter), self._last)
        if other is not None:
            self._fill(other.name)
        else:
            self._beside()

    def _fill(self, name: str) -> None:
        fill_screen(self.window, name)
        self._filled = True
        away = self.window.screen() is not self._presenter.screen()
        if away:
            self._last = name
            self._presenter.activateWindow()
        words = (
            _("The stage fills the other screen.") if away else _("The stage fills this screen. F makes it a window.")
        )
        self.moved.emit(words, True)

    def _beside(self) -> None:
        beside(self.window, self._presenter)
        self._filled = False
        self.window.raise_()  # both hear the same keys, so it may have the keyboard: what matters is that it is seen
        self.moved.emit(_("The stage is a window. Drag it where it is to be seen, then press F."), False)
