"""Whether a window can be opened here; asked before anything else is loaded."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping


def display(environ: Mapping[str, str] = os.environ) -> bool:
    """Return whether a window can be opened here."""
    if sys.platform in {"win32", "darwin"}:
        return True
    wanted = environ.get("QT_QPA_PLATFORM", "").split(":")[0]
    if wanted in {"offscreen", "minimal", "vnc", "linuxfb", "eglfs"}:
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def on_wayland(environ: Mapping[str, str] = os.environ) -> bool:
    """Return whether this is a Wayland session, with an X server beside it or without."""
    return bool(environ.get("WAYLAND_DISPLAY")) or environ.get("XDG_SESSION_TYPE") == "wayland"


def platform_plugins(*, through_x11: bool, environ: Mapping[str, str] = os.environ) -> str:
    """Return what QT_QPA_PLATFORM is to be before Qt starts, '' where Qt knows best; docs/decisions/0082.

    Native Wayland windows take the keyboard although they are told not to; those of its X server do not.
    """
    if sys.platform in {"win32", "darwin"} or environ.get("QT_QPA_PLATFORM") or not through_x11:
        return ""
    return "xcb;wayland" if on_wayland(environ) and environ.get("DISPLAY") else ""
