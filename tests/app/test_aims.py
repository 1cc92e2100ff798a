"""How many days a week somebody means to exercise: said on Progress, kept in the journal."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from coach.analysis.strength import AIM_KEY, aims_of
from coach.store.open import open_reader
from coach.ui.progress.page import ProgressPage
from coach.ui.widgets.buttons import Button
from tests.app.driving import MORNING, Driven, driven
from tests.seeded_year import first_week


def _progress(hands: Driven) -> ProgressPage:
    hands.window.show_page("progress")
    page = hands.window.page("progress")
    assert isinstance(page, ProgressPage)
    for _turn in range(100):
        hands.settle()
        if page.filled():
            return page
    raise AssertionError("a section was not filled")


def _chosen(page: ProgressPage) -> list[str]:
    name = "On how many days a week do you mean to exercise?: "
    return [
        one.text() for one in page.findChildren(Button) if one.accessibleName().startswith(name) and one.isChecked()
    ]


def test_what_is_said_is_kept_and_there_at_the_next_start(qapp: QApplication, tmp_path: Path) -> None:
    """Pressed once: in the journal as an answer, on the chip at once and after a restart; it can be taken back."""
    folder = tmp_path / "data"
    with driven(qapp, folder) as hands:
        hands.open()
        hands.shell.journal.save(list(first_week().drafts()))
        hands.settle()
        page = _progress(hands)
        assert _chosen(page) == ["No number"]
        hands.press(page, "5")
        assert _chosen(_progress(hands)) == ["5"]
    with open_reader(folder) as journal:
        (aim,) = aims_of(journal.answers()[AIM_KEY])
    assert aim == (MORNING.date().toordinal(), 5)
    with driven(qapp, folder) as hands:
        hands.open(screened=False)
        page = _progress(hands)
        assert _chosen(page) == ["5"]
        hands.press(page, "No number")
        assert _chosen(_progress(hands)) == ["No number"]
