"""Breaks in odd orders: what is noted, begun, closed or changed while a card or a break window is there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from coach.app.packs_words import due_notice
from coach.content.vocabulary import Area, BreakOutcome, MarkerKind, Quality, Side
from coach.journal.entries import entry_draft, marker_draft
from coach.journal.repository import Draft
from coach.reminders.events import Reason
from coach.reminders.view import State
from coach.settings.breaks import Breaks, Cadence
from coach.ui.breaks.state import Ask
from tests.app.breaks_hands import MOVES, Office, office
from tests.app.test_breaks_whole import Morning, at_desk
from tests.reminders.world import ALWAYS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)


@pytest.fixture
def at(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """An office where only the movement break is on."""
    with office(qapp, tmp_path / "data", monkeypatch) as made:
        yield made


@pytest.fixture
def firm(qapp: QApplication, tmp_path: Path) -> Iterator[Morning]:
    """Somebody whose breaks open by themselves, in real windows."""
    yield from at_desk(qapp, tmp_path / "data", replace(MOVES, mode="firm"))


@pytest.fixture
def asked_why(at: Office) -> Office:
    """Three breaks were skipped."""
    for _skip in range(3):
        at.sit(60)
        at.card.skipped.emit(True)
    at.hands.settle()
    assert at.asks() is Ask.WHY
    return at


def _flare(at: Office) -> Draft:
    return marker_draft(at.hands.clock.stamp(), MarkerKind.FLARE)


def _numb(at: Office) -> Draft:
    return entry_draft(at.hands.clock.stamp(), 4, Area.FOOT, Side.LEFT, quality=Quality.NUMBNESS)


@pytest.mark.parametrize("noted", [_flare, _numb])
def test_what_is_noted_while_a_break_is_put_off_is_heeded(at: Office, noted: object) -> None:
    """Its card comes again with something gentle, and that is what is opened."""
    at.sit(60)
    assert "Gentle" not in at.shown().why_this
    at.card.snoozed.emit()
    assert callable(noted)
    at.hands.shell.journal.save([noted(at)])
    at.sit(6)
    assert "Gentle" in at.shown().why_this
    title = at.shown().title
    at.card.taken.emit(False)
    assert at.run.opened[-1][1].title == title


def test_a_reminder_to_get_up_says_the_persons_own_words(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the card, with what is offered; in a message it is only a break."""
    own = Cadence(key="own", moves=True, every_min=60, length_s=120, name="Water", text="Fetch a glass of water")
    with office(qapp, tmp_path / "data", monkeypatch, replace(ALWAYS, cadences=(own,))) as at:
        at.sit(60)
        assert at.shown().title == "Fetch a glass of water"
        at.use(replace(at.settings, prompt="notification"))
        assert "water" not in f"{at.notice().title} {at.notice().text}"
        at.breaks.take()
        assert at.card.states[-1].why_this.startswith(at.run.opened[-1][1].title)


def test_no_question_why_over_a_session(asked_why: Office) -> None:
    """It waits on the page."""
    asked_why.hands.shell.sessions.start("morning-ease")
    asked_why.hands.settle()
    assert asked_why.breaks.view().state is State.SESSION
    assert asked_why.asks() is None
    asked_why.hands.end_session()


def test_no_question_why_in_a_call_a_break_or_a_pause(asked_why: Office) -> None:
    """Nor does it lie over what is presented."""
    busy = asked_why.desk.busy.values()
    for door in busy:
        door.set(True)
        assert asked_why.asks() is None
        door.set(False)
        assert asked_why.asks() is Ask.WHY
    asked_why.breaks.pause(30)
    assert asked_why.asks() is None
    asked_why.breaks.resume()
    asked_why.breaks.now()
    assert asked_why.asks() is None


def test_a_clock_that_goes_back_does_not_keep_the_question(asked_why: Office) -> None:
    """It leaves the screen; on the page it is still asked."""
    clock = asked_why.hands.clock
    clock.set(clock.stamp().local() - timedelta(hours=3))
    asked_why.sit(2)
    assert asked_why.asks() is None
    assert asked_why.breaks.view().asks_why


