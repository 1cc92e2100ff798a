"""Whether the desktop asks that nothing moves: every system's own switch, and silence where there is none."""

from __future__ import annotations

import plistlib
from pathlib import Path
from typing import Any

import pytest

from coach.desktop.motion import mac_reduces, portal_reduces, system_reduces_motion


@pytest.mark.parametrize(
    ("space", "key", "value", "reduced"),
    [
        ("org.freedesktop.appearance", "reduced-motion", 1, True),
        ("org.freedesktop.appearance", "reduced-motion", 0, False),
        ("org.gnome.desktop.interface", "enable-animations", False, True),
        ("org.gnome.desktop.interface", "enable-animations", True, False),
        ("org.kde.kdeglobals.KDE", "AnimationDurationFactor", "0", True),
        ("org.kde.kdeglobals.KDE", "AnimationDurationFactor", "1", False),
    ],
)
def test_each_desktop_s_switch_is_read(space: str, key: str, value: Any, reduced: bool) -> None:
    """Whichever of the settings is there says it; the others are not there."""
    found = {(space, key): value}
    assert portal_reduces(lambda *asked: found.get(asked)) is reduced


def test_a_silent_portal_asks_for_nothing() -> None:
    """Nothing is there: everything may move."""
    assert not portal_reduces(lambda _space, _key: None)


def test_without_a_bus_nobody_is_asked() -> None:
    """As in every test."""
    assert not system_reduces_motion({})


def test_the_mac_s_switch_is_a_file(tmp_path: Path) -> None:
    """True only where it says so; a missing or damaged file says nothing."""
    path = tmp_path / "com.apple.universalaccess.plist"
    assert not mac_reduces(path)
    for value in (True, False):
        path.write_bytes(plistlib.dumps({"reduceMotion": value}))
        assert mac_reduces(path) is value
    path.write_bytes(b"<plist")
    assert not mac_reduces(path)
    path.write_bytes(plistlib.dumps(["no table"]))
    assert not mac_reduces(path)
