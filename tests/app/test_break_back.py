"""The way back to a break from the warning signs, and from the Breaks page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.app.breaks_hands import Office, office

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)


@pytest.fixture
def at(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """An office where only the movement break is on."""
    with office(qapp, tmp_path / "data", monkeypatch) as made:
        yield made


def test_the_way_back_from_the_warning_signs_leads_to_the_break(at: Office) -> None:
    """By Esc, by the rail, and by the Breaks page; once elsewhere in the window Esc is its own again."""
    window = at.hands.window
    window.show_page("breaks")
    at.breaks.now()
    at.run.signs_asked.emit()
    window._go_back()
    assert (window.key, at.run.came_back) == ("breaks", 1)
    at.hands.settle()
    window.page("breaks").now.back.click()  # type: ignore[attr-defined]
    assert at.run.came_back == 2
    assert not window._rail._to_break.isHidden()
    window._rail._to_break.click()
    assert at.run.came_back == 3
    at.run.signs_asked.emit()
    window.show_page("today")
    window.toggle_warnings()
    window.toggle_warnings()
    assert (window.key, at.run.came_back) == ("today", 3)
    at.run.there.emit(False)
    assert window._rail._to_break.isHidden()
