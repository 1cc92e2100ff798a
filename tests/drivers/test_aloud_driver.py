"""From a session to voice, sounds and flash. The clock is moved by hand, and timers fire when the test says so."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from coach.aloud.acts import Play, Say, Weight
from coach.drivers.aloud_driver import AloudDriver, missing_words
from coach.drivers.session_driver import SessionDriver
from coach.drivers.speaker import Speaker
from coach.ports.sounds import Earcon
from coach.ports.voice import Manner, News
from coach.session.engine import Engine
from coach.session.events import CueDue
from tests.aloud.listening import THERMAL, choices
from tests.fakes import FakeClock, RecordingSounds, RecordingVoice
from tests.session.building import build

_KNEE = "knee left: prepare 5, enter 3, hold 30, release 2"


class Room:
    """A session with a voice and a loudspeaker that remember; time passes when told."""

    def __init__(self, speed: float = 1.0, *, spoken: bool = True) -> None:
        self.sentences_end = True
        self.clock = FakeClock()
        self.voice, self.sounds = RecordingVoice(), RecordingSounds()
        self.driver = AloudDriver(self._speaker, self.sounds, self.clock)
        self.flashes: list[Earcon] = []
        self.notices: list[str] = []
        self.driver.flashed.connect(self.flashes.append)
        self.driver.noticed.connect(self.notices.append)
        timeline = build(_KNEE)
        self.session = SessionDriver(Engine(timeline, THERMAL, "session"), self.clock, speed=speed)
        self.session.happened.connect(lambda event: self.driver.hear(event, self.session.session_ms))
        self.session.changed.connect(self.driver.follow)
        self.driver.begin(timeline, choices(voice=spoken, manner=Manner("en", 5)), speed)
        if spoken:
            self.voice.tell(News.READY)

    def _speaker(self, manner: Manner) -> Speaker:
        return Speaker([lambda: self.voice], self.clock, manner)

    def timers(self) -> list[QTimer]:
        held = [*self.driver.findChildren(QTimer), *self.session.findChildren(QTimer)]
        speaker = self.driver._speaker
        return held + (speaker.findChildren(QTimer) if speaker is not None else [])

    def pass_s(self, seconds: float) -> None:
        """Let time pass in steps of 10 ms; a timer that is due fires, as in an event loop, and a sentence ends."""
        due: dict[QTimer, int] = {}
        for step in range(round(seconds * 100)):
            if step % 80 == 79 and self.sentences_end and self.voice.said and self.voice.is_open:
                self.voice.tell(News.ENDED)
            for timer in self.timers():
                if timer.isActive() and timer not in due:
                    due[timer] = timer.interval()
                elif not timer.isActive():
                    due.pop(timer, None)
            self.clock.advance(0.01)
            for timer in list(due):
                due[timer] -= 10
                if due[timer] <= 0:
                    due.pop(timer)
                    timer.stop()
                    timer.timeout.emit()

    def end(self) -> None:
        self.session.stop()
        self.driver.end()


@pytest.fixture
def room(qapp: QApplication) -> Iterator[Room]:
    """A room, silent again afterwards."""
    made = Room()
    yield made
    made.end()


def test_a_session_is_heard_and_seen(room: Room) -> None:
    """Sentences in the chosen manner, each sound at its level and with its flash."""
    room.session.start()
    room.pass_s(41)
    assert room.voice.sentences == ["step", "step", "step", "halfway", "five-seconds", "step"]
    assert {manner for _number, _text, manner in room.voice.said} == {Manner("en", 5)}
    assert room.flashes == room.sounds.earcons
    assert [earcon for earcon in room.flashes if earcon is not Earcon.TICK] == [Earcon.START, Earcon.REST, Earcon.DONE]
    assert (Earcon.START, 70) in room.sounds.played


def test_a_lighter_sentence_does_not_take_the_place_of_one_that_waits_for_its_sound(room: Room) -> None:
    """While the alarm sounds "take it off" waits for its end, whatever else is to be said."""
    room.driver._do([Play(Earcon.ALARM, 50), Say("Off.", Weight.ALARM, 0), Say("Five.", Weight.COUNT, 0)])
    room.pass_s(2)
    assert room.voice.sentences == ["Off."]


def test_a_sentence_waits_for_the_sound_that_comes_with_it(room: Room) -> None:
    """The first word is not covered by the earcon."""
    room.session.start()
    room.pass_s(8.1)
    assert room.sounds.earcons[-1] is Earcon.START
    assert len(room.voice.said) == 2
    room.pass_s(0.4)
    assert len(room.voice.said) == 3


def test_ticks_come_at_full_seconds_at_any_speed(qapp: QApplication) -> None:
    """At speed 10 the last three seconds are over in 0.3, and still three ticks are played."""
    fast = Room(speed=10.0, spoken=False)
    fast.session.start()
    fast.pass_s(4.2)
    assert fast.sounds.earcons.count(Earcon.TICK) >= 3
    fast.end()


def test_no_tick_falls_into_a_sentence(room: Room) -> None:
    """While something is being said the picture counts alone."""
    room.sentences_end = False
    room.session.start()
    room.pass_s(2.5)
    assert room.sounds.earcons == []
    room.voice.tell(News.ENDED)
    room.pass_s(2)
    assert room.sounds.earcons == [Earcon.TICK, Earcon.TICK]


def test_what_is_told_late_is_dropped(room: Room) -> None:
    """After a stall of the machine a sentence and a sound whose moment has passed are not replayed; the flash is."""
    cue = CueDue(at_ms=1_000, cue=build(_KNEE).cues[0])
    room.driver.hear(cue, 2_400)
    assert len(room.voice.said) == 1
    room.driver.hear(cue, 2_600)
    assert len(room.voice.said) == 1


def test_mute_is_silent_at_once_and_shows_everything(room: Room) -> None:
    """What is being said stops; the rest of the session is seen only."""
    room.session.start()
    room.voice.tell(News.BEGUN)
    room.driver.mute(on=True)
    assert room.voice.stops == 1
    room.pass_s(41)
    assert len(room.voice.said) == 1
    assert room.sounds.played == []
    assert Earcon.START in room.flashes


def test_other_choices_are_used_at_once(room: Room) -> None:
    """Pace, loudness and the voice itself change in the middle of a session."""
    room.session.start()
    room.pass_s(6)
    room.driver.use(choices(manner=Manner("en", 25), levels={**choices().levels, Earcon.START: 100}))
    room.voice.tell(News.READY)
    room.pass_s(4)
    assert room.voice.said[-1][2] == Manner("en", 25)
    assert (Earcon.START, 100) in room.sounds.played
    said = len(room.voice.said)
    room.driver.use(choices(voice=False))
    room.pass_s(33)
    assert len(room.voice.said) == said
    assert Earcon.DONE in room.sounds.earcons
    room.driver.end()
    room.driver.use(choices())
    assert not room.voice.is_open


def test_what_is_missing_is_told_once(room: Room) -> None:
    """Neither voice nor sound: one notice with both reasons, and none later; the session goes on in pictures."""
    room.voice.tell(News.FAILED, "No engine.")
    room.sounds.told("No device.")
    room.session.start()
    room.pass_s(45)
    room.sounds.told("Again.")
    room.pass_s(5)
    both = "There is neither voice nor sound: No engine. No device. Everything is shown on the stage."
    assert room.notices == [both]
    assert Earcon.DONE in room.flashes


def test_a_voice_that_dies_in_the_middle_leaves_the_sounds(room: Room) -> None:
    """Earcons and flash go on; one notice says what has happened."""
    room.session.start()
    room.pass_s(9)
    room.voice.tell(News.FAILED, "It has stopped.")
    room.pass_s(33)
    assert room.notices == [missing_words({"voice": "It has stopped."})]
    assert room.sounds.earcons[-1] is Earcon.DONE


def test_the_end_lets_everything_go(room: Room) -> None:
    """Engine and device are closed and no timer runs."""
    room.session.start()
    room.pass_s(10)
    room.end()
    assert not room.voice.is_open
    assert not room.sounds.is_open
    assert not any(timer.isActive() for timer in room.timers())


def test_what_is_missing_in_words() -> None:
    """Each of the three cases has its own beginning."""
    assert missing_words({"sound": "No device."}).startswith("There is no sound: No device.")
    assert missing_words({"voice": "Why."}).startswith("There is no voice: Why.")
