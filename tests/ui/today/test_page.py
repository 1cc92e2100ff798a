"""The Today page: one press starts, two presses note, and nothing says Saved too early."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coach.content.pictures import Seen
from coach.content.vocabulary import Area, Quality, Side
from coach.settings.model import Settings
from coach.ui.today.model import EntryInput, ExerciseLine, Interrupted, RoutineDue, SafetyNote, TodayState, WeekDay
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


def test_two_presses_note_how_it_feels(page: TodayPage) -> None:
    """With the place of last time offered, a number and Save are enough."""
    given: list[EntryInput] = []
    page.log_entry.connect(given.append)
    page.show_state(TodayState(routine=DUE, place=(Area.BUTTOCK, Side.LEFT)))
    page._entry._scale._pips[6].click()
    button(page, "Save").click()
    assert given == [EntryInput(6, Area.BUTTOCK, Side.LEFT)]


def test_save_waits_for_a_place(page: TodayPage) -> None:
    """Without a place nothing can be saved, and the form says what is missing."""
    page._entry._scale.set_value(3)
    assert not button(page, "Save").isEnabled()
    assert page._entry._status.text() == "Choose where it is."
    button(page, "Calf").click()
    assert page._entry._status.text() == "Choose the side."
    button(page, "Right").click()
    assert button(page, "Save").isEnabled()


def test_the_low_back_is_meant_as_a_whole(page: TodayPage) -> None:
    """The low back needs no side, but can have one."""
    page._entry._scale.set_value(3)
    button(page, "Low back").click()
    assert page._entry.entry() == EntryInput(3, Area.LOW_BACK, None)
    button(page, "Left").click()
    assert page._entry.entry() == EntryInput(3, Area.LOW_BACK, Side.LEFT)
    button(page, "All of it").click()
    button(page, "Hip").click()
    assert page._entry.entry() is None


def test_saved_is_said_after_the_journal_says_so(page: TodayPage) -> None:
    """Until then it says Saving; afterwards the number is gone and the place stays."""
    page._entry.offer_place(Area.HIP, Side.RIGHT)
    page._entry._scale.set_value(4)
    button(page, "Save").click()
    assert page._entry._status.text() == "Saving…"
    page.entry_saved()
    assert page._entry._status.text() == "Saved."
    assert page._entry._scale.value() is None
    assert page._entry._place.place() == (Area.HIP, Side.RIGHT)


def test_a_failure_keeps_what_was_typed(page: TodayPage) -> None:
    """The sentence is shown, the form keeps everything, and Try again sends the same entry."""
    given: list[EntryInput] = []
    page.log_entry.connect(given.append)
    page._entry.offer_place(Area.HIP, Side.RIGHT)
    page._entry._scale.set_value(4)
    button(page, "Add what it is like, or a note").click()
    button(page, "Cramp").click()
    page._entry._note.setText("<img src='x'> after sitting")
    button(page, "Save").click()
    page.entry_failed("The disk is full.")
    assert page._entry._status.text() == "The disk is full."
    button(page, "Try again").click()
    assert given == [EntryInput(4, Area.HIP, Side.RIGHT, Quality.CRAMP, "<img src='x'> after sitting")] * 2


def test_a_new_state_keeps_what_is_half_filled_in(page: TodayPage) -> None:
    """A refresh of the page does not take a number or a place away."""
    page._entry._scale.set_value(8)
    button(page, "Foot").click()
    page.show_state(TodayState(routine=DUE, place=(Area.CALF, Side.LEFT)))
    assert page._entry._scale.value() == 8
    assert page._entry._place.area() is Area.FOOT


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


def test_number_keys_rate(page: TodayPage) -> None:
    """On the scale 1 and 0 mean ten, arrows move by one."""
    pip = page._entry._scale._pips[0]
    pip.setFocus()
    QTest.keyClick(pip, Qt.Key.Key_1)
    QTest.keyClick(page._entry._scale._pips[1], Qt.Key.Key_0)
    assert page._entry._scale.value() == 10
    QTest.keyClick(page._entry._scale._pips[10], Qt.Key.Key_Left)
    assert page._entry._scale.value() == 9


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
            (Area.HAMSTRING, Side.LEFT),
        )
    )
    button(page, "Add what it is like, or a note").click()
    page.resize(width, 800)
    found = clipped(page)
    dress(qapp)
    assert found == []
