"""The terminal keeps the machine awake over a real bus: a thread waits, and whoever asks goes on at once."""

from __future__ import annotations

import pytest

from coach.desktop.calls import Call
from coach.desktop.terminal_wake_lock import WaitingBus, terminal_wake_lock
from coach.ports.wake_lock import Hold
from tests.desktop.private_bus import FakeDesktop

_PING = Call("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "Ping")


def test_held_under_a_pack_and_let_go(desktop: FakeDesktop) -> None:
    """The descriptor of logind stays open as long as it is wanted; then it is closed."""
    desktop.answers["Inhibit"] = "fd"
    told: list[tuple[Hold, str]] = []
    awake = terminal_wake_lock()
    awake.hold(Hold.AWAKE, lambda hold, why: told.append((hold, why)))
    desktop.work(lambda: len(told) == 2)
    assert (Hold.AWAKE, "") in told
    assert "sleep:idle" in [values[0] for _method, values in desktop.calls if values]
    number = [values[0] for _method, values in desktop.calls].index("sleep:idle")
    assert not desktop.let_go(number)
    awake.hold(Hold.NOTHING, lambda _hold, _why: None)
    desktop.work(lambda: desktop.let_go(number))
    awake.close()


def test_closing_lets_go(desktop: FakeDesktop) -> None:
    """The session ends with the pack's hold still asked for."""
    desktop.answers["Inhibit"] = ("u", (7,))
    told: list[Hold] = []
    awake = terminal_wake_lock()
    awake.hold(Hold.SCREEN, lambda hold, _why: told.append(hold))
    desktop.work(lambda: bool(told))
    desktop.answers["UnInhibit"] = ("", ())
    awake.hold(Hold.NOTHING, lambda _hold, _why: None)
    desktop.work(lambda: "UnInhibit" in desktop.methods())
    awake.close()


def test_refused_it_says_why(desktop: FakeDesktop) -> None:
    """The reasons of the desktop are told for each kind."""
    desktop.answers["Inhibit"] = "org.freedesktop.DBus.Error.AccessDenied"
    told: dict[Hold, str] = {}
    awake = terminal_wake_lock()
    awake.hold(Hold.AWAKE, lambda hold, why: told.update({hold: why}))
    desktop.work(lambda: len(told) == 2)
    assert told == {Hold.SCREEN: "it is not allowed here", Hold.AWAKE: "it is not allowed here"}
    awake.close()


def test_a_desktop_that_keeps_silent(desktop: FakeDesktop, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a second nobody waits any longer; shortened here."""
    monkeypatch.setattr("coach.desktop.terminal_wake_lock._PATIENCE_S", 0.05)
    desktop.answers["Ping"] = None
    told: list[str] = []
    line = WaitingBus()
    line.call(_PING, lambda _values, why: told.append(why))
    assert told == ["the desktop does not answer"]
    line.close()


@pytest.mark.usefixtures("no_bus")
def test_without_a_bus() -> None:
    """Both kinds say so."""
    told: dict[Hold, str] = {}
    awake = terminal_wake_lock()
    awake.hold(Hold.AWAKE, lambda hold, why: told.update({hold: why}))
    awake.close()
    assert told[Hold.AWAKE] == "no system bus is running; no session bus is running"
    assert told[Hold.SCREEN] == "no session bus is running; no system bus is running"
