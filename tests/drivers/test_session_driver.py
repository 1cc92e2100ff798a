"""The seam to Qt: signals in order, one timer only while something runs. No test waits: the clock is moved by hand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from coach.drivers.session_driver import WATCH_MS, SessionDriver
from coach.session.engine import Engine
from coach.session.events import (
    CheckAsked,
    CueDue,
    Event,
    Finished,
    GapKind,
    PackDue,
    Paused,
    RatingAsked,
    SegmentStarted,
)
from coach.session.state import Need, Phase, Snapshot
from tests.fakes import FakeClock
from tests.session.building import build, thermal

_THERMAL = thermal()


class Room:
    """A driver with a clock moved by hand, and everything it said."""

    def __init__(self, routine: str, speed: float = 1.0) -> None:
        self.clock = FakeClock()
        self.engine = Engine(build(routine), _THERMAL, "session")
        self.driver = SessionDriver(self.engine, self.clock, speed=speed)
        self.events: list[Event] = []
        self.shown: list[Snapshot] = []
        self.driver.happened.connect(self.events.append)
        self.driver.changed.connect(self.shown.append)

    @property
    def timer(self) -> QTimer:
        return self.driver.findChildren(QTimer)[0]

    def pass_s(self, seconds: float) -> None:
        """Let time pass as an event loop would: the timer fires when it is due, and only then."""
        until_ns = self.clock.now().awake_ns + round(seconds * 1_000_000_000)
        while self.timer.isActive():
            wait_ns = self.timer.interval() * 1_000_000
            if self.clock.now().awake_ns + wait_ns > until_ns:
                break
            self.clock.advance_ns(wait_ns)
            self.driver.tick()
        self.clock.advance_ns(until_ns - self.clock.now().awake_ns)

    def said(self, kind: type[Event]) -> list[int]:
        """Return when events of a kind were said, in session time."""
        return [event.at_ms for event in self.events if isinstance(event, kind)]


@pytest.fixture
def rooms(qapp: QApplication) -> Iterator[list[Room]]:
    """Keep the rooms of a test, and close them after it."""
    kept: list[Room] = []
    yield kept
    for room in kept:
        room.driver.stop()
        room.driver.deleteLater()


def _room(rooms: list[Room], routine: str, speed: float = 1.0) -> Room:
    rooms.append(Room(routine, speed))
    return rooms[-1]


def test_a_session_runs_to_its_end_and_leaves_no_timer(rooms: list[Room]) -> None:
    """Every event comes out in order, the last snapshot shows the end, and nothing ticks any more."""
    room = _room(rooms, "knee left: prepare 5, enter 3, hold 30, release 2")
    room.driver.start()
    room.pass_s(60)
    assert [event.at_ms for event in room.events] == sorted(event.at_ms for event in room.events)
    assert room.said(SegmentStarted) == [0, 5_000, 8_000, 38_000]
    assert isinstance(room.events[-1], Finished)
    assert room.shown[-1].phase is Phase.OVER
    assert not room.driver.ticking


def test_the_timer_fires_at_the_due_moment(rooms: list[Room]) -> None:
    """Armed for the next cue when it is near, for the watch when it is far; fractions are rounded up."""
    room = _room(rooms, "knee left: prepare 5, hold 30")
    room.driver.start()
    assert room.timer.interval() == WATCH_MS
    room.pass_s(4.8)
    room.driver.tick()
    assert room.timer.interval() == 200
    room.clock.advance_ns(100_400_000)
    room.driver.tick()
    assert room.timer.interval() == 100
    assert room.timer.isSingleShot()


def test_no_timer_while_paused(rooms: list[Room]) -> None:
    """A pause without a pack ticks nothing; the resume picks up where it was."""
    room = _room(rooms, "knee left: prepare 5, hold 30")
    room.driver.start()
    room.pass_s(10)
    room.driver.pause()
    ticked = [room.driver.ticking]
    room.clock.advance(600)
    room.driver.resume()
    ticked.append(room.driver.ticking)
    assert ticked == [False, True]
    room.pass_s(3)
    assert room.driver.snapshot_now().elapsed_ms == 5_000


def test_no_timer_while_a_question_is_open(rooms: list[Room]) -> None:
    """A rating is waited for without a timer."""
    room = _room(rooms, "ask low-back before:\nrest: rest 5")
    room.driver.start()
    assert not room.driver.ticking
    assert room.said(RatingAsked) == [0]


def test_a_pack_keeps_the_watch_in_a_pause(rooms: list[Room]) -> None:
    """Under a pack the timer runs in a pause as well, and the check is asked in time."""
    room = _room(rooms, "heat buttock left: 10")
    room.driver.start()
    room.driver.confirm_pack(all_yes=True)
    room.driver.pack_is_on()
    room.pass_s(100)
    room.driver.pause()
    room.pass_s(330)
    assert room.said(CheckAsked) == [300_000, 360_000, 420_000]
    assert room.driver.snapshot_now().need is Need.PACK_OFF
    room.driver.pack_is_off()
    assert isinstance(room.events[-1], Finished)
    assert not room.driver.ticking


def test_an_input_first_brings_the_engine_up_to_date(rooms: list[Room]) -> None:
    """What fell due before a key was pressed is told before what the key does."""
    room = _room(rooms, "knee left: prepare 5, hold 30")
    room.driver.start()
    room.pass_s(4.5)
    room.clock.advance(0.75)
    room.driver.pause()
    told = [(type(event), event.at_ms) for event in room.events[-3:]]
    assert told == [(SegmentStarted, 5_000), (CueDue, 5_000), (Paused, 5_250)]


def test_a_sleep_is_seen_at_the_next_look(rooms: list[Room]) -> None:
    """After a suspend the hold is paused, and the timer rests until the person answers."""
    room = _room(rooms, "knee left: prepare 5, hold 30")
    room.driver.start()
    room.pass_s(10)
    room.clock.sleep_machine(720)
    room.driver.tick()
    gap = room.events[-1]
    assert isinstance(gap, Paused)
    assert (gap.gap, gap.lost_ms) == (GapKind.SLEPT, 720_000)
    assert room.shown[-1].need is Need.GAP_CHOICE
    assert not room.driver.ticking


def test_a_key_pressed_right_after_a_sleep_does_not_go_on_under_a_pack(rooms: list[Room]) -> None:
    """The gap is told before the key: "the skin is fine" no longer helps, the pack has to come off."""
    room = _room(rooms, "heat buttock left: 10")
    room.driver.start()
    room.driver.confirm_pack(all_yes=True)
    room.driver.pack_is_on()
    room.pass_s(310)
    room.clock.sleep_machine(3_600)
    room.driver.skin_ok()
    assert room.driver.snapshot_now().need is Need.PACK_OFF
    assert isinstance(room.events[-1], PackDue)


def test_an_answer_in_the_middle_keeps_the_order(rooms: list[Room]) -> None:
    """A listener that answers at once hears the rest of what happened before what its answer caused."""
    room = _room(rooms, "ask low-back before:\nknee left: prepare 5, hold 30")
    room.driver.happened.connect(lambda event: room.driver.go_on() if isinstance(event, RatingAsked) else None)
    room.driver.start()
    assert room.said(SegmentStarted) == [0, 0]
    kinds = [type(event).__name__ for event in room.events]
    assert kinds.index("CueDue") < kinds.index("PartEnded")
    assert room.driver.ticking


def test_the_snapshot_is_of_this_very_moment(rooms: list[Room]) -> None:
    """Between two looks the stage may ask; what falls due meanwhile is told, an unchanged engine says nothing."""
    room = _room(rooms, "knee left: prepare 5, hold 30")
    room.driver.start()
    shown, said = len(room.shown), len(room.events)
    room.clock.advance(0.123)
    assert room.driver.snapshot_now().elapsed_ms == 123
    assert (len(room.shown), len(room.events)) == (shown, said)
    for _look in range(3):
        room.clock.advance(1.9)
        room.driver.snapshot_now()
    assert room.said(SegmentStarted) == [0, 5_000]


def test_another_speed_moves_the_deadlines(rooms: list[Room]) -> None:
    """At sixty times the speed ten minutes take ten seconds."""
    room = _room(rooms, "off: off 600", speed=60)
    room.driver.start()
    room.pass_s(9.99)
    room.driver.tick()
    assert room.driver.snapshot_now().remaining_ms == 600
    room.pass_s(0.01)
    assert isinstance(room.events[-1], Finished)


def test_every_input_reaches_the_engine(rooms: list[Room]) -> None:
    """The driver's inputs do what the engine's do."""
    room = _room(rooms, "knee left: prepare 5, hold 30\nwalk: move\nheat hip left: 10\nbridge: prepare 5, reps 4")
    driver = room.driver
    driver.start()
    driver.nudge(10_000)
    assert driver.snapshot_now().elapsed_ms == 5_000
    driver.back()
    assert driver.snapshot_now().segment == 0
    driver.skip()
    driver.go_on()
    assert driver.snapshot_now().need is Need.CONFIRM_PACK
    driver.confirm_pack(all_yes=True)
    driver.pack_is_on()
    driver.skin_not_ok()
    driver.pack_is_off()
    assert driver.snapshot_now().need is Need.WORSE_CHOICE
    driver.choose_continue()
    driver.worse("pain")
    assert driver.checkpoint().ended_parts[3] == "interrupted"
    driver.choose_continue(skip_part=False)
    assert driver.snapshot_now().phase is Phase.RESUMING
    driver.worse("pain")
    driver.choose_end()
    assert isinstance(room.events[-1], Finished)


def test_an_end_can_be_asked_for(rooms: list[Room]) -> None:
    """Ending tells the end at once and stops the timer."""
    room = _room(rooms, "rest: rest 20")
    room.driver.start()
    room.driver.end()
    assert isinstance(room.events[-1], Finished)
    assert not room.driver.ticking
