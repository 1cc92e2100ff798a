"""Messages of the desktop: by the session's bus with buttons, else by the tray icon without."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject

from coach.desktop.bus import Bus
from coach.desktop.calls import Call
from coach.i18n import _
from coach.ports.notifier import Notice

_WHERE = ("org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.freedesktop.Notifications")
_DESKTOP_ENTRY = "io.github.limber_coach.Limber"
_NORMAL, _CRITICAL = 1, 2
_FOR_EVER_MS, _AS_USUAL_MS = 0, -1


class Bubbles(Protocol):
    """A tray icon that can say something."""

    def say(self, title: str, text: str, clicked: Callable[[], None]) -> bool:
        """Show a message at the icon; False when there is no icon."""
        ...


class Notifications(QObject):
    """See `coach.ports.notifier.Notifier`. `bus` None: this system has no such bus."""

    def __init__(self, bus: Bus | None, bubbles: Bubbles | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus, self._bubbles = bus, bubbles
        self._chosen: Callable[[str], None] = lambda _key: None
        self._trouble: Callable[[str], None] = lambda _why: None
        self._told = self._open = False
        self._number = 0
        self._wanted: Notice | None = None

    def open(self, chosen: Callable[[str], None], trouble: Callable[[str], None]) -> None:
        """Get ready; the bus is listened to on the connection that sends, as GNOME answers the sender only."""
        self._chosen, self._trouble, self._open = chosen, trouble, True
        if self._bus is not None and not self._bus.open():
            self._bus.listen(_WHERE[2], "ActionInvoked", self._acted)
            self._bus.listen(_WHERE[2], "NotificationClosed", self._gone)

    def show(self, notice: Notice) -> None:
        """Show a message in place of the one before."""
        if not self._open:
            return
        self._wanted = notice
        if self._bus is None:
            self._bubble(notice, _("this system shows messages only at a tray icon"))
            return
        self._bus.call(self._call(notice), lambda values, why: self._shown(notice, values, why))

    def withdraw(self) -> None:
        """Take the message back."""
        self._wanted = None
        number, self._number = self._number, 0
        self._take_back(number)

    def close(self) -> None:
        """Let go."""
        self.withdraw()
        self._open = False
        if self._bus is not None:
            self._bus.close()

    def _call(self, notice: Notice) -> Call:
        actions = [word for pair in (("default", _("Open Limber")), *notice.actions) for word in pair]
        hints = {
            "urgency": ("y", _CRITICAL if notice.urgent else _NORMAL),
            "desktop-entry": ("s", _DESKTOP_ENTRY),
            "category": ("s", "presence"),
            "suppress-sound": ("b", notice.silent),
        }
        lasts_ms = _FOR_EVER_MS if notice.urgent else _AS_USUAL_MS
        values = ("Limber", self._number, _DESKTOP_ENTRY, notice.title, notice.text, actions, hints, lasts_ms)
        return Call(*_WHERE, "Notify", "susssasa{sv}i", values)

    def _shown(self, notice: Notice, values: tuple[Any, ...], why: str) -> None:
        if why or not values:
            self._bubble(notice, why)
            return
        number = int(values[0])
        if notice is self._wanted:
            self._number = number
        elif number != self._number:  # answered in the window meanwhile, or another one has taken its place
            self._take_back(number)

    def _take_back(self, number: int) -> None:
        if number and self._bus is not None:
            self._bus.call(Call(*_WHERE, "CloseNotification", "u", (number,)))

    def _bubble(self, notice: Notice, why: str) -> None:
        """Say it at the tray icon; without one say once that the desktop shows no messages."""
        if self._wanted is not notice or not self._open:
            return
        if self._bubbles is not None and self._bubbles.say(notice.title, notice.text, lambda: self._chosen("open")):
            return
        if not self._told:
            self._told = True
            self._trouble(_("The desktop shows no messages ({why}); Limber tells you in its window.").format(why=why))

    def _acted(self, values: tuple[Any, ...]) -> None:
        """A button was pressed: `values` are the number of a message and the key of the button."""
        number, key = values
        if self._open and number == self._number and self._number:
            self._wanted = None
            self._chosen("open" if key == "default" else str(key))

    def _gone(self, values: tuple[Any, ...]) -> None:
        if values and values[0] == self._number:
            self._number = 0


def notifications(bubbles: Bubbles | None, parent: QObject | None = None) -> Notifications:
    """Return what this system has."""
    bus = None if sys.platform in {"win32", "darwin"} else Bus(parent)
    return Notifications(bus, bubbles, parent)
