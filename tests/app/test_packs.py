"""Packs that alternate in the whole window: beside a session, through a restart, in the tray and without one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from coach.app.one_session import take_packs
from coach.app.outside import Outside
from coach.app.packs_desk import PacksDesk
from coach.content.vocabulary import Mode
from coach.errors import DataError
from coach.ports.wake_lock import Hold
from coach.session.events import Outcome, Status
from coach.session.resting import Rest
from coach.session.state import Need, Phase
from coach.store.open import open_reader
from coach.ui.main_window import PACKS, STAGE, CloseRequest
from tests.app.driving import Driven, driven
from tests.fakes import RecordingNotifier, RecordingTray, RecordingWakeLock
from tests.ui.support import nameless

#: The offscreen platform has no other windows to come in front of.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
_MINUTE_MS = 60_000


class Desktop:
    """Everything around the window, remembered."""

    def __init__(self, *, tray: bool = True, why: str = "") -> None:
        self.tray, self.notifier, self.wake_lock = (
            RecordingTray(there=tray),
            RecordingNotifier(),
            RecordingWakeLock(why),
        )
        self.outside = Outside(self.tray, self.notifier, self.wake_lock)


@pytest.fixture
def desktop() -> Desktop:
    """Give a desktop with everything."""
    return Desktop()


@pytest.fixture
def quits(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Remember when the program wants to end; the tests' own application goes on."""
    asked: list[str] = []
    monkeypatch.setattr(qapp, "quit", lambda: asked.append("quit"), raising=False)
    yield asked
    qapp.setQuitOnLastWindowClosed(False)


def _packs(hands: Driven) -> PacksDesk:
    return hands.shell.background.packs


def _in_tray(desktop: Desktop) -> bool:
    return desktop.tray.shown


def _seen(desktop: Desktop) -> str:
    notice = desktop.notifier.seen
    return "" if notice is None else "urgent" if notice.urgent else "usual"


def _hold(desktop: Desktop) -> Hold:
    return desktop.wake_lock.holds[-1]


def _pass_min(hands: Driven, minutes: float) -> None:
    """Let minutes pass as the window's timers would see them."""
    packs = _packs(hands)
    left = round(minutes * _MINUTE_MS)
    while left > 0:
        step = min(left, 1_000 if packs.page.busy else 15_000)
        hands.clock.pass_ms(step)
        if packs.page.busy:
            packs.page.desk.tick()
        packs.look()
        left -= step
    hands.settle()


def _wear(hands: Driven) -> None:
    """Answer the questions, and put it on."""
    desk = _packs(hands).page.desk
    desk.intend("confirm_pack", True)
    desk.intend("pack_is_on")
    hands.settle()


def _wear_through(hands: Driven) -> None:
    _wear(hands)
    for _minute in range(40):
        if not _packs(hands).page.busy:
            return
        _pass_min(hands, 1)
        desk = _packs(hands).page.desk
        desk.intend("skin_ok")
        snapshot = _packs(hands).page.snapshot
        if snapshot is not None and snapshot.need is Need.PACK_OFF:
            desk.intend("pack_is_off")
            hands.settle()
    raise AssertionError("the pack was never off")


def test_a_round_of_packs(qapp: QApplication, tmp_path: Path, desktop: Desktop) -> None:
    """Heat, two hours, cold: each is put on and taken off on its page, one session in the journal, one click to end."""
    with driven(qapp, tmp_path / "data", outside=desktop.outside) as hands:
        hands.open(routine="alternating-packs")
        assert hands.window.key == PACKS
        assert nameless(hands.window) == []
        _wear_through(hands)
        assert hands.window.key == "today"
        assert hands.window.running.text() == "Alternating packs: the cold pack is next, at 10:15 (in 2 hours)."
        assert _in_tray(desktop)
        assert desktop.tray.states[-1].tip == "Limber: next step in 2 hours"
        _pass_min(hands, 119)
        assert hands.window.running.text() == "Alternating packs: the cold pack is next, at 10:15 (in 1 minute)."
        _pass_min(hands, 2)
        assert hands.window.running.text().startswith("Alternating packs: time for the cold pack.")
        hands.press(hands.window, "Begin")
        assert hands.window.key == PACKS
        _wear_through(hands)
        hands.press(hands.window, "End it")
        assert _packs(hands).run is None
        assert not _in_tray(desktop)
        assert hands.window.running.text() == ""
    with open_reader(tmp_path / "data") as journal:
        (record,) = journal.sessions()
        exposures = journal.exposures(0)
        assert journal.unfinished() == []
    assert (record.name, record.status) == ("Alternating packs", Status.DONE)
    assert [(step.kind, step.outcome) for step in record.steps] == [("heat", Outcome.DONE), ("cold", Outcome.DONE)]
    assert record.done_ms == record.planned_ms == 25 * _MINUTE_MS
    assert [(one.mode, one.exposure, one.certain) for one in exposures] == [(Mode.HEAT, 1, True), (Mode.COLD, 2, True)]


