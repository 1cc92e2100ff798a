"""Several that listen on one line to a bus, and what becomes of them when the bus goes and comes back."""

from __future__ import annotations

import shutil
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from coach.desktop.bus import Bus
from coach.desktop.calls import Call
from coach.desktop.suspend import LogindSleep
from coach.desktop.ways import FirstOf
from tests.desktop.private_bus import FakeDesktop, private_bus, short_folder, why_not

_WHERE = ("/org/example", "org.example.Thing", "Happened")
_PING = Call("org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.freedesktop.Notifications", "Ping")


def _all_came(desktop: FakeDesktop, bus: Bus) -> None:
    """Wait until everything that was sent before has arrived."""
    done: list[str] = []
    bus.call(_PING, lambda _values, why: done.append(why))
    desktop.work(lambda: bool(done))


def test_several_listen_to_one_signal(desktop: FakeDesktop) -> None:
    """Each hears what it asked for, of its object or with its first word; one that stops does not silence the others."""
    bus, heard = Bus(), list[tuple[str, Any]]()

    def ear(name: str, **narrow: str) -> Any:
        return bus.listen(_WHERE[1], _WHERE[2], lambda values: heard.append((name, values[0])), **narrow)

    stop = ear("all")
    ear("this", path=_WHERE[0])
    ear("other", path="/org/other")
    ear("word", first="a")
    _all_came(desktop, bus)
    for word in ("a", "b"):
        desktop.tell(*_WHERE, "s", (word,))
    desktop.work(lambda: len(heard) == 5)
    assert sorted(heard) == [("all", "a"), ("all", "b"), ("this", "a"), ("this", "b"), ("word", "a")]
    heard.clear()
    stop()
    stop()
    _all_came(desktop, bus)
    desktop.tell(*_WHERE, "s", ("b",))
    desktop.work(lambda: bool(heard))
    assert heard == [("this", "b")]
    bus.close()
    stop()


@pytest.mark.skipif(bool(why_not()), reason=why_not() or "-")
def test_the_bus_goes_and_comes_back(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever listened is told that nothing is known, and listens again as soon as there is a bus with the service."""
    monkeypatch.setattr("coach.desktop.ways.AGAIN_S", (0,))
    folder = short_folder()
    seen: list[bool | None] = []
    bus = Bus(system=True)
    first: FirstOf[bool] = FirstOf([LogindSleep(bus)])
    for _time in range(2):
        with private_bus(folder) as address:
            monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
            desktop = FakeDesktop(address, ("org.freedesktop.login1",))
            if not seen:
                first.open(seen.append, lambda: seen.append(None))
            desktop.work(lambda: seen[-1:] == [False])
            desktop.close()
        while seen[-1] is not None:
            QCoreApplication.processEvents()
        assert first.reasons in {"its service has stopped", "the message bus is gone", "no system bus is running"}
        seen.append(None)
    first.close()
    bus.close()
    shutil.rmtree(folder)
