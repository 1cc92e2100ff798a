"""A whole session in the window, with a voice and a loudspeaker that remember: every cue in order and on time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coach.app.sounding import Loud, Sounding
from coach.plan.timeline import SegmentKind, Timeline
from coach.ports.sounds import Earcon
from coach.ports.voice import Hear, Manner, News
from coach.session.state import Need, Phase
from coach.ui.player.flash import Flash
from coach.ui.preferences.page import SettingsPage
from tests.app.driving import STEP_MS, Driven, driven
from tests.fakes import RecordingSounds, RecordingVoice


class QuickVoice(RecordingVoice):
    """Ready at once, and done with every sentence as soon as it has begun."""

    def open(self, hear: Hear) -> None:
        super().open(hear)
        self.tell(News.READY)

    def say(self, number: int, text: str, manner: Manner) -> None:
        super().say(number, text, manner)
        self.tell(News.ENDED)


class Room:
    """The window with everything that is heard of it."""

    def __init__(self, hands: Driven) -> None:
        self.hands, self.voice, self.sounds = hands, QuickVoice(), RecordingSounds()
        self.asked: list[str] = []
        hands.window.setUpdatesEnabled(False)  # what is heard needs no picture
        loud = Loud(lambda _settings: [lambda: self.voice], lambda: self.sounds, self._voices)
        shell = hands.shell
        shell.sounding = Sounding(loud, hands.clock, shell.tell, shell)
        self.said: list[tuple[int, str]] = []
        self.played: list[tuple[int, Earcon]] = []
        shell.sounding.driver.said.connect(lambda text: self.said.append((hands.now().session_ms, text)))
        shell.sounding.driver.flashed.connect(lambda earcon: self.played.append((hands.now().session_ms, earcon)))

    def _voices(self, language: str, found: object) -> None:
        self.asked.append(language)

    def start(self, routine: str) -> Timeline:
        self.hands.open(routine=routine)
        desk = self.hands.shell.sessions.stage
        assert desk is not None
        assert desk.timeline is not None
        return desk.timeline

    def to_the_end(self) -> None:
        """Answer whatever is asked and let time pass."""
        desk = self.hands.shell.sessions.stage
        assert desk is not None
        answers = {
            Need.RATING: ("go_on", None),
            Need.ADVANCE: ("go_on", None),
            Need.CONFIRM_PACK: ("confirm_pack", True),
            Need.PACK_ON: ("pack_is_on", None),
            Need.SKIN_CHECK: ("skin_ok", None),
            Need.PACK_OFF: ("pack_is_off", None),
        }
        while (now := self.hands.now()).phase is not Phase.OVER:
            if now.need in answers:
                desk.intend(*answers[now.need])
            else:
                self.hands.pass_s(STEP_MS / 1000)  # one step: what is asked is answered at once


@pytest.fixture
def room(qapp: QApplication, tmp_path: Path) -> Iterator[Room]:
    """A window that can be heard."""
    with driven(qapp, tmp_path / "data") as hands:
        made = Room(hands)
        yield made
        made.hands.shell.sounding.close()


@pytest.mark.parametrize("routine", ["morning-ease", "heat-stretch-cold"])
def test_a_whole_routine_is_heard_in_order_and_on_time(room: Room, routine: str) -> None:
    """Every sentence of the plan, none twice, none missing, each within a step of when it is due; the right sounds around it."""
    timeline = room.start(routine)
    room.to_the_end()
    assert [text for _at, text in room.said] == [cue.text for cue in timeline.cues]
    late = [at - cue.at_ms for (at, _text), cue in zip(room.said, timeline.cues, strict=True)]
    assert all(0 <= each < STEP_MS for each in late)
    kinds = [segment.kind for segment in timeline.segments]
    earcons = [earcon for _at, earcon in room.played]
    holds = kinds.count(SegmentKind.HOLD) + kinds.count(SegmentKind.MOVE)
    assert earcons.count(Earcon.START) >= holds
    exposures = {segment.exposure for segment in timeline.segments} - {None}
    assert earcons.count(Earcon.ALARM) == len(exposures)
    assert earcons[-1] is Earcon.DONE
    assert room.sounds.earcons == earcons


def test_mute_and_the_end_are_heard_at_once(room: Room) -> None:
    """M makes voice and sounds silent and keeps the flash; leaving the stage lets engine and device go."""
    room.start("morning-ease")
    hands = room.hands
    hands.key(Qt.Key.Key_6)
    hands.key(Qt.Key.Key_Return)
    hands.run_until(SegmentKind.PREPARE)
    hands.key(Qt.Key.Key_M)
    said, played = len(room.voice.said), len(room.sounds.played)
    hands.run_until(SegmentKind.HOLD)
    assert (len(room.voice.said), len(room.sounds.played)) == (said, played)
    assert hands.stage.findChildren(Flash)
    assert room.played[-1][1] is Earcon.START
    hands.key(Qt.Key.Key_M)
    hands.run_until(SegmentKind.RELEASE)
    assert len(room.sounds.played) > played
    desk = hands.shell.sessions.stage
    assert desk is not None
    desk.intend("end")
    hands.settle()
    hands.key(Qt.Key.Key_Escape)
    hands.settle()
    assert not room.voice.is_open
    assert not room.sounds.is_open


def test_a_machine_without_voice_and_sound_says_so_once_and_goes_on(room: Room) -> None:
    """One notice; the session runs to its end with a flash for every sound."""
    room.voice.open = lambda hear: hear(News.FAILED, 0, "speech-dispatcher is not installed.")  # type: ignore[method-assign]
    room.sounds.open = lambda told: told("No sound device was found.")  # type: ignore[method-assign]
    notices: list[str] = []
    room.hands.shell.sounding.driver.noticed.connect(notices.append)
    room.start("desk-reset-hips")
    room.hands.shell.sounding.driver._together.timeout.emit()
    room.to_the_end()
    assert len(notices) == 1
    assert notices[0].startswith("There is neither voice nor sound: ")
    assert room.voice.said == []
    assert Earcon.DONE in [earcon for _at, earcon in room.played]


def test_settings_are_tried_out(room: Room) -> None:
    """The Test button speaks and plays in the manner that is chosen, and says in a sentence what did it."""
    hands = room.hands
    hands.open()
    hands.window.show_page("settings")
    hands.settle()
    page = hands.window.page("settings")
    assert isinstance(page, SettingsPage)
    page.sound.rate.button(25).click()
    page.sound.voice_more.toggle()
    assert room.asked == ["en"]
    page.sound.test_button.click()
    assert [manner for _number, _text, manner in room.voice.said] == [Manner("en", 25, 100, "")]
    assert room.sounds.played == [(Earcon.START, 70)]
    assert page.sound.result.text() == "Recording speaks. Sounds are played."
    page.sound.levels_more.toggle()
    page.sound.levels[Earcon.DONE].button(100).click()
    assert room.sounds.played[-1] == (Earcon.DONE, 100)
    page.sound.voice.click()
    page.sound.test_button.click()
    assert page.sound.result.text() == "The voice is off. Sounds are played."


def test_after_a_restart_the_pack_that_was_on_is_named(qapp: QApplication, tmp_path: Path) -> None:
    """The program was killed under heat, in a routine that ends with cold: the voice asks for the heat."""
    with driven(qapp, tmp_path / "data") as hands:
        hands.open(routine="heat-stretch-cold")
        hands.put_pack_on()
        hands.pass_s(10)
    with driven(qapp, tmp_path / "data") as hands:
        room = Room(hands)
        hands.open(screened=False)
        hands.pass_s(3)
        assert [text for _at, text in room.said] == ["Take the heat off now and look at the skin."]
        desk = hands.shell.sessions.stage
        assert desk is not None
        desk.intend("pack_is_off")
        hands.settle()
        room.hands.shell.sounding.close()


def test_a_break_that_is_due_is_heard_once(room: Room) -> None:
    """As loud as a rest is, and not at all where that sound is off; the device is let go with the program at the latest."""
    room.hands.open()
    sounding, context = room.hands.shell.sounding, room.hands.shell.context
    assert context is not None
    sounding.chime()
    assert room.sounds.played == [(Earcon.REST, context.settings.sound_rest)]
    sounding.use(replace(context.settings, sound_rest=0))
    sounding.chime()
    assert len(room.sounds.played) == 1
    sounding.close()
    assert not room.sounds.is_open
