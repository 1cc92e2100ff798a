"""What is kept of figures: each for the body it was made for, and as long as it is used."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication

from coach.figure.picture import Picture
from coach.settings.model import Settings
from coach.ui.figures import Turned
from coach.ui.widgets.figure_view import FigureView
from tests.ui.figures import ALL, HUG, Gallery, SquarePicture, gallery
from tests.ui.support import dress


@pytest.fixture
def room(qapp: QApplication) -> Iterator[Gallery]:
    """Figures of squares in the shipped look."""
    dress(qapp)
    with gallery(qapp) as made:
        yield made


def _picture() -> Picture:
    return cast("Picture", SquarePicture(HUG))


def seen_from(view: FigureView) -> Turned | None:
    """The direction somebody has turned it to."""
    return view.touch.direction


def test_a_picture_that_comes_late_is_kept_for_its_own_body(room: Gallery) -> None:
    """Another body is chosen while a picture is being made: nobody sees the old body in its place."""
    view = FigureView()
    view.show_figure("hug")
    view.show()  # the first body's picture is begun
    room.figures.show_settings(Settings(body="b"))
    room.settle()
    assert [body for _figure, body in room.studio.made] == ["a", "b"]
    assert room.figures.picture("hug") is cast("Picture", room.studio.pictures[1])
    view.close()
    view.deleteLater()


def test_a_presenter_remembers_how_each_figure_was_turned(room: Gallery) -> None:
    """Turned is the figure, not the place: it is seen so again, in another window too, until somebody puts it back."""
    view, later = FigureView(keeps_angles=True), FigureView(keeps_angles=True)
    for each in (view, later):
        each.show_figure("hug")
        each.show()
    room.settle()
    view.touch.look_from("back")
    view.show_figure("lies")
    assert seen_from(view) is None
    view.show_figure("hug")
    assert seen_from(view) == (180, 6)
    room.settle()
    seen = room.studio.pictures[0].asked[-1][1]
    assert seen is not None
    assert seen.azimuth == 180
    view.touch.back_home()
    view.show_figure("lies")
    view.show_figure("hug")
    assert seen_from(view) is None
    for each in (view, later):
        each.close()
        each.deleteLater()


@pytest.mark.parametrize("steady", [False, True])
def test_elsewhere_every_figure_is_seen_as_it_comes(room: Gallery, *, steady: bool) -> None:
    """On pages and on the stage a figure that comes again is not turned any more; what was kept stays kept."""
    room.figures.angles["hug"] = Turned(180, 6)
    view = FigureView(steady=steady)
    view.show_figure("hug")
    assert seen_from(view) is None
    view.touch.look_from("side")
    assert seen_from(view) == (-90, 6)
    view.show_figure("lies")
    view.show_figure("hug")
    assert seen_from(view) is None
    assert room.figures.angles == {"hug": (180, 6)}
    view.deleteLater()


def test_the_picture_unused_for_longest_goes(room: Gallery) -> None:
    """What is shown now stays ready, however early it was made."""
    kept = {key: _picture() for key in "abcde"}
    for key in "abcd":
        room.figures.keep_picture(key, "a", kept[key])
    assert room.figures.picture("a") is kept["a"]
    room.figures.keep_picture("e", "a", kept["e"])
    assert room.figures.picture("a") is kept["a"]
    assert room.figures.picture("b") is None


def test_other_content_is_drawn_anew(room: Gallery) -> None:
    """Nothing that was made of the old figures, and no trouble with them, is kept for the new ones."""
    room.figures.keep_picture("hug", "a", _picture())
    room.figures.keep_trouble("lies", "a", "The body is not there.")
    room.figures.show_content(ALL.get)
    assert room.figures.picture("hug") is None
    assert room.figures.trouble("lies") == ""
