"""Places that are tracked, and a key of the desktop."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coach.content.vocabulary import Area, Side
from coach.settings.model import Settings
from coach.ui.preferences.noting_card import NotingCard
from tests.ui.support import dress, nameless


@pytest.fixture
def card(qapp: QApplication) -> Iterator[NotingCard]:
    """The card as it stands in Settings, with nothing chosen."""
    dress(qapp)
    made = NotingCard()
    made.resize(640, 700)
    made.show()
    made.show_settings(Settings())
    yield made
    made.close()


def test_places_are_chosen_on_the_body(card: NotingCard) -> None:
    """Each press keeps all that are chosen; the way back asks about those noted lately again."""
    heard: list[tuple[str, object]] = []
    card.changed.connect(lambda key, value: heard.append((key, value)))
    assert not card.lately.isVisible()
    card.map._boxes[Area.CALF, Side.LEFT].click()
    card.map._boxes[Area.LOW_BACK, None].click()
    assert heard == [("tracked", ("calf:left",)), ("tracked", ("low-back", "calf:left"))]
    card.show_settings(Settings(tracked=("low-back", "calf:left")))
    assert card.lately.isVisible()
    card.lately.click()
    assert heard[-1] == ("tracked", ())
    card.show_settings(Settings())
    assert card.map.places() == ()


def test_a_key_is_taken_as_it_is_pressed(card: NotingCard) -> None:
    """Ctrl alone is not enough; the field shows what was pressed; Tab and Esc are left alone."""
    heard: list[tuple[str, object]] = []
    card.changed.connect(lambda key, value: heard.append((key, value)))
    card.show_settings(Settings(hotkey="Ctrl+Alt+L"))
    assert card.keys.text() == "Ctrl+Alt+L"
    for key in (Qt.Key.Key_Control, Qt.Key.Key_Tab, Qt.Key.Key_Escape):
        QTest.keyClick(card.keys, key)
    assert heard == []
    QTest.keyClick(card.keys, Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    assert heard == [("hotkey", "Ctrl+F9")]


def test_off_and_on_again_keeps_the_key(card: NotingCard) -> None:
    """Off lets it go; on takes the same one as before."""
    heard: list[object] = []
    card.changed.connect(lambda _key, value: heard.append(value))
    card.show_settings(Settings(hotkey="Ctrl+F9"))
    card.on.click()
    card.show_settings(Settings())
    assert not card.keys.isVisible()
    card.on.click()
    assert heard == ["", "Ctrl+F9"]


def test_every_control_has_a_name(card: NotingCard) -> None:
    """A screen reader hears a name for everything."""
    card.show_settings(Settings(tracked=("calf:left",), hotkey="Ctrl+F9"))
    assert nameless(card) == []
