"""How the window gets onto the screen: through the X server of a Wayland session, unless somebody wants otherwise."""

from __future__ import annotations

import pytest

from coach.desktop.display import platform_plugins

_BOTH = {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}


@pytest.mark.parametrize(
    ("environ", "through_x11", "platform", "plugins"),
    [
        (_BOTH, True, "linux", "xcb;wayland"),
        (_BOTH, False, "linux", ""),
        ({**_BOTH, "QT_QPA_PLATFORM": "wayland"}, True, "linux", ""),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True, "linux", ""),
        ({"DISPLAY": ":0"}, True, "linux", ""),
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
