"""The trial of voice and sounds: both are heard, and one sentence says what was found."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from coach.drivers.speaker import Speaker
from coach.drivers.trial import Trial
from coach.ports.sounds import Earcon
from coach.ports.voice import News
from tests.fakes import FakeClock, RecordingSounds, RecordingVoice


class LateSounds(RecordingSounds):
    """A loudspeaker that is not ready at once."""

    def open(self, told: Callable[[str], None]) -> None:
        self.is_open, self.told = True, told


class Room:
    """A trial, and what it found."""

    def __init__(self) -> None:
        self.clock, self.voice, self.sounds = FakeClock(), RecordingVoice(), LateSounds()
        self.trial = Trial(self.sounds, self.clock)
        self.found: list[str] = []
        self.trial.found.connect(self.found.append)

    def speaker(self) -> Speaker:
        return Speaker([lambda: self.voice], self.clock)


@pytest.fixture
def room(qapp: QApplication) -> Iterator[Room]:
    """A room, silent again afterwards."""
    made = Room()
    yield made
    made.trial.close()


def test_both_are_heard_and_named(room: Room) -> None:
    """The engine may be slow to start: its sentence is not dropped; the sound is played when there is a device."""
    room.trial.run(room.speaker(), Earcon.START, 70)
    room.clock.advance(4)
    room.voice.tell(News.READY)
    assert room.found == []
    room.sounds.told("")
    assert room.sounds.played == [(Earcon.START, 70)]
    assert room.found == ["Recording speaks. Sounds are played."]
    assert len(room.voice.said) == 1


def test_what_is_missing_is_said(room: Room) -> None:
    """The reason takes the place of what was not heard."""
    room.trial.run(room.speaker(), Earcon.START, 70)
    room.sounds.told("No sound device was found.")
    room.voice.tell(News.FAILED, "speech-dispatcher is not installed.")
    assert room.found == ["Speech-dispatcher is not installed. No sound device was found."]
    assert not room.sounds.is_open


def test_with_the_voice_off_the_sounds_are_tried(room: Room) -> None:
    """Nothing is spoken that was switched off."""
    room.trial.run(None, Earcon.START, 70)
    room.sounds.told("")
    assert room.found == ["The voice is off. Sounds are played."]


def test_a_single_sound_needs_no_trial(room: Room) -> None:
    """It is played as soon as there is a device, the next ones at once; nothing is said about it."""
    room.trial.play(Earcon.REST, 35)
    room.sounds.told("")
    room.trial.play(Earcon.DONE, 100)
    assert room.sounds.played == [(Earcon.REST, 35), (Earcon.DONE, 100)]
    assert room.found == []


def test_a_second_trial_says_again_what_it_found(room: Room) -> None:
    """Pressing the button twice gives two sentences, and a while later everything is let go."""
    for _time in range(2):
        room.trial.run(room.speaker(), Earcon.START, 70)
        room.voice.tell(News.READY)
        room.sounds.told("")
    assert room.found == ["Recording speaks. Sounds are played."] * 2
    room.trial.findChildren(QTimer)[0].timeout.emit()
    assert not room.sounds.is_open
    assert not room.voice.is_open
