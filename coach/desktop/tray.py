"""The icon in the tray, where the desktop has one."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from coach.desktop.tray_menu import TrayMenu
from coach.i18n import _
from coach.ports.tray import TrayState


class TrayIcon(QObject):
    """See `coach.ports.tray.Tray`; it can also say something, where no message of the desktop can be had."""

    def __init__(self, picture: Callable[[], QIcon], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self._icon: QSystemTrayIcon | None = None
        self._menu: TrayMenu | None = None
        self._state: TrayState | None = None
        self._chosen: Callable[[str], None] = lambda _key: None
        self._clicked: Callable[[], None] = lambda: None

    def trouble(self) -> str:
        """Say why there can be no icon."""
        return "" if QSystemTrayIcon.isSystemTrayAvailable() else _("no tray is running; Limber stays in its window")

    def show(self, state: TrayState, chosen: Callable[[str], None]) -> bool:
        """Show the icon and its menu."""
        if self._state is None and self.trouble():
            return False
        self._chosen = chosen
        icon = self._made()
        icon.setToolTip(state.tip)
        if self._menu is not None:
            self._menu.show(state.entries)
        self._state = state
        icon.show()
        return True

    def hide(self) -> None:
        """Take the icon away."""
        self._state = None
        if self._icon is not None:
            self._icon.hide()

    def say(self, title: str, text: str, clicked: Callable[[], None]) -> bool:
        """Show a message at the icon."""
        if self._icon is None or not self._icon.isVisible() or self.trouble():
            return False
        self._clicked = clicked
        self._icon.showMessage(title, text, self._icon.icon())
        return True

    def close(self) -> None:
        """Take the icon and its menu away for good."""
        self.hide()
        for thing in (self._icon, self._menu.widget if self._menu is not None else None):
            if thing is not None:
                thing.deleteLater()
        self._icon = self._menu = None

    def _made(self) -> QSystemTrayIcon:
        if self._icon is None:
            self._icon = QSystemTrayIcon(self._picture(), self)
            self._menu = TrayMenu(self._choose)
            self._icon.setContextMenu(self._menu.widget)
            self._icon.activated.connect(self._activated)
            self._icon.messageClicked.connect(self._message_clicked)
        return self._icon

    def _choose(self, key: str) -> None:
        self._chosen(key)

    def _message_clicked(self) -> None:
        self._clicked()

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        """A click opens the window; on macOS it opens the menu, and is told as a click all the same."""
        if reason is not QSystemTrayIcon.ActivationReason.Context and sys.platform != "darwin":
            self._chosen("open")
