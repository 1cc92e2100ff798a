"""Which screen the stage goes to: the one that the window is not on, if there is one. And back from a screen that has gone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget

#: A window beside the presenter's takes this share of its screen.
_SHARE: Final = 0.6
#: A window of which less than this can be seen is brought back; one that lies across two screens is seen whole.
_SEEN: Final = 0.9


class Screen(NamedTuple):
    """A screen by its name and its place on the desktop; `mine`: the presenter's window is on it."""

    name: str
    x: int
    y: int
    width: int
    height: int
    mine: bool = False


def other_screen(screens: Sequence[Screen], last: str = "") -> Screen | None:
    """Return the screen for the stage, the one it was on last if that is there; None where there is only one.

    A screen that shows the same place as the presenter's is a copy of it, not another screen.
    """
    mine = [screen for screen in screens if screen.mine]
    others = [screen for screen in screens if not screen.mine and all(screen[1:5] != own[1:5] for own in mine)]
    return next((screen for screen in others if screen.name == last), others[0] if others else None)


class ScreenWatch(QObject):
    """Looks at the screens there are. `changed`, soon after one has come, gone or moved."""

    changed = Signal()

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.changed)
        app.screenAdded.connect(self._added)
        app.screenRemoved.connect(self._moved)
        app.primaryScreenChanged.connect(self._moved)
        for screen in QGuiApplication.screens():
            self._follow(screen)

    def follow_window(self, window: QWidget) -> None:
        """Look again when a window goes to another screen."""
        handle = window.windowHandle()
        if handle is not None:
            handle.screenChanged.connect(self._moved)

    def screens(self, window: QWidget) -> list[Screen]:
        """Return the screens; `window` is the presenter's."""
        own = window.screen()
        return [_screen(screen, mine=screen is own) for screen in QGuiApplication.screens()]

    def _added(self, screen: QScreen) -> None:
        self._follow(screen)
        self._soon.start()

    def _moved(self, _what: object) -> None:
        self._soon.start()

    def _follow(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._moved)


class InSight(QObject):
    """Brings a window back when its screen was pulled out or has become smaller; some desktops leave it where it was."""

    def __init__(self, app: QApplication, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        ScreenWatch(app, self).changed.connect(self._look)

    def _look(self) -> None:
        window = self._window
        if window.isMinimized() or window.isMaximized():
            return  # whoever made it so keeps it where it can be seen
        home = window.screen()
        if window.isFullScreen():
            if window.geometry() != home.geometry():
                fill_screen(window, home.name())
            return
        areas = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        place = place_in_sight(window.frameGeometry(), areas, home.availableGeometry())
        if place is not None:
            edges = window.frameGeometry().size() - window.size()
            window.resize(place.size() - edges)
            window.move(place.topLeft())


def place_in_sight(frame: QRect, areas: Sequence[QRect], home: QRect) -> QRect | None:
    """Return where a window has to go to be seen, inside `home`; None where it can be seen well enough on these areas."""
    parts = {(part.x(), part.y(), part.width(), part.height()) for area in areas if (part := frame & area).isValid()}
    if sum(wide * high for _x, _y, wide, high in parts) >= _SEEN * frame.width() * frame.height():
        return None
    wide, high = min(frame.width(), home.width()), min(frame.height(), home.height())
    left = min(max(frame.x(), home.x()), home.x() + home.width() - wide)
    top = min(max(frame.y(), home.y()), home.y() + home.height() - high)
    return QRect(left, top, wide, high)


def fill_screen(window: QWidget, name: str) -> None:
    """Fill a screen with a window; where nobody is called so, the screen that it is on."""
    found = _named(name) or window.screen()
    window.setScreen(found)
    window.setGeometry(found.geometry())
    window.showFullScreen()


def beside(window: QWidget, other: QWidget) -> None:
    """Show a window in the lower right corner of the screen that another is on, to be dragged from there."""
    area = other.screen().availableGeometry()
    wide, high = round(area.width() * _SHARE), round(area.height() * _SHARE)
    place = QRect(area.right() - wide + 1, area.bottom() - high + 1, wide, high)
    window.showNormal()
    window.setScreen(other.screen())
    window.setGeometry(place)


def _screen(screen: QScreen, *, mine: bool) -> Screen:
    area = screen.geometry()
    return Screen(screen.name(), area.x(), area.y(), area.width(), area.height(), mine)


def _named(name: str) -> QScreen | None:
    return next((screen for screen in QGuiApplication.screens() if screen.name() == name), None)
