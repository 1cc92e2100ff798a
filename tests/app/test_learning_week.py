"""A learning week in the window: asked after each exercise, skippable, left alone it goes on; the entries know what they are about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coach.analysis.learning_week import KEY, begun, ended
from coach.analysis.uses import uses
from coach.content.vocabulary import When
from coach.journal.entries import answer_draft
from coach.journal.records import Entry
from coach.plan.timeline import SegmentKind, Timeline
from coach.session.events import CueDue
from coach.session.state import Need
from coach.ui.player.overlays.rating import RatingOverlay
from tests.app.driving import Driven, driven


@pytest.fixture
def hands(qapp: QApplication, tmp_path: Path) -> Iterator[Driven]:
    """A window that is about to open on the first day of a learning week."""
    with driven(qapp, tmp_path) as made:
        answer(made, begun(date.fromisoformat(made.clock.stamp().local_day)))
        yield made


def answer(hands: Driven, value: dict[str, str]) -> None:
    """Start or end the week."""
    hands.shell.journal.save([answer_draft(KEY, value, hands.clock.stamp())])


def plan(hands: Driven) -> Timeline:
    """Return the plan on the stage."""
    desk = hands.shell.sessions.stage
    assert desk is not None
    assert desk.timeline is not None
    return desk.timeline


def overlay(hands: Driven) -> RatingOverlay:
    """Return what asks on the stage."""
    (found,) = hands.stage.findChildren(RatingOverlay)
    return found


def rate(hands: Driven, digit: Qt.Key) -> None:
    """Type a number and save it."""
    hands.key(digit)
    hands.press(hands.stage, "Save the rating")


def to_next_rating(hands: Driven) -> None:
    """Do everything until a rating is asked."""
    for _step in range(400):
        if hands.now().need is Need.RATING:
            return
        hands.pass_s(10)
    raise AssertionError("no rating was asked")


def entries(hands: Driven) -> list[Entry]:
    """Return what is in the journal."""
    hands.settle()
    found: list[Entry] = hands.shell.journal.call(lambda journal: journal.entries()).result()
    return found


def test_each_exercise_is_rated_and_the_journal_knows_which(hands: Driven) -> None:
    """Gentle start, all of it: a rating before, one after each exercise but the last, one after; three changes."""
    hands.open(routine="gentle-start")
    for digit in (Qt.Key.Key_6, Qt.Key.Key_5, Qt.Key.Key_5, Qt.Key.Key_2):
        to_next_rating(hands)
        rate(hands, digit)
    order = list(dict.fromkeys(part.exercise for part in plan(hands).parts if part.exercise))
    given = [(entry.when, entry.exercise, entry.tightness) for entry in entries(hands)]
    assert given == [
        (When.BEFORE, None, 6),
        (When.DURING, order[0], 5),
        (When.DURING, order[1], 5),
        (When.AFTER, None, 2),
    ]
    hands.settle()
    sessions = hands.shell.journal.call(lambda journal: journal.sessions()).result()
    found = uses(entries(hands), sessions)
    assert [(use.exercise, use.change) for use in found] == [(order[0], -1), (order[1], 0), (order[2], -3)]


def test_it_says_after_what_it_asks_and_that_nobody_has_to_answer(hands: Driven) -> None:
    """And Skip goes on at once, with nothing written."""
    hands.open(routine="gentle-start")
    rate(hands, Qt.Key.Key_6)
    to_next_rating(hands)
    title = next(part.title for part in plan(hands).parts if part.exercise)
    assert overlay(hands)._when_words.text() == f"Learning week, after: {title}. If you leave it, the session goes on."
    hands.press(hands.stage, "Skip")
    assert hands.now().need is Need.NOTHING
    assert len(entries(hands)) == 1


def test_left_alone_it_goes_on_by_itself(hands: Driven) -> None:
    """Nobody has to get up from the floor; before the session it waits."""
    hands.open(routine="gentle-start")
    waiting = overlay(hands)._left_alone
    assert not waiting.isActive()
    rate(hands, Qt.Key.Key_6)
    to_next_rating(hands)
    assert waiting.isActive()
    waiting.timeout.emit()
    hands.settle()
    assert hands.now().need is Need.NOTHING
    assert not waiting.isActive()
    assert len(entries(hands)) == 1


def test_a_number_chosen_and_left_is_kept(hands: Driven) -> None:
    """Typed from the floor, never saved: it is written when the session goes on; choosing begins the wait anew."""
    hands.open(routine="gentle-start")
    rate(hands, Qt.Key.Key_6)
    to_next_rating(hands)
    hands.key(Qt.Key.Key_3)
    waiting = overlay(hands)._left_alone
    assert waiting.isActive()
    waiting.timeout.emit()
    hands.settle()
    assert [entry.tightness for entry in entries(hands)] == [6, 3]
    assert hands.now().need is Need.NOTHING


def test_a_skipped_exercise_is_not_asked_about(hands: Driven) -> None:
    """There is nothing to say."""
    hands.open(routine="gentle-start")
    desk = hands.shell.sessions.stage
    assert desk is not None
    said: list[str] = []
    desk.told.connect(lambda event, _ms: said.append(event.cue.text) if isinstance(event, CueDue) else None)
    rate(hands, Qt.Key.Key_6)
    first = plan(hands).segments[hands.now().segment].exercise
    while plan(hands).segments[hands.now().segment].exercise == first:
        hands.key(Qt.Key.Key_Right)
    hands.settle()
    here = plan(hands).segments[hands.now().segment]
    assert here.kind is not SegmentKind.ASK
    assert here.exercise not in {None, first}
    assert not any("from 0 to 10" in words for words in said)


def test_it_ends_when_the_person_says_so(hands: Driven) -> None:
    """The next session is the usual one."""
    answer(hands, ended())
    hands.open(routine="gentle-start")
    assert plan(hands).preferences.learning == ""
    assert {one.when for one in plan(hands).segments if one.kind is SegmentKind.ASK} == {When.BEFORE, When.AFTER}
