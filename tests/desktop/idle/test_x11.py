"""Idle time on a real X server, with a mouse that the test moves."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.desktop.idle.door import IdleDoor
from coach.desktop.idle.x11 import X11Idle
from tests.desktop.x11.hands import Hands
from tests.fakes import FakeClock
from tests.virtual_display import virtual_display, xvfb_needed


class Desk:
    """A door on a display, and how often it told something."""

    def __init__(self, display: str) -> None:
        self.clock, self.times = FakeClock(), 0
        self.door = IdleDoor([X11Idle(None, {"DISPLAY": display})], self.clock)

    def watch(self, pause_s: float) -> None:
        self.door.watch(pause_s, self.told)

    def told(self) -> None:
        self.times += 1

    def away(self) -> bool:
        return bool(self.door.idle_s())


@xvfb_needed
def test_away_and_back(qtbot: QtBot) -> None:
    """Told at the pause and at the next touch, and nothing between; the seconds are counted from the last touch."""
    with virtual_display() as display:
        hands, desk = Hands(display), Desk(display)
        hands.move(10)
        assert desk.door.idle_s() is None
        desk.watch(0.3)
        qtbot.waitUntil(desk.away)
        assert desk.door.finding().sentence == "the X server tells when nobody touches keyboard or mouse"
        desk.clock.advance(120)
        assert desk.door.idle_s() == pytest.approx(120.3, abs=0.2)
        hands.move(20)
        qtbot.waitUntil(lambda: not desk.away())
        assert desk.times == 3
        assert desk.door.idle_s() == 0
        desk.door.close()
        assert desk.door.idle_s() is None
        hands.leave()


@xvfb_needed
def test_another_pause(qtbot: QtBot) -> None:
    """A longer pause takes the place of a shorter one at once, and the other way round."""
    with virtual_display() as display:
        hands, desk = Hands(display), Desk(display)
        hands.move(10)
        desk.watch(60)
        qtbot.waitUntil(lambda: desk.door.idle_s() == 0)
        desk.watch(0.3)
        qtbot.waitUntil(desk.away)
        desk.watch(60)
        qtbot.waitUntil(lambda: not desk.away())
        desk.door.close()
        hands.leave()


@xvfb_needed
def test_the_server_goes(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program lives on, says that it does not know, and finds the next server by itself."""
    monkeypatch.setattr("coach.desktop.ways.AGAIN_S", (0,))
    with virtual_display() as display:
        desk = Desk(display)
        desk.watch(0.3)
        qtbot.waitUntil(desk.away)
    qtbot.waitUntil(lambda: desk.door.idle_s() is None)
    assert "Limber takes it that you are present" in desk.door.finding().sentence
    desk.door.close()


@pytest.mark.parametrize("session", [{"WAYLAND_DISPLAY": "wayland-0"}, {"XDG_SESSION_TYPE": "wayland"}])
def test_beside_wayland_it_is_not_asked(qapp: QApplication, session: dict[str, str]) -> None:
    """XWayland sees only its own windows: it would call a person away who types into another."""
    ended: list[str] = []
    X11Idle(qapp, {"DISPLAY": ":0", **session}).open(list[int]().append, ended.append)
    assert ended == ["an X server beside Wayland sees too little"]


@pytest.mark.parametrize("display", ["", "elsewhere:0", ":99999x", ":4999"])
def test_without_a_server(qapp: QApplication, display: str) -> None:
    """One sentence says what is missing, at once."""
    ended: list[str] = []
    X11Idle(qapp, {"DISPLAY": display}).open(list[int]().append, ended.append)
    assert ended[0] in {"there is no X server here", "the X server does not answer"}
