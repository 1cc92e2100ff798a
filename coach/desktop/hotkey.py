"""Which door to a key of the whole desktop there is here: X11's, or none, with the reason."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from coach.i18n import _
from coach.ports.hotkey import Hotkey


class NoHotkey:
    """See `coach.ports.hotkey.Hotkey`: a desktop that gives no key away."""

    def trouble(self) -> str:
        """Say so."""
        return _("This desktop lets no program take a key for itself.")

    def take(self, keys: str, pressed: Callable[[], None]) -> str:
        """Take nothing."""
        del keys, pressed
        return self.trouble()

    def release(self) -> None:
        """Have nothing to let go."""


def hotkey_here(platform: str, parent: QObject, environ: Mapping[str, str] = os.environ) -> Hotkey:
    """Return this desktop's; `platform` is Qt's name of it. On Wayland programs get no key, not even through XWayland."""
    wayland = environ.get("XDG_SESSION_TYPE") == "wayland" or bool(environ.get("WAYLAND_DISPLAY"))
    if platform != "xcb" or wayland or not environ.get("DISPLAY"):
        return NoHotkey()
    from coach.desktop.x11_hotkey import X11Hotkey

    return X11Hotkey(environ["DISPLAY"], parent)
