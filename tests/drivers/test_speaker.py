"""One sentence at a time, by the first engine that works; a hanging one is let go. The clock is moved by hand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from coach.drivers.speaker import FIRST_PATIENCE_MS, PATIENCE_MS, Speaker
from coach.ports.voice import Manner, News
from tests.fakes import FakeClock, RecordingVoice


class Room:
    """A speaker with two engines that do what the test says."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.first, self.second = RecordingVoice("first", speaks=False), RecordingVoice("second", speaks=False)
        self.speaker = Speaker([lambda: self.first, lambda: self.second], self.clock, Manner("en", 5, 90))
        self.silent: list[str] = []
        self.begun: list[str] = []
        self.speaker.silent.connect(self.silent.append)
        self.speaker.begun.connect(self.begun.append)

    @property
    def watch(self) -> QTimer:
        return self.speaker.findChildren(QTimer)[0]

    def time_out(self) -> None:
        assert self.watch.isActive()
        self.clock.advance(self.watch.interval() / 1000)
        self.watch.stop()
        self.watch.timeout.emit()

    def spoken(self, text: str, weight: int = 0) -> None:
        self.speaker.say(text, weight)
        self.first.tell(News.BEGUN)


@pytest.fixture
def room(qapp: QApplication) -> Iterator[Room]:
    """A room, silent again afterwards."""
    made = Room()
    yield made
    made.speaker.close()


def test_a_sentence_asked_while_starting_is_said_when_ready(room: Room) -> None:
    """The newest one, in the chosen manner; the first may take five seconds to begin, the next two."""
    room.speaker.say("One.")
    assert room.watch.interval() == FIRST_PATIENCE_MS
    room.speaker.say("Two.")
    room.clock.advance(1.2)
    room.first.tell(News.READY)
    assert [(text, manner) for _number, text, manner in room.first.said] == [("Two.", Manner("en", 5, 90))]
    assert room.watch.interval() == FIRST_PATIENCE_MS
    room.first.tell(News.BEGUN)
    assert not room.watch.isActive()
    room.first.tell(News.ENDED)
    room.speaker.say("Three.")
    assert room.watch.interval() == PATIENCE_MS
    assert room.begun == ["Two."]


def test_a_sentence_whose_moment_has_passed_is_dropped(room: Room) -> None:
    """It is neither queued nor said late: not when the engine was slow to start, nor when it is asked late."""
    room.speaker.say("Old.")
    room.clock.advance(1.6)
    room.first.tell(News.READY)
    assert room.first.said == []
    room.speaker.say("Late.", due_ns=room.clock.now().awake_ns - 1_600_000_000)
    assert room.first.said == []
    room.speaker.say("In time.", due_ns=room.clock.now().awake_ns - 1_400_000_000)
    assert room.first.sentences == ["In time."]


def test_a_hanging_engine_is_let_go_and_the_next_is_tried_once(room: Room) -> None:
    """After the watchdog's time the first is closed, the second speaks from then on."""
    room.speaker.open()
    room.first.tell(News.READY)
    room.spoken("One.")
    room.first.tell(News.ENDED)
    room.speaker.say("Two.")
    room.time_out()
    assert not room.first.is_open
    assert room.second.is_open
    room.second.tell(News.READY)
    assert room.second.said == [], "its moment is two seconds ago"
    room.speaker.say("Three.")
    assert room.second.sentences == ["Three."]
    assert room.silent == []
    assert room.speaker.engine == "second"


def test_a_dying_engine_hands_the_sentence_on(room: Room) -> None:
    """What is still in time is said by the next one."""
    room.speaker.open()
    room.first.tell(News.READY)
    room.speaker.say("One.")
    room.first.tell(News.FAILED, "It died.")
    room.second.tell(News.READY)
    assert room.second.sentences == ["One."]


def test_without_any_engine_there_is_one_notice(room: Room) -> None:
    """Every reason in one notice, once; afterwards it is silent, and asking costs nothing."""
    room.speaker.open()
    room.first.tell(News.FAILED, "first is not installed.")
    room.time_out()
    assert room.silent == ["first is not installed. second does not answer."]
    room.speaker.say("One.")
    room.speaker.open()
    assert len(room.silent) == 1
    assert not room.watch.isActive()
    assert room.speaker.speaking is None


