"""Enter presses the button that has the keyboard, once, and leaves everything else its own keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from coach.content.pictures import Seen
from coach.content.vocabulary import Felt
from coach.ui.breaks.after import AfterPage
from coach.ui.preferences.swatches import Swatch
from coach.ui.reading.row_button import RowButton
from coach.ui.today.page import TodayPage
from coach.ui.widgets.buttons import IconButton, quiet
from coach.ui.widgets.rail import RailButton
from coach.ui.widgets.rating_scale import RatingScale
from coach.ui.widgets.sheet import Question
from coach.ui.widgets.step_button import StepButton
from tests.ui.support import dress
from tests.ui.today.test_page import STATE, button

ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@pytest.fixture
def window(qapp: QApplication) -> Iterator[QWidget]:
    """A window that is in front."""
    dress(qapp)
    made = QWidget()
    made.resize(800, 600)
    made.show()
    made.activateWindow()
    yield made
    made.close()
    made.deleteLater()


def repeat(widget: QWidget, key: Qt.Key) -> None:
    """The key is held down, and comes again."""
    kind = QEvent.Type.KeyPress
    QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "\r", autorep=True))


@pytest.mark.parametrize("key", ENTERS)
def test_every_kind_of_button(window: QWidget, key: Qt.Key) -> None:
    """Each is pressed once, however long the key is held."""
    made: list[QAbstractButton] = [
        quiet("Go"),
        IconButton("plus", "More"),
        RailButton("plus", "Today"),
        Swatch(("#ffffff",)),
        RowButton("Title", "", "plus"),
        StepButton(Seen("pelvic_tilt"), 0, "Begin"),
    ]
    for one in made:
        one.setParent(window)
        pressed: list[QAbstractButton] = []
        one.clicked.connect(lambda _on=False, one=one, pressed=pressed: pressed.append(one))
        one.show()
        one.setFocus()
        QTest.keyClick(one, key)
        repeat(one, key)
        assert pressed == [one], type(one).__name__


def test_a_question_is_answered_with_enter(window: QWidget) -> None:
    """The answer that has the keyboard is given, and a key held since then answers nothing more."""
    question = Question(window, "Close Limber?", "A session runs.", (quiet("Stay"), quiet("Close Limber")))
    answered: list[int] = []
    question.answered.connect(answered.append)
    question.ask()
    held = window.focusWidget()
    repeat(held, Qt.Key.Key_Return)
    assert answered == []
    QTest.keyClick(held, Qt.Key.Key_Return)
    assert answered == [1]


def test_today_starts_with_enter(qapp: QApplication) -> None:
    """Start, reached by keyboard, starts."""
    dress(qapp)
    page = TodayPage()
    page.resize(1068, 800)
    page.show_state(STATE)
    page.show()
    started: list[str] = []
    page.start_routine.connect(started.append)
    button(page, "Start").setFocus()
    QTest.keyClick(button(page, "Start"), Qt.Key.Key_Return)
    assert started == ["morning-ease"]
    page.close()
    page.deleteLater()


def test_a_break_is_answered_with_enter(qapp: QApplication) -> None:
    """How was it: the answer that has the keyboard is the one."""
    dress(qapp)
    page = AfterPage()
    page.ask("Chin tucks", "Done")
    page.show()
    felt: list[Felt] = []
    page.felt.connect(felt.append)
    page.answers[Felt.WORSE].setFocus()
    QTest.keyClick(page.answers[Felt.WORSE], Qt.Key.Key_Return)
    assert felt == [Felt.WORSE]
    page.close()
    page.deleteLater()


def test_fields_and_numbers_keep_their_enter(window: QWidget) -> None:
    """A text field says that it is filled in; a number that has the keyboard leaves Enter to the page."""
    field, scale = QLineEdit(window), RatingScale()
    scale.setParent(window)
    filled: list[bool] = []
    field.returnPressed.connect(lambda: filled.append(True))
    for one in (field, scale):
        one.show()
    QTest.keyClick(field, Qt.Key.Key_Return)
    pip = scale.findChildren(QAbstractButton)[3]
    pip.setFocus()
    QTest.keyClick(pip, Qt.Key.Key_Return)
    assert filled == [True]
    assert scale.value() is None
