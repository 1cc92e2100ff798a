"""Idle time from a Wayland compositor: what is asked for, and what is understood of its answers."""

from __future__ import annotations

import shutil
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from coach.desktop.idle.door import IdleDoor
from coach.desktop.idle.wayland import WaylandIdle, message, socket_path, text
from tests.desktop.idle.compositor import FakeCompositor
from tests.desktop.private_bus import short_folder
from tests.fakes import FakeClock

_ALL = {"wl_compositor": 6, "wl_seat": 8, "wl_output": 4, "ext_idle_notifier_v1": 2}


@pytest.fixture
def folder(qapp: QApplication) -> Iterator[Path]:
    """A folder whose path leaves room for a socket's name."""
    made = short_folder()
    yield made
    shutil.rmtree(made)


class Desk:
    """A door to a compositor that the test plays."""

    def __init__(self, folder: Path, offers: dict[str, int]) -> None:
        self.compositor = FakeCompositor(folder, offers)
        self.door = IdleDoor([WaylandIdle(None, self.compositor.environ)], FakeClock())
        self.door.watch(10, lambda: None)

    def until(self, idle_s: float | None) -> None:
        self.compositor.work(lambda: self.door.idle_s() == idle_s)

    def watched(self, count: int) -> list[tuple[int, int, int]]:
        self.compositor.work(lambda: len(self.compositor.watches()) == count)
        return self.compositor.watches()

    def close(self) -> None:
        self.door.close()
        self.compositor.close()


@pytest.mark.parametrize(("offered", "request_number"), [(1, 1), (2, 2), (3, 2)])
def test_away_and_back(folder: Path, offered: int, request_number: int) -> None:
    """The hands alone are watched where the compositor can; a pause counts as idle from its start."""
    desk = Desk(folder, {**_ALL, "ext_idle_notifier_v1": offered})
    assert desk.watched(1) == [(request_number, 6, 10_000)]
    bind = text("ext_idle_notifier_v1") + struct.pack("=II", min(offered, 2), 4)
    assert (2, 0, struct.pack("=I", 13) + bind) in desk.compositor.requests
    desk.until(0)
    desk.compositor.say(message(6, 0))
    desk.until(10)
    desk.compositor.say(message(6, 1))
    desk.until(0)
    assert desk.door.finding().sentence == "the Wayland compositor tells when nobody touches keyboard or mouse"
    desk.close()


def test_another_pause(folder: Path) -> None:
    """The old watch is destroyed and a new one made; while somebody is away only once they are back."""
    desk = Desk(folder, _ALL)
    desk.watched(1)
    desk.until(0)
    desk.door.watch(2.5, lambda: None)
    assert desk.watched(2)[-1] == (2, 7, 2_500)
    assert (6, 0, b"") in desk.compositor.requests
    desk.compositor.say(message(7, 0))
    desk.until(2.5)
    desk.door.watch(60, lambda: None)
    assert desk.door.idle_s() == 2.5
    desk.compositor.say(message(7, 1))
    assert desk.watched(3)[-1] == (2, 8, 60_000)
    desk.until(0)
    desk.close()


@pytest.mark.parametrize("missing", ["wl_seat", "ext_idle_notifier_v1"])
def test_a_compositor_without_it(folder: Path, missing: str) -> None:
    """One sentence says that this one does not tell; nothing is left behind."""
    desk = Desk(folder, {name: version for name, version in _ALL.items() if name != missing})
    desk.compositor.work(lambda: "this Wayland compositor does not tell" in desk.door.finding().sentence)
    assert desk.door.idle_s() is None
    desk.close()


@pytest.mark.parametrize("said", [message(1, 0, struct.pack("=II", 4, 0) + text("no")), struct.pack("=II", 6, 3 << 16)])
def test_a_compositor_that_complains(folder: Path, said: bytes) -> None:
    """An error, or what is no message at all, ends it; it is not known any more whether somebody is there."""
    desk = Desk(folder, _ALL)
    desk.watched(1)
    desk.until(0)
    desk.compositor.say(said)
    desk.until(None)
    desk.close()


def test_the_compositor_restarts(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is asked again as soon as it is back."""
    monkeypatch.setattr("coach.desktop.ways.AGAIN_S", (0,))
    desk = Desk(folder, _ALL)
    desk.until(0)
    desk.compositor.go()
    desk.until(None)
    desk.until(0)
    desk.close()


def test_where_it_listens() -> None:
    """By its name in the folder of this login, or by a whole path."""
    assert socket_path({}) == socket_path({"WAYLAND_DISPLAY": "wayland-0"}) == ""
    assert socket_path({"XDG_SESSION_TYPE": "wayland", "XDG_RUNTIME_DIR": "/run/user/1"}) == "/run/user/1/wayland-0"
    assert socket_path({"WAYLAND_DISPLAY": "/run/w"}) == "/run/w"
    assert socket_path({"WAYLAND_DISPLAY": "w", "XDG_RUNTIME_DIR": "/run/user/1"}) == "/run/user/1/w"
