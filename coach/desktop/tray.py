"""The icon in the tray, where the desktop has one."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from coach.i18n import _
from coach.ports.tray import BETWEEN, Entry, TrayState


class TrayIcon(QObject):
    """See `coach.ports.tray.Tray`; it can also say something, where no message of the desktop can be had."""

    def __init__(self, picture: Callable[[], QIcon], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self._icon: QSystemTrayIcon | None = None
        self._menu: QMenu | None = None
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
        if self._state is None or state.entries != self._state.entries:
            self._bring_up_to_date(state)
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
        for thing in (self._icon, self._menu):
            if thing is not None:
                thing.deleteLater()
        self._icon = self._menu = None

    def _made(self) -> QSystemTrayIcon:
        if self._icon is None:
            self._icon = QSystemTrayIcon(self._picture(), self)
            self._menu = QMenu()
            self._icon.setContextMenu(self._menu)
            self._icon.activated.connect(self._activated)
            self._icon.messageClicked.connect(self._message_clicked)
        return self._icon

    def _bring_up_to_date(self, state: TrayState) -> None:
        """Change the words of lines where only they are others: a menu that is open just now stays open."""
        if self._menu is None:
            return
        if self._state is not None and _form(self._state.entries) == _form(state.entries):
            self._reword(self._menu, state.entries)
        else:
            self._menu.clear()
            self._fill(self._menu, state.entries)

    def _fill(self, menu: QMenu, entries: Sequence[Entry]) -> None:
        for entry in entries:
            if entry == BETWEEN:
                menu.addSeparator()
            elif entry.sub:
                self._fill(menu.addMenu(""), entry.sub)
            else:
                action = menu.addAction("")
                action.triggered.connect(partial(self._choose, action))
        self._reword(menu, entries)

    def _reword(self, menu: QMenu, entries: Sequence[Entry]) -> None:
        for action, entry in zip(menu.actions(), entries, strict=True):
            action.setText(entry.words.replace("&", "&&"))
            action.setData(entry.key)
            action.setEnabled(bool(entry.key or entry.sub))
            action.setCheckable(entry.checked is not None)
            action.setChecked(bool(entry.checked))
            below = action.menu()
            if isinstance(below, QMenu):
                self._reword(below, entry.sub)

    def _choose(self, action: QAction) -> None:
        self._chosen(action.data())

    def _message_clicked(self) -> None:
        self._clicked()

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        """A click opens the window; on macOS it opens the menu, and is told as a click all the same."""
        if reason is not QSystemTrayIcon.ActivationReason.Context and sys.platform != "darwin":
            self._chosen("open")


def _form(entries: Sequence[Entry]) -> tuple[object, ...]:
    """Return which lines have menus of their own and which lie between others."""
    return tuple("-" if entry == BETWEEN else _form(entry.sub) if entry.sub else "" for entry in entries)
