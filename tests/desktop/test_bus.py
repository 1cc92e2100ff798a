"""Messages and wake locks on a real bus with a desktop that answers, refuses, keeps silent or goes away."""

from __future__ import annotations

import shutil
import socket
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication

from coach.desktop import bus as buses
from coach.desktop import bus_probes
from coach.desktop.bus import Bus
from coach.desktop.calls import Call
from coach.desktop.inhibitions import on_the_bus
from coach.desktop.notifications import Notifications
from coach.ports.notifier import Notice
from coach.ports.probe import Finding
from coach.ports.wake_lock import Hold
from tests.desktop.conftest import NAMES
from tests.desktop.private_bus import FakeDesktop, private_bus, short_folder, why_not

_NOTES = ("/org/freedesktop/Notifications", "org.freedesktop.Notifications")
_PING = Call("org.freedesktop.Notifications", _NOTES[0], _NOTES[1], "Ping")
_NOTICE = Notice("Limber", "The next step is due.", (("later", "Later"),))


class Bubble:
    """A tray icon that remembers what it said."""

    def __init__(self, *, there: bool = True) -> None:
        self.there, self.said = there, [""]

    def say(self, title: str, text: str, clicked: object) -> bool:
        self.said.append(f"{title}: {text}")
        return self.there


def test_a_message_with_buttons(desktop: FakeDesktop) -> None:
    """Sent with its buttons; a pressed button comes back by its key, once."""
    desktop.answers["Notify"] = ("u", (7,))
    chosen: list[str] = []
    notifier = Notifications(Bus(), None)
    notifier.open(chosen.append, pytest.fail)
    notifier.show(_NOTICE)
    desktop.work(lambda: "Notify" in desktop.methods())
    (_app, replaced, _icon, title, text, actions, hints, _lasts) = desktop.calls[-1][1]
    assert (replaced, title, text) == (0, "Limber", "The next step is due.")
    assert actions == ["default", "Open Limber", "later", "Later"]
    assert (hints["urgency"], hints["suppress-sound"]) == (("y", 1), ("b", False))
    notifier.show(_NOTICE._replace(silent=True))
    desktop.work(lambda: desktop.methods().count("Notify") == 2)
    assert desktop.calls[-1][1][6]["suppress-sound"] == ("b", True)
    desktop.work(lambda: notifier._number == 7)
    desktop.tell(*_NOTES, "ActionInvoked", "us", (8, "later"))
    desktop.tell(*_NOTES, "ActionInvoked", "us", (7, "later"))
    desktop.tell(*_NOTES, "ActionInvoked", "us", (7, "default"))
    desktop.work(lambda: len(chosen) == 2)
    assert chosen == ["later", "open"]
    notifier.close()


def test_a_new_message_replaces_and_is_withdrawn(desktop: FakeDesktop) -> None:
    """The second one takes the first one's place; answered in the window, it is taken back."""
    desktop.answers["Notify"] = ("u", (7,))
    notifier = Notifications(Bus(), None)
    notifier.open(pytest.fail, pytest.fail)
    notifier.show(_NOTICE)
    desktop.work(lambda: notifier._number == 7)
    notifier.show(Notice("Limber", "Take it off now.", urgent=True))
    desktop.work(lambda: desktop.methods().count("Notify") == 2)
    assert desktop.calls[-1][1][1] == 7
    assert desktop.calls[-1][1][6]["urgency"] == ("y", 2)
    assert desktop.calls[-1][1][7] == 0
    notifier.withdraw()
    desktop.work(lambda: "CloseNotification" in desktop.methods())
    assert desktop.calls[-1][1] == (7,)
    notifier.close()


def test_two_messages_at_once_leave_one(desktop: FakeDesktop) -> None:
    """The second was sent before the desktop had named the first: the first is taken back as soon as it is named."""
    desktop.answers["Notify"] = iter((("u", (7,)), ("u", (8,))))
    notifier = Notifications(Bus(), None)
    notifier.open(pytest.fail, pytest.fail)
    for text in ("One.", "Two."):
        notifier.show(Notice("Limber", text, urgent=True))
    desktop.work(lambda: notifier._number == 8)
    desktop.work(lambda: ("CloseNotification", (7,)) in desktop.calls)
    notifier.withdraw()
    desktop.work(lambda: ("CloseNotification", (8,)) in desktop.calls)
    notifier.close()


