"""The Settings page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from coach.settings.model import Settings
from coach.ui.preferences.page import SettingsPage
from coach.ui.preferences.state import About, Licence, SettingsState
from coach.ui.reading.disclosure import Disclosure
from tests.ui.clipping import clipped
from tests.ui.support import dress, nameless, opened

_FOLDER = "/home/somebody-with-a-long-name/.local/share/limber"


def _state(settings: Settings | None = None, *, backing_up: bool = False) -> SettingsState:
    return SettingsState(
        settings=settings or Settings(),
        data_folder=_FOLDER,
        backup="Last verified backup: Today, 09:15.",
        backing_up=backing_up,
        about=About("0.1.0", (("Python", "3.11.7"),), (Licence("Inter", "OFL-1.1"),)),
    )


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> Iterator[SettingsPage]:
    """Show the usual settings."""
    yield from opened(qtbot, qapp, SettingsPage, lambda page: page.show_state(_state()))


@pytest.fixture
def changes(page: SettingsPage) -> list[Settings]:
    """Collect what the page emits."""
    found: list[Settings] = []
    page.changed.connect(found.append)
    return found


def test_showing_settings_changes_nothing(page: SettingsPage, changes: list[Settings]) -> None:
    """Showing a state sets every control and emits nothing."""
    shown = Settings(
        theme="dark", motion="reduced", text_scale=1.5, ask_ratings=False, prep_extra_s=10, full_screen=True
    )
    page.show_state(_state(shown))
    assert changes == []
    assert page.theme.value() == "dark"
    assert page.motion.value() == "reduced"
    assert page.text_scale.value() == 1.5
    assert page.prep_extra.value() == 10
    assert not page.ask_ratings.isChecked()
    assert page.full_screen.isChecked()


def test_every_control_changes_its_own_setting_at_once(page: SettingsPage, changes: list[Settings]) -> None:
    """Each choice is emitted as the whole settings with that one thing changed, the earlier ones kept."""
    page.theme.button("dark").click()
    page.motion.button("reduced").click()
    page.text_scale.button(1.3).click()
    page.prep_extra.button(5.0).click()
    page.full_screen.click()
    page.ask_ratings.click()
    page.spoken_detail.click()
    assert len(changes) == 7
    assert changes[0] == Settings(theme="dark")
    assert changes[-1] == Settings(
        theme="dark",
        motion="reduced",
        text_scale=1.3,
        prep_extra_s=5.0,
        full_screen=True,
        ask_ratings=False,
        spoken_detail=False,
    )


def test_choosing_what_is_chosen_says_nothing(page: SettingsPage, changes: list[Settings]) -> None:
    """A press on the chosen answer emits nothing."""
    page.theme.button("system").click()
    assert changes == []


def test_by_keyboard(page: SettingsPage, changes: list[Settings]) -> None:
    """Arrows go through the answers and Space flips a switch."""
    page.theme.button("system").setFocus()
    QTest.keyClick(page.theme.button("system"), Qt.Key.Key_Right)
    assert changes[-1].theme == "light"
    QTest.keyClick(page.ask_ratings, Qt.Key.Key_Space)
    assert changes[-1].ask_ratings is False


def test_a_switch_can_be_pressed_on_its_words(page: SettingsPage, changes: list[Settings]) -> None:
    """The whole row of a switch reacts to the mouse, its words too."""
    QTest.mouseClick(page.spoken_detail, Qt.MouseButton.LeftButton, pos=page.spoken_detail.rect().center())
    assert changes[-1].spoken_detail is False


def test_a_value_from_the_file_that_is_no_answer_is_shown(page: SettingsPage) -> None:
    """A number that somebody wrote into the file is shown as chosen, not rounded away."""
    page.show_state(_state(Settings(text_scale=1.25, prep_extra_s=7.5)))
    assert page.text_scale.value() == 1.25
    assert page.prep_extra.button(7.5).text() == "7.5 seconds"


def test_the_path_is_copied_only_when_asked(page: SettingsPage) -> None:
    """Copy path puts the folder on the clipboard, as it is, and says so."""
    QGuiApplication.clipboard().setText("before")
    page.show_state(_state())
    assert QGuiApplication.clipboard().text() == "before"
    page.data.copy_button.click()
    assert QGuiApplication.clipboard().text() == _FOLDER
    assert page.messages.text() == "The path is copied."


def test_back_up_now(page: SettingsPage) -> None:
    """The button asks for a backup and waits while one is being made."""
    asked: list[bool] = []
    page.back_up.connect(lambda: asked.append(True))
    page.data.backup_button.click()
    assert asked == [True]
    page.show_state(_state(backing_up=True))
    assert not page.data.backup_button.isEnabled()
    assert any("being made" in made.text() for made in page.findChildren(QLabel))


def test_about_says_versions_licences_and_purpose(page: SettingsPage) -> None:
    """The version, what the program is for and not for, and the licences are there."""
    page.about.findChildren(Disclosure)[0].toggle()
    words = " ".join(made.text() for made in page.about.findChildren(QLabel))
    assert "Limber 0.1.0" in words
    assert "not a diagnosis or treatment" in words
    assert "Inter: OFL-1.1" in words


def test_everything_to_operate_has_a_name(page: SettingsPage) -> None:
    """A screen reader finds no control without a name, and each answer names its question."""
    assert nameless(page) == []
    assert page.theme.button("dark").accessibleName() == "Theme: Dark"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_text_is_cut(qtbot: QtBot, qapp: QApplication, scale: float) -> None:
    """Everything fits in the smallest window and at 200 %."""
    settings = Settings(text_scale=scale)
    dress(qapp, settings=settings)
    made = SettingsPage()
    qtbot.addWidget(made)
    made.resize(740 if scale == 1 else 620, 640)  # what the rail leaves of 960
    made.show_state(_state(settings))
    made.show()
    for inside in made.findChildren(Disclosure):
        inside.toggle()
    assert clipped(made) == []
    made.close()
