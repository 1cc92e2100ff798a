"""The Today page: one press starts, two presses note, and nothing says Saved too early."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coach.content.pictures import Seen
from coach.content.vocabulary import Area, Side
from coach.settings.model import Settings
from coach.ui.entry.model import EntryInput, EntryState, Sign
from coach.ui.today.model import ExerciseLine, Interrupted, RoutineDue, SafetyNote, TodayState, WeekDay
from coach.ui.today.page import TodayPage
from coach.ui.today.resume_card import ResumeCard
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.sheet import Question
from tests.ui.clipping import clipped
from tests.ui.support import dress, nameless

DUE = RoutineDue(
    id="morning-ease",
    overline="This morning",
    name="Morning ease",
    summary="Small movements first.",
    facts=("11 minutes", "4 exercises"),
    lines=(ExerciseLine("Pelvic tilt", "", Seen("pelvic_tilt")),),
    figure=Seen("pelvic_tilt"),
)
WEEK = tuple(WeekDay(name, f"{name}: rest", 0.0, name == "Thu", name > "Thu") for name in ("Mon", "Tue", "Wed", "Thu"))
SIGN = Sign("Sciatica, tingling, numbness or weakness in both legs.", "Stop. Call the emergency number or go there.")
STATE = TodayState("Thursday, 7 May", DUE, (), WEEK, "2 sessions", (SafetyNote("Stop when", "It moves down."),))


@pytest.fixture
def page(qapp: QApplication) -> Iterator[TodayPage]:
    """The page as it is at 1280 × 800 beside the rail."""
    dress(qapp)
    made = TodayPage()
    made.resize(1068, 800)
    made.show_state(STATE)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def button(page: TodayPage, words: str) -> Button:
    """The button with these words."""
    return next(one for one in page.window().findChildren(Button) if one.text() == words and not one.isHidden())


def test_one_press_starts_the_routine_due(page: TodayPage) -> None:
    """Start carries the routine's id."""
    started: list[str] = []
    page.start_routine.connect(started.append)
    button(page, "Start").click()
    assert started == ["morning-ease"]


def test_the_form_is_heard(page: TodayPage) -> None:
    """With the place of last time offered, a number and Save are enough; undo and the warning signs are asked for."""
    given: list[EntryInput] = []
    asked: list[str] = []
    page.log_entry.connect(given.append)
    page.undo_entry.connect(lambda: asked.append("undo"))
    page.open_page.connect(asked.append)
    page.show_state(TodayState(routine=DUE, entry=EntryState(((Area.BUTTOCK, Side.LEFT),))))
    page.entry.scale._pips[6].click()
    button(page, "Save").click()
    assert given == [EntryInput((((Area.BUTTOCK, Side.LEFT), 6),))]
    page.entry.saved()
    button(page, "Undo").click()
    page.entry.signs.all_asked.emit()
    assert asked == ["undo", "warnings"]


@pytest.mark.parametrize("held", ["Start", "Choose another", ""])
def test_a_number_and_enter_repeat_the_place_from_anywhere(page: TodayPage, held: str) -> None:
    """With the keyboard on a button or on nothing in particular, number keys rate and Enter saves."""
    given: list[EntryInput] = []
    page.log_entry.connect(given.append)
    page.show_state(TodayState(routine=DUE, entry=EntryState(((Area.BUTTOCK, Side.LEFT),))))
    page.activateWindow()
    keyboard = button(page, held) if held else page
    keyboard.setFocus()
    for key in (Qt.Key.Key_1, Qt.Key.Key_0, Qt.Key.Key_Return):
        QTest.keyClick(QApplication.focusWidget() or page, key)
    assert given == [EntryInput((((Area.BUTTOCK, Side.LEFT), 10),))]


def test_numbers_stay_in_a_note_and_off_what_a_question_covers(page: TodayPage) -> None:
    """Where numbers are typed, and under a question, nothing is rated."""
    page.activateWindow()
    page.entry.details.open_like()
    page.entry.details.note.setFocus()
    QTest.keyClick(page.entry.details.note, Qt.Key.Key_6)
    assert (page.entry.details.note.text(), page.entry.scale.value()) == ("6", None)
    answer = Button("Yes")
    question = Question(page, "Really", "It goes.", [answer])
    question.ask()
    QTest.keyClick(answer, Qt.Key.Key_6)
    assert page.entry.scale.value() is None
    question.close_sheet()


