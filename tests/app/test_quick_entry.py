"""Noting how it feels from anywhere: the small window, its key, and twenty entries without the mouse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coach.app.outside import Outside, nothing_outside
from coach.app.quick_entry import QuickDesk
from coach.content.vocabulary import Area, MarkerKind, Quality, Side
from coach.settings.model import Settings
from coach.ui.entry.quick import QuickEntry
from coach.ui.main_window import WARNINGS
from coach.ui.preferences.page import SettingsPage
from coach.ui.today.page import TodayPage
from tests.app.driving import Driven, driven

K = Qt.Key


class FakeHotkey:
    """A desktop that gives every key but one."""

    def __init__(self) -> None:
        self.keys = ""
        self.press: Callable[[], None] = lambda: None

    def trouble(self) -> str:
        """Nothing is in the way."""
        return ""

    def take(self, keys: str, pressed: Callable[[], None]) -> str:
        """Give the key."""
        if keys == "Ctrl+Alt+T":
            return "“Ctrl+Alt+T” belongs to another program."
        self.keys, self.press = keys, pressed
        return ""

    def release(self) -> None:
        """Take it back."""
        self.keys = ""


def _outside(hotkey: FakeHotkey) -> Outside:
    return nothing_outside()._replace(hotkey=hotkey)


def _desk(hands: Driven) -> QuickDesk:
    return hands.shell.background.quick


def _opened(hands: Driven) -> QuickEntry:
    _desk(hands).open()
    window = _desk(hands).window
    assert window is not None
    QTest.qWaitForWindowActive(window)
    return window


def _type(*keys: Qt.Key) -> None:
    for key in keys:
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key)


def test_twenty_entries_with_the_keyboard_only(qapp: QApplication, tmp_path: Path) -> None:
    """From Ctrl+E on Today to Enter, twenty times: repeated places with two keys each, others by arrows; all is in the journal."""
    with driven(qapp, tmp_path / "data") as hands:
        hands.open()
        hands.window.activateWindow()
        QTest.qWaitForWindowActive(hands.window)
        hands.window.show_page("journal")
        QTest.keyClick(hands.window, K.Key_E, Qt.KeyboardModifier.ControlModifier)
        hands.settle()
        page = hands.window.page("today")
        assert isinstance(page, TodayPage)
        wanted: list[tuple[Area, Side | None, int]] = []
        _type(K.Key_Tab, K.Key_Down, K.Key_Down, K.Key_Down, K.Key_Space)  # from the low back to the left calf
        for score in range(10):
            _type(K(K.Key_0 + score), K.Key_Return)
            hands.settle()
            assert page.entry.status.words.text() == "Saved."
            wanted.append((Area.CALF, Side.LEFT, score))
        _type(K.Key_Space, K.Key_Right, K.Key_Space)  # the other calf instead
        for score in (1, 2, 3, 4, 5, 6):
            _type(K(K.Key_0 + score), K.Key_Enter)
            hands.settle()
            wanted.append((Area.CALF, Side.RIGHT, score))
        _type(K.Key_1, K.Key_0, K.Key_Return)
        hands.settle()
        wanted.append((Area.CALF, Side.RIGHT, 10))
        page.entry.map.setFocus()
        _type(K.Key_Down, K.Key_Space, K.Key_7, K.Key_Return)  # the foot along with it: two at once
        hands.settle()
        wanted += [(Area.CALF, Side.RIGHT, 7), (Area.FOOT, Side.RIGHT, 7)]
        _type(K.Key_Space, K.Key_8, K.Key_Return)  # and the calf alone again
        hands.settle()
        wanted.append((Area.CALF, Side.RIGHT, 8))
        held = hands.shell.journal.call(lambda store: store.entries()).result()
    assert [(one.area, one.side, one.tightness) for one in held] == wanted
    assert len(wanted) == 20
    assert held[-3].together == held[-2].together is not None


def test_the_key_opens_the_window_and_enter_saves(qapp: QApplication, tmp_path: Path) -> None:
    """Off by default; chosen, one press opens the window, a number and Enter save with the places of last time."""
    hotkey = FakeHotkey()
    with driven(qapp, tmp_path / "data", outside=_outside(hotkey)) as hands:
        hands.open()
        assert hotkey.keys == ""
        hands.shell.change_settings(msgspec.structs.replace(Settings(), hotkey="Ctrl+Alt+L"))
        assert hotkey.keys == "Ctrl+Alt+L"
        hotkey.press()
        window = _desk(hands).window
        assert window is not None
        assert window.isVisible()
        window.form.map._boxes[Area.HIP, Side.LEFT].click()
        QTest.qWaitForWindowActive(window)
        window.form.setFocus()
        _type(K.Key_4, K.Key_Return)
        hands.settle()
        assert window.form.status.words.text() == "Saved."
        assert window._going.isActive()
        window._going.timeout.emit()
        assert not window.isVisible()
        hotkey.press()
        assert window.form.map.places() == ((Area.HIP, Side.LEFT),)
        held = hands.shell.journal.call(lambda store: store.entries()).result()
        assert [(one.area, one.tightness) for one in held] == [(Area.HIP, 4)]
        hands.shell.change_settings(Settings())
        assert hotkey.keys == ""


def test_esc_closes_and_undo_keeps_it_open(qapp: QApplication, tmp_path: Path) -> None:
    """Esc leaves what is half filled in; Undo takes it out of the journal and the window stays."""
    with driven(qapp, tmp_path / "data") as hands:
        hands.open()
        window = _opened(hands)
        window.form.map._boxes[Area.FOOT, Side.RIGHT].click()
        window.form.setFocus()
        _type(K.Key_6, K.Key_Escape)
        hands.settle()
        assert not window.isVisible()
        _opened(hands)
        assert window.form.scale.value() == 6
        _type(K.Key_Return)
        hands.settle()
        window.form.status.undo.click()
        hands.settle()
        assert window.isVisible()
        assert not window._going.isActive()
        assert hands.shell.journal.call(lambda store: store.entries()).result() == []


def test_warning_signs_keep_the_window_and_open_the_list(qapp: QApplication, tmp_path: Path) -> None:
    """Numbness is saved like anything else; the signs stay to be read, and lead to the whole list."""
    with driven(qapp, tmp_path / "data") as hands:
        hands.open()
        window = _opened(hands)
        window.form.map._boxes[Area.FOOT, Side.RIGHT].click()
        window.form.details.qualities[Quality.NUMBNESS].click()
        window.form.setFocus()
        assert window.form.signs.isVisible()
        _type(K.Key_3, K.Key_Return)
        hands.settle()
        assert [one.quality for one in hands.shell.journal.call(lambda store: store.entries()).result()] == [
            Quality.NUMBNESS
        ]
        window.form.signs.all_asked.emit()
        hands.settle()
        assert hands.window.key == WARNINGS


def test_something_happened_is_in_the_journal(qapp: QApplication, tmp_path: Path) -> None:
    """A marker alone is saved too."""
    with driven(qapp, tmp_path / "data") as hands:
        hands.open()
        window = _opened(hands)
        window.form.details.open_marker()
        assert window.form.details.marker is not None
        window.form.details.marker.kinds[MarkerKind.NEW_CHAIR].click()
        window.form.status.save.click()
        hands.settle()
        (marker,) = hands.shell.journal.call(lambda store: store.markers()).result()
        assert marker.kind is MarkerKind.NEW_CHAIR


@pytest.mark.parametrize("given", [True, False])
def test_settings_say_whether_the_key_can_be_had(qapp: QApplication, tmp_path: Path, *, given: bool) -> None:
    """Where no key can be had it says why and cannot be switched on; a key that is taken is named."""
    hotkey = FakeHotkey()
    outside = _outside(hotkey) if given else nothing_outside()
    with driven(qapp, tmp_path / "data", outside=outside) as hands:
        hands.open()
        hands.window.show_page("settings")
        hands.settle()
        page = hands.window.page("settings")
        assert isinstance(page, SettingsPage)
        assert page.noting.on.isEnabled() == given
        if not given:
            assert page.noting.trouble.text() == "This desktop lets no program take a key for itself."
            return
        page.noting.on.click()
        assert hotkey.keys == "Ctrl+Alt+L"
        QTest.keyClick(page.noting.keys, K.Key_T, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        assert page.noting.trouble.text() == "“Ctrl+Alt+T” belongs to another program."
        page.noting.on.click()
        assert hotkey.keys == ""
        assert page.noting.trouble.text() == ""
