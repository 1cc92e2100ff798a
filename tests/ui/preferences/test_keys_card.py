"""The table of keys on the Settings page: add, take away, back to the usual ones; a conflict is a sentence."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from coach.settings.model import Settings
from coach.ui.preferences.keys_card import Catcher, KeysCard
from coach.ui.stage_keys import bound_keys
from tests.ui.clipping import clipped
from tests.ui.support import dress, nameless


@pytest.fixture
def card(qapp: QApplication) -> Iterator[KeysCard]:
    """The opened card, which keeps what is chosen on it."""
    dress(qapp)
    made = KeysCard()
    made.resize(680, 1100)
    made.show_settings(Settings())
    made.changed.connect(lambda _name, value: made.show_settings(Settings(keys=value)))
    made.table.toggle()
    made.show()
    yield made
    made.close()
    made.deleteLater()


def press(row: QWidget, name: str) -> None:
    """Press the button of a row that a screen reader calls so."""
    next(one for one in row.findChildren(QPushButton) if one.accessibleName() == name and not one.isHidden()).click()


def catch(row: QWidget, key: Qt.Key) -> None:
    """Ask for another key and press it."""
    catcher = next(one for one in row.findChildren(Catcher) if not one.isHidden())
    catcher.click()
    QTest.keyClick(catcher, key)


def keys_of(row: QWidget) -> list[str]:
    """The keys that a row shows."""
    return [
        one.text()
        for one in row.findChildren(QPushButton)
        if not one.isHidden() and one.text() not in {"Add a key", "Default"}
    ]


def words_of(row: QWidget) -> list[str]:
    """What a row says."""
    return [one.text() for one in row.findChildren(QLabel) if not one.isHidden() and one.text()]


def test_add_and_take_away(card: KeysCard) -> None:
    """A pressed key joins the others; pressing it on the card takes it away; Default brings back what was."""
    row = card.row("worse")
    catch(row, Qt.Key.Key_X)
    assert keys_of(row) == ["W", "X"]
    press(row, "W: take it away from “it gets worse: stop”")
    assert keys_of(row) == ["X"]
    press(row, "Default keys for “it gets worse: stop”")
    assert keys_of(row) == ["W"]


def test_space_can_be_caught(card: KeysCard) -> None:
    """A key that presses buttons is caught like any other, and presses nothing."""
    press(card.row("pause"), "Space: take it away from “pause, go on”")
    catch(card.row("mute"), Qt.Key.Key_Space)
    assert keys_of(card.row("mute")) == ["M", "Space"]
    catcher = next(one for one in card.row("mute").findChildren(Catcher) if not one.isHidden())
    assert not catcher.isChecked()


def test_a_conflict_is_said_where_it_happened(card: KeysCard) -> None:
    """The sentence stands in the row that was tried, and goes with the next try."""
    catch(card.row("worse"), Qt.Key.Key_M)
    assert words_of(card.row("worse")) == ["M already means “mute”. Take it away there first, or press another key."]
    assert keys_of(card.row("worse")) == ["W"]
    catch(card.row("worse"), Qt.Key.Key_X)
    assert words_of(card.row("worse")) == []


def test_escape_catches_nothing(card: KeysCard) -> None:
    """Esc takes the question back; it cannot be given to anything, nor taken from leaving the stage."""
    row = card.row("worse")
    catch(row, Qt.Key.Key_Escape)
    assert keys_of(row) == ["W"]
    assert keys_of(card.row("escape")) == keys_of(card.row("go_on")) == []
    assert words_of(card.row("escape")) == ["Esc (always)"]


def test_the_keys_of_a_presentation(card: KeysCard) -> None:
    """They stand on the same card and are changed in the same way; the stage's are another matter."""
    catch(card.row("timer"), Qt.Key.Key_M)
    assert keys_of(card.row("timer")) == ["T", "M"]
    assert keys_of(card.row("mute")) == ["M"]
    catch(card.row("timer"), Qt.Key.Key_K)
    assert words_of(card.row("timer")) == [
        "K already means “next pose”. Take it away there first, or press another key."
    ]
    assert words_of(card.row("end")) == ["Esc (always)"]


def test_names_and_room(card: KeysCard) -> None:
    """Everything has a name and all words fit."""
    assert nameless(card) == []
    assert clipped(card) == []
    assert bound_keys({})["pause"][0] == "Space"