def test_enter_saves_only_what_is_complete(page: TodayPage) -> None:
    """Without a number, Enter on the page saves nothing."""
    given: list[EntryInput] = []
    page.log_entry.connect(given.append)
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert given == []
    page.show_state(TodayState(routine=DUE, entry=EntryState(((Area.BUTTOCK, Side.LEFT),))))
    page.entry.scale.set_value(3)
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert len(given) == 1


def test_a_new_state_keeps_what_is_half_filled_in(page: TodayPage) -> None:
    """A refresh of the page does not take a number or a place away."""
    page.entry.scale.set_value(8)
    page.entry.map._boxes[Area.FOOT, Side.LEFT].click()
    page.show_state(TodayState(routine=DUE, entry=EntryState(((Area.CALF, Side.LEFT),))))
    assert page.entry.scale.value() == 8
    assert page.entry.map.places() == ((Area.FOOT, Side.LEFT),)


def test_an_interrupted_session_offers_three_ways(page: TodayPage) -> None:
    """Resume, end and keep, discard; the last only after a question."""
    done: list[tuple[str, str]] = []
    page.resume.connect(lambda key: done.append(("resume", key)))
    page.end_unfinished.connect(lambda key: done.append(("end", key)))
    page.discard_unfinished.connect(lambda key: done.append(("discard", key)))
    page.show_state(TodayState(routine=DUE, interrupted=(Interrupted("u", "Stopped", "Yesterday", "Take it off."),)))
    button(page, "Resume").click()
    button(page, "End and keep what I did").click()
    button(page, "Discard").click()
    assert done == [("resume", "u"), ("end", "u")]
    question = page.window().findChildren(Question)[-1]
    question._answers[0].click()
    assert done[-1] == ("discard", "u")


def test_the_resume_card_says_the_pack_first(page: TodayPage) -> None:
    """The sentence about the pack stands above everything else on the card."""
    page.show_state(TodayState(routine=DUE, interrupted=(Interrupted("u", "Stopped", "Yesterday", "Take it off."),)))
    QApplication.processEvents()
    card = page.findChildren(ResumeCard)[-1]
    words = sorted(
        (one.mapTo(card, one.rect().topLeft()).y(), one.text()) for one in card.findChildren(type(page._title))
    )
    assert words[0][1] == "Take it off."


def test_the_first_run_is_designed(page: TodayPage) -> None:
    """Without routines there is one thing to do; without sessions the week says what comes there."""
    opened: list[str] = []
    page.open_page.connect(opened.append)
    page.show_state(TodayState(week=WEEK, first_run=True))
    button(page, "Open Routines").click()
    assert opened == ["routines"]
    assert page._week._words.text() == "Each session you do appears here."


def test_every_control_has_a_name(page: TodayPage) -> None:
    """A screen reader hears a name for everything on the page."""
    page.show_state(TodayState(routine=DUE, week=WEEK, interrupted=(Interrupted("u", "Stopped", "Then", ""),)))
    button(page, "Add what it is like, or a note").click()
    QApplication.processEvents()
    assert nameless(page) == []


@pytest.mark.parametrize("width", [748, 1068, 1600])
def test_nothing_is_wider_than_the_page(page: TodayPage, width: int) -> None:
    """Beside the rail of the smallest window and on a large one nothing is cut at the right."""
    page.resize(width, 640)
    QApplication.processEvents()
    QApplication.processEvents()
    holder = page._scroll.widget()
    assert holder is not None
    assert holder.width() <= page._scroll.viewport().width()


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("width", [748, 1068, 1400])
def test_no_word_is_cut_at_any_text_size(qapp: QApplication, page: TodayPage, width: int, scale: float) -> None:
    """Every word is whole beside the rail of a small and a large window, with text up to twice as large."""
    dress(qapp, settings=Settings(text_scale=scale))
    page.show_state(
        TodayState(
            "Thursday, 7 May",
            replace(
                DUE,
                lines=(
                    ExerciseLine("Lying hamstring stretch with strap", "each side", Seen("hamstring_supine_strap")),
                ),
            ),
            (Interrupted("u", "Heat, stretch, cold stopped part-way", "Yesterday at 20:15.", "Take it off now."),),
            WEEK,
            "2 sessions",
            (SafetyNote("Stop when this happens", "Pain moves further down the leg (towards the foot)."),),
            EntryState(((Area.HAMSTRING, Side.LEFT), (Area.HAMSTRING, Side.RIGHT)), {"both_legs": SIGN}, "2026-05-07"),
        )
    )
    button(page, "Add what it is like, or a note").click()
    button(page, "Something happened").click()
    assert page.entry.signs.isVisible()
    page.resize(width, 800)
    found = clipped(page)
    dress(qapp)
    assert found == []