def test_no_notifications_say_so_once_and_fall_back(desktop: FakeDesktop) -> None:
    """Refused by the desktop: the tray icon says it; without one there is one sentence about it."""
    desktop.answers["Notify"] = "org.freedesktop.DBus.Error.ServiceUnknown"
    for there in (True, False):
        told: list[str] = []
        bubble = Bubble(there=there)
        notifier = Notifications(Bus(), bubble)
        notifier.open(pytest.fail, told.append)
        for number in (2, 3):
            notifier.show(_NOTICE)
            desktop.work(partial(_has, bubble.said, number))
        assert bubble.said[1] == "Limber: The next step is due."
        words = "The desktop shows no messages (no service for it is running); Limber tells you in its window."
        assert told == ([] if there else [words])
        notifier.close()


@pytest.mark.usefixtures("no_bus")
def test_without_a_bus() -> None:
    """No session bus: one sentence, at once, and nothing breaks."""
    told: list[str] = []
    notifier = Notifications(Bus(), None)
    notifier.open(pytest.fail, told.append)
    notifier.show(_NOTICE)
    notifier.show(_NOTICE)
    assert told == ["The desktop shows no messages (no session bus is running); Limber tells you in its window."]
    notifier.close()


def test_a_desktop_that_keeps_silent(desktop: FakeDesktop, monkeypatch: pytest.MonkeyPatch) -> None:
    """No answer within the time: the caller is told, and a late answer is nothing."""
    monkeypatch.setattr(buses, "PATIENCE_MS", 20)
    desktop.answers["Ping"] = None
    line, answers = Bus(), []
    line.call(_PING, lambda values, why: answers.append((values, why)))
    desktop.work(lambda: bool(answers))
    assert answers == [((), "the desktop does not answer")]
    line.close()


