"""Looks at what this machine offers, without opening a window and without changing anything."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from coach.desktop.display import display, on_wayland, platform_plugins
from coach.i18n import _
from coach.ports.probe import Finding
from coach.resources import assets

if TYPE_CHECKING:
    from coach.desktop.ssip import Conversation

#: How long sound and speech may take to answer.
_WAIT_S = 5.0


def audio(folder: Path | None = None) -> Finding:
    """Say whether sounds can be played, by asking the program that plays them; `folder` holds the sounds."""
    name = _("sound")
    if sys.platform in {"win32", "darwin"}:
        return Finding(name, True, _("the system's own sound is used"))
    missing = _sound_missing(folder or assets() / "sounds")
    if not missing:
        return Finding(name, True, _("sounds can be played"))
    return Finding(name, False, _("{why} Every cue is shown on screen instead.").format(why=missing))


def speech(environ: Mapping[str, str] = os.environ) -> Finding:
    """Say which engine speaks, and whether there is another one behind it."""
    name = _("voice")
    if sys.platform in {"win32", "darwin"}:
        return Finding(name, True, _("the system's own voices are used"))
    spare = bool(shutil.which("espeak-ng"))
    trouble = _dispatcher_trouble(environ)
    if not trouble and spare:
        return Finding(name, True, _("speech-dispatcher speaks; where it fails, espeak-ng does"))
    if not trouble:
        return Finding(name, True, _("speech-dispatcher speaks"))
    if spare:
        return Finding(name, True, _("espeak-ng speaks. {why}").format(why=trouble))
    return Finding(name, False, _("{why} Every sentence is shown on screen instead.").format(why=trouble))


def _sound_missing(folder: Path) -> str:
    """Return why no sound can be played, '' when it can; the window's own process is not risked for that."""
    from coach.desktop.sounds import command_of, missing_words

    try:
        answer = subprocess.run(  # noqa: S603  our own program
            [*command_of(folder), "--look"], capture_output=True, timeout=_WAIT_S, check=False, text=True
        ).stdout.split()
    except subprocess.TimeoutExpired:
        return _("The sound system does not answer.")
    return "" if answer == ["ready"] else missing_words(answer[-1] if answer else "")


def _dispatcher_trouble(environ: Mapping[str, str]) -> str:
    """Return why speech-dispatcher cannot speak, '' when it can; one that does not run is not started for that."""
    from coach.desktop.dispatcher import socket_path
    from coach.desktop.ssip import Conversation, SsipError
    from coach.ports.voice import News

    talk = Conversation()
    try:
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(_WAIT_S)
            line.connect(socket_path(environ))
            talk.greet()
            while arrived := _asked(line, talk):
                if any(told.news is News.READY for told in talk.hear(arrived)):
                    return ""
    except SsipError as trouble:
        return str(trouble)
    except TimeoutError:
        return _("speech-dispatcher does not answer.")
    except OSError:
        found = bool(shutil.which("speech-dispatcher"))
        return "" if found else _("speech-dispatcher is not installed.")
    return _("speech-dispatcher has stopped.")


def _asked(line: socket.socket, talk: Conversation) -> bytes:
    """Send what there is to send and return the next that arrives."""
    out, talk.out = talk.out, b""
    line.sendall(out)
    return line.recv(4096)


def tray(environ: Mapping[str, str] = os.environ) -> Finding:
    """Say whether a tray can hold an icon."""
    name = _("tray")
    if sys.platform in {"win32", "darwin"}:
        return Finding(name, True, _("the system has a tray"))
    if not environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return Finding(name, False, _("no session bus is running; Limber stays in its window"))
    if _bus_has("org.kde.StatusNotifierWatcher"):
        return Finding(name, True, _("a tray is running"))
    return Finding(name, False, _("no tray is running; Limber stays in its window"))


def windows(*, through_x11: bool, environ: Mapping[str, str] = os.environ) -> Finding:
    """Say how windows come onto the screen, and whether a card could take the keyboard there; docs/decisions/0082."""
    name = _("windows")
    if not display(environ):
        return Finding(name, False, _("there is no display here, so no window can open"))
    native = on_wayland(environ) and not platform_plugins(through_x11=through_x11, environ=environ)
    if native and environ.get("QT_QPA_PLATFORM", "").split(";")[0] in {"", "wayland"}:
        return Finding(name, False, _("on Wayland itself, where a card that comes up may take the keyboard from you"))
    if on_wayland(environ) and not environ.get("QT_QPA_PLATFORM"):
        return Finding(name, True, _("through the X server beside Wayland, so that a card takes no keyboard"))
    return Finding(name, True, _("a card that comes up takes no keyboard"))


def _bus_has(service: str) -> bool:
    try:
        from PySide6.QtDBus import QDBusConnection
    except ImportError:
        return False
    bus = QDBusConnection.sessionBus()
    interface = bus.interface() if bus.isConnected() else None
    return bool(interface and interface.isServiceRegistered(service).value())
