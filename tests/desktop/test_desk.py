"""All doors of a desk together: what they find, that they cost nothing while nothing happens, and what `doctor` says."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractEventDispatcher
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.app.no_desk import NoDesk
from coach.desktop.busy.doors import busy_doors
from coach.desktop.desk import MachineDesk, looked_at
from coach.ports.autostart import Autostart
from coach.ports.busy import BusyKind
from coach.ports.desk import Desk
from coach.ports.idle import Idle
from coach.ports.sensor import Sensor
from coach.ports.suspend import Suspend
from coach.reminders.sight import Busy
from tests.desktop.private_bus import FakeDesktop
from tests.fake_desk import FakeAutostart, FakeDesk, FakeIdle, FakeSensor, FakeSuspend
from tests.fakes import FakeClock
from tests.virtual_display import virtual_display, xvfb_needed


def _watched(environ: dict[str, str]) -> MachineDesk:
    desk = MachineDesk(FakeClock(), None, None, environ)
    doors = desk.doors
    doors.idle.watch(60, lambda: None)
    doors.suspend.watch(lambda _asleep: None)
    for door in (doors.lock, *doors.busy.values()):
        door.watch(lambda _sense: None)
    return desk


@xvfb_needed
def test_a_desk_where_nothing_happens(desktop: FakeDesktop, qtbot: QtBot) -> None:
    """Once every door has found its way, the program is woken less than twice in a second by all of them together."""
    desktop.answers |= {
        "Get": ("v", (("b", False),)),
        "GetSession": ("o", ("/org/freedesktop/login1/session/_32",)),
        "GetActive": ("b", (False,)),
        "IsInhibited": ("b", (False,)),
        "ListInhibitors": ("a(ssssuu)", ([],)),
    }
    with virtual_display() as display:
        desk = _watched({"DISPLAY": display})
        desktop.work(lambda: desk.settled() and desk.doors.idle.idle_s() == 0)
        found = {finding.name: finding.ok for finding in desk.doors.findings()}
        assert found.pop("microphone") in {True, False}  # as this machine has it
        assert set(found.values()) == {True}, found
        dispatcher = QAbstractEventDispatcher.instance()
        assert dispatcher is not None
        qtbot.wait(300)
        woken = [0]
        dispatcher.awake.connect(lambda: woken.__setitem__(0, woken[0] + 1))
        qtbot.wait(2_000)
        assert woken[0] <= 6, woken  # two of them are the end of this wait
        desk.close()
        assert all(door.sense().on is None for door in desk.doors.busy.values())


@pytest.mark.usefixtures("no_bus")
def test_doctor_on_a_machine_without_a_desktop(qapp: QApplication, tmp_path: Path) -> None:
    """One line each; each says what follows; nothing is left running."""
    found = looked_at(FakeClock(), {"HOME": str(tmp_path)})
    assert [finding.name for finding in found] == [
        "idle time",
        "screen lock",
        "sleep",
        "microphone",
        "screen kept on",
        "do not disturb",
        "full screen",
    ]
    assert all("being looked for" not in finding.sentence for finding in found)
    assert "Limber takes it that you are present" in found[0].sentence


def test_doctor_does_not_wait_for_a_desktop_that_keeps_silent(
    desktop: FakeDesktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a second and a half it says what it has found so far."""
    monkeypatch.setattr("coach.desktop.desk.LONGEST_MS", 60)
    found = looked_at(FakeClock(), {})
    assert "being looked for" in {finding.sentence for finding in found}


def test_kinds_of_busy_are_those_of_the_engine() -> None:
    """What the doors see is what the engine knows, less the meeting, which only the person knows."""
    assert {kind.value for kind in BusyKind} == {kind.value for kind in Busy} - {Busy.MEETING.value}


@pytest.mark.usefixtures("no_bus")
def test_fakes_are_doors() -> None:
    """What stands in for a desk in tests can do what a desk can."""
    from coach.desktop.bus import Bus

    idle: Idle = FakeIdle()
    sensor: Sensor = FakeSensor()
    suspend: Suspend = FakeSuspend()
    autostart: Autostart = FakeAutostart()
    desks: list[Desk] = [FakeDesk(), NoDesk(), MachineDesk(FakeClock(), None, None, {})]
    assert [idle.idle_s(), sensor.sense().on, autostart.is_on()] == [0, None, False]
    assert suspend.finding().ok
    for desk in desks:
        assert len(desk.doors.findings()) == 3 + len(busy_doors(Bus(), Bus(system=True), None, {}))
        desk.close()
