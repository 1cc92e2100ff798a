"""The Exercises page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from coach.content.load_library import load_library
from coach.resources import assets
from coach.settings.model import Settings
from coach.ui.library.exercise_sheet import ExerciseSheet
from coach.ui.library.page import ExercisesPage
from coach.ui.library.state import ExercisesState, build_state
from coach.ui.reading.disclosure import Disclosure
from coach.ui.reading.link_button import LinkButton
from coach.ui.reading.open_link import OpenLink
from coach.ui.reading.row_list import KEY
from tests.ui.clipping import clipped
from tests.ui.sample import sample_library
from tests.ui.support import dress, nameless


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> Iterator[ExercisesPage]:
    """Show the sample at the width of a usual window."""
    dress(qapp)
    made = ExercisesPage()
    qtbot.addWidget(made)
    made.resize(1080, 800)
    made.show_state(build_state(sample_library()))
    made.show()
    qapp.processEvents()
    yield made
    made.close()


def _listed(page: ExercisesPage) -> list[str]:
    model = page.pane.list.model()
    return [str(model.index(row, 0).data(KEY)) for row in range(model.rowCount())]


def _words(page: ExercisesPage) -> str:
    sheet = page.sheet.content()
    assert isinstance(sheet, ExerciseSheet)
    return "\n".join(made.text() for made in sheet.findChildren(QLabel))


def _open_all(page: ExercisesPage) -> None:
    sheet = page.sheet.content()
    assert sheet is not None
    for made in sheet.findChildren(Disclosure):
        made.toggle()


def test_the_first_exercise_is_open_from_the_start(page: ExercisesPage) -> None:
    """The page never shows an empty half: the first exercise is read beside the list."""
    assert _listed(page) == ["knee_to_chest_single", "bridge", "walking"]
    assert "Single knee to chest" in _words(page)
    assert "Hold 20 seconds (5 to 30), 3 times (2 to 5) on each side." in _words(page)


def test_arrow_keys_go_through_the_list(page: ExercisesPage) -> None:
    """Down opens the next exercise, and the sheet follows."""
    page.pane.list.setFocus()
    QTest.keyClick(page.pane.list, Qt.Key.Key_Down)
    assert "Lift the hips." in _words(page)


def test_typing_narrows_and_escape_widens(page: ExercisesPage) -> None:
    """Words in the search field leave the matching exercises; Escape brings all back."""
    QTest.keyClicks(page.pane.search, "bri")
    assert _listed(page) == ["bridge"]
    assert "Lift the hips." in _words(page)
    QTest.keyClick(page.pane.search, Qt.Key.Key_Escape)
    assert len(_listed(page)) == 3


def test_a_filter_says_what_is_chosen(page: ExercisesPage) -> None:
    """A chosen filter shows its value, and its name says filter and value."""
    area = page.pane.filter_buttons()[0]
    assert area.accessibleName() == "Area: any"
    area.choose("low-back")
    assert _listed(page) == ["knee_to_chest_single"]
    assert area.accessibleName() == "Area: Low back"
    assert area.isChecked()
    assert not page.pane.clear_button.isHidden()


def test_nothing_found_offers_to_clear(page: ExercisesPage) -> None:
    """When no exercise fits, one press shows all again."""
    page.pane.search.setText("zzz")
    page.pane.filter_buttons()[0].choose("buttock")
    assert _listed(page) == []
    assert page.pane.nothing.isVisible()
    page.pane.nothing.acted.emit()
    assert len(_listed(page)) == 3
    assert page.pane.filters().any_set is False


def test_a_harder_way_opens_its_exercise(page: ExercisesPage) -> None:
    """The link of a harder way leads to that exercise, also through a filter that hides it."""
    page.pane.search.setText("hug")
    sheet = page.sheet.content()
    assert sheet is not None
    link = next(made for made in sheet.findChildren(LinkButton) if made.accessibleName() == "Bridge")
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert "Lift the hips." in _words(page)
    assert page.pane.list.currentIndex().data(KEY) == "bridge"
    assert page.pane.search.text() == ""


def test_why_these_numbers_opens_reasons_and_sources(page: ExercisesPage) -> None:
    """The reasons and the sources, tier A first, are there when asked for and not before."""
    assert "20 s three times gives 60 s in all." not in _words(page)
    _open_all(page)
    words = _words(page)
    assert "20 s three times gives 60 s in all." in words
    assert words.index("Hold 10 to 30 s, 2 to 4 times") < words.index("Hold 5 s. Morning and evening")
    assert "official body or peer-reviewed" in words


def test_a_source_is_opened_only_after_a_yes(page: ExercisesPage) -> None:
    """Pressing a source asks with its host; only the answer sends the address on."""
    _open_all(page)
    sheet = page.sheet.content()
    assert sheet is not None
    link = next(made for made in sheet.findChildren(LinkButton) if "acsm.example" in made.accessibleName())
    opened: list[str] = []
    page.open_source.connect(opened.append)
    link.click()
    question = page.findChild(OpenLink)
    assert question is not None
    assert "acsm.example" in question.accessibleName()
    assert opened == []
    QTest.keyClick(question, Qt.Key.Key_Escape)
    assert opened == []
    link.click()
    [again] = [made for made in page.findChildren(OpenLink) if made.isVisible()]
    again.open_button.click()
    assert opened == ["https://acsm.example/flex"]


def test_html_in_a_text_is_only_text(page: ExercisesPage) -> None:
    """A name with tags in it is shown as it is written, in the list and on the sheet, and never drawn as a picture."""
    name = "<img src='file:///x'> & <b>Knee</b>"
    library = sample_library()
    tagged = msgspec.structs.replace(library.exercises["bridge"], name=name)
    page.show_state(build_state(replace(library, exercises={"bridge": tagged})))
    sheet = page.sheet.content()
    assert sheet is not None
    made = next(found for found in sheet.findChildren(QLabel) if "Knee" in found.text())
    assert made.text() == name
    assert all(found.textFormat() == Qt.TextFormat.PlainText for found in sheet.findChildren(QLabel) if found.text())
    assert str(page.pane.list.model().index(0, 0).data()).startswith(name)


def test_showing_the_same_again_keeps_the_reader_where_they_are(page: ExercisesPage) -> None:
    """The same library shown again changes nothing on the page."""
    before = page.sheet.content()
    page.show_state(build_state(sample_library()))
    assert page.sheet.content() is before


def test_a_narrow_window_shows_one_pane_at_a_time(page: ExercisesPage, qapp: QApplication) -> None:
    """Where both do not fit, the list comes first and a button leads back to it."""
    page.resize(420, 640)
    qapp.processEvents()
    assert page.pane.isVisible()
    assert not page.sheet.isVisible()
    page.show_exercise("bridge")
    assert page.sheet.isVisible()
    assert not page.pane.isVisible()
    page.sheet.back.emit()
    assert page.pane.isVisible()


def test_everything_to_operate_has_a_name(page: ExercisesPage) -> None:
    """A screen reader finds no control without a name, sources included."""
    _open_all(page)
    assert nameless(page) == []


@pytest.fixture(scope="module")
def shipped() -> ExercisesState:
    """All shipped exercises."""
    return build_state(load_library(assets()))


@pytest.mark.parametrize(("scale", "width"), [(1.0, 740), (2.0, 620), (2.0, 1080)])
def test_no_shipped_text_is_cut(
    qtbot: QtBot, qapp: QApplication, shipped: ExercisesState, scale: float, width: int
) -> None:
    """Every shipped exercise, opened to the last source, fits in the smallest window and at 200 %."""
    dress(qapp, settings=Settings(text_scale=scale))
    made = ExercisesPage()
    qtbot.addWidget(made)
    made.resize(width, 640)
    made.show_state(shipped)
    made.show()
    found: dict[str, list[str]] = {}
    for row in shipped.rows[::6]:
        made.show_exercise(row.id)
        _open_all(made)
        found[row.id] = clipped(made)
    assert found == {key: [] for key in found}
    made.close()