def test_messages_when_the_window_is_not_looked_at(qapp: QApplication, tmp_path: Path, desktop: Desktop) -> None:
    """One when the next pack is due, with a button that turns to it; an urgent one when nobody looks at the skin."""
    with driven(qapp, tmp_path / "data", outside=desktop.outside) as hands:
        hands.open(routine="alternating-packs")
        _wear_through(hands)
        hands.window.isActiveWindow = lambda: False  # type: ignore[method-assign]
        desktop.notifier.notices.clear()
        _pass_min(hands, 125)
        assert [notice.text for notice in desktop.notifier.notices] == ["Your next step is due."]
        desktop.notifier.choose("begin")
        hands.settle()
        assert _seen(desktop) == ""
        assert hands.window.key == PACKS
        _wear(hands)
        hands.window.show_page("today")
        _pass_min(hands, 5.1)
        assert hands.window.key == PACKS
        assert _seen(desktop) == "urgent"
        _packs(hands).page.desk.intend("skin_ok")
        hands.settle()
        assert hands.window.key == "today"
        assert _seen(desktop) == ""
        _packs(hands).page.desk.intend("pack_is_off")
        hands.settle()
    words = " ".join(f"{notice.title} {notice.text}" for notice in desktop.notifier.notices)
    assert not any(said in words.lower() for said in ("heat", "cold", "pack", "skin", "back"))


def test_beside_a_session(qapp: QApplication, tmp_path: Path, desktop: Desktop) -> None:
    """A session runs on while nothing is due; a pack that asks makes it stand still, and afterwards it is shown again."""
    with driven(qapp, tmp_path / "data", outside=desktop.outside) as hands:
        hands.open(routine="alternating-packs")
        _wear(hands)
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
            _packs(hands).page.desk.tick()
            if hands.window.key == PACKS:
                break
        assert set(phases) == {Phase.RUNNING}
        assert hands.now().phase is Phase.PAUSED
        assert _hold(desktop) == Hold.AWAKE
        _packs(hands).page.desk.intend("skin_ok")
        hands.settle()
        assert hands.window.key == STAGE
        assert hands.now().phase is Phase.PAUSED
        _packs(hands).page.desk.intend("pack_is_off")
        hands.settle()


def test_one_pack_at_a_time(qapp: QApplication, tmp_path: Path, desktop: Desktop) -> None:
    """With a pack on, no session with packs begins; in a session with packs no pack of these is offered."""
    with driven(qapp, tmp_path / "data", outside=desktop.outside) as hands:
        hands.open(routine="alternating-packs")
        _wear(hands)
        hands.window.show_page("today")
        hands.shell.sessions.start("heat-stretch-cold")
        assert "one pack at a time" in hands.window.messages.text()
        assert hands.window.key == "today"
        _packs(hands).page.desk.intend("pack_is_off")
        hands.settle()
        hands.window.messages.dismiss()
        hands.shell.sessions.start("heat-stretch-cold")
        assert hands.window.key == STAGE
        _pass_min(hands, 121)
        run = _packs(hands).run
        assert run is not None
        assert run.point.rest is Rest.DUE
        _packs(hands).open_pack()
        assert "one pack at a time" in hands.window.messages.text()
        assert hands.window.key == STAGE


def test_a_restart_goes_on_with_the_time_off(qapp: QApplication, tmp_path: Path) -> None:
    """Nothing is asked, the rest of the two hours runs, and Today offers nothing to resume."""
    folder = tmp_path / "data"
    with driven(qapp, folder, outside=Desktop().outside) as hands:
        hands.open(routine="alternating-packs")
        _wear_through(hands)
        passed_ms = hands.clock.now().awake_ns // 1_000_000
    with driven(qapp, folder, outside=Desktop().outside) as hands:
        hands.clock.pass_ms(passed_ms + 30 * _MINUTE_MS)
        hands.open()
        assert hands.window.key == "today"
        assert hands.window.running.text() == "Alternating packs: the cold pack is next, at 10:15 (in 1 h 30 min)."
        assert hands.shell.context is not None
        assert hands.shell.context.memory.unfinished == ()
        words = [one.text() for one in hands.window.page("today").findChildren(QAbstractButton)]
        assert "Resume" not in words
        _pass_min(hands, 91)
        assert hands.window.running.text().startswith("Alternating packs: time for the cold pack.")
        hands.press(hands.window, "End it")
    with open_reader(folder) as journal:
        (record,) = journal.sessions()
        assert journal.unfinished() == []
    assert [step.kind for step in record.steps] == ["heat"]


