"""The card for voice and sounds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.ports.sounds import Earcon
from coach.settings.model import Settings
from coach.ui.preferences.sound_card import SoundCard
from tests.ui.clipping import clipped
from tests.ui.support import dress, nameless

Changes = list[tuple[str, object]]


@pytest.fixture
def card(qtbot: QtBot, qapp: QApplication) -> Iterator[SoundCard]:
    """Show the usual settings."""
    dress(qapp)
    made = SoundCard()
    qtbot.addWidget(made)
    made.resize(680, 700)
    made.show_settings(Settings())
    made.show()
    qapp.processEvents()
    yield made
    made.close()


@pytest.fixture
def changes(card: SoundCard) -> Changes:
    """Collect what the card emits."""
    found: Changes = []
    card.changed.connect(lambda *change: found.append(change))
    return found


def test_showing_settings_changes_nothing(card: SoundCard, changes: Changes) -> None:
    """Every control shows its own setting, in-between values and voices that are not offered included."""
    shown = Settings(
        voice=False, voice_rate=7, voice_volume=60, voice_name="Somebody", voice_language="de", sound_tick=11
    )
    card.show_settings(shown)
    assert changes == []
    assert not card.voice.isChecked()
    assert (card.rate.value(), card.volume.value(), card.name.value()) == (7, 60, "Somebody")
    assert card.language.value() == "de"
    assert card.levels[Earcon.TICK].value() == 11
    assert card.levels[Earcon.ALARM].value() == 100


def test_every_control_changes_its_own_setting(card: SoundCard, changes: Changes) -> None:
    """Each choice names its field and the new value."""
    card.voice.click()
    card.rate.button(25).click()
    card.volume.button(50).click()
    card.language.button("en-GB").click()
    card.engine.button("espeak-ng").click()
    card.show_voices(("English (Scotland)",))
    card.name.button("English (Scotland)").click()
    assert changes == [
        ("voice", False),
        ("voice_rate", 25),
        ("voice_volume", 50),
        ("voice_language", "en-GB"),
        ("voice_engine", "espeak-ng"),
        ("voice_name", "English (Scotland)"),
    ]
    for field, value in changes:
        assert hasattr(Settings(**{field: value}), field)  # type: ignore[arg-type]


def test_a_level_is_used_and_heard_at_once(card: SoundCard, changes: Changes) -> None:
    """Choosing how loud a sound is plays it so; choosing off plays nothing; the alarm cannot be off."""
    heard: list[tuple[Earcon, int]] = []
    card.heard.connect(lambda *one: heard.append(one))
    card.levels[Earcon.REST].button(100).click()
    card.levels[Earcon.REST].button(0).click()
    assert changes == [("sound_rest", 100), ("sound_rest", 0)]
    assert heard == [(Earcon.REST, 100)]
    with pytest.raises(ValueError, match="not in"):
        card.levels[Earcon.ALARM].button(0)


def test_the_voices_are_asked_for_when_they_are_looked_for(card: SoundCard) -> None:
    """Not before their part is opened, and once."""
    asked: list[bool] = []
    card.voices_asked.connect(lambda: asked.append(True))
    assert asked == []
    for _time in range(3):
        card.voice_more.toggle()
    assert asked == [True]


def test_the_test_button_waits_for_its_answer(card: SoundCard) -> None:
    """It cannot be pressed again until the sentence is there."""
    tested: list[bool] = []
    card.tested.connect(lambda: tested.append(True))
    card.test_button.click()
    card.test_button.click()
    assert tested == [True]
    card.show_result("espeak-ng speaks. Sounds are played.")
    assert card.result.isVisible()
    assert card.test_button.isEnabled()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_control_has_a_name_and_room(qapp: QApplication, card: SoundCard, scale: float) -> None:
    """Opened wholly and at twice the size of text, nothing is clipped and nothing nameless."""
    dress(qapp, settings=Settings(text_scale=scale))
    card.voice_more.toggle()
    card.levels_more.toggle()
    card.show_result("There is no voice: speech-dispatcher is not installed. Sounds are played.")
    card.resize(680, 2400)
    qapp.processEvents()
    assert nameless(card) == []
    assert clipped(card) == []
