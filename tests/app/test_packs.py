"""Packs that alternate in the whole window: beside a session, and through a restart."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from coach.app.one_session import take_packs
from coach.app.packs_run import PacksRun
from coach.content.vocabulary import Mode
from coach.errors import DataError
from coach.ports.wake_lock import Hold
from coach.session.events import Outcome, Status
from coach.session.resting import Rest
from coach.session.state import Need, Phase
from coach.store.open import open_reader
from coach.ui.main_window import PACKS, STAGE
from tests.app.driving import driven
from tests.app.packs_hands import MINUTE_MS, Desktop, hold, in_tray, packs_of, pass_min, seen, wear, wear_through
from tests.ui.support import nameless

#: The offscreen platform has no other windows to come in front of.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)


@pytest.fixture
def desktop() -> Desktop:
    """Give a desktop with everything."""
    return Desktop()


def test_a_round(qapp: QApplication, tmp_path: Path, desktop: Desktop) -> None:
    """Heat, two hours, cold: each is put on and taken off on its page, one session in the journal, one click to end."""
    with driven(qapp, tmp_path / "data", outside=desktop.outside) as hands:
        hands.open(routine="alternating-packs")
        assert hands.window.key == PACKS
        assert nameless(hands.window) == []
        wear_through(hands)
        assert hands.window.key == "today"
        assert hands.window.running.text() == "Alternating packs: the cold pack is next, at 10:15 (in 2 hours)."
        assert in_tray(desktop)
        assert desktop.tray.states[-1].tip == "Limber: next step in 2 hours"
        pass_min(hands, 119)
        assert hands.window.running.text() == "Alternating packs: the cold pack is next, at 10:15 (in 1 minute)."
        pass_min(hands, 2)
        assert hands.window.running.text().startswith("Alternating packs: time for the cold pack.")
        hands.press(hands.window, "Begin")
        assert hands.window.key == PACKS
        wear_through(hands)
        hands.press(hands.window, "End it")
        assert packs_of(hands).run is None
        assert not in_tray(desktop)
        assert hands.window.running.text() == ""
    with open_reader(tmp_path / "data") as journal:
        (record,) = journal.sessions()
        exposures = journal.exposures(0)
        assert journal.unfinished() == []
    assert (record.name, record.status) == ("Alternating packs", Status.DONE)
    assert [(step.kind, step.outcome) for step in record.steps] == [("heat", Outcome.DONE), ("cold", Outcome.DONE)]
    assert record.done_ms == record.planned_ms == 25 * MINUTE_MS
    assert [(one.mode, one.exposure, one.certain) for one in exposures] == [(Mode.HEAT, 1, True), (Mode.COLD, 2, True)]


def test_beside_a_session(qapp: QApplication, tmp_path: Path, desktop: Desktop) -> None:
    """A session runs on while nothing is due; a pack that asks makes it stand still, and afterwards it is shown again."""
    with driven(qapp, tmp_path / "data", outside=desktop.outside) as hands:
        hands.open(routine="alternating-packs")
        wear(hands)
        hands.window.show_page("today")
        hands.shell.sessions.start("gentle-start")
        hands.settle()
        assert hands.window.key == STAGE
        hands.key(Qt.Key.Key_3)
        hands.key(Qt.Key.Key_Return)
        phases = []
        for _step in range(700):
            hands.clock.pass_ms(500)
            phases.append(hands.now().phase)
            packs_of(hands).page.desk.tick()
            if hands.window.key == PACKS:
                break
        assert set(phases) == {Phase.RUNNING}
        assert hands.now().phase is Phase.PAUSED
        assert hold(desktop) == Hold.AWAKE
        packs_of(hands).page.desk.intend("skin_ok")
        hands.settle()
        assert hands.window.key == STAGE
        assert hands.now().phase is Phase.PAUSED
        packs_of(hands).page.desk.intend("pack_is_off")
        hands.settle()


def test_one_pack_at_a_time(qapp: QApplication, tmp_path: Path, desktop: Desktop) -> None:
    """With a pack on, no session with packs begins; in a session with packs no pack of these is offered."""
    with driven(qapp, tmp_path / "data", outside=desktop.outside) as hands:
        hands.open(routine="alternating-packs")
        wear(hands)
        hands.window.show_page("today")
        hands.shell.sessions.start("heat-stretch-cold")
        assert "one pack at a time" in hands.window.messages.text()
        assert hands.window.key == "today"
        packs_of(hands).page.desk.intend("pack_is_off")
        hands.settle()
        hands.window.messages.dismiss()
        hands.shell.sessions.start("heat-stretch-cold")
        assert hands.window.key == STAGE
        pass_min(hands, 121)
        run = packs_of(hands).run
        assert run is not None
        assert run.point.rest is Rest.DUE
        packs_of(hands).open_pack()
        assert "one pack at a time" in hands.window.messages.text()
        assert hands.window.key == STAGE


def test_a_restart_goes_on_with_the_time_off(qapp: QApplication, tmp_path: Path) -> None:
    """Nothing is asked, the rest of the two hours runs, and Today offers nothing to resume."""
    folder = tmp_path / "data"
    with driven(qapp, folder, outside=Desktop().outside) as hands:
        hands.open(routine="alternating-packs")
        wear_through(hands)
        passed_ms = hands.clock.now().awake_ns // 1_000_000
    with driven(qapp, folder, outside=Desktop().outside) as hands:
        hands.clock.pass_ms(passed_ms + 30 * MINUTE_MS)
        hands.open()
        assert hands.window.key == "today"
        assert hands.window.running.text() == "Alternating packs: the cold pack is next, at 10:15 (in 1 h 30 min)."
        assert hands.shell.context is not None
        assert hands.shell.context.memory.unfinished == ()
        words = [one.text() for one in hands.window.page("today").findChildren(QAbstractButton)]
        assert "Resume" not in words
        pass_min(hands, 91)
        assert hands.window.running.text().startswith("Alternating packs: time for the cold pack.")
        hands.press(hands.window, "End it")
    with open_reader(folder) as journal:
        (record,) = journal.sessions()
        assert journal.unfinished() == []
    assert [step.kind for step in record.steps] == ["heat"]


def test_killed_the_moment_a_pack_is_off_the_rest_goes_on(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The note of what comes next is written with the pack that came off, not after it."""
    folder = tmp_path / "data"
    with driven(qapp, folder, outside=Desktop().outside) as hands:
        hands.open(routine="alternating-packs")
        monkeypatch.setattr(PacksRun, "pack_over", lambda _run: False)  # so far the program came
        wear_through(hands)
        passed_ms = hands.clock.now().awake_ns // 1_000_000
    monkeypatch.undo()
    with driven(qapp, folder, outside=Desktop().outside) as hands:
        hands.clock.pass_ms(passed_ms + 30 * MINUTE_MS)
        hands.open()
        assert hands.window.running.text() == "Alternating packs: the cold pack is next, at 10:15 (in 1 h 30 min)."
        hands.press(hands.window, "End it")
    with open_reader(folder) as journal:
        (record,) = journal.sessions()
        assert journal.unfinished() == []
    assert (record.status, [step.outcome for step in record.steps]) == (Status.DONE, [Outcome.DONE])


