"""What closing the window means with breaks on: going on in the tray, or asking; and how the program begins at login."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from coach.session.state import Phase
from coach.settings.model import Settings
from coach.settings.store import save_settings
from coach.ui.widgets.sheet import Question
from tests.app.breaks_hands import MOVES, Office, office
from tests.app.driving import Driven, driven
from tests.app.packs_hands import Desktop, in_tray

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)


@pytest.fixture(autouse=True)
def quits(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Remember when the program wants to end; the tests' own application goes on."""
    asked: list[str] = []
    monkeypatch.setattr(qapp, "exit", lambda: asked.append("quit"), raising=False)
    yield asked
    qapp.setQuitOnLastWindowClosed(False)


@pytest.fixture
def at(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """An office where only the movement break is on."""
    with office(qapp, tmp_path / "data", monkeypatch) as made:
        yield made


def _aside(hands: Driven) -> None:
    """Begin as at login."""
    loaded: list[bool] = []
    hands.shell.loaded.connect(lambda: loaded.append(True))
    hands.shell.open(aside=True)
    for _round in range(2000):
        hands.settle()
        if loaded:
            return
    raise AssertionError("the journal was never read")


def test_closed_into_the_tray(at: Office, quits: list[str]) -> None:
    """The window goes, breaks go on and are asked for, the icon brings the window back; that is said once, ever."""
    at.hands.window.close()
    assert at.hands.window.isHidden()
    assert at.notice().text == "Limber goes on in the tray and tells you when a break is due."
    at.sit(60)
    assert at.card.state is not None
    at.desktop.tray.choose("open")
    assert at.hands.window.isVisible()
    said = len(at.desktop.notifier.notices)
    at.hands.window.close()
    assert at.hands.window.isHidden()
    assert len(at.desktop.notifier.notices) == said
    assert quits == []
    at.desktop.tray.choose("quit")
    assert quits == ["quit"]


def test_it_was_said_the_day_before(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever closes the window each evening is not told each evening."""
    for day in range(2):
        with office(qapp, tmp_path / "data", monkeypatch) as at:
            at.hands.window.close()
            assert len(at.desktop.notifier.notices) == 1 - day


@pytest.mark.parametrize(
    ("answer", "quit_", "minimised"),
    [
        ("Keep it open", False, False),
        ("Minimise it", False, True),
        ("Close Limber", True, False),
    ],
)
def test_without_a_tray_it_asks(at: Office, quits: list[str], answer: str, quit_: bool, minimised: bool) -> None:
    """What is lost is said; the window may stay, rest in the task bar, or close."""
    at.desktop.tray.there = False
    at.hands.window.close()
    assert at.hands.window.isVisible()
    assert quits == []
    at.hands.press(at.hands.window, answer)
    assert (bool(quits), at.hands.window.isMinimized()) == (quit_, minimised)


def test_a_session_waits_in_the_tray(at: Office) -> None:
    """Nothing counts and speaks in a window that nobody sees."""
    at.hands.shell.sessions.start("desk-reset-neck")
    at.hands.settle()
    stage = at.hands.shell.sessions.stage
    assert stage is not None
    stage.intend("start")
    at.hands.pass_s(1)
    assert at.hands.now().phase is Phase.RUNNING
    at.hands.window.close()
    assert at.hands.window.isHidden()
    assert at.hands.now().phase is Phase.PAUSED


def test_nothing_to_remind_of_is_the_end(qapp: QApplication, tmp_path: Path, quits: list[str]) -> None:
    """With breaks off closing closes, unless the person wishes it to stay; without a tray it closes all the same."""
    desktop = Desktop()
    with driven(qapp, tmp_path / "data", outside=desktop.outside) as hands:
        hands.open()
        assert hands.window.close()
        hands.window.show()
        assert not in_tray(desktop)
        context = hands.shell.context
        assert context is not None
        hands.shell.change_settings(replace(context.settings, stay_in_tray=True))
        assert not hands.window.close()
        assert hands.window.isHidden()
        assert "Quit it from the menu" in desktop.notifier.notices[-1].text
        desktop.tray.choose("open")
        desktop.tray.there = False
        assert hands.window.close()
        hands.settle()
        assert quits == ["quit"]


def test_switched_off_the_window_closes_again(at: Office, qapp: QApplication, quits: list[str]) -> None:
    """Closed into the tray once, opened, breaks switched off: closing the last window is the end by itself."""
    at.hands.window.close()
    assert not qapp.quitOnLastWindowClosed()
    at.desktop.tray.choose("open")
    at.use(replace(MOVES, on=False))
    assert qapp.quitOnLastWindowClosed()
    assert not in_tray(at.desktop)


def test_at_login_in_the_tray(qapp: QApplication, tmp_path: Path, quits: list[str]) -> None:
    """No window comes, also with nothing to remind of; the icon or a second start opens it, and closing goes back."""
    desktop = Desktop()
    with driven(qapp, tmp_path / "data", outside=desktop.outside) as hands:
        _aside(hands)
        assert hands.window.isHidden()
        assert in_tray(desktop)
        assert not qapp.quitOnLastWindowClosed()
        hands.shell.raise_asked.emit()
        assert hands.window.isVisible()
        assert hands.window.key == "today"
        hands.window.close()
        assert hands.window.isHidden()
        desktop.tray.choose("quit")
        assert quits == ["quit"]


def test_at_login_the_tray_may_come_later(qapp: QApplication, tmp_path: Path) -> None:
    """A panel that starts after us is waited for; without one the window is there, minimised."""
    folder = tmp_path / "data"
    folder.mkdir()
    save_settings(folder, Settings(breaks=MOVES))
    desktop = Desktop(tray=False)
    with driven(qapp, folder, outside=desktop.outside) as hands:
        _aside(hands)
        tray = hands.shell.background.tray
        tray.look()
        assert hands.window.isHidden()
        desktop.tray.there = True
        tray.look()
        assert in_tray(desktop)
        desktop.tray.there = False
        tray.look()
        assert hands.window.isHidden()
        tray.look()
        assert hands.window.isMinimized()


def test_closed_twice_it_asks_once(qapp: QApplication, tmp_path: Path) -> None:
    """Without a tray; after an answer it can be asked again."""
    folder = tmp_path / "data"
    folder.mkdir()
    save_settings(folder, Settings(breaks=MOVES))
    with driven(qapp, folder, outside=Desktop(tray=False).outside) as hands:
        hands.open()
        for _time in range(2):
            hands.window.close()
            hands.window.close()
            [question] = (one for one in hands.window.findChildren(Question) if one.isVisible())
            hands.press(question, "Keep it open")
        hands.shell.background.closing.leave()
