"""Looks at what the message buses offer: messages, staying awake, the locked screen. Nothing is asked for."""

from __future__ import annotations

import socket
import sys
from collections.abc import Sequence
from typing import Any

from coach.i18n import _
from coach.ports.probe import Finding

_WAIT_S = 1.0


def notifications() -> Finding:
    """Say whether the desktop shows messages."""
    name = _("messages")
    if sys.platform in {"win32", "darwin"}:
        return Finding(name, True, _("messages appear at the tray icon"))
    if "org.freedesktop.Notifications" in _names("SESSION"):
        return Finding(name, True, _("the desktop shows messages"))
    return Finding(name, False, _("no message service was found; Limber tells you in its window"))


def staying_awake() -> Finding:
    """Say whether the machine can be kept from going to sleep while a pack is on."""
    name = _("staying awake")
    if sys.platform in {"win32", "darwin"}:
        return Finding(name, True, _("the system can be asked to stay awake"))
    session, system = _names("SESSION"), _names("SYSTEM")
    sleep = "org.freedesktop.login1" in system or "org.gnome.SessionManager" in session
    screen = "org.freedesktop.ScreenSaver" in session or "org.freedesktop.login1" in system
    if sleep and screen:
        return Finding(name, True, _("screen and computer can be asked to stay awake"))
    if screen:
        return Finding(name, False, _("only the screen can be asked to stay awake; the computer could go to sleep"))
    return Finding(name, False, _("nothing here can be asked to stay awake; Limber says so before a pack goes on"))


def screen_lock() -> Finding:
    """Say whether Limber is told when somebody comes back to a locked screen."""
    from coach.desktop.screen_lock import SAVERS

    name = _("screen lock")
    untold = _("nothing here tells when the screen is unlocked; a pack is asked about every five minutes all the same")
    if sys.platform in {"win32", "darwin"}:
        return Finding(name, True, untold)
    if "org.freedesktop.login1" in _names("SYSTEM") or _names("SESSION") & set(SAVERS):
        return Finding(name, True, _("the desktop tells when the screen is unlocked; a pack is asked about then"))
    return Finding(name, False, untold)


def _names(which: str) -> frozenset[str]:
    """Return the services of a bus, those that run and those that it would start; none where there is no bus."""
    try:
        from jeepney.bus import get_bus
        from jeepney.io.blocking import prep_socket

        with prep_socket(get_bus(which), timeout=_WAIT_S) as line:
            line.settimeout(_WAIT_S)
            return _asked(line)
    except (ImportError, AttributeError, KeyError, OSError, RuntimeError, ValueError):
        return frozenset()


def _asked(line: socket.socket) -> frozenset[str]:
    """Ask for both lists and read until they are there; `OSError` when the bus keeps silent."""
    from jeepney import HeaderFields, Parser, message_bus

    questions = (message_bus.Hello(), message_bus.ListNames(), message_bus.ListActivatableNames())
    for serial, question in enumerate(questions, start=1):
        line.sendall(question.serialise(serial=serial))
    parser: Any = Parser()
    lists: dict[int, Sequence[str]] = {2: (), 3: ()}
    waiting = set(lists)
    while waiting and (data := line.recv(4096)):
        parser.add_data(data)
        while (message := parser.get_next_message()) is not None:
            serial = message.header.fields.get(HeaderFields.reply_serial, 0)
            if serial in waiting:
                waiting.discard(serial)
                lists[serial] = message.body[0]
    return frozenset(str(name) for names in lists.values() for name in names)
