"""The page of spasm and cramp: side by side, read out cell by cell, cut nowhere, and no verdict."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from coach.content.load_library import load_library
from coach.i18n import install
from coach.resources import assets
from coach.settings.model import Settings
from coach.ui.learn.comparison_page import ComparisonPage
from coach.ui.learn.comparison_state import ComparisonState, build_comparison
from coach.ui.learn.comparison_table import ComparisonTable
from coach.ui.reading.disclosure import Disclosure
from coach.ui.reading.link_button import LinkButton
from coach.ui.reading.open_link import OpenLink
from tests.ui.clipping import clipped
from tests.ui.sample import sample_library
from tests.ui.support import accessible, dress, nameless


@pytest.fixture(scope="module")
def shipped() -> ComparisonState:
    """The shipped table in words."""
    install(("en",), assets() / "locale")
    return build_comparison(load_library(assets()))


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, shipped: ComparisonState) -> Iterator[ComparisonPage]:
    """Show the shipped table on a wide page."""
    dress(qapp)
    made = _shown(qtbot, shipped, 1060, 800)
    yield made
    made.close()


def _shown(qtbot: QtBot, state: ComparisonState, width: int, height: int) -> ComparisonPage:
    made = ComparisonPage()
    qtbot.addWidget(made)
    made.resize(width, height)
    made.show_state(state)
    made.show()
    QApplication.processEvents()
    return made


def _table(page: ComparisonPage) -> ComparisonTable:
    assert page.table is not None
    return page.table


def _press(page: QWidget, words: str) -> None:
    next(made for made in page.findChildren(QAbstractButton) if made.accessibleName() == words).click()


def test_both_columns_say_something_in_every_row(shipped: ComparisonState) -> None:
    """Nine rows, the last about help; every cell has sentences and says who says it."""
    assert len(shipped.rows) == 9
    assert shipped.rows[-1].id == "help"
    names = tuple(name for name, _words in shipped.columns)
    for row in shipped.rows:
        assert tuple(cell.column for cell in row.cells) == names
        assert all(cell.by and all(said.sentences for said in cell.said) for cell in row.cells)


def test_help_comes_in_the_order_of_urgency(shipped: ComparisonState) -> None:
    """Emergency before the same day before an appointment, as on the page of the warning signs."""
    spasm, cramp = shipped.rows[-1].cells
    assert [said.title for said in spasm.said] == ["Get emergency help now", "Same-day advice", "Book a clinician"]
    assert [said.title for said in cramp.said] == ["Same-day advice", "Book a clinician"]
    assert "A cramp that lasts longer than 10 minutes." in cramp.said[0].sentences


def test_every_source_is_listed_once_with_the_rows_it_stands_for(shipped: ComparisonState) -> None:
    """The list under the table has titles, the best first, and says which rows rest on each."""
    ids = [line.id for line in shipped.sources]
    assert len(ids) == len(set(ids)) > 20
    assert [line.tier for line in shipped.sources] == sorted(line.tier for line in shipped.sources)
    assert all(line.says and line.address for line in shipped.sources)
    assert "How long it lasts" in next(line for line in shipped.sources if line.id == "NIDIRECT").says


def test_a_library_without_the_table_shows_an_empty_one() -> None:
    """Nothing breaks where the content has no such table."""
    state = build_comparison(sample_library())
    assert [row.id for row in state.rows] == ["help"]
    assert state.sources == ()


def test_a_screen_reader_hears_row_and_column_with_every_cell(page: ComparisonPage, shipped: ComparisonState) -> None:
    """Each sentence is named with its heading and its column, so that nobody has to remember where they are."""
    heard = {seen.name for seen in accessible(page)}
    assert "How long it lasts, Ordinary cramp: A few seconds to 10 minutes, longest in the thigh." in heard
    for row in shipped.rows:
        for cell in row.cells:
            for said in cell.said:
                assert {cell.spoken(sentence, said.title) for sentence in said.sentences} <= heard


def test_the_keyboard_goes_from_row_to_row(page: ComparisonPage, shipped: ComparisonState) -> None:
    """The page starts at the first row, Tab goes down, and each row can be read out whole."""
    rows = _table(page).rows
    assert page.focusProxy() is rows[0]
    for row, view in zip(rows, shipped.rows, strict=True):
        assert row.accessibleName() == view.heading
        assert all(name in row.accessibleDescription() for name, _words in shipped.columns)
    order = []
    here: QWidget | None = rows[0].nextInFocusChain()
    while here is not None and here is not rows[0]:
        if here in rows:
            order.append(here)
        here = here.nextInFocusChain()
    assert order == rows[1:]


def test_the_columns_stand_side_by_side_or_under_each_other(
    qtbot: QtBot, qapp: QApplication, shipped: ComparisonState
) -> None:
    """Side by side from 960 wide on, in equal columns all the way down; at 200 % under each other, each named."""
    for scale, width, wide in ((1.0, 740, True), (1.0, 1060, True), (2.0, 1060, False), (1.0, 540, False)):
        dress(qapp, settings=Settings(text_scale=scale))
        made = _shown(qtbot, shipped, width, 640)
        assert _table(made).is_wide() == wide
        lefts = set()
        for row in _table(made).rows:
            spasm, cramp = row.cells
            assert (spasm.y() == cramp.y()) == wide
            assert (spasm.x() < cramp.x()) == wide
            assert spasm.name.isVisible() == (not wide)
            lefts.add((spasm.x(), cramp.x()))
        assert len(lefts) == 1
        made.close()


def test_a_page_that_is_drawn_narrower_changes_over(page: ComparisonPage) -> None:
    """Resizing moves the columns under each other and back."""
    page.resize(540, 800)
    QApplication.processEvents()
    assert not _table(page).is_wide()
    page.resize(1060, 800)
    QApplication.processEvents()
    assert _table(page).is_wide()


def test_it_says_that_they_overlap_and_that_it_does_not_tell(page: ComparisonPage, shipped: ComparisonState) -> None:
    """The sentence stands above the table and what both share below it; nothing can be ticked or answered."""
    words = [made.text() for made in page.findChildren(QLabel)]
    assert shipped.about in words
    assert "Limber does not tell" in shipped.about
    assert shipped.verdict in words
    assert all(text in words and by in words for text, by in shipped.overlaps)
    asking = {QAccessible.Role.CheckBox, QAccessible.Role.RadioButton, QAccessible.Role.Slider}
    assert not {seen.role for seen in accessible(page)} & asking
    assert all(not made.isCheckable() for made in page.findChildren(QAbstractButton))


def test_no_word_judges_the_reader(page: ComparisonPage) -> None:
    """Neither the file's words nor the page's own diagnose or promise anything."""
    page.findChildren(Disclosure)[0].toggle()
    own = (made.text() for made in page.findChildren(QLabel) if made.property("role") != "small")
    words = " ".join(own).casefold()
    assert not [
        word for word in ("diagnos", "you have", "your condition", "likely", "relieves", "cures") if word in words
    ]


def test_help_and_the_way_back_are_one_press_away(page: ComparisonPage) -> None:
    """The warning signs and where one came from."""
    seen: list[str] = []
    page.signs_asked.connect(lambda: seen.append("signs"))
    page.left.connect(lambda: seen.append("left"))
    _press(page, "Warning signs")
    _press(page, "Back")
    assert seen == ["signs", "left"]


def test_a_source_opens_only_after_a_yes(page: ComparisonPage) -> None:
    """Sources are quiet until asked for; a link asks first."""
    assert not page.findChildren(LinkButton)
    page.findChildren(Disclosure)[0].toggle()
    opened: list[str] = []
    page.open_source.connect(opened.append)
    page.findChildren(LinkButton)[0].click()
    question = page.findChild(OpenLink)
    assert question is not None
    question.cancel_button.click()
    assert opened == []
    page.findChildren(LinkButton)[0].click()
    page.findChildren(OpenLink)[-1].open_button.click()
    assert opened == ["https://nidirect.gov.uk/node/10453"]


def test_the_same_state_again_keeps_the_place(page: ComparisonPage, shipped: ComparisonState) -> None:
    """A refresh builds nothing anew: whoever reads stays where they are."""
    before = page.table
    page.show_state(shipped)
    assert page.table is before


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("scale", "width"), [(1.0, 740), (1.0, 1060), (1.5, 740), (2.0, 620), (2.0, 1060)])
def test_no_text_is_cut(
    qtbot: QtBot, qapp: QApplication, shipped: ComparisonState, scale: float, width: int, *, dark: bool
) -> None:
    """Everything fits in the smallest window and at 200 %, sources opened, and every control has a name."""
    dress(qapp, dark=dark, settings=Settings(text_scale=scale))
    made = _shown(qtbot, shipped, width, 640)
    made.findChildren(Disclosure)[0].toggle()
    assert clipped(made) == []
    assert nameless(made) == []
    made.close()


def test_another_text_size_is_followed(qtbot: QtBot, qapp: QApplication, shipped: ComparisonState) -> None:
    """Changing the text to 200 % while the page is open cuts nothing."""
    dress(qapp)
    made = _shown(qtbot, shipped, 1060, 800)
    dress(qapp, settings=Settings(text_scale=2.0))
    made.resize(1059, 800)
    QTest.qWaitForWindowExposed(made)
    QApplication.processEvents()
    assert not _table(made).is_wide()
    assert clipped(made) == []
    made.close()
