"""Looks at what the message buses offer: messages, staying awake. Nothing is asked for."""

from __future__ import annotations

import socket
import sys
from collections.abc import Sequence
from typing import Any

from coach.i18n import _
from coach.ports.probe import Finding

_WAIT_S = 1.0
_NOTES = "org.freedesktop.Notifications"


def notifications() -> Finding:
    """Say whether the desktop shows messages."""
    name = _("messages")
    if sys.platform in {"win32", "darwin"}:
        return Finding(name, True, _("messages appear at the tray icon"))
    if _NOTES in _names("SESSION"):
        buttons = _answered("SESSION", _capabilities())
        if buttons is not None and "actions" not in buttons:
            return Finding(name, True, _("the desktop shows messages, without buttons: answer in the window"))
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


def _names(which: str) -> frozenset[str]:
    """Return the services of a bus, those that run and those that it would start; none where there is no bus."""
    try:
        from jeepney import message_bus

        questions = (message_bus.ListNames(), message_bus.ListActivatableNames())
    except ImportError:
        return frozenset()
    return frozenset(name for question in questions for name in _answered(which, question) or ())


def _capabilities() -> Any:
    from jeepney import DBusAddress, new_method_call

    return new_method_call(DBusAddress("/org/freedesktop/Notifications", _NOTES, _NOTES), "GetCapabilities")


def _answered(which: str, question: Any) -> Sequence[str] | None:
    """Ask for a list of texts; None where there is no bus, no answer, or something else."""
    try:
        from jeepney.bus import get_bus
        from jeepney.io.blocking import prep_socket

        with prep_socket(get_bus(which), timeout=_WAIT_S) as line:
            line.settimeout(_WAIT_S)
            return _asked(line, question)
    except (ImportError, AttributeError, IndexError, KeyError, OSError, RuntimeError, ValueError):
        return None


def _asked(line: socket.socket, question: Any) -> Sequence[str] | None:
    """Send it and read until the answer is there; `OSError` when the bus keeps silent."""
    from jeepney import HeaderFields, MessageType, Parser, message_bus

    for serial, message in enumerate((message_bus.Hello(), question), start=1):
        line.sendall(message.serialise(serial=serial))
    parser: Any = Parser()
    while data := line.recv(4096):
        parser.add_data(data)
        while (message := parser.get_next_message()) is not None:
            if message.header.fields.get(HeaderFields.reply_serial) == 2:
                good = message.header.message_type is MessageType.method_return
                return [str(text) for text in message.body[0]] if good else None
    return None
