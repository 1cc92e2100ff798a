"""Choices in one line: what fits, what is chosen, and a button for the rest."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from coach.ui.widgets.buttons import Button, chip
from coach.ui.widgets.folded_line import FoldedLine
from tests.ui.support import dress, nameless

WORDS = (
    "Buttock, left",
    "Buttock, right",
    "Calf, left",
    "Foot, left",
    "Hamstring, left",
    "Hip, left",
    "Low back",
    "Hip",
)


@pytest.fixture
def line(qapp: QApplication) -> Iterator[FoldedLine]:
    """Eight choices in a window, shown."""
    dress(qapp)
    window = QWidget()
    made = FoldedLine("Where")
    made.setParent(window)
    made.show_buttons([chip(words) for words in WORDS])
    wide(made, 420)
    window.show()
    qapp.processEvents()
    yield made
    window.close()


def wide(line: FoldedLine, width: int) -> None:
    """Give it so much room."""
    line.resize(width, line.heightForWidth(width))
    QApplication.processEvents()


def seen(line: FoldedLine) -> list[str]:
    """The words of what is seen, in their order, the button for the rest last."""
    return [one.text() for one in line.stops() if isinstance(one, Button) and one.isVisible()]


def more(line: FoldedLine) -> Button:
    """The button for the rest."""
    last = line.stops()[-1]
    assert isinstance(last, Button)
    return last


def test_what_does_not_fit_waits_behind_a_button(line: FoldedLine) -> None:
    """One line, whatever there is; with room for all there is no such button."""
    assert seen(line) == [*WORDS[:2], "6 more"]
    assert len({one.y() + one.height() // 2 for one in line.stops() if one.isVisible()}) == 1
    assert more(line).accessibleName() == "Where: 6 more"
    wide(line, 1400)
    assert seen(line) == list(WORDS)
    wide(line, 420)
    assert seen(line)[-1] == "6 more"


def test_it_unfolds_and_folds_again(line: FoldedLine) -> None:
    """Pressed, all of them are there, in as many lines as it takes."""
    QTest.mouseClick(more(line), Qt.MouseButton.LeftButton)
    assert seen(line) == [*WORDS, "Fewer"]
    assert line.heightForWidth(420) > line.heightForWidth(1400)
    QTest.mouseClick(more(line), Qt.MouseButton.LeftButton)
    assert seen(line) == [*WORDS[:2], "6 more"]


def test_what_is_chosen_is_seen(line: FoldedLine, qapp: QApplication) -> None:
    """In its own place; and it stays in sight when it is taken away again, under the pointer."""
    last = next(one for one in line.stops() if isinstance(one, Button) and one.text() == "Low back")
    assert isinstance(last, Button)
    last.setChecked(True)
    line.follow()
    assert seen(line) == ["Buttock, left", "Low back", "6 more"]
    last.setChecked(False)
    line.follow()
    assert "Low back" in seen(line)


def test_others_take_the_place_of_those_before(line: FoldedLine, qapp: QApplication) -> None:
    """No choice is left over, none at all is no line, and everything has a name."""
    line.show_buttons([chip("Knee")])
    assert seen(line) == ["Knee"]
    assert nameless(line) == []
    line.show_buttons([])
    assert seen(line) == []