def test_the_bus_goes_away(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever waits is told; the next call finds no bus; closing again is nothing."""
    if why_not():
        pytest.skip(why_not())
    folder = short_folder()
    answers: list[str] = []
    line = Bus()
    with private_bus(folder) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        desktop = FakeDesktop(address, NAMES)
        desktop.answers["Ping"] = None
        line.call(_PING, lambda _values, why: answers.append(why))
        desktop.work(lambda: "Ping" in desktop.methods())
    for _round in range(1_000):
        qapp.processEvents()
        if answers:
            break
    assert answers == ["the session bus is gone"]
    line.call(_PING, lambda _values, why: answers.append(why))
    assert answers[1:] == ["no session bus is running"]
    line.close()
    desktop.close()
    shutil.rmtree(folder)


def test_the_screen_stays_on_and_is_let_go(desktop: FakeDesktop) -> None:
    """Asked once of the screen saver, given back by its number."""
    desktop.answers["Inhibit"] = ("u", (2**31 + 5,))
    told: list[tuple[Hold, str]] = []
    awake = on_the_bus(Bus(), Bus(system=True))
    awake.hold(Hold.SCREEN, lambda hold, why: told.append((hold, why)))
    awake.hold(Hold.SCREEN, lambda hold, why: told.append((hold, why)))
    desktop.work(lambda: (Hold.SCREEN, "") in told)
    assert desktop.methods().count("Inhibit") == 1
    awake.hold(Hold.NOTHING, lambda _hold, _why: None)
    desktop.work(lambda: "UnInhibit" in desktop.methods())
    assert desktop.calls[-1][1] == (2**31 + 5,)
    awake.close()


def test_sleep_is_held_off_by_a_descriptor(desktop: FakeDesktop) -> None:
    """Logind hands one over; while it is open the machine stays awake, and closing it lets go."""
    desktop.answers["Inhibit"] = "fd"
    told: list[tuple[Hold, str]] = []
    awake = on_the_bus(Bus(), Bus(system=True))
    awake._screen._ways = awake._screen._ways[1:]  # both kinds by logind here
    awake.hold(Hold.AWAKE, lambda hold, why: told.append((hold, why)))
    desktop.work(lambda: len(told) == 2)
    assert sorted(told) == [(Hold.SCREEN, ""), (Hold.AWAKE, "")]
    assert sorted(values[0] for _method, values in desktop.calls) == ["idle", "sleep:idle"]
    assert not desktop.let_go(0)
    awake.hold(Hold.NOTHING, lambda _hold, _why: None)
    desktop.work(lambda: desktop.let_go(0) and desktop.let_go(1))
    awake.close()


def test_refused_everywhere_it_says_why(desktop: FakeDesktop) -> None:
    """Screen and sleep are each refused by all ways: the reasons are told, and asking later tries again."""
    desktop.answers["Inhibit"] = "org.freedesktop.DBus.Error.AccessDenied"
    told: list[tuple[Hold, str]] = []
    awake = on_the_bus(Bus(), Bus(system=True))
    awake.hold(Hold.AWAKE, lambda hold, why: told.append((hold, why)))
    desktop.work(lambda: len(told) == 2)
    assert sorted(told) == [(Hold.SCREEN, "it is not allowed here"), (Hold.AWAKE, "it is not allowed here")]
    desktop.answers["Inhibit"] = ("u", (9,))
    awake.hold(Hold.SCREEN, lambda hold, why: told.append((hold, why)))
    desktop.work(lambda: (Hold.SCREEN, "") in told)
    awake.close()


def test_let_go_while_it_is_asked_for(desktop: FakeDesktop) -> None:
    """The answer comes when nobody wants it any more: it is given back at once."""
    desktop.answers["Inhibit"] = ("u", (3,))
    awake = on_the_bus(Bus(), Bus(system=True))
    awake.hold(Hold.SCREEN, lambda _hold, _why: None)
    awake.hold(Hold.NOTHING, lambda _hold, _why: None)
    desktop.work(lambda: "UnInhibit" in desktop.methods())
    awake.close()


@pytest.mark.usefixtures("no_bus")
def test_no_wake_lock_without_a_bus() -> None:
    """At once, with the reasons."""
    told: dict[Hold, str] = {}
    awake = on_the_bus(Bus(), Bus(system=True))
    awake.hold(Hold.AWAKE, lambda hold, why: told.update({hold: why}))
    assert told[Hold.SCREEN] == "no session bus is running; no system bus is running"
    assert told[Hold.AWAKE] == "no system bus is running; no session bus is running"
    awake.close()


@pytest.mark.usefixtures("desktop")
def test_doctor_finds_what_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a desktop on the bus both are found."""
    monkeypatch.setattr(bus_probes, "_WAIT_S", 0.2)
    assert bus_probes.notifications().ok
    assert bus_probes.staying_awake().ok


@pytest.mark.parametrize(
    ("can", "words"),
    [
        (["body", "actions"], "the desktop shows messages"),
        (["body"], "the desktop shows messages, without buttons: answer in the window"),
        (None, "the desktop shows messages"),
    ],
)
def test_doctor_says_whether_messages_have_buttons(
    monkeypatch: pytest.MonkeyPatch, can: list[str] | None, words: str
) -> None:
    """Asked of the service; one that does not answer is taken to be like most."""
    monkeypatch.setattr(bus_probes, "_names", lambda _which: frozenset({"org.freedesktop.Notifications"}))
    monkeypatch.setattr(bus_probes, "_answered", lambda _which, _question: can)
    assert bus_probes.notifications() == Finding("messages", True, words)


@pytest.mark.usefixtures("no_bus")
def test_doctor_says_what_is_missing() -> None:
    """Without a bus, what Limber does instead."""
    assert bus_probes.notifications().sentence == "no message service was found; Limber tells you in its window"
    assert bus_probes.staying_awake().sentence.startswith("nothing here can be asked to stay awake")


def test_doctor_does_not_wait_for_a_bus_that_keeps_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody listens and never answers: after a moment it is as if there were none."""
    monkeypatch.setattr(bus_probes, "_WAIT_S", 0.05)
    folder = short_folder()
    with socket.socket(socket.AF_UNIX) as deaf:
        deaf.bind(str(folder / "bus"))
        deaf.listen()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={folder / 'bus'}")
        assert not bus_probes.notifications().ok
    shutil.rmtree(folder)


def _has(said: list[str], number: int) -> bool:
    return len(said) == number
