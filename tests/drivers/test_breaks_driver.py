"""Breaks in real time: what the desk tells is seen, what happens is told in order, and off means that nothing is woken."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import time

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from coach.content.vocabulary import BreakOutcome
from coach.drivers.desk_watch import AT_REST_S, IN_BREAK_S
from coach.ports.busy import BusyKind
from coach.ports.probe import Finding
from coach.reminders.events import BreakDue, BreakEnded, Event, Opened, Prompted, Withdrawn
from coach.reminders.sight import Busy
from coach.reminders.view import State
from coach.reminders.why import looking_words
from tests.drivers.office import RESTS_S, Office
from tests.reminders.world import ALWAYS

_OFF = replace(ALWAYS, on=False)


@pytest.fixture
def office(qapp: QApplication) -> Iterator[Office]:
    """An office whose doors are shut again afterwards."""
    made = Office()
    yield made
    for driver in made.drivers:
        driver.close()


def test_a_break_comes_is_taken_and_ends(office: Office) -> None:
    """After an hour at the desk the card, on yes the window, and one end that is told once."""
    office.until_card()
    assert office.kinds() == ["BreakDue", "Prompted"]
    opened = office.driver.take()
    assert [type(event) for event in opened] == [Opened]
    office.sit(1)
    assert office.driver.finish(60_000, whole=True) == office.heard[-1:]
    ended = office.heard[-1]
    assert isinstance(ended, BreakEnded)
    assert ended.outcome is BreakOutcome.DONE
    assert office.kinds() == ["BreakDue", "Prompted", "Opened", "BreakEnded"]


def test_off_watches_nothing_and_wakes_nobody(office: Office) -> None:
    """Switched off in the middle of the day every door is shut and no timer runs; on again, all are opened."""
    office.driver.tick()
    assert office.timer.isActive()
    office.driver.use(_OFF)
    desk = office.desk
    assert not office.timer.isActive()
    assert (desk.idle.pause_s, desk.lock.told) == (0.0, None)
    assert all(door.told is None for door in desk.busy.values())
    desk.lock.now = desk.lock.now._replace(on=True)
    assert office.driver.view().state is State.OFF
    assert not office.driver.sight().locked
    assert not office.timer.isActive()
    office.driver.use(ALWAYS)
    assert office.timer.isActive()
    assert office.driver.sight().locked


def test_begun_while_off_it_opens_no_door(office: Office) -> None:
    """The program starts with breaks off, as at first."""
    office.driver.close()
    office.begin(_OFF)
    office.driver.tick()
    assert not office.driver.ticking
    assert office.desk.lock.told is None


def test_a_break_that_is_asked_for_while_off_is_counted(office: Office) -> None:
    """It is opened, runs, ends, and then all is still again."""
    office.driver.use(_OFF)
    office.driver.now()
    assert office.driver.view().state is State.BREAK
    assert office.driver.ticking
    office.sit(1)
    office.driver.finish(60_000, whole=True)
    assert office.driver.view().state is State.OFF
    assert not office.driver.ticking


def test_doors_tell_and_it_looks_at_once(office: Office) -> None:
    """A call takes the card away, a locked screen is away; neither waits for the timer."""
    office.until_card()
    office.desk.busy[BusyKind.MICROPHONE].set(True)
    assert isinstance(office.heard[-2], Withdrawn)
    assert office.driver.view().state is State.DEFERRED
    assert office.driver.sight().busy == {Busy.MICROPHONE}
    office.desk.busy[BusyKind.MICROPHONE].set(None)
    assert office.driver.sight().busy == frozenset()
    office.desk.lock.set(True)
    assert office.driver.view().state is State.AWAY


def test_while_something_is_presented_nothing_is_asked(office: Office) -> None:
    """As while a window of another program fills the screen; the break follows."""
    office.driver.presents(on=True)
    office.desk.idle.seconds = RESTS_S
    office.sit(35)
    assert office.kinds() == ["BreakDue", "Deferred"]
    office.driver.presents(on=False)
    office.sit(1)
    assert isinstance(office.heard[-1], Prompted)


def test_a_pause_in_typing_is_watched_for_only_while_a_card_waits(office: Office) -> None:
    """Else the desk tells of longer pauses only: nobody is woken between two words."""
    assert office.desk.idle.pause_s == AT_REST_S
    office.sit(30)
    assert office.driver.view().state is State.WAITING
    assert office.desk.idle.pause_s == ALWAYS.typing_pause_s
    office.desk.idle.set(RESTS_S)
    assert isinstance(office.heard[-1], Prompted)
    assert office.desk.idle.pause_s == AT_REST_S
    office.driver.now()
    assert office.desk.idle.pause_s == IN_BREAK_S
    office.driver.leave()
    assert office.desk.idle.pause_s == AT_REST_S


def test_a_desk_that_does_not_tell_idle_time_is_said_to_be_blind(office: Office) -> None:
    """Breaks follow the clock there."""
    office.desk.idle.set(None)
    assert office.driver.view().blind
    assert office.driver.sight().idle_ms is None
    office.sit(30)
    assert isinstance(office.heard[-1], Prompted)


def test_a_desk_that_has_not_told_yet_is_not_called_blind(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Right after the switch it says that it is still looking."""
    looking = Finding("idle time", False, "being looked for", looking=True)
    monkeypatch.setattr(office.desk.idle, "finding", lambda: looking)
    office.desk.idle.set(None)
    view = office.driver.view()
    assert not view.blind
    assert view.why.endswith(looking_words())
    office.desk.idle.set(1.0)
    assert looking_words() not in office.driver.view().why


