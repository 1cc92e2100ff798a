"""The keys of the stage and of a presentation: none does two things, what must work stays, and a file cannot break them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from coach.ui.key_names import names_of
from coach.ui.stage_keys import (
    PRESENTER,
    STAGE,
    Keys,
    action_of,
    action_words,
    as_they_come,
    bound_keys,
    key_words,
    with_key,
    without_key,
)

_COME = [key for place in (STAGE, PRESENTER) for keys in place.defaults.values() for key in keys]
_KEYS = st.sampled_from([*_COME, "F1", "5", "Tab", "Q", "", "Ctrl+W"])
_ACTIONS = st.sampled_from([*STAGE.defaults, *PRESENTER.defaults, "nonsense"])


def press(key: Qt.Key, text: str = "", held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> tuple[str, ...]:
    """What a key press may be bound by."""
    return names_of(QKeyEvent(QEvent.Type.KeyPress, key, held, text))


@pytest.mark.parametrize("place", [STAGE, PRESENTER], ids=["stage", "presenter"])
@given(chosen=st.dictionaries(_ACTIONS, st.lists(_KEYS, max_size=4).map(tuple)))
def test_whatever_a_file_says(place: Keys, chosen: dict[str, tuple[str, ...]]) -> None:
    """No key has two actions at one place, Esc and the answer to a pack's question stay, what else has a meaning is not taken."""
    bound = bound_keys(chosen, place)
    keys = [key for of_action in bound.values() for key in of_action]
    assert len(keys) == len(set(keys))
    assert list(bound) == list(place.defaults)
    assert all(bound[what] == place.defaults[what] for what in place.fixed)
    assert not {"F1", "5", "Tab", "", *place.reserved} & set(keys)


def test_the_two_places_do_not_know_each_other() -> None:
    """An action is called like no other, so one setting holds both; a key may mean something at each of them."""
    assert not set(STAGE.defaults) & set(PRESENTER.defaults)
    chosen, trouble = with_key({}, "slow", "W")
    assert trouble == ""
    assert bound_keys(chosen, PRESENTER)["slow"] == ("S", "W")
    assert bound_keys(chosen) == bound_keys({})
    assert with_key({}, "slow", "K")[1].startswith("K already means “next pose”")
    assert with_key({}, "slow", "Left")[1] == "← has a meaning of its own. Press another key."
    assert as_they_come(chosen, "slow") == ({}, "")
    assert without_key({}, "timer", "T")[1].startswith("“timer” needs a key")


def test_stopping_keeps_a_key() -> None:
    """An action that a file leaves without a key has its own again."""
    assert bound_keys({"worse": ()})["worse"] == ("W",)


def test_another_key() -> None:
    """A key that is free is added behind the others."""
    chosen, trouble = with_key({}, "worse", "X")
    assert trouble == ""
    assert bound_keys(chosen)["worse"] == ("W", "X")
    assert action_of(bound_keys(chosen), ["X"]) == "worse"


def test_a_conflict_is_a_sentence() -> None:
    """A key that means something else stays there, and the sentence names both."""
    chosen, trouble = with_key({}, "worse", "M")
    assert chosen == {}
    assert trouble == "M already means “mute”. Take it away there first, or press another key."
    assert with_key({}, "mute", "F1")[1] == "F1 has a meaning of its own. Press another key."


def test_the_last_key_stays() -> None:
    """Nothing is left without a key."""
    chosen, trouble = without_key({}, "mute", "M")
    assert chosen == {}
    assert trouble == "“mute” needs a key. Add another one first."


def test_a_key_moves_to_another_action() -> None:
    """Taken away in one place it is free for another; back to the default says what stays where it is."""
    chosen, _trouble = without_key({}, "pause", ".")
    chosen, trouble = with_key(chosen, "mute", ".")
    assert trouble == ""
    assert bound_keys(chosen)["mute"] == ("M", ".")
    chosen, trouble = as_they_come(chosen, "pause")
    assert trouble == "full stop now means something else, so it stays there."
    chosen, _trouble = as_they_come(chosen, "mute")
    assert bound_keys(chosen) == bound_keys({})


@pytest.mark.parametrize(
    ("names", "action"),
    [
        (press(Qt.Key.Key_W, "w"), "worse"),
        (press(Qt.Key.Key_W, "W", Qt.KeyboardModifier.ShiftModifier), "worse"),
        (press(Qt.Key.Key_W, "\x17", Qt.KeyboardModifier.ControlModifier), ""),
        (press(Qt.Key.Key_Plus, "+", Qt.KeyboardModifier.KeypadModifier), "plus"),
        (press(Qt.Key.Key_Plus, "+", Qt.KeyboardModifier.ShiftModifier), "plus"),
        (press(Qt.Key.Key_Question, "?", Qt.KeyboardModifier.ShiftModifier), "keys"),
        (press(Qt.Key.Key_Up, "", Qt.KeyboardModifier.ShiftModifier), "more"),
        (press(Qt.Key.Key_Up, "", Qt.KeyboardModifier.KeypadModifier), "longer"),
        (press(Qt.Key.Key_Space, " "), "pause"),
        (press(Qt.Key.Key_PageDown), "skip"),
        (press(Qt.Key.Key_MediaTogglePlayPause), "pause"),
        (press(Qt.Key.Key_MediaNext), "skip"),
        (press(Qt.Key.Key_MediaPrevious), "back"),
        (press(Qt.Key.Key_F5), "full"),
        (press(Qt.Key.Key_F5, "", Qt.KeyboardModifier.ShiftModifier), "full"),
        (press(Qt.Key.Key_Escape, "\x1b"), "escape"),
        (press(Qt.Key.Key_Period, "."), "pause"),
        (press(Qt.Key.Key_Enter, "\r", Qt.KeyboardModifier.KeypadModifier), "go_on"),
        (press(Qt.Key.Key_Shift, "", Qt.KeyboardModifier.ShiftModifier), ""),
    ],
)
def test_what_a_keyboard_or_a_clicker_sends(names: tuple[str, ...], action: str) -> None:
    """Signs count however they are made; Ctrl makes another key of it."""
    assert action_of(bound_keys({}), names) == action


def test_every_action_and_key_has_words() -> None:
    """Nothing on the list of keys is a code of the program."""
    assert all(action_words(what) for place in (STAGE, PRESENTER) for what in place.defaults)
    assert key_words("Shift+F5") == "Shift F5"
    assert key_words("Ctrl+Up") == "Ctrl+↑"
    assert key_words("+") == "+"
    assert key_words("Media Next") == "Next-track key"
