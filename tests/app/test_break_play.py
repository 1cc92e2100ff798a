"""The session of a break is heard like any session, and is silent once it is left."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from coach.app.sounding import Loud
from coach.ports.sounds import Earcon
from tests.app.break_window import Room, room
from tests.app.test_sounding import QuickVoice
from tests.fakes import RecordingSounds

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)


@pytest.fixture
def voice() -> QuickVoice:
    return QuickVoice()


@pytest.fixture
def sounds() -> RecordingSounds:
    return RecordingSounds()


@pytest.fixture
def at(qapp: QApplication, voice: QuickVoice, sounds: RecordingSounds) -> Iterator[Room]:
    loud = Loud(lambda _settings: [lambda: voice], lambda: sounds, lambda _language, _found: None)
    with room(qapp, loud=loud) as made:
        made.idle_s = 60.0
        made.run.window.setUpdatesEnabled(False)
        yield made


def test_it_is_guided_by_voice_and_sounds(at: Room, voice: QuickVoice, sounds: RecordingSounds) -> None:
    """The exercise is named, the walk is told, and its end is heard: nobody has to look."""
    found = at.offer(150_000)
    assert found.walks
    said: list[str] = []
    at.run._play._sounding.driver.said.connect(said.append)
    at.run.open("b1", found, 150_000, asked_for=True)
    at.to_the_end()
    assert any("Walk a little" in words for words in said)
    assert voice.sentences
    assert Earcon.DONE in sounds.earcons


def test_nothing_is_said_before_it_begins_and_after_it_is_left(at: Room, voice: QuickVoice) -> None:
    """One that opened by itself is quiet until the hands rest; one that was left says nothing more."""
    at.idle_s = 0.0
    at.open(asked_for=False)
    at.pass_s(10)
    assert voice.said == []
    at.idle_s = 5.0
    at.pass_s(5)
    assert voice.said
    at.run.leave()
    count = len(voice.said)
    at.clock.advance(60)
    at.app.processEvents()
    assert len(voice.said) == count


def test_it_can_be_muted(at: Room, voice: QuickVoice) -> None:
    """By the same button and key as any session."""
    at.open()
    at.run.stage.do("mute")
    count = len(voice.said)
    at.to_the_end()
    assert len(voice.said) == count