def test_a_restart_with_a_pack_on_is_the_page_to_take_it_off(qapp: QApplication, tmp_path: Path) -> None:
    """The first thing to see; nothing else goes on, and how long it was on is not certain."""
    folder, desktop = tmp_path / "data", Desktop()
    with driven(qapp, folder, outside=Desktop().outside) as hands:
        hands.open(routine="alternating-packs")
        _wear(hands)
        _pass_min(hands, 2)
        passed_ms = hands.clock.now().awake_ns // 1_000_000
    with driven(qapp, folder, outside=desktop.outside) as hands:
        hands.clock.pass_ms(passed_ms + 10 * _MINUTE_MS)
        hands.open()
        assert hands.window.key == PACKS
        snapshot = _packs(hands).page.snapshot
        assert snapshot is not None
        assert snapshot.need is Need.PACK_OFF
        assert _seen(desktop) == "urgent"
        with pytest.raises(DataError, match="one pack at a time"):
            take_packs(folder)
        hands.press(hands.window, "The pack is off")
        assert _packs(hands).run is not None
    with open_reader(folder) as journal:
        (exposure,) = journal.exposures(0)
    assert not exposure.certain
    assert exposure.worn_ms >= 2 * _MINUTE_MS


def test_closing_the_window_leaves_the_icon(
    qapp: QApplication, tmp_path: Path, desktop: Desktop, quits: list[str]
) -> None:
    """With a tray the window goes and the packs go on; the icon brings it back, and ends it all."""
    with driven(qapp, tmp_path / "data", outside=desktop.outside) as hands:
        hands.open(routine="alternating-packs")
        _wear_through(hands)
        hands.window.close()
        assert hands.window.isHidden()
        assert _in_tray(desktop)
        desktop.tray.choose("open")
        assert not hands.window.isHidden()
        hands.window.close()
        desktop.tray.choose("end")
        hands.settle()
        assert quits == ["quit"]


def test_without_a_tray_closing_asks(qapp: QApplication, tmp_path: Path, quits: list[str]) -> None:
    """Limber stays in its window; closing it says what is lost, and may be done all the same."""
    with driven(qapp, tmp_path / "data", outside=Desktop(tray=False).outside) as hands:
        hands.open(routine="alternating-packs")
        _wear_through(hands)
        hands.window.close()
        assert not hands.window.isHidden()
        hands.press(hands.window, "Keep it open")
        assert quits == []
        hands.window.close()
        hands.press(hands.window, "Close Limber")
        assert quits == ["quit"]
        request = CloseRequest()
        hands.window.close_asked.emit(request)
        assert not request.refused


def test_closing_with_a_pack_on_asks_for_it(qapp: QApplication, tmp_path: Path, desktop: Desktop) -> None:
    """Tray or not: a pack that is on comes off first."""
    with driven(qapp, tmp_path / "data", outside=desktop.outside) as hands:
        hands.open(routine="alternating-packs")
        _wear(hands)
        request = CloseRequest()
        hands.window.close_asked.emit(request)
        assert request.refused
        assert not hands.window.isHidden()
        hands.press(hands.window, "Back to the session")
        _packs(hands).page.desk.intend("pack_is_off")
        hands.settle()


def test_a_tray_that_goes_away_brings_the_window_back(
    qapp: QApplication, tmp_path: Path, desktop: Desktop, quits: list[str]
) -> None:
    """What nobody can see any more is shown again."""
    with driven(qapp, tmp_path / "data", outside=desktop.outside) as hands:
        hands.open(routine="alternating-packs")
        _wear_through(hands)
        hands.window.close()
        assert hands.window.isHidden()
        desktop.tray.there = False
        _pass_min(hands, 0.5)
        assert not hands.window.isHidden()
        assert quits == []


def test_an_unanswered_check_ends_it(qapp: QApplication, tmp_path: Path, desktop: Desktop) -> None:
    """Nobody there: take it off is asked until somebody says so, then the end is shown and no pack is offered."""
    with driven(qapp, tmp_path / "data", outside=desktop.outside) as hands:
        hands.open(routine="alternating-packs")
        _wear(hands)
        _pass_min(hands, 9)
        snapshot = _packs(hands).page.snapshot
        assert snapshot is not None
        assert snapshot.need is Need.PACK_OFF
        hands.press(hands.window, "The pack is off")
        assert _packs(hands).run is None
        assert hands.window.key == PACKS  # what is asked about the skin stays to be read
    with open_reader(tmp_path / "data") as journal:
        (record,) = journal.sessions()
    assert [step.outcome for step in record.steps] == [Outcome.UNATTENDED]


