"""Idle time from the real compositor of GNOME, without a screen; its own test hook stands for a hand at the mouse."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coach.clock import SystemClock
from coach.desktop.bus import Bus
from coach.desktop.calls import Call
from coach.desktop.idle.door import IdleDoor, idle_door
from coach.desktop.idle.wayland import WaylandIdle
from tests.desktop.private_bus import private_bus, short_folder, why_not

pytestmark = pytest.mark.skipif(shutil.which("mutter") is None, reason="mutter is not installed")

_NAME, _PATH = "org.gnome.Mutter.IdleMonitor", "/org/gnome/Mutter/IdleMonitor/Core"
_LONGEST_MS = 30_000


class Gnome:
    """Mutter on a bus of its own; `touch` is what a hand at the mouse would do."""

    def __init__(self, folder: Path, address: str) -> None:
        self.environ = {"XDG_RUNTIME_DIR": str(folder), "WAYLAND_DISPLAY": "wayland-0"}
        self._all = {**os.environ, "XDG_RUNTIME_DIR": str(folder), "DBUS_SESSION_BUS_ADDRESS": address}
        self._all |= {"MUTTER_DEBUG_RESET_IDLETIME": "1", "GSETTINGS_BACKEND": "memory"}
        self.bus = Bus()
        self.start()

    def start(self) -> None:
        command = ["mutter", "--wayland", "--headless", "--no-x11", "--virtual-monitor", "800x600"]
        self._process = subprocess.Popen(command, env=self._all, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def stop(self) -> None:
        self._process.kill()
        self._process.wait(30)

    def touch(self) -> None:
        self.bus.call(Call(_NAME, _PATH, _NAME, "ResetIdletime"))


@pytest.fixture
def gnome(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Gnome]:
    """Yield a compositor, which takes a moment to come."""
    if why_not():
        pytest.skip(why_not())
    folder = short_folder()
    folder.chmod(0o700)
    with private_bus(folder) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        made = Gnome(folder, address)
        yield made
        made.bus.close()
        made.stop()
    shutil.rmtree(folder)


def _until(qtbot: QtBot, door: IdleDoor, *, away: bool | None) -> None:
    def so() -> bool:
        idle_s = door.idle_s()
        return (None if idle_s is None else idle_s > 0) is away

    qtbot.waitUntil(so, timeout=_LONGEST_MS)


def test_away_and_back(qtbot: QtBot, gnome: Gnome, monkeypatch: pytest.MonkeyPatch) -> None:
    """Away after the pause, back at a touch, with another pause, too; a compositor that starts anew is found again."""
    monkeypatch.setattr("coach.desktop.ways.AGAIN_S", (1,))
    bus = Bus()
    door = idle_door(SystemClock(), bus, None, gnome.environ)
    door.watch(0.6, lambda: None)
    _until(qtbot, door, away=True)
    assert door.finding().sentence == "GNOME tells when nobody touches keyboard or mouse"
    for pause_s in (0.6, 0.3, 0.9):
        gnome.touch()
        _until(qtbot, door, away=False)
        door.watch(pause_s, lambda: None)
        _until(qtbot, door, away=True)
    assert pause_s <= (door.idle_s() or 0) < 5
    gnome.stop()
    _until(qtbot, door, away=None)
    gnome.start()
    _until(qtbot, door, away=True)
    door.close()
    bus.close()


def test_its_wayland_does_not_tell(qtbot: QtBot, gnome: Gnome) -> None:
    """It has no ext-idle-notify, and says so without falling over: that is why its bus is asked first."""
    ended: list[str] = []
    way = WaylandIdle(None, gnome.environ)

    def refused() -> bool:
        if not ended or "does not answer" in ended[-1]:
            way.open(list[int]().append, ended.append)
            qtbot.wait(200)
        return ended[-1:] == ["this Wayland compositor does not tell"]

    qtbot.waitUntil(refused, timeout=_LONGEST_MS)
    way.close()
