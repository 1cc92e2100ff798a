"""What goes on around the window: the tray, closing, messages, and a machine that stays awake."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from coach.ports.wake_lock import Hold
from coach.session.state import Need, Phase
from coach.ui.main_window import PACKS, STAGE, CloseRequest
from tests.app.driving import driven
from tests.app.packs_hands import Desktop, asked, hold, in_tray, listened, packs_of, pass_min, seen, wear, wear_through

#: The offscreen platform has no other windows to come in front of.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)


@pytest.fixture
def desktop() -> Desktop:
    """Give a desktop with everything."""
    return Desktop()


@pytest.fixture
def quits(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Remember when the program wants to end; the tests' own application goes on."""
    asked: list[str] = []
    monkeypatch.setattr(qapp, "exit", lambda: asked.append("quit"), raising=False)
    yield asked
    qapp.setQuitOnLastWindowClosed(False)


def test_messages_when_the_window_is_not_looked_at(qapp: QApplication, tmp_path: Path, desktop: Desktop) -> None:
    """One when the next pack is due, with a button that turns to it; an urgent one when nobody looks at the skin."""
    with driven(qapp, tmp_path / "data", outside=desktop.outside) as hands:
        hands.open(routine="alternating-packs")
        wear_through(hands)
        hands.window.isActiveWindow = lambda: False  # type: ignore[method-assign]
        desktop.notifier.notices.clear()
        pass_min(hands, 125)
        assert [notice.text for notice in desktop.notifier.notices] == ["Your next step is due."]
        desktop.notifier.choose("begin")
        hands.settle()
        assert seen(desktop) == ""
        assert hands.window.key == PACKS
        wear(hands)
        hands.window.show_page("today")
        pass_min(hands, 5.1)
        assert hands.window.key == PACKS
        assert seen(desktop) == "urgent"
        packs_of(hands).page.desk.intend("skin_ok")
        hands.settle()
        assert hands.window.key == "today"
        assert seen(desktop) == ""
        packs_of(hands).page.desk.intend("pack_is_off")
        hands.settle()
    words = " ".join(f"{notice.title} {notice.text}" for notice in desktop.notifier.notices)
    assert not any(said in words.lower() for said in ("heat", "cold", "pack", "skin", "back"))


def test_closing_the_window_leaves_the_icon(
    qapp: QApplication, tmp_path: Path, desktop: Desktop, quits: list[str]
) -> None:
    """With a tray the window goes and the packs go on; the icon brings it back, and ends it all."""
    with driven(qapp, tmp_path / "data", outside=desktop.outside) as hands:
        hands.open(routine="alternating-packs")
        wear_through(hands)
        hands.window.close()
        assert hands.window.isHidden()
        assert in_tray(desktop)
        assert "goes on in the tray" in desktop.notifier.notices[-1].text
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
        wear_through(hands)
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
        wear(hands)
        request = CloseRequest()
        hands.window.close_asked.emit(request)
        assert request.refused
        assert not hands.window.isHidden()
        hands.press(hands.window, "Back to the session")
        packs_of(hands).page.desk.intend("pack_is_off")
        hands.settle()


def test_a_tray_that_goes_away_brings_the_window_back(
    qapp: QApplication, tmp_path: Path, desktop: Desktop, quits: list[str]
) -> None:
    """What nobody can see any more is shown again."""
    with driven(qapp, tmp_path / "data", outside=desktop.outside) as hands:
        hands.open(routine="alternating-packs")
        wear_through(hands)
        hands.window.close()
        assert hands.window.isHidden()
        desktop.tray.there = False
        hands.shell.background.tray.look()
        assert hands.window.isHidden()  # a panel that starts anew is back by the next look
        hands.shell.background.tray.look()
        assert hands.window.isMinimized()
        assert quits == []


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
        assert hold(desktop) == Hold.AWAKE
        assert hands.now().need is Need.CONFIRM_PACK
        assert "could go to sleep while the pack is on (no system bus is running)" in hands.window.messages.text()
        stage.intend("confirm_pack", True)
        stage.intend("pack_is_on")
        stage.intend("pause")
        assert hold(desktop) == Hold.AWAKE
        stage.intend("pack_is_off")
        hands.settle()
        assert hold(desktop) != Hold.AWAKE
    assert desktop.wake_lock.closed


def test_a_session_s_pack_calls_as_well(qapp: QApplication, tmp_path: Path, desktop: Desktop) -> None:
    """In an ordinary session: a message when the window is not looked at, taken back with the answer."""
    with driven(qapp, tmp_path / "data", outside=desktop.outside) as hands:
        hands.open(routine="heat-stretch-cold")
        hands.window.isActiveWindow = lambda: False  # type: ignore[method-assign]
        stage = hands.put_pack_on()
        hands.run_until(need=Need.SKIN_CHECK)
        assert seen(desktop) == "urgent"
        stage.intend("skin_ok")
        assert seen(desktop) == ""
        stage.intend("pack_is_off")
        hands.settle()


def test_who_looks_is_not_called_until_they_do_not_answer(qapp: QApplication, tmp_path: Path, desktop: Desktop) -> None:
    """The check on the page is enough; a minute later the desktop is asked as well."""
    with driven(qapp, tmp_path / "data", outside=desktop.outside) as hands:
        hands.open(routine="heat-stretch-cold")
        hands.window.isActiveWindow = lambda: True  # type: ignore[method-assign]
        stage = hands.put_pack_on()
        hands.run_until(need=Need.SKIN_CHECK)
        assert seen(desktop) == ""
        hands.pass_s(61)
        assert seen(desktop) == "urgent"
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


def test_coming_back_to_a_locked_screen_asks_for_a_look(qapp: QApplication, tmp_path: Path, desktop: Desktop) -> None:
    """Row 34: under a pack the stage asks at once; it is listened to only then, and nothing stands still meanwhile."""
    with driven(qapp, tmp_path / "data", outside=desktop.outside) as hands:
        hands.open(routine="heat-stretch-cold")
        stage = hands.shell.sessions.stage
        assert stage is not None
        for name, value in (("go_on", None), ("confirm_pack", True)):
            stage.intend(name, value)
        assert not listened(desktop)
        stage.intend("pack_is_on")
        assert listened(desktop)
        hands.pass_s(60)
        hands.window.isActiveWindow = lambda: False  # type: ignore[method-assign]
        hands.window.show_page("today")
        desktop.screen_lock.unlock()
        assert hands.window.key == STAGE
        assert hands.now().need is Need.SKIN_CHECK
        assert seen(desktop) == "urgent"
        stage.intend("skin_ok")
        assert (hands.now().need, hands.now().phase, hands.now().elapsed_ms) == (Need.NOTHING, Phase.RUNNING, 60_000)
        stage.intend("pack_is_off")
        assert not listened(desktop)


def test_coming_back_under_a_pack_in_the_background(qapp: QApplication, tmp_path: Path, desktop: Desktop) -> None:
    """A pack that alternates is asked about on its own page; between packs nobody listens."""
    with driven(qapp, tmp_path / "data", outside=desktop.outside) as hands:
        hands.open(routine="alternating-packs")
        wear(hands)
        hands.window.show_page("today")
        assert listened(desktop)
        desktop.screen_lock.unlock()
        hands.settle()
        assert hands.window.key == PACKS
        assert asked(hands) is Need.SKIN_CHECK
        packs_of(hands).page.desk.intend("skin_ok")
        packs_of(hands).page.desk.intend("pack_is_off")
        hands.settle()
        assert not listened(desktop)