def test_it_says_before_the_pack_goes_on_that_the_machine_may_sleep(qapp: QApplication, tmp_path: Path) -> None:
    """Asked for with the questions, and told there; let go when the pack is off."""
    desktop = Desktop(why="no system bus is running")
    with driven(qapp, tmp_path / "data", outside=desktop.outside) as hands:
        hands.open(routine="heat-stretch-cold")
        stage = hands.shell.sessions.stage
        assert stage is not None
        assert desktop.wake_lock.holds == [Hold.SCREEN]
        assert hands.window.messages.text() == ""
        stage.intend("go_on")
        assert _hold(desktop) == Hold.AWAKE
        assert hands.now().need is Need.CONFIRM_PACK
        assert "could go to sleep while the pack is on (no system bus is running)" in hands.window.messages.text()
        stage.intend("confirm_pack", True)
        stage.intend("pack_is_on")
        stage.intend("pause")
        assert _hold(desktop) == Hold.AWAKE
        stage.intend("pack_is_off")
        hands.settle()
        assert _hold(desktop) != Hold.AWAKE
    assert desktop.wake_lock.closed


def test_a_session_s_pack_calls_as_well(qapp: QApplication, tmp_path: Path, desktop: Desktop) -> None:
    """In an ordinary session: a message when the window is not looked at, taken back with the answer."""
    with driven(qapp, tmp_path / "data", outside=desktop.outside) as hands:
        hands.open(routine="heat-stretch-cold")
        hands.window.isActiveWindow = lambda: False  # type: ignore[method-assign]
        stage = hands.shell.sessions.stage
        assert stage is not None
        for name, value in (("go_on", None), ("confirm_pack", True), ("pack_is_on", None)):
            stage.intend(name, value)
        hands.run_until(need=Need.SKIN_CHECK)
        assert _seen(desktop) == "urgent"
        stage.intend("skin_ok")
        assert _seen(desktop) == ""
        stage.intend("pack_is_off")
        hands.settle()


def test_who_looks_is_not_called_until_they_do_not_answer(qapp: QApplication, tmp_path: Path, desktop: Desktop) -> None:
    """The check on the page is enough; a minute later the desktop is asked as well."""
    with driven(qapp, tmp_path / "data", outside=desktop.outside) as hands:
        hands.open(routine="heat-stretch-cold")
        hands.window.isActiveWindow = lambda: True  # type: ignore[method-assign]
        stage = hands.shell.sessions.stage
        assert stage is not None
        for name, value in (("go_on", None), ("confirm_pack", True), ("pack_is_on", None)):
            stage.intend(name, value)
        hands.run_until(need=Need.SKIN_CHECK)
        assert _seen(desktop) == ""
        hands.pass_s(61)
        assert _seen(desktop) == "urgent"
        stage.intend("pack_is_off")
        hands.settle()


def test_the_screen_may_go_dark_in_a_pause(qapp: QApplication, tmp_path: Path, desktop: Desktop) -> None:
    """Held while a session runs, let go in a pause and when it is left."""
    with driven(qapp, tmp_path / "data", outside=desktop.outside) as hands:
        hands.open(routine="desk-reset-neck")
        stage = hands.shell.sessions.stage
        assert stage is not None
        stage.intend("pause")
        stage.intend("resume")
        stage.intend("end")
        assert desktop.wake_lock.holds == [Hold.SCREEN, Hold.NOTHING, Hold.SCREEN, Hold.NOTHING]


def test_a_numb_place_gets_no_pack_today(qapp: QApplication, tmp_path: Path, desktop: Desktop) -> None:
    """Said before the pack goes on: it all ends, and started again the same day it says why not."""
    with driven(qapp, tmp_path / "data", outside=desktop.outside) as hands:
        hands.open(routine="alternating-packs")
        hands.press(hands.window, "It is numb or tingles there")
        assert _packs(hands).run is None
        assert "not every point could be confirmed" in hands.window.messages.text()
        hands.settle()
        hands.shell.sessions.start("alternating-packs")
        assert _packs(hands).run is None
        assert "numb" in hands.window.messages.text()
    with open_reader(tmp_path / "data") as journal:
        assert journal.exposures(0) == []


def test_started_twice_it_turns_to_what_runs(qapp: QApplication, tmp_path: Path, desktop: Desktop) -> None:
    """Started a second time while it runs, it turns to what runs."""
    with driven(qapp, tmp_path / "data", outside=desktop.outside) as hands:
        hands.open(routine="alternating-packs")
        first = _packs(hands).run
        hands.window.show_page("today")
        hands.shell.sessions.start("alternating-packs")
        assert _packs(hands).run is first
        assert hands.window.key == PACKS
        hands.press(hands.window, "Back to Limber")
        assert hands.window.key == "today"
