"""Idle time from the real compositor of GNOME, without a screen; its own test hook stands for a hand at the mouse."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from coach.clock import SystemClock
from coach.desktop.bus import Bus
from coach.desktop.idle.door import IdleDoor, idle_door
from coach.desktop.idle.wayland import WaylandIdle
from tests.desktop.private_bus import private_bus, short_folder, why_not
from tests.desktop_check.compositors import Gnome

pytestmark = pytest.mark.skipif(shutil.which("mutter") is None, reason="mutter is not installed")

_LONGEST_MS = 30_000


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