def test_undo_keeps_what_was_chosen_since(asked_why: Office) -> None:
    """Only what the answer changed is changed back."""
    before: Breaks = asked_why.settings
    asked_why.card.why_said.emit(Reason.TOO_OFTEN)
    asked_why.use(replace(asked_why.settings, on=False, mode="firm"))
    asked_why.breaks._adapting.undo()
    assert asked_why.settings == replace(before, on=False, mode="firm")


def test_a_message_pressed_too_late_opens_nothing_in_a_session(at: Office) -> None:
    """The session goes on, and nothing lies over it."""
    at.sit(60)
    at.hands.shell.sessions.start("morning-ease")
    at.hands.settle()
    at.hands.shell.background.alerts.chosen.emit("break-take")
    assert at.run.opened == []
    at.hands.end_session()


def test_a_break_that_ended_before_anything_was_read_is_not_opened(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked for and left out from a terminal while the program starts."""
    with office(qapp, tmp_path / "data", monkeypatch, opened=False) as at:
        at.breaks.now()
        at.breaks.skip()
        at.hands.open()
        assert at.run.opened == []


def test_a_break_that_nobody_began_is_not_done_by_sleeping(firm: Morning) -> None:
    """The window that came by itself was never begun; the machine sleeps, and nothing was done."""
    firm.sit(3630)
    assert firm.run.window.page() is firm.run.window.begin
    firm.sit(100)
    firm.hands.clock.sleep(timedelta(hours=1))
    firm.breaks.driver.tick()
    [kept] = firm.kept()
    assert (kept.outcome, kept.done_ms, kept.exercises) == (BreakOutcome.SKIPPED, 0, ())


def test_a_break_that_was_left_open_keeps_what_was_done(firm: Morning) -> None:
    """Paused in the middle and forgotten: partly, with as much as its exercises say."""
    firm.breaks.now()
    firm.move(100)
    firm.run._play.intend("pause")
    firm.sit(15 * 60)
    [kept] = firm.kept()
    assert (kept.outcome, kept.why) == (BreakOutcome.PARTLY, "left-open")
    assert kept.done_ms == sum(one.done_ms for one in kept.exercises) > 0


def test_a_rehearsal_makes_no_break_of_some_seconds(firm: Morning) -> None:
    """Whatever the speed of the program, a break takes its time: it counts as one."""
    firm.hands.shell.speed = 60.0
    firm.breaks.now()
    firm.move(5)
    assert firm.run.busy


def test_the_page_of_a_minimised_window_wakes_nobody(at: Office) -> None:
    """Not at once, and not when something changes."""
    at.hands.window.show_page("breaks")
    at.hands.settle()
    timer = at.hands.shell.breaks_page._timer
    assert timer.isActive()
    at.hands.window.showMinimized()
    at.sit(3)
    assert not timer.isActive()
    at.hands.window.showNormal()
    at.hands.settle()
    assert timer.isActive()


def test_a_message_comes_again_when_what_lay_over_it_has_gone(at: Office) -> None:
    """A step of packs that alternate was due meanwhile; the break still is."""
    at.use(replace(at.settings, prompt="notification"))
    at.sit(60)
    before, alerts = at.notice(), at.hands.shell.background.alerts
    alerts.show(due_notice())
    at.sit(1)
    assert at.notice() == due_notice()
    alerts.withdraw()
    at.sit(1)
    assert at.notice().title == before.title


def test_a_break_that_makes_room_for_a_session_is_no_skip(firm: Morning) -> None:
    """However often: nobody is asked why they skip."""
    for _time in range(3):
        firm.sit(3640)
        assert firm.run.busy
        firm.hands.shell.sessions.start("morning-ease")
        firm.hands.settle()
        firm.hands.end_session()
    assert {(one.outcome, one.why) for one in firm.kept()} == {(BreakOutcome.SKIPPED, "session")}
    assert not firm.breaks.view().asks_why
