"""The Breaks page in the open program: switched on, said, followed live, and nothing looked at while nobody looks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coach.ports.busy import BusyKind
from coach.reminders.view import State
from coach.settings.breaks import Breaks, QuietDays
from coach.settings.store import load_settings
from coach.ui.breaks.page import BreaksPage
from coach.ui.breaks.page_state import Do
from tests.app.breaks_hands import MOVES, Office, office

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)


@pytest.fixture
def at(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """An office where only the movement break is on."""
    with office(qapp, tmp_path / "data", monkeypatch) as made:
        yield made


@pytest.fixture
def off(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """An office where nobody has switched breaks on."""
    with office(qapp, tmp_path / "data", monkeypatch, replace(MOVES, on=False)) as made:
        yield made


def _page(at: Office) -> BreaksPage:
    at.hands.window.show_page("breaks")
    at.hands.settle()
    page = at.hands.window.page("breaks")
    assert isinstance(page, BreaksPage)
    return page


def _watched(at: Office) -> bool:
    return at.desk.lock.told is not None


def _says(page: BreaksPage, key: str) -> str:
    return page.sensing.lines[key]._now.text()


def _timer_runs(at: Office) -> bool:
    return at.hands.shell.background.breaks_page._timer.isActive()


def test_switched_on_it_is_kept_and_watches(off: Office) -> None:
    """The switch writes the settings, the engine counts, and the page says what comes next."""
    page = _page(off)
    off.sit(2)
    page.hide()
    page.show()
    assert off.breaks.driver.today() == ()
    assert not page.day.isVisible()
    assert not _watched(off)
    page.now.switch.click()
    off.hands.settle()
    assert off.settings.on
    assert load_settings(off.hands.shell.folder, off.hands.clock.stamp()).settings.breaks.on
    assert _watched(off)
    assert "movement break" in page.now._why.text()
    page.now.switch.click()
    off.hands.settle()
    assert off.settings == replace(MOVES, on=False)
    assert not _watched(off)


def test_off_nothing_is_looked_at_but_on_request_and_no_longer_than_the_page_is_seen(off: Office) -> None:
    """Look now opens the doors; another page closes them."""
    page = _page(off)
    assert not _watched(off)
    page.sensing.look.click()
    assert _watched(off)
    assert _says(page, "here") == "You are at the desk: yes"
    off.desk.busy[BusyKind.MICROPHONE].set(True, "Firefox")
    assert _says(page, "microphone") == "The microphone is in use: yes, by Firefox"
    off.hands.window.show_page("today")
    assert off.desk.lock.told is None
    off.hands.window.show_page("breaks")
    assert not _timer_runs(off)


def test_switching_on_in_a_trial_keeps_the_doors_open(off: Office) -> None:
    """The trial ends before the engine opens them, not after."""
    page = _page(off)
    page.sensing.look.click()
    page.now.switch.click()
    off.hands.settle()
    assert _watched(off)
    off.hands.window.show_page("today")
    assert _watched(off)


def test_the_desk_is_followed_while_the_page_is_seen(at: Office) -> None:
    """Hands away, a locked screen, do not disturb: the page says it live."""
    page = _page(at)
    assert _timer_runs(at)
    at.desk.idle.seconds = 45.0
    at.desk.busy[BusyKind.QUIET].set(True)
    at.hands.shell.background.breaks_page._timer.timeout.emit()
    assert _says(page, "here") == "You are at the desk: yes, nothing touched for 45 s"
    assert _says(page, "do-not-disturb").endswith("on: yes")
    at.desk.lock.set(True)
    at.hands.shell.background.breaks_page._timer.timeout.emit()
    assert _says(page, "lock") == "The screen is locked: yes"
    at.hands.window.showMinimized()
    at.hands.window.hide()
    assert not _timer_runs(at)


def test_once_a_minute_the_day_goes_on(at: Office) -> None:
    """The bar grows while somebody looks at it."""
    page = _page(at)
    at.hands.clock.pass_ms(61_000)
    at.hands.shell.background.breaks_page._timer.timeout.emit()
    assert page.day.strip.accessibleName() == "Today: Sat 1 min."


def test_the_day_is_shown_as_it_goes_on(at: Office) -> None:
    """What was sat stands in the bar, and what was done is counted."""
    at.sit(42)
    page = _page(at)
    assert page.day.strip.accessibleName() == "Today: Sat 42 min."
    at.sit(18)
    at.card.taken.emit(False)
    at.run.end(140_000, whole=True)
    at.hands.settle()
    assert page.day._taken.text() == "Breaks today: 1 taken."


def test_a_break_now_and_a_shorter_one(at: Office) -> None:
    """Due or not it opens; meanwhile nothing else is offered."""
    page = _page(at)
    page.now.shorter.click()
    at.hands.settle()
    assert at.run.opened[-1][2] == 60_000
    assert not page.now.take.isVisible()
    at.run.end(60_000, whole=True)
    at.hands.settle()
    assert page.now.take.isVisible()


def test_one_can_be_tried_while_reminders_are_off(off: Office) -> None:
    """Before they are switched on."""
    _page(off).now.try_one.click()
    off.hands.settle()
    assert len(off.run.opened) == 1


def test_pause_and_on_again(at: Office) -> None:
    """The page says until when, and one press ends it."""
    page = _page(at)
    page.now.pause.choose(60)
    assert page.now._why.text() == "Paused until 09:00."
    page.now.resume.click()
    assert at.breaks.view().pause_ms is None
    page.now.pause.choose("tomorrow")
    assert page.now._why.text().endswith("tomorrow.")


def test_in_a_meeting_until(at: Office) -> None:
    """It is busy until then, and over when the person says so."""
    page = _page(at)
    page.now.meeting.choose(time(9))
    assert "in a meeting until" in page.now._why.text()
    assert page.now.anyway.text() == "The meeting is over"
    page.now.anyway.click()
    assert at.breaks.view().meeting_ms is None


def test_a_wrong_probe_is_overruled(at: Office) -> None:
    """What is seen now is not heeded, and that is said."""
    at.desk.busy[BusyKind.MICROPHONE].set(True)
    page = _page(at)
    assert page.now.anyway.text() == "Ask me anyway"
    page.now.anyway.click()
    assert at.breaks.view().busy == ()
    assert "not heeded" in at.said()


def test_time_away_was_none(at: Office) -> None:
    """The credit is shown, and undone it is sitting."""
    at.sit(30)
    at.desk.lock.set(True)
    at.sit(12)
    at.desk.lock.set(False)
    page = _page(at)
    assert page.now.notes.credit.isVisible()
    assert "Away 12 min" in page.day.strip.accessibleName()
    page.now.notes.credit.button.click()
    assert not page.now.notes.credit.isVisible()
    assert page.day.strip.accessibleName() == "Today: Sat 42 min."


def test_later_and_skip_from_the_page(at: Office) -> None:
    """As on the card: the first skip offers a shorter one, the second is meant."""
    at.sit(60)
    page = _page(at)
    page.now.later.click()
    assert at.breaks.view().state is State.SNOOZED
    at.sit(6)
    page.now.skip.click()
    view = at.breaks.view()
    assert view.card is not None
    assert view.card.offered
    assert page.now.skip.text() == "Skip anyway"
    page.now.skip.click()
    assert at.breaks.view().card is None


def test_a_gentle_day(at: Office) -> None:
    """On, said, and as usual again."""
    page = _page(at)
    page.now.gentle.click()
    assert at.breaks.view().gentle
    assert page.now.notes.gentle.isVisible()
    page.now.notes.gentle.button.click()
    assert not at.breaks.view().gentle


def test_hours_change_what_is_said_at_once(at: Office) -> None:
    """A quiet day from now on, and undone."""
    page = _page(at)
    page.hours.today.click()
    at.hands.settle()
    day = at.hands.clock.stamp().local_day
    assert at.settings.quiet_days == (QuietDays(first=day, last=day),)
    assert page.now._why.text().startswith("Today is a quiet day.")
    page.messages._action.click()
    at.hands.settle()
    assert at.breaks.view().state is State.COUNTING


def test_a_time_that_is_stepped_is_used_at_once_and_the_field_stays(at: Office) -> None:
    """Settings are kept, everything is dressed anew, and the next key goes on where the last one was."""
    at.use(replace(MOVES, hours=Breaks().hours))
    page = _page(at)
    field = page.hours.rows[0].stretches[0].begin  # a Monday, at eight
    field.selectAll()  # as the keyboard does on coming here
    assert page.now._why.text().startswith("Outside your hours.")
    for _hour in range(2):
        QTest.keyClick(field, Qt.Key.Key_Down)
        at.hands.settle()
    assert page.hours.rows[0].stretches[0].begin is field
    assert at.settings.hours[0][0].begin_min == 7 * 60
    assert page.now._why.text().startswith("Next: a movement break")


def test_digits_in_a_time_go_to_no_page(at: Office) -> None:
    """They are typed, over the whole of it."""
    page = _page(at)
    field = page.hours.rows[1].stretches[0].begin
    field.selectAll()
    QTest.keyClicks(field, "06")
    QTest.keyClick(field, Qt.Key.Key_Return)
    at.hands.settle()
    assert at.hands.window.key == "breaks"
    assert at.settings.hours[1][0].begin_min == 6 * 60


def test_from_here_to_starting_at_login(at: Office) -> None:
    """The link ends on the switch itself."""
    _page(at).login.click()
    at.hands.settle()
    assert at.hands.window.key == "settings"
    settings: Any = at.hands.window.page("settings")
    assert settings.starting.login.hasFocus() or not at.hands.window.isActiveWindow()
    assert not settings.starting.login.visibleRegion().isEmpty()


def test_every_wish_has_somebody_who_does_it(at: Office) -> None:
    """No button leads nowhere."""
    assert set(at.hands.shell.background.breaks_page._words(None)) == set(Do)


def test_what_another_hand_changed_is_shown(at: Office) -> None:
    """Settings that were changed elsewhere, as by an answer to why, are on the page."""
    page = _page(at)
    at.use(replace(MOVES, mode="firm"))
    assert page.asking.mode.value() == "firm"
    assert Breaks().mode == "soft"
