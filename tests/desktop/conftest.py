"""A desktop on a bus of the test's own, and a machine without any."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.desktop.private_bus import FakeDesktop, private_bus, short_folder, why_not

NAMES = (
    "org.freedesktop.Notifications",
    "org.freedesktop.ScreenSaver",
    "org.freedesktop.login1",
    "org.gnome.SessionManager",
)


@pytest.fixture
def desktop(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeDesktop]:
    """Give a desktop with everything on a bus that is both the session's and the system's."""
    if why_not():
        pytest.skip(why_not())
    folder = short_folder()
    with private_bus(folder) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
        made = FakeDesktop(address, NAMES)
        yield made
        made.close()
    shutil.rmtree(folder)


@pytest.fixture
def no_bus(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the buses away."""
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/at-all")
