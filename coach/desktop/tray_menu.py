"""The menu at the icon in the tray."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from coach.ports.tray import BETWEEN, Entry


class TrayMenu:
    """`widget` is the menu; `chosen` is told the key of a line."""

    def __init__(self, chosen: Callable[[str], None]) -> None:
        self.widget = QMenu()
        self._chosen = chosen
        self._entries: tuple[Entry, ...] = ()

    def show(self, entries: tuple[Entry, ...]) -> None:
        """Show these lines. Where only words are others the lines stay: a menu that is open just now stays open."""
        if entries == self._entries:
            return
        if _form(entries) == _form(self._entries):
            self._reword(self.widget, entries)
        else:
            self._clear()
            self._fill(self.widget, entries)
        self._entries = entries

    def _clear(self) -> None:
        """Take all lines away; menus below them would stay behind by themselves."""
        below = [action.menu() for action in self.widget.actions()]
        self.widget.clear()
        for menu in below:
            if isinstance(menu, QMenu):
                menu.deleteLater()

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


def _form(entries: Sequence[Entry]) -> tuple[object, ...]:
    """Return which lines have menus of their own and which lie between others."""
    return tuple("-" if entry == BETWEEN else _form(entry.sub) if entry.sub else "" for entry in entries)
