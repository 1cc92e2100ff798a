"""A key of the whole X11 desktop, on a connection of its own: libX11 through ctypes, woken by its socket."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

from coach.desktop.xlib_keys import X11, key_of
from coach.i18n import _


class X11Hotkey(QObject):
    """See `coach.ports.hotkey.Hotkey`."""

    def __init__(self, display: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._display = display
        self._x11: X11 | None = None
        self._notifier: QSocketNotifier | None = None
        self._pressed: Callable[[], None] = lambda: None

    def trouble(self) -> str:
        """Say that libX11 is missing, where it is."""
        return "" if X11.is_there() else _("libX11 is missing, so no key can be taken.")

    def take(self, keys: str, pressed: Callable[[], None]) -> str:
        """Open a connection with the first key, and ask the server."""
        self.release()
        if found := self.trouble():
            return found
        key = key_of(keys)
        if key is None:
            return _(
                "“{keys}” cannot be used: hold Ctrl, Alt or Super together with a letter, a number or an F key."
            ).format(keys=keys)
        x11 = X11.open(self._display)
        if x11 is None:
            return _("The display cannot be reached, so no key can be taken.")
        if not x11.grab(*key):
            x11.close()
            return _("“{keys}” belongs to another program or to the desktop; choose other keys.").format(keys=keys)
        self._x11, self._pressed = x11, pressed
        self._notifier = QSocketNotifier(x11.socket, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._look)
        self._look()
        return ""

    def release(self) -> None:
        """Close the connection: the server lets everything go that was taken on it."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if self._x11 is not None:
            self._x11.close()
            self._x11 = None

    def _look(self) -> None:
        if self._x11 is not None and self._x11.pressed():
            self._pressed()
