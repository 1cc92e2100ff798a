"""The page that asks what suits the person: static signs, plain sentences, and every reason with its source."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coach.analysis.went_worse import EASIER, OUT, USUAL
from coach.content.load_library import load_library
from coach.content.vocabulary import Area
from coach.resources import assets
from coach.safety.suitability import Said
from coach.ui.learn.screening_page import ScreeningPage
from coach.ui.learn.screening_state import ScreeningState, build_screening, go_on_words
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.checks import CheckRow
from tests.ui.clipping import clipped
from tests.ui.support import dress, nameless

LIBRARY = load_library(assets())


def _state(said: Said = Said(), *, first: bool = True, **ways: str) -> ScreeningState:  # noqa: B008  frozen
    return build_screening(LIBRARY, said, ways, first=first)


def _page(qapp: QApplication, state: ScreeningState) -> ScreeningPage:
    dress(qapp)
    page = ScreeningPage()
    page.resize(1280, 800)
    page.show_state(state)
    page.show()
    QApplication.processEvents()
    return page


def test_every_question_says_what_it_changes_and_who_says_so() -> None:
    """No tick without an effect in words and a source behind it."""
    questions = [view for _title, group in _state().groups for view in group]
    assert len(questions) == len(LIBRARY.screening.questions)
    for view in questions:
        assert view.effect
        assert view.reasons
        assert all(reason.sources for reason in view.reasons)
    effects = {view.id: view.effect for view in questions}
    assert effects["cold_reaction"] == "No cold is offered."
    assert effects["numb_skin"] == "No heat or cold is offered there."
    assert effects["new_injury"] == "No heat is offered there."
    assert "left out" in effects["osteoporosis"]
    assert "marked" in effects["bending"]
    assert effects["pregnancy"].startswith("No heat is offered. ")


def test_the_signs_are_words_to_read_and_nothing_to_tick(qapp: QApplication) -> None:
    """Now, the same day, soon; there are boxes for the questions only."""
    state = _state()
    assert [tier.urgency for tier in state.tiers] == ["emergency", "today", "soon"]
    page = _page(qapp, state)
    assert len(page.findChildren(CheckRow)) == len(LIBRARY.screening.questions)
    assert nameless(page) == []
    assert clipped(page) == []
    page.deleteLater()


def test_ticks_come_back_and_places_stay(qapp: QApplication) -> None:
    """What was said is shown as it was said; the button says what happens."""
    page = _page(qapp, _state(Said({"numb_skin": (Area.CALF,), "heart": ()})))
    assert page.answers() == {"numb_skin": (Area.CALF,), "heart": ()}
    assert {button.text() for button in page.save_buttons} == {"Save and start"}
    for row in page.rows:
        row.box.setChecked(False)
    assert page.answers() == {}
    assert {button.text() for button in page.save_buttons} == {"None of these: start"}
    saved: list[object] = []
    page.saved.connect(saved.append)
    page.save_buttons[0].click()
    assert saved == [{}]
    assert clipped(page) == []
    page.deleteLater()
    assert go_on_words(3, first=False) == "Save"


def test_what_got_worse_can_be_as_usual_again(qapp: QApplication) -> None:
    """Only by the person's own press."""
    page = _page(qapp, _state(first=False, bridge=EASIER, cat_cow=OUT))
    chosen: list[tuple[str, str]] = []
    page.way_chosen.connect(lambda exercise, way: chosen.append((exercise, way)))
    for button in page.findChildren(Button):
        if button.text() == "As usual again":
            button.click()
    assert chosen == [("bridge", USUAL), ("cat_cow", USUAL)]
    page.deleteLater()


def test_what_the_routine_needs_is_asked_first() -> None:
    """Without packs in it, what is asked about exercises; nothing is left out either way."""
    with_packs, without = (build_screening(LIBRARY, Said(), {}, first=True, packs=packs) for packs in (True, False))
    assert [title for title, _group in with_packs.groups] == ["Heat and cold", "Exercises"]
    assert [title for title, _group in without.groups] == ["Exercises", "Heat and cold"]
    assert "pregnancy" in {view.id for view in without.groups[0][1]}
    everything = {view.id for _title, group in without.groups for view in group}
    assert everything == {view.id for _title, group in with_packs.groups for view in group}


def test_what_starts_is_always_seen(qapp: QApplication) -> None:
    """Before the first session: at the foot, wherever one has scrolled; End and Home go to the ends."""
    page = _page(qapp, _state())
    bar = page._scroll.verticalScrollBar()
    for key, place in ((Qt.Key.Key_End, bar.maximum()), (Qt.Key.Key_Home, 0), (Qt.Key.Key_PageDown, bar.pageStep())):
        QTest.keyClick(page.rows[0].box, key)
        assert bar.value() == place
        button = page.save_buttons[0]
        assert button.visibleRegion().boundingRect().height() == button.height()
    assert len(page.save_buttons) == 1
    page.deleteLater()


def test_the_box_that_has_the_keyboard_stands_clear_of_the_edges(qapp: QApplication) -> None:
    """Tab scrolls a little further than needed, both ways, as far as the page goes."""
    page = _page(qapp, _state())
    page.activateWindow()
    page.rows[0].box.setFocus()
    view = page._scroll.viewport()
    for forward in (True, False):
        for _step in range(len(page.rows) - 1):
            QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab if forward else Qt.Key.Key_Backtab)
            box = QApplication.focusWidget()
            assert box in [row.box for row in page.rows]
            assert box is not None
            top = box.mapTo(view, box.rect().topLeft()).y()
            assert top >= 40
            assert view.height() - top - box.height() >= 40
    page.deleteLater()
