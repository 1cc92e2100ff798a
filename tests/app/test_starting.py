"""Starting at login from the Settings page, with the desktop's own place played by the test."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from coach.app.outside import nothing_outside
from tests.app.driving import driven
from tests.fake_desk import FakeDesk


def test_on_by_a_press_alone(qapp: QApplication, tmp_path: Path) -> None:
    """Opening Settings writes nothing; a press does; what was changed outside is seen when the page comes up again."""
    desk = FakeDesk()
    login = desk.autostart
    with driven(qapp, tmp_path / "data", outside=nothing_outside()._replace(desk=desk, wayland=True)) as hands:
        hands.open()
        hands.window.show_page("settings")
        card = hands.window.page("settings").starting  # type: ignore[attr-defined]
        assert not login.is_on()
        assert card.through_x11.isVisible()
        card.login.click()
        assert login.is_on()
        assert hands.window.messages.text() == "Limber starts when you log in."
        login.on = False
        hands.window.show_page("today")
        hands.window.show_page("settings")
        assert not card.login.isChecked()
        login.why = "/home/x could not be written: Permission denied."
        card.login.click()
        assert not login.is_on()
        assert not card.login.isChecked()
    assert desk.closed


def test_the_choice_of_the_x_server_is_kept(qapp: QApplication, tmp_path: Path) -> None:
    """It is a setting like any other."""
    with driven(qapp, tmp_path / "data", outside=nothing_outside()._replace(wayland=True)) as hands:
        hands.open()
        hands.window.show_page("settings")
        card = hands.window.page("settings").starting  # type: ignore[attr-defined]
        assert not card.login.isEnabled()
        card.through_x11.click()
    assert '"through_x11": false' in (tmp_path / "data" / "settings.json").read_text(encoding="utf-8")
