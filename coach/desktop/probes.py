"""Looks at what this machine offers, without opening a window and without changing anything."""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from coach.i18n import _
from coach.ports.probe import Finding


def audio() -> Finding:
    """Say whether sound can be played: a library to reach the sound server, and a device."""
    name = _("audio")
    if sys.platform in {"win32", "darwin"}:
        return Finding(name, True, _("the system's own sound is used"))
    if not _loads("libpulse.so.0"):
        return Finding(name, False, _("libpulse0 is not installed; every cue is shown on screen instead"))
    if not _has_sound_card():
        return Finding(name, False, _("no sound card was found; every cue is shown on screen instead"))
    return Finding(name, True, _("a sound card and libpulse were found"))


def speech() -> Finding:
    """Say whether a speech engine is installed."""
    name = _("speech")
    if sys.platform in {"win32", "darwin"}:
        return Finding(name, True, _("the system's own voices are used"))
    for program in ("speech-dispatcher", "espeak-ng"):
        if shutil.which(program):
            return Finding(name, True, _("{program} is installed").format(program=program))
    return Finding(name, False, _("no speech engine was found; every sentence is shown on screen instead"))


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


def idle(environ: Mapping[str, str] = os.environ) -> Finding:
    """Say whether Limber could see that nobody is at the keyboard."""
    name = _("idle detection")
    if sys.platform in {"win32", "darwin"}:
        return Finding(name, True, _("the system reports when nobody is at the keyboard"))
    if environ.get("DBUS_SESSION_BUS_ADDRESS") and _bus_has("org.gnome.Mutter.IdleMonitor"):
        return Finding(name, True, _("GNOME reports when nobody is at the keyboard"))
    if environ.get("DISPLAY") and _loads("libXss.so.1"):
        return Finding(name, True, _("X11 reports when nobody is at the keyboard"))
    return Finding(name, False, _("nothing here reports idleness; Limber takes it that you are present"))


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_sound_card() -> bool:
    cards = Path("/proc/asound/cards")
    try:
        if "[" in cards.read_text(encoding="utf-8", errors="replace"):
            return True
    except OSError:
        pass
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    return bool(os.environ.get("PULSE_SERVER")) or (bool(runtime) and (Path(runtime) / "pulse" / "native").exists())


def _bus_has(service: str) -> bool:
    try:
        from PySide6.QtDBus import QDBusConnection
    except ImportError:
        return False
    bus = QDBusConnection.sessionBus()
    interface = bus.interface() if bus.isConnected() else None
    return bool(interface and interface.isServiceRegistered(service).value())
