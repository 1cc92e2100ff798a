"""Spasm and cramp side by side, reached in the whole window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from coach.ui.learn.comparison_page import ComparisonPage
from coach.ui.main_window import COMPARISON, WARNINGS
from coach.ui.today.page import TodayPage
from tests.app.driving import Driven, driven
from tests.ui.support import nameless


def comparison(hands: Driven) -> ComparisonPage:
    """The page itself."""
    page = hands.window.page(COMPARISON)
    assert isinstance(page, ComparisonPage)
    return page


def test_it_opens_from_the_warning_signs_and_leads_back(qapp: QApplication, tmp_path: Path) -> None:
    """One press there, the whole table, one press back; the warning signs then lead back to where one began."""
    with driven(qapp, tmp_path / "data") as hands:
        hands.open()
        hands.window.show_page("journal")
        hands.window.show_warnings()
        hands.settle()
        hands.press(hands.window.page(WARNINGS), "Spasm or cramp?")
        assert hands.window.key == COMPARISON
        table = comparison(hands).table
        assert table is not None
        assert len(table.rows) == 9
        assert comparison(hands).focusProxy() is table.rows[0]
        assert nameless(hands.window) == []
        hands.press(comparison(hands), "Back")
        assert hands.window.key == WARNINGS
        hands.window.toggle_warnings()
        assert hands.window.key == "journal"


def test_the_warning_signs_are_one_press_away_from_it(qapp: QApplication, tmp_path: Path) -> None:
    """From the table to the whole list, and back to the table."""
    with driven(qapp, tmp_path / "data") as hands:
        hands.open()
        hands.window.show_page(COMPARISON)
        hands.settle()
        hands.press(comparison(hands), "Warning signs")
        assert hands.window.key == WARNINGS
        hands.window.toggle_warnings()
        assert hands.window.key == COMPARISON
        hands.press(comparison(hands), "Back")
        assert hands.window.key == "today"


def test_it_opens_from_what_a_feeling_is_like(qapp: QApplication, tmp_path: Path) -> None:
    """Beside the feelings of an entry on Today; what was filled in there is still there afterwards."""
    with driven(qapp, tmp_path / "data") as hands:
        hands.open()
        today = hands.window.page("today")
        assert isinstance(today, TodayPage)
        form = today._entry.form
        form.scale.set_value(6)
        hands.press(today, "Add what it is like, or a note")
        hands.press(today, "Spasm or cramp?")
        assert hands.window.key == COMPARISON
        hands.press(comparison(hands), "Back")
        assert hands.window.key == "today"
        assert form.scale.value() == 6
