"""Whether the desktop asks that nothing moves: each system has its own switch for it, and Qt has a call for none."""

from __future__ import annotations

import os
import plistlib
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final
from xml.parsers.expat import ExpatError

#: Portal settings that mean it, by namespace and key, with what says so (flatpak.github.io/xdg-desktop-portal; GNOME and
#: KDE hand their own settings through).
_PORTAL: Final[tuple[tuple[str, str, Callable[[Any], bool]], ...]] = (
    ("org.freedesktop.appearance", "reduced-motion", lambda value: value == 1),
    ("org.gnome.desktop.interface", "enable-animations", lambda value: value is False),
    ("org.kde.kdeglobals.KDE", "AnimationDurationFactor", lambda value: str(value) in {"0", "0.0"}),
)
_WAIT_MS: Final = 250
_SPI_GETCLIENTAREAANIMATION: Final = 0x1042
_MAC_FILE: Final = Path("Library/Preferences/com.apple.universalaccess.plist")

Read = Callable[[str, str], Any]


def system_reduces_motion(environ: Mapping[str, str] = os.environ) -> bool:
    """Return whether the desktop asks for reduced motion; False where it says nothing. Takes a few milliseconds."""
    if sys.platform == "win32":
        return not _windows_animates()
    if sys.platform == "darwin":
        return mac_reduces(Path.home() / _MAC_FILE)
    return bool(environ.get("DBUS_SESSION_BUS_ADDRESS")) and portal_reduces(_portal)


def portal_reduces(read: Read) -> bool:
    """Ask the portal's settings: `read` gives a value by namespace and key, None for what is not there."""
    return any(means(value) for space, key, means in _PORTAL if (value := read(space, key)) is not None)


def mac_reduces(path: Path) -> bool:
    """Read the switch of macOS's accessibility settings."""
    try:
        with path.open("rb") as file:
            return bool(plistlib.load(file).get("reduceMotion", False))
    except (OSError, ValueError, AttributeError, ExpatError):
        return False  # not ours to read, or not there: nobody has asked


def _portal(space: str, key: str) -> Any:
    """Read one setting over the session bus."""
    try:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage
    except ImportError:
        return None
    call = QDBusMessage.createMethodCall(
        "org.freedesktop.portal.Desktop",
        "/org/freedesktop/portal/desktop",
        "org.freedesktop.portal.Settings",
        "ReadOne",
    )
    call.setArguments([space, key])
    answer = QDBusConnection.sessionBus().call(call, timeout=_WAIT_MS)
    if answer.type() is not QDBusMessage.MessageType.ReplyMessage or not answer.arguments():
        return None
    found = answer.arguments()[0]
    return found.variant() if hasattr(found, "variant") else found


def _windows_animates() -> bool:
    import ctypes

    animates = ctypes.c_int(1)
    library: Any = getattr(ctypes, "windll")  # noqa: B009  only there on Windows, and mypy looks on Linux
    library.user32.SystemParametersInfoW(_SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(animates), 0)
    return bool(animates.value)
