"""Where the card goes: a corner of the screen that is looked at, and another when that screen goes."""

from __future__ import annotations

import sys
from typing import NamedTuple

from PySide6.QtCore import QObject, QPoint, QRect, QSize, QTimer, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QScreen

from coach.ui import tokens

#: How far it stays away from the edges of the screen, in pixels.
EDGE = 4 * tokens.GRID
#: It never takes more of the width of a screen than this.
_SHARE = 0.6


class Corner(NamedTuple):
    """Which corner: messages of macOS come from the top, and what is being written elsewhere is seldom at the right below."""

    right: bool = True
    top: bool = False


def corner_here() -> Corner:
    """Return the corner where this system has its own messages."""
    return Corner(top=sys.platform == "darwin")


def place_of(area: QRect, size: QSize, corner: Corner) -> QPoint:
    """Return the upper left corner of a card of this size in what a screen has free; all of it is seen if it can be."""
    x = area.right() + 1 - EDGE - size.width() if corner.right else area.x() + EDGE
    y = area.y() + EDGE if corner.top else area.bottom() + 1 - EDGE - size.height()
    return QPoint(max(x, area.x()), max(y, area.y()))


def width_of(area: QRect, wanted: int) -> int:
    """Return how wide a card may be there."""
    return min(wanted, max(round(area.width() * _SHARE), min(area.width() - 2 * EDGE, wanted // 2)))


def screen_now() -> QScreen | None:
    """Return the screen with our active window, else with the mouse, else the first; None when there is none."""
    active = [window.geometry().center() for window in QGuiApplication.topLevelWindows() if window.isActive()]
    # By its place: a screen that `QWindow.screen` hands out dies, for PySide, with the window's wrapper.
    points = [*active, QCursor.pos()]
    found = (*(QGuiApplication.screenAt(point) for point in points), _first())
    return next((screen for screen in found if screen is not None), None)


def _first() -> QScreen | None:
    return next(iter(QGuiApplication.screens()), None)


class Screens(QObject):
    """`changed`, once, soon after screens have come, gone or changed what they have free."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.changed)
        app = QGuiApplication.instance()
        if not isinstance(app, QGuiApplication):
            raise TypeError("where there is a card there is an application")
        app.screenAdded.connect(self._added)
        app.screenRemoved.connect(self._look)
        app.primaryScreenChanged.connect(self._look)
        for screen in QGuiApplication.screens():
            self._follow(screen)

    def _added(self, screen: QScreen) -> None:
        self._follow(screen)
        self._look()

    def _follow(self, screen: QScreen) -> None:
        # Never disconnected: it ends with the screen, and PySide may lose a screen that a disconnect was the last to hold.
        screen.availableGeometryChanged.connect(self._look)

    def _look(self, _what: object = None) -> None:
        self._soon.start()
