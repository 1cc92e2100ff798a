"""The moving figure: it shows what it is told, moves only while it is seen, and can be turned by everybody."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from coach.settings.model import Settings
from coach.ui.tokens import Tone
from coach.ui.widgets.figure_course import Going, Staying
from coach.ui.widgets.figure_playhead import MOVING_MS, RESTING_MS
from coach.ui.widgets.figure_view import FigureView
from tests.ui.figures import HUG, Gallery, gallery
from tests.ui.support import dress, nameless


@pytest.fixture
def room(qapp: QApplication) -> Iterator[Gallery]:
    """Figures of squares in the shipped look."""
    dress(qapp)
    with gallery(qapp) as made:
        yield made


@pytest.fixture
def view(room: Gallery) -> Iterator[FigureView]:
    """A view of somebody who hugs a knee."""
    made = FigureView()
    made.setGeometry(400, 300, 400, 300)  # not under the pointer
    made.show_figure("hug")
    made.show()
    room.settle()
    made.clearFocus()  # a window of its own gets the keyboard at once
    yield made
    made.close()
    made.deleteLater()


def image(widget: QWidget) -> QImage:
    """What a widget looks like, without its round corners."""
    return widget.grab().toImage().copy(20, 20, 360, 260)


def away(view: FigureView) -> bool:
    """Whether it is turned, zoomed or moved."""
    return view.touch.away


def drag(view: FigureView, right: int, down: int, *, let_go: bool = True) -> None:
    """Press, move and let go."""
    start = QPoint(200, 150)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, start + QPoint(right, down))
    if let_go:
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start + QPoint(right, down))


def roll(view: FigureView, notches: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> bool:
    """Roll the wheel over the middle; whether the view took it."""
    middle = QPointF(200, 150)
    event = QWheelEvent(
        middle, middle, QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton, keys,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    event.ignore()
    QApplication.sendEvent(view, event)
    return event.isAccepted()


def test_it_shows_its_held_pose_first(view: FigureView, room: Gallery) -> None:
    """The key that is held, from the side that the figure was made for."""
    assert view.moment.u == 2
    assert room.studio.pictures[0].asked[0] == (2.0, None, 0.0, False)
    assert view.accessibleDescription() == "Hug"
    assert not view.moving


def test_left_is_the_mirror_image(view: FigureView) -> None:
    """Pixel by pixel the same, turned round."""
    right = image(view)
    view.show_figure("hug", mirrored=True)
    left = image(view)
    assert left != right
    assert left == right.flipped(Qt.Orientation.Horizontal)


def test_it_goes_there_and_back_by_itself(view: FigureView, room: Gallery) -> None:
    """Playing moves it by the clock; pausing leaves it where it is and stops the timer."""
    view.play()
    assert view.playing
    room.clock.advance(4 + 1 + 0.5)  # held, back to the second key, and half-way on
    view._look()
    assert view.moment.u == pytest.approx(0.5)
    assert view._timer.interval() == MOVING_MS
    room.settle()
    before = image(view)
    view.pause()
    assert not view.moving
    assert view.moment.u == pytest.approx(0.5)
    assert image(view) == before
    view.play()
    assert view.moment.u == pytest.approx(0.5)


def test_a_hold_is_looked_at_less_often(view: FigureView, room: Gallery) -> None:
    """Breathing needs twelve pictures a second at most."""
    view.play()
    room.clock.advance(1)
    view._look()
    assert view._timer.interval() == RESTING_MS
    assert view.moment.breath > 0


def test_nothing_moves_that_nobody_sees(view: FigureView, room: Gallery) -> None:
    """Hidden: no timer, no wish; shown again it goes on."""
    view.play()
    view.hide()
    assert not view.moving
    room.settle()
    made = len(room.studio.pictures[0].asked)
    room.settle()
    assert len(room.studio.pictures[0].asked) == made
    view.show()
    assert view.moving


def test_a_key_is_gone_to(view: FigureView, room: Gallery) -> None:
    """It moves there, tells what it passes, and stays."""
    reached: list[int] = []
    view.key_reached.connect(reached.append)
    view.go_to(0)
    for _step in range(100):
        room.clock.advance(0.05)
        view._look()
    assert reached == [1, 0]
    assert not view.moving
    assert view.accessibleDescription() == "Lie"


def test_reduced_motion_shows_keys_only(view: FigureView, qapp: QApplication, room: Gallery) -> None:
    """Nothing plays, a key is shown at once, and a session goes from key to key."""
    view.play()
    dress(qapp, settings=Settings(motion="reduced"))
    assert not view.playing
    view.play()
    assert not view.moving
    view.go_to(0)
    assert tuple(view.moment) == (0, 0, False)
    view.follow(Going(HUG, 0, 2), 0, 1.0, most_ms=3_000)
    places = set()
    for _step in range(20):
        room.clock.advance(0.1)
        view._look()
        places.add(view.moment)
    assert places == {(0.0, 0.0, False), (1.0, 0.0, False), (2.0, 0.0, False)}


def test_a_session_s_figure_stands_still_without_news(view: FigureView, room: Gallery) -> None:
    """After three seconds without a word from the session it waits; paused it does not move at all."""
    view.follow(Going(HUG, 0, 2), 0, 0.1, most_ms=3_000)
    room.clock.advance(60)
    view._look()
    assert view.moment.u < 1
    assert not view.moving
    view.follow(Going(HUG, 0, 2), 500, 0.0, most_ms=3_000)
    assert not view.moving


def test_a_drag_turns_it_quickly_then_finely(view: FigureView, room: Gallery) -> None:
    """While it is dragged it is drawn quickly; once let go as finely as ever, from the same side."""
    picture = room.studio.pictures[0]
    before = image(view)
    drag(view, 40, 0, let_go=False)
    room.settle()
    _u, seen, _breath, quick = next(asked for asked in picture.asked if asked[1] is not None)
    assert seen is not None
    assert (seen.azimuth, seen.elevation, quick) == (-80, 12, True)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(240, 150))
    room.settle()
    assert picture.asked[-1][1:] == (seen, 0.0, False)
    assert image(view) != before
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 150))
    view.touch.bar.hide()
    assert image(view) == before


def test_a_drag_ends_where_the_page_goes_away(view: FigureView) -> None:
    """Shown again it is not still held, and moves on."""
    drag(view, 40, 0, let_go=False)
    assert view.touch.turning
    view.hide()
    view.show()
    assert not view.touch.turning


def test_keys_turn_zoom_and_reset(view: FigureView) -> None:
    """Whoever has no mouse can do all of it."""
    before = image(view)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.touch.direction == (-75, 12)
    QTest.keyClick(view, Qt.Key.Key_3)
    assert view.touch.direction == (180, 6)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert not away(view)
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert away(view)
    assert image(view) != before
    QTest.keyClick(view, Qt.Key.Key_Minus)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert view.playing


def test_the_wheel_scrolls_the_page_unless_the_figure_has_the_keyboard(view: FigureView) -> None:
    """Zoom with the wheel after a click on it, or with Ctrl; on the stage always."""
    assert not roll(view, 1)
    assert not away(view)
    assert roll(view, 1, Qt.KeyboardModifier.ControlModifier)
    assert away(view)


def test_the_buttons_come_when_somebody_points_at_it(view: FigureView, room: Gallery) -> None:
    """Hidden at first; each has a name; a press looks from there."""
    assert view.touch.bar.isHidden()
    view.touch.bar.come()
    assert nameless(view) == []
    view.touch.bar._buttons["back"].click()
    room.settle()
    assert view.touch.direction == (180, 6)
    view.touch.bar._reset.click()
    assert view.touch.direction is None


def test_another_figure_is_seen_as_it_comes(view: FigureView) -> None:
    """Turned is the figure, not the place."""
    drag(view, 40, 0)
    view.show_figure("lies")
    assert not away(view)


def test_without_a_figure_an_icon_stands_there(view: FigureView, room: Gallery) -> None:
    """What cannot be drawn says so in a sentence, and is not tried again and again; nothing can be turned."""
    view.show_icon("wind", Tone.REST)
    assert not view.drawable
    assert view.focusPolicy() is Qt.FocusPolicy.NoFocus
    view.show_figure("broken")
    room.settle()
    assert not view.drawable
    room.settle()
    image(view)
    view.show_figure("no-such")
    assert not view.drawable
    image(view)


def test_without_any_figures_it_is_a_quiet_place(qapp: QApplication) -> None:
    """Where nobody has put figures there is an icon, and nothing fails."""
    dress(qapp)
    view = FigureView()
    view.resize(300, 200)
    view.show_figure("hug")
    view.play()
    view.go_to(1)
    view.follow(Staying(0.0), 0, 1.0, most_ms=1_000)
    assert not view.drawable
    image(view)
    view.deleteLater()


def test_another_body_is_drawn_anew(view: FigureView, room: Gallery) -> None:
    """A choice in the settings is seen at once."""
    room.figures.show_settings(Settings(body="b"))
    room.settle()
    assert room.studio.made[-1] == (HUG, "b")
    assert view.drawable


def test_a_view_may_be_deleted_while_it_is_seen(room: Gallery) -> None:
    """Its last wish is let go, and nobody tells it anything any more."""
    view = FigureView()
    view.show_figure("hug")
    view.show()
    room.workshop.wake()
    view.deleteLater()
    QApplication.sendPostedEvents(view, 52)  # DeferredDelete
    del view
    room.settle()
    assert room.workshop.idle
