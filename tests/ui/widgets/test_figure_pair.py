"""Two views of one figure that move alike."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from coach.settings.model import Settings
from coach.ui.widgets.figure_pair import SLOW, FigurePair
from coach.ui.widgets.figure_view import FigureView
from tests.ui.figures import Gallery, gallery
from tests.ui.support import dress


@pytest.fixture
def room(qapp: QApplication) -> Iterator[Gallery]:
    """Figures of squares in the shipped look."""
    dress(qapp)
    with gallery(qapp) as made:
        yield made


def _view() -> FigureView:
    made = FigureView(steady=True)
    made.setGeometry(400, 300, 400, 300)
    made.show()
    return made


@pytest.fixture
def views(room: Gallery) -> Iterator[tuple[FigureView, FigureView]]:
    """Two views on the screen."""
    made = _view(), _view()
    yield made
    for view in made:
        view.close()
        view.deleteLater()


def _paired(views: tuple[FigureView, FigureView]) -> FigurePair:
    pair = FigurePair(views[0], views[0])
    pair.show_figure("hug", mirrored=False, highlight=True)
    pair.join(views[1])
    return pair


def test_a_follower_shows_what_is_shown(room: Gallery, views: tuple[FigureView, FigureView]) -> None:
    """Whoever joins late sees the figure as it is held."""
    pair = FigurePair(views[0], views[0])
    pair.show_figure("hug", mirrored=True, highlight=False)
    room.settle()
    views[0].touch.look_from("back")
    pair.join(views[1])
    assert views[1].key == "hug"
    assert views[1].touch.direction == views[0].touch.direction == (180, 6)
    assert views[1].highlight is False


def test_turning_one_turns_the_other(room: Gallery, views: tuple[FigureView, FigureView]) -> None:
    """From either side, and back home."""
    _paired(views)
    room.settle()
    views[0].touch.look_from("above")
    assert views[1].touch.direction == (-90, 84)
    views[1].touch.look_from("front")
    assert views[0].touch.direction == (0, 6)
    views[0].touch.back_home()
    assert not views[1].touch.away


def test_both_move_alike(room: Gallery, views: tuple[FigureView, FigureView]) -> None:
    """Playing, in slow motion, frozen, and to one key."""
    pair = _paired(views)
    room.settle()
    start = views[0].moment.u
    pair.move(0, frozen=False, slow=False)
    room.clock.advance(60)
    for view in views:
        view._look()
    assert views[0].moment == views[1].moment
    assert views[0].moment.u == 0.0 != start
    pair.move(None, frozen=False, slow=True)
    room.clock.advance(1.5)
    for view in views:
        view._look()
    slow = views[0].moment.u
    assert views[1].moment.u == slow
    pair.move(None, frozen=True, slow=True)
    room.clock.advance(30)
    assert [view.moment.u for view in views] == [slow, slow]
    assert not any(view.moving for view in views)
    assert 0 < SLOW < 1


def test_who_has_left_is_left_alone(room: Gallery, views: tuple[FigureView, FigureView]) -> None:
    """After parting, turning one does nothing to the other."""
    pair = _paired(views)
    room.settle()
    pair.join(None)
    views[0].touch.look_from("back")
    assert views[1].touch.direction is None
    views[1].touch.look_from("above")
    assert views[0].touch.direction == (180, 6)


def test_reduced_motion_stays_at_a_key(qapp: QApplication, room: Gallery, views: tuple[FigureView, FigureView]) -> None:
    """Nothing goes on and on; the keys can be walked through."""
    dress(qapp, settings=Settings(motion="reduced"))
    pair = _paired(views)
    pair.move(None, frozen=False, slow=False)
    assert not any(view.moving for view in views)
    pair.move(1, frozen=False, slow=False)
    room.clock.advance(30)
    for view in views:
        view._look()
    assert [view.moment.u for view in views] == [1.0, 1.0]
