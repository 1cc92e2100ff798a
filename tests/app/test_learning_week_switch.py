"""Starting and ending a learning week where its chart is, on Progress: the next session knows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from coach.analysis.learning_week import KEY
from coach.content.vocabulary import Area, Side
from coach.journal.entries import entry_draft
from coach.ui.progress.page import ProgressPage
from coach.ui.widgets.buttons import Button
from tests.app.driving import Driven, driven
from tests.ui.progress.sample import panel


@pytest.fixture
def hands(qapp: QApplication, tmp_path: Path) -> Iterator[Driven]:
    """A window with one entry, on Progress."""
    with driven(qapp, tmp_path) as made:
        made.shell.journal.save([entry_draft(made.clock.stamp(), 5, Area.BUTTOCK, Side.LEFT)])
        made.open()
        made.window.show_page("progress")
        fill(made)
        yield made


def fill(hands: Driven) -> ProgressPage:
    """Let every section have its turn."""
    page = hands.window.page("progress")
    assert isinstance(page, ProgressPage)
    for _turn in range(200):
        hands.settle()
        if page.filled():
            return page
    raise AssertionError("a section was not filled")


def press(hands: Driven, words: str) -> None:
    """Press a chip of the section."""
    chips = [chip for chip in panel(fill(hands), "effects").findChildren(Button) if chip.text() == words]
    assert len(chips) == 1, words
    chips[0].click()
    fill(hands)


def learning(hands: Driven) -> object:
    """Return what the journal holds about it."""
    return hands.shell.journal.call(lambda journal: journal.answers()).result().get(KEY)


def test_it_is_started_and_ended_beside_its_chart(hands: Driven) -> None:
    """Start today: the chip becomes its end, the next session asks; ended, it does not."""
    press(hands, "Start today")
    assert learning(hands) == {"first": hands.clock.stamp().local_day}
    context = hands.shell.context
    assert context is not None
    assert hands.shell.sessions.circumstances(context).learning
    press(hands, "End it now")
    assert learning(hands) == {"first": ""}
    assert not hands.shell.sessions.circumstances(context).learning
    press(hands, "Start today")


def mentioned(hands: Driven, page: str) -> bool:
    """Say whether a page that is shown says which day of the week it is."""
    hands.window.show_page(page)
    hands.settle()
    labels = hands.window.page(page).findChildren(QLabel)
    return any("Learning week: day 1 of 7" in one.text() for one in labels if one.isVisible())


def test_pages_say_that_it_is_on(hands: Driven) -> None:
    """Today and where it is switched, from the moment it is started until it is ended."""
    assert not mentioned(hands, "today")
    hands.window.show_page("progress")
    press(hands, "Start today")
    assert mentioned(hands, "progress")
    assert mentioned(hands, "today")
    hands.window.show_page("progress")
    press(hands, "End it now")
    assert not mentioned(hands, "progress")
    assert not mentioned(hands, "today")