def test_a_restart_with_a_pack_on_is_the_page_to_take_it_off(qapp: QApplication, tmp_path: Path) -> None:
    """The first thing to see; nothing else goes on, and how long it was on is not certain."""
    folder, desktop = tmp_path / "data", Desktop()
    with driven(qapp, folder, outside=Desktop().outside) as hands:
        hands.open(routine="alternating-packs")
        wear(hands)
        pass_min(hands, 2)
        passed_ms = hands.clock.now().awake_ns // 1_000_000
    with driven(qapp, folder, outside=desktop.outside) as hands:
        hands.clock.pass_ms(passed_ms + 10 * MINUTE_MS)
        hands.open()
        assert hands.window.key == PACKS
        snapshot = packs_of(hands).page.snapshot
        assert snapshot is not None
        assert snapshot.need is Need.PACK_OFF
        assert seen(desktop) == "urgent"
        with pytest.raises(DataError, match="one pack at a time"):
            take_packs(folder)
        hands.press(hands.window, "The pack is off")
        assert packs_of(hands).run is not None
    with open_reader(folder) as journal:
        (exposure,) = journal.exposures(0)
    assert not exposure.certain
    assert exposure.worn_ms >= 2 * MINUTE_MS


def test_an_unanswered_check_ends_it(qapp: QApplication, tmp_path: Path, desktop: Desktop) -> None:
    """Nobody there: take it off is asked until somebody says so, then the end is shown and no pack is offered."""
    with driven(qapp, tmp_path / "data", outside=desktop.outside) as hands:
        hands.open(routine="alternating-packs")
        wear(hands)
        pass_min(hands, 9)
        snapshot = packs_of(hands).page.snapshot
        assert snapshot is not None
        assert snapshot.need is Need.PACK_OFF
        hands.press(hands.window, "The pack is off")
        assert packs_of(hands).run is None
        assert hands.window.key == PACKS  # what is asked about the skin stays to be read
    with open_reader(tmp_path / "data") as journal:
        (record,) = journal.sessions()
    assert [step.outcome for step in record.steps] == [Outcome.UNATTENDED]


def test_a_numb_place_gets_no_pack_today(qapp: QApplication, tmp_path: Path, desktop: Desktop) -> None:
    """Said before the pack goes on: it all ends, and started again the same day it says why not."""
    with driven(qapp, tmp_path / "data", outside=desktop.outside) as hands:
        hands.open(routine="alternating-packs")
        hands.press(hands.window, "It is numb or tingles there")
        assert packs_of(hands).run is None
        assert "not every point could be confirmed" in hands.window.messages.text()
        hands.settle()
        hands.shell.sessions.start("alternating-packs")
        assert packs_of(hands).run is None
        assert "numb" in hands.window.messages.text()
    with open_reader(tmp_path / "data") as journal:
        assert journal.exposures(0) == []


def test_started_twice_it_turns_to_what_runs(qapp: QApplication, tmp_path: Path, desktop: Desktop) -> None:
    """Started a second time while it runs, it turns to what runs."""
    with driven(qapp, tmp_path / "data", outside=desktop.outside) as hands:
        hands.open(routine="alternating-packs")
        first = packs_of(hands).run
        hands.window.show_page("today")
        hands.shell.sessions.start("alternating-packs")
        assert packs_of(hands).run is first
        assert hands.window.key == PACKS
        hands.press(hands.window, "Back to Limber")
        assert hands.window.key == "today"