def test_news_of_an_engine_that_was_let_go_count_nothing(room: Room) -> None:
    """A late answer of a hanging engine changes nothing."""
    room.speaker.say("One.")
    room.time_out()
    room.first.said.append((1, "One.", Manner()))
    room.first.tell(News.READY)
    room.first.tell(News.FAILED, "late")
    assert room.speaker.engine == "second"


def test_it_knows_what_is_being_said(room: Room) -> None:
    """The weight of the sentence from asking to its end; one whose end is never told is believed to be over."""
    room.speaker.open()
    room.first.tell(News.READY)
    weights = []
    room.speaker.say("One.", 2)
    for news in (News.BEGUN, News.ENDED):
        weights.append(room.speaker.speaking)
        room.first.tell(news)
    weights.append(room.speaker.speaking)
    room.spoken("Two.", 3)
    room.clock.advance(60)
    assert [*weights, room.speaker.speaking] == [2, 2, None, None]


def test_stop_makes_it_silent_and_forgets(room: Room) -> None:
    """What was to be said when ready is not; what is being said is stopped."""
    room.speaker.say("One.")
    room.speaker.stop()
    room.first.tell(News.READY)
    assert room.first.said == []
    room.spoken("Two.")
    room.speaker.stop()
    assert room.first.stops == 1
    assert not room.watch.isActive()
    room.speaker.stop()
    assert room.first.stops == 1


def _ready(room: Room) -> None:
    room.speaker.open()
    room.first.tell(News.READY)


def _grace(room: Room) -> QTimer:
    return room.speaker.findChildren(QTimer)[1]


def test_a_heavier_sentence_stops_a_lighter_one_at_once(room: Room) -> None:
    """What must be heard does not wait."""
    _ready(room)
    room.spoken("Step.", 1)
    room.speaker.say("Take it off.", 3)
    assert room.first.sentences == ["Step.", "Take it off."]


def test_a_sentence_of_the_same_weight_lets_the_other_end(room: Room) -> None:
    """It comes when the one before has ended, or stops it when the grace is over; two never sound at once."""
    _ready(room)
    room.spoken("One.", 1)
    room.speaker.say("Two.", 1)
    assert room.first.sentences == ["One."]
    room.first.tell(News.ENDED)
    assert room.first.sentences == ["One.", "Two."]
    room.first.tell(News.BEGUN)
    room.speaker.say("Three.", 1)
    room.speaker.say("Four.", 1)
    _grace(room).timeout.emit()
    assert room.first.sentences == ["One.", "Two.", "Four."]


def test_a_lighter_sentence_is_dropped_when_the_heavier_goes_on(room: Room) -> None:
    """A count does not clip a warning; it is said when that ends in time, else not at all."""
    _ready(room)
    room.spoken("Stop if it hurts.", 2)
    room.speaker.say("Five seconds.", 0)
    _grace(room).timeout.emit()
    room.first.tell(News.ENDED)
    assert room.first.sentences == ["Stop if it hurts."]
    room.spoken("Stop if it hurts.", 2)
    room.speaker.say("Hold.", 1)
    room.first.tell(News.ENDED)
    assert room.first.sentences[-1] == "Hold."


def test_one_not_begun_yet_is_replaced_at_once(room: Room) -> None:
    """Nothing of it was heard, so nothing is clipped."""
    _ready(room)
    room.speaker.say("One.", 1)
    room.speaker.say("Two.", 1)
    assert room.first.sentences == ["One.", "Two."]


def test_before_there_is_an_engine_what_is_heavier_keeps_its_place(room: Room) -> None:
    """What must be heard is not lost to a count while the next engine starts; once its moment has passed it gives way."""
    room.speaker.say("Take it off.", 3)
    room.speaker.say("Five seconds.", 0)
    room.first.tell(News.FAILED, "It died.")
    room.second.tell(News.READY)
    assert room.second.sentences == ["Take it off."]
    late = Room()
    late.speaker.say("Take it off.", 3)
    late.clock.advance(1.6)
    late.speaker.say("Five seconds.", 0)
    late.first.tell(News.READY)
    assert late.first.sentences == ["Five seconds."]
    late.speaker.close()


def test_the_next_engine_says_the_newest_sentence(room: Room) -> None:
    """One that waited for the end of another, when the engine died, comes instead of that one."""
    _ready(room)
    room.spoken("One.", 1)
    room.speaker.say("Two.", 1)
    room.first.tell(News.FAILED, "It died.")
    room.second.tell(News.READY)
    assert room.second.sentences == ["Two."]
