"""The four doors to what somebody is in the middle of, with what this system has behind each."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QObject

from coach.desktop import macos
from coach.desktop.bus import Bus
from coach.desktop.busy import windows
from coach.desktop.busy.alsa import alsa_microphone
from coach.desktop.busy.full_screen import X11FullScreen
from coach.desktop.busy.pulse import PulseMicrophone
from coach.desktop.busy.quiet import desktop_quiet
from coach.desktop.busy.screen import LogindInhibitors, desktop_inhibitors
from coach.desktop.polled import Polled
from coach.desktop.sensors import About, Door, Group
from coach.i18n import _
from coach.ports.busy import BusyKind

Groups = Mapping[BusyKind, list[Group]]

_ABOUT: Final = {
    BusyKind.MICROPHONE: About(
        lambda: _("microphone"),
        lambda: _("nothing here tells when a program listens ({why}); say yourself when you are in a meeting"),
    ),
    BusyKind.SCREEN: About(
        lambda: _("screen kept on"),
        lambda: _("nothing here tells when a program keeps the screen on ({why}); breaks do not wait for films"),
    ),
    BusyKind.QUIET: About(
        lambda: _("do not disturb"),
        lambda: _("nothing here tells when “Do not disturb” is on ({why}); pause the breaks in Limber instead"),
    ),
    BusyKind.FULL_SCREEN: About(
        lambda: _("full screen"),
        lambda: _("nothing here tells when a window covers the screen ({why}); breaks do not wait for it"),
    ),
}


def busy_doors(
    session: Bus, system: Bus, parent: QObject | None = None, environ: Mapping[str, str] = os.environ
) -> dict[BusyKind, Door]:
    """Return one door for each kind."""
    if sys.platform == "win32":
        groups = _windows(parent)
    elif sys.platform == "darwin":
        groups = _macos(parent)
    else:
        groups = _linux(session, system, parent, environ)
    return {kind: Door(_ABOUT[kind], groups.get(kind, []), parent) for kind in BusyKind}


def _linux(session: Bus, system: Bus, parent: QObject | None, environ: Mapping[str, str]) -> Groups:
    return {
        BusyKind.MICROPHONE: [[PulseMicrophone(parent, environ), alsa_microphone(parent)]],
        BusyKind.SCREEN: [desktop_inhibitors(session), [LogindInhibitors(system)]],
        BusyKind.QUIET: [desktop_quiet(session, environ)],
        BusyKind.FULL_SCREEN: [[X11FullScreen(parent, environ)]],
    }


def _windows(parent: QObject | None) -> Groups:
    def words() -> str:
        return _("Windows is asked every few seconds")

    return {
        BusyKind.MICROPHONE: [[Polled(windows.microphone, words, parent)]],
        BusyKind.SCREEN: [[Polled(windows.screen_kept_on, words, parent)]],
        BusyKind.QUIET: [[Polled(windows.presenting, words, parent)]],
        BusyKind.FULL_SCREEN: [[Polled(windows.full_screen, words, parent)]],
    }


def _macos(parent: QObject | None) -> Groups:
    """Focus modes and full screen are told only to programs that somebody gave a permission for it: not asked for."""

    def words() -> str:
        return _("macOS is asked every few seconds")

    return {
        BusyKind.MICROPHONE: [[Polled(macos.microphone, words, parent)]],
        BusyKind.SCREEN: [[Polled(macos.screen_kept_on, words, parent)]],
    }
