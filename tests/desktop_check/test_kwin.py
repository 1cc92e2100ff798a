"""Idle time from the real compositor of KDE, nested in a display that nobody sees, with a mouse that the test moves."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from coach.clock import SystemClock
from coach.desktop.bus import Bus
from coach.desktop.idle.door import IdleDoor, idle_door
from tests.desktop.private_bus import private_bus, short_folder, why_not
from tests.desktop.x11.hands import Hands
from tests.desktop_check.compositors import Kwin
from tests.virtual_display import virtual_display, xvfb_needed

pytestmark = [
    xvfb_needed,
    pytest.mark.skipif(shutil.which("kwin_wayland") is None, reason="kwin_wayland is not installed"),
    pytest.mark.skipif(bool(why_not()), reason=why_not() or "-"),
]

_LONGEST_MS = 30_000


@pytest.fixture
def display() -> Iterator[str]:
    """Start a display."""
    with virtual_display() as name:
        yield name


@pytest.fixture
def kwin(display: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Kwin]:
    """Yield a compositor, which takes a moment to come."""
    folder = short_folder()
    folder.chmod(0o700)
    with private_bus(folder) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        made = Kwin(folder, display, address)
        yield made
        made.stop()
    shutil.rmtree(folder, ignore_errors=True)


def _until(qtbot: QtBot, door: IdleDoor, *, away: bool | None) -> None:
    def so() -> bool:
        idle_s = door.idle_s()
        return (None if idle_s is None else idle_s > 0) is away

    qtbot.waitUntil(so, timeout=_LONGEST_MS)


def test_away_and_back(qtbot: QtBot, kwin: Kwin, display: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Away after the pause, back at a touch, with another pause, too; a compositor that starts anew is found again."""
    monkeypatch.setattr("coach.desktop.ways.AGAIN_S", (1,))
    bus, hands = Bus(), Hands(display)
    door = idle_door(SystemClock(), bus, None, kwin.environ)
    door.watch(0.6, lambda: None)
    _until(qtbot, door, away=True)
    assert door.finding().sentence == "the Wayland compositor tells when nobody touches keyboard or mouse"
    for place, pause_s in enumerate((0.3, 0.9, 0.6)):
        hands.move(100 + 50 * place)
        _until(qtbot, door, away=False)
        door.watch(pause_s, lambda: None)
        _until(qtbot, door, away=True)
    kwin.stop()
    _until(qtbot, door, away=None)
    kwin.start()
    _until(qtbot, door, away=True)
    door.close()
    bus.close()
    hands.leave()
