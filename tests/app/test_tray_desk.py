"""The icon in the tray in the whole program: when it is there, what its lines do, a tray that comes and goes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from coach.app.tray_desk import LOOK_MS, SOON_MS, TrayDesk
from coach.ports.tray import Entry
from coach.reminders.view import State
from coach.settings.breaks import Rotation
from coach.settings.model import Settings
from tests.app.breaks_hands import MOVES, Office, office
from tests.app.packs_hands import in_tray, packs_of, pass_min, wear_through

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)


@pytest.fixture
def at(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """An office where only the movement break is on."""
    with office(qapp, tmp_path / "data", monkeypatch) as made:
        yield made


def _tray(at: Office) -> TrayDesk:
    return at.hands.shell.background.tray


def _entries(at: Office) -> tuple[Entry, ...]:
    return at.desktop.tray.states[-1].entries


def _says(at: Office) -> str:
    return _entries(at)[0].words


def _change(at: Office, settings: Settings) -> None:
    at.hands.shell.change_settings(settings)
    at.hands.settle()


def test_it_says_how_long_until_the_next(at: Office) -> None:
    """It counts with the person, and a break that is due is said."""
    assert in_tray(at.desktop)
    assert _says(at) == "Movement break in 1 h"
    at.sit(17)
    assert _says(at) == "Movement break in 43 min"
    at.sit(43)
    assert _says(at) == "A break is due"


def test_one_can_be_taken_at_any_time(at: Office) -> None:
    """The whole one, or the shorter one; while it goes on none can be asked for."""
    at.desktop.tray.choose("now")
    assert at.run.opened[-1][2] == 150_000
    assert _says(at) == "A break is running"
    assert not any(entry.key in {"now", "shorter"} for entry in _entries(at))
    at.run.end(150_000, whole=True)
    at.desktop.tray.choose("shorter")
    assert at.run.opened[-1][2] == 60_000


def test_in_a_session_the_window_says_why_not(at: Office) -> None:
    """A session comes first; who asks from the tray is not left without an answer."""
    at.hands.shell.sessions.start("desk-reset-neck")
    at.hands.settle()
    at.hands.window.close()
    at.desktop.tray.choose("now")
    assert at.hands.window.isVisible()
    assert "session" in at.said()
    assert at.run.opened == []


def test_a_pause_and_its_end(at: Office) -> None:
    """For so long, or until tomorrow, or until the person goes on."""
    at.desktop.tray.choose("pause:30")
    assert _says(at).startswith("Paused until ")
    at.desktop.tray.choose("resume")
    assert _says(at) == "Movement break in 1 h"
    at.desktop.tray.choose("until-tomorrow")
    assert _says(at).endswith(" tomorrow")


def test_a_meeting(at: Office) -> None:
    """What is due in it waits; the person says that it is over."""
    at.sit(58)
    meeting = next(entry for entry in _entries(at) if entry.words == "In a meeting")
    at.desktop.tray.choose(meeting.sub[1].key)
    at.sit(3)
    assert _says(at).startswith("Waiting: in a meeting until ")
    at.desktop.tray.choose("anyway")
    assert at.breaks.view().meeting_ms is None
    at.sit(1)
    assert _says(at) == "A break is due"


def test_standing(at: Office) -> None:
    """With the rotation the tray asks for nothing but how the person is."""
    at.use(replace(MOVES, rotation=Rotation(on=True)))
    assert _says(at) == "Time to stand in 20 min"
    at.desktop.tray.choose("stand")
    assert at.breaks.view().standing
    assert _says(at) == "Movement break in 8 min"
    at.desktop.tray.choose("sit")
    assert not at.breaks.view().standing


def test_it_notes_how_it_feels_and_opens(at: Office) -> None:
    """The small window, and the large one."""
    at.desktop.tray.choose("note")
    quick = at.hands.shell.background.quick.window
    assert quick is not None
    assert quick.isVisible()
    at.hands.window.close()
    assert at.hands.window.isHidden()
    at.desktop.tray.choose("open")
    assert at.hands.window.isVisible()
    at.hands.window.close()
    at.desktop.tray.choose("breaks")
    assert at.hands.window.isVisible()
    assert at.hands.window.key == "breaks"
    at.desktop.tray.choose("a line that is not there any more")


def test_there_only_while_the_program_lives_in_it(at: Office) -> None:
    """Breaks off: gone, nothing looks for a tray; wished for without them: there again."""
    context = at.hands.shell.context
    assert context is not None
    off = replace(context.settings, breaks=replace(MOVES, on=False))
    _change(at, off)
    assert not in_tray(at.desktop)
    assert not _tray(at)._timer.isActive()
    _change(at, replace(off, stay_in_tray=True))
    assert in_tray(at.desktop)
    assert _says(at) == "Break reminders are off"
    assert at.breaks.view().state is State.OFF


def test_a_tray_that_comes_back(at: Office) -> None:
    """A panel that starts anew has the icon again by the next look, with what it says now."""
    at.desktop.tray.there = False
    assert _tray(at)._timer.interval() == LOOK_MS
    _tray(at).look()
    assert not in_tray(at.desktop)
    assert _tray(at)._timer.interval() == SOON_MS
    _tray(at).look()
    assert _tray(at)._timer.interval() == LOOK_MS  # there may be none at all
    at.sit(5)
    assert not in_tray(at.desktop)
    at.desktop.tray.there = True
    _tray(at).look()
    assert in_tray(at.desktop)
    assert _says(at) == "Movement break in 55 min"


def test_packs_come_first_and_go(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While packs alternate their lines are the first; afterwards the icon stays for the breaks."""
    with office(qapp, tmp_path / "data", monkeypatch, opened=False) as at:
        at.hands.open(routine="alternating-packs")
        wear_through(at.hands)
        pass_min(at.hands, 1)
        assert [entry.words for entry in _entries(at)[:2]] == ["Limber: next step in 1 h 59 min", "End it"]
        at.desktop.tray.choose("end")
        at.hands.settle()
        assert packs_of(at.hands).run is None
        assert in_tray(at.desktop)
        assert _says(at).startswith("Movement break in")
