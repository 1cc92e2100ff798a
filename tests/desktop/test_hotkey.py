"""A key of the whole desktop: taken on a real X server, refused in a sentence where it cannot be had."""

from __future__ import annotations

import ctypes
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.desktop.hotkey import NoHotkey, hotkey_here
from coach.desktop.x11_hotkey import X11Hotkey
from coach.desktop.xlib_keys import key_of
from tests.virtual_display import virtual_display, xvfb_needed

CONTROL, ALT = "Control_L", "Alt_L"


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ("Ctrl+Alt+L", (12, "l")),
        ("Meta+7", (64, "7")),
        ("Ctrl+Shift+F9", (5, "F9")),
        ("Ctrl+Space", (4, "space")),
        ("Shift+L", None),
        ("L", None),
        ("", None),
        ("Ctrl+", None),
        ("Hyper+L", None),
        ("Ctrl+Ä", None),
    ],
)
def test_keys_are_read(keys: str, found: tuple[int, str] | None) -> None:
    """A key alone, or with Shift alone, would take typing away and is refused."""
    assert key_of(keys) == found


def test_where_there_is_none_it_says_so(qapp: QApplication) -> None:
    """Wayland, XWayland and other platforms give no key."""
    for platform, environ in (
        ("wayland", {"WAYLAND_DISPLAY": "wayland-0"}),
        ("xcb", {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}),
        ("offscreen", {"DISPLAY": ":0"}),
        ("xcb", {}),
    ):
        found = hotkey_here(platform, qapp, environ)
        assert isinstance(found, NoHotkey)
        assert found.take("Ctrl+Alt+L", pytest.fail) == "This desktop lets no program take a key for itself."
        found.release()
    assert isinstance(hotkey_here("xcb", qapp, {"DISPLAY": ":99"}), X11Hotkey)


def test_a_display_that_is_not_there(qapp: QApplication) -> None:
    """The sentence says that the display cannot be reached."""
    key = X11Hotkey(":9999", qapp)
    assert key.take("Ctrl+Alt+L", pytest.fail) == "The display cannot be reached, so no key can be taken."


def test_keys_that_cannot_be_used(qapp: QApplication) -> None:
    """They are named."""
    assert X11Hotkey(":9999", qapp).take("L", pytest.fail).startswith("“L” cannot be used")


@xvfb_needed
def test_a_press_is_heard_until_it_is_let_go(qapp: QApplication, qtbot: QtBot) -> None:
    """Pressed anywhere, with Caps Lock on or off, it is heard once each; let go, no more."""
    heard: list[str] = []
    with virtual_display() as display:
        press = _presser(display)
        key = X11Hotkey(display, qapp)
        assert key.trouble() == ""
        assert key.take("Ctrl+Alt+L", lambda: heard.append("first")) == ""
        press(CONTROL, ALT, "l")
        qtbot.waitUntil(lambda: heard == ["first"])
        press("Caps_Lock")
        press(CONTROL, ALT, "l")
        qtbot.waitUntil(lambda: heard == ["first"] * 2)
        assert key.take("Ctrl+F9", lambda: heard.append("second")) == ""
        press(CONTROL, ALT, "l")
        press(CONTROL, "F9")
        qtbot.waitUntil(lambda: heard == ["first", "first", "second"])
        key.release()
        key.release()


@xvfb_needed
def test_a_key_that_is_taken_is_named(qapp: QApplication) -> None:
    """The other program keeps it; once it lets go, it can be had."""
    with virtual_display() as display:
        other, key = X11Hotkey(display, qapp), X11Hotkey(display, qapp)
        assert other.take("Ctrl+Alt+L", lambda: None) == ""
        assert key.take("Ctrl+Alt+L", pytest.fail).startswith("“Ctrl+Alt+L” belongs to another program")
        other.release()
        assert key.take("Ctrl+Alt+L", lambda: None) == ""
        key.release()


def _presser(display: str) -> Callable[..., None]:
    """Return what presses keys on a display together, as hands would (the XTEST extension)."""
    x11, test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XStringToKeysym.restype = ctypes.c_ulong
    x11.XKeysymToKeycode.argtypes = (ctypes.c_void_p, ctypes.c_ulong)
    x11.XSync.argtypes = (ctypes.c_void_p, ctypes.c_int)
    test.XTestFakeKeyEvent.argtypes = (ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong)
    handle = x11.XOpenDisplay(display.encode())
    assert handle

    def press(*names: str) -> None:
        codes = [x11.XKeysymToKeycode(handle, x11.XStringToKeysym(name.encode())) for name in names]
        for down, order in ((1, codes), (0, codes[::-1])):
            for code in order:
                test.XTestFakeKeyEvent(handle, code, down, 0)
        x11.XSync(handle, 0)

    return press
