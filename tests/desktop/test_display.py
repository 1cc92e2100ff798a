"""How the window gets onto the screen: through the X server of a Wayland session, unless somebody wants otherwise."""

from __future__ import annotations

import pytest

from coach.desktop.display import platform_plugins
from coach.desktop.probes import windows
from coach.ports.probe import Finding

_NATIVE = "on Wayland itself, where a card that comes up may take the keyboard from you"
_BOTH = {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}


@pytest.mark.parametrize(
    ("environ", "through_x11", "platform", "plugins"),
    [
        (_BOTH, True, "linux", "xcb;wayland"),
        (_BOTH, False, "linux", ""),
        ({**_BOTH, "QT_QPA_PLATFORM": "wayland"}, True, "linux", ""),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True, "linux", ""),
        ({"XDG_SESSION_TYPE": "wayland", "DISPLAY": ":0"}, True, "linux", "xcb;wayland"),
        ({"XDG_SESSION_TYPE": "x11", "DISPLAY": ":0"}, True, "linux", ""),
        (_BOTH, True, "win32", ""),
        (_BOTH, True, "darwin", ""),
    ],
)
def test_which_way(
    monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], through_x11: bool, platform: str, plugins: str
) -> None:
    """Only where there are both, nobody has said otherwise, and with Wayland itself behind it if that fails."""
    monkeypatch.setattr("sys.platform", platform)
    assert platform_plugins(through_x11=through_x11, environ=environ) == plugins


@pytest.mark.parametrize(
    ("environ", "through_x11", "ok", "words"),
    [
        (_BOTH, True, True, "through the X server beside Wayland, so that a card takes no keyboard"),
        (_BOTH, False, False, _NATIVE),
        ({"WAYLAND_DISPLAY": "w"}, True, False, _NATIVE),
        ({**_BOTH, "QT_QPA_PLATFORM": "wayland"}, True, False, _NATIVE),
        ({**_BOTH, "QT_QPA_PLATFORM": "xcb"}, False, True, "a card that comes up takes no keyboard"),
        ({"DISPLAY": ":0"}, True, True, "a card that comes up takes no keyboard"),
        ({}, True, False, "there is no display here, so no window can open"),
    ],
)
def test_doctor_says_which_way(environ: dict[str, str], through_x11: bool, ok: bool, words: str) -> None:
    """And whether a card could take the keyboard there."""
    assert windows(through_x11=through_x11, environ=environ) == Finding("windows", ok, words)
