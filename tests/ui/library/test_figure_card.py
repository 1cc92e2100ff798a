"""The figure of an exercise: it plays, its moments can be picked, and the one that is shown is marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from coach.content.pictures import Seen
from coach.settings.model import Settings
from coach.ui.library.figure_card import FigureCard
from coach.ui.library.state import ExerciseView, build_state
from tests.ui.figures import Gallery, gallery
from tests.ui.sample import sample_library
from tests.ui.support import dress, nameless


@pytest.fixture
def room(qapp: QApplication) -> Iterator[Gallery]:
    """Figures of squares."""
    dress(qapp)
    with gallery(qapp) as made:
        yield made


def view(key: str, *names: str) -> ExerciseView:
    """An exercise with this figure."""
    state = build_state(sample_library())
    found = state.view(state.rows[0].id)
    assert found is not None
    return replace(found, figure=Seen(key) if key else None, keys=names)


@pytest.fixture
def card(room: Gallery) -> Iterator[FigureCard]:
    """The card of somebody who hugs a knee."""
    made = FigureCard(view("hug", "Lie", "Lift", "Hug & hold, for as long as it feels like a mild pull"))
    made.resize(600, 500)
    made.show()
    room.settle()
    yield made
    made.close()
    made.deleteLater()


def marked(card: FigureCard) -> list[int]:
    """The moments that are marked."""
    return [number for number, step in enumerate(card.steps()) if step.isChecked()]


def test_it_plays_and_marks_where_it_is(card: FigureCard, room: Gallery) -> None:
    """The mark goes along with the movement."""
    assert card.view.playing
    assert marked(card) == [2]
    room.clock.advance(4 + 1.2)
    card.view._look()
    assert marked(card) == [1]


def test_a_moment_is_gone_to_and_stays(card: FigureCard, room: Gallery) -> None:
    """Pressed, it is marked at once, and the figure arrives there."""
    card.steps()[0].click()
    assert marked(card) == [0]
    for _step in range(80):
        room.clock.advance(0.1)
        card.view._look()
    assert card.view.moment.u == 0
    assert marked(card) == [0]
    assert not card.view.moving


def test_every_part_has_a_name_and_room_for_its_words(card: FigureCard) -> None:
    """All pictures stand at one height; the longest name is whole."""
    assert nameless(card) == []
    steps = card.steps()
    assert len({step.height() for step in steps}) == 1
    assert steps[0].height() >= steps[2].sizeHint().height()
    card.grab()


def test_with_reduced_motion_nothing_plays(qapp: QApplication, room: Gallery) -> None:
    """The held pose is shown, and each moment can be picked."""
    del room
    dress(qapp, settings=Settings(motion="reduced"))
    card = FigureCard(view("hug", "Lie", "Lift", "Hug"))
    assert not card.view.playing
    assert marked(card) == [2]
    card.steps()[0].click()
    assert card.view.moment.u == 0
    card.deleteLater()


def test_without_a_figure_the_position_is_said(room: Gallery) -> None:
    """A quiet place with the start position as its name."""
    del room
    card = FigureCard(view(""))
    assert card.steps() == ()
    assert card.view.accessibleName().startswith("Start position: ")
    card.deleteLater()