def test_it_is_woken_about_once_a_minute(office: Office) -> None:
    """Nothing happens for twenty minutes: twenty-one looks at most, and the words change by the minute."""
    office.driver.tick()
    before = office.changes
    assert office.sit(20) <= 21
    assert 18 <= office.changes - before <= 21


def test_what_stays_the_same_is_told_once(office: Office) -> None:
    """Looking and asking again in the same minute says nothing."""
    office.driver.tick()
    before = office.changes
    for _time in range(5):
        office.clock.advance(1)
        office.driver.view()
        office.driver.status()
        office.driver.tick()
    assert office.changes - before <= 1


def test_a_card_that_opens_by_itself_is_in_time(office: Office) -> None:
    """The card counts its seconds by itself: nothing is said until the window opens, at the second."""
    office.until_card()
    office.driver.withdraw()
    office.driver.use(replace(ALWAYS, cadences=ALWAYS.cadences[1:], mode="firm"))
    office.desk.idle.seconds = RESTS_S
    office.sit(5)
    card = office.driver.view().card
    assert card is not None
    assert card.opens_in_ms == ALWAYS.firm_after_s * 1000
    before = office.changes
    office.sit((ALWAYS.firm_after_s - 1) / 60)
    assert office.changes - before <= 1
    assert office.driver.view().state is State.CARD
    office.sit(1 / 60)
    assert isinstance(office.heard[-1], Opened)
    assert not office.heard[-1].asked_for


def test_a_word_said_on_an_event_comes_after_it(office: Office) -> None:
    """Whoever answers while being told changes nothing of the order in which all are told."""
    order: list[str] = []

    def answer(event: Event) -> None:
        order.append(f"{type(event).__name__} begun")
        if isinstance(event, BreakDue):
            office.driver.take()
        order.append(f"{type(event).__name__} told")

    office.driver.happened.connect(answer)
    office.driver.now()
    assert order == ["BreakDue begun", "BreakDue told", "Opened begun", "Opened told"]


def test_each_word_reaches_the_engine(office: Office) -> None:
    """Pause, meeting, stand, gentle and their ends are seen in the view."""
    driver = office.driver
    says: tuple[tuple[Callable[[], object], Callable[[], bool]], ...] = (
        (lambda: driver.pause(30), lambda: driver.view().state is State.PAUSED),
        (driver.resume, lambda: driver.view().pause_ms is None),
        (driver.pause_until_tomorrow, lambda: (driver.view().pause_ms or 0) > 3_600_000),
        (driver.resume, lambda: driver.view().state is State.COUNTING),
        (lambda: driver.meeting(time(15, 30)), lambda: driver.view().meeting_ms == 375 * 60_000),
        (driver.ask_anyway, lambda: driver.view().meeting_ms is None),
        (lambda: driver.stands(standing=True), lambda: driver.view().standing),
        (lambda: driver.gentle_today(on=True), lambda: driver.view().gentle),
        (lambda: driver.gentle_today(on=False), lambda: not driver.view().gentle),
        (lambda: driver.flare(on=True), lambda: driver.view().gentle),
        (lambda: driver.session(on=True), lambda: driver.view().state is State.SESSION),
        (lambda: driver.session(on=False), lambda: driver.view().state is State.COUNTING),
    )
    for say, holds in says:
        say()
        assert holds()


def test_snooze_skip_and_leave(office: Office) -> None:
    """Put off, the shorter one offered before a skip, skipped."""
    office.until_card()
    office.driver.snooze()
    assert office.driver.view().state is State.SNOOZED
    office.desk.idle.seconds = RESTS_S
    office.sit(6)
    assert [type(event).__name__ for event in office.driver.skip()] == ["ShorterOffered"]
    assert office.driver.view().state is State.CARD
    office.driver.leave()
    assert isinstance(office.heard[-1], BreakEnded)
    assert office.heard[-1].outcome is BreakOutcome.SKIPPED


def test_an_absence_is_credited_and_that_can_be_undone(office: Office) -> None:
    """The screen was locked for ten minutes."""
    office.sit(40)
    office.desk.lock.set(True)
    office.sit(10)
    office.desk.lock.set(False)
    assert office.driver.view().credit
    office.driver.undo_credit()
    assert not office.driver.view().credit
    assert [span.doing.value for span in office.driver.today()][-1] == "sat"


def test_how_it_stands_survives_a_restart(office: Office) -> None:
    """It is written down after words and events, every five minutes, and at the end."""
    office.sit(4)
    written = len(office.kept)
    office.sit(2)
    assert len(office.kept) == written + 1
    office.driver.pause(60)
    assert len(office.kept) == written + 2
    office.driver.close()
    assert len(office.kept) == written + 3
    again = office.begin(ALWAYS, office.kept[-1])
    assert again.view().state is State.PAUSED
    assert again.status().paused_minutes_left == 60


def test_closed_it_says_and_hears_nothing(office: Office) -> None:
    """Doors that tell late, and words that come late, change nothing."""
    tell = office.desk.idle.told
    office.driver.close()
    before = len(office.kept)
    tell()
    office.driver.tick()
    assert office.driver.now() == []
    assert not office.driver.ticking
    assert (len(office.kept), office.heard) == (before, [])


def test_sleep_counts_as_away(office: Office) -> None:
    """The machine wakes, says so, and the clocks tell for how long it slept."""
    office.sit(20)
    office.clock.sleep_machine(900)
    office.desk.suspend.told(False)
    assert "15 min" in office.driver.view().credit
