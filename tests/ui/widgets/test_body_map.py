"""The body map as a widget: by hand, by keyboard, and read out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from coach.content.vocabulary import Area, Side
from coach.drawing.bodymap.model import Place
from coach.drawing.bodymap.painter import middle
from coach.ui import theme
from coach.ui.widgets.body_look import map_look
from coach.ui.widgets.body_map import BodyMap
from tests.ui.support import dress, nameless

LEFT_CALF, RIGHT_CALF = (Area.CALF, Side.LEFT), (Area.CALF, Side.RIGHT)
WHOLE: Place = (Area.LOW_BACK, None)


@pytest.fixture
def window(qapp: QApplication) -> Iterator[QWidget]:
    """A window with a field, the map and a field after it."""
    dress(qapp)
    held = QWidget()
    column = QVBoxLayout(held)
    for part in (QLineEdit(), BodyMap(), QLineEdit()):
        column.addWidget(part)
    held.resize(420, 480)
    held.show()
    held.activateWindow()
    QTest.qWaitForWindowActive(held)
    yield held
    held.close()


@pytest.fixture
def body(window: QWidget) -> BodyMap:
    """The map in it."""
    found = window.findChild(BodyMap)
    assert isinstance(found, BodyMap)
    return found


def _keys(*keys: Qt.Key) -> None:
    for key in keys:
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key)


def _said(face: QAccessibleInterface) -> str:
    """Read an area out as a screen reader does: its name and its state."""
    name = face.text(QAccessible.Text.Name)
    return f"{name}, {'chosen' if face.state().checked else 'not chosen'}"


def _areas(body: BodyMap) -> list[QAccessibleInterface]:
    face = QAccessible.queryAccessibleInterface(body)
    assert face is not None
    children = [face.child(number) for number in range(face.childCount())]
    assert all(child.role() is QAccessible.Role.CheckBox for child in children)
    return children


def _press(body: BodyMap, place: Place) -> None:
    at = next(middle(region, stand) for region, stand in body._stands().all() if region.place == place)
    QTest.mouseClick(body, Qt.MouseButton.LeftButton, pos=at.toPoint())


def test_it_is_read_out(body: BodyMap) -> None:
    """Every area is a check box under the map, with a name, a state and a place of its own on the screen."""
    body.set_places([LEFT_CALF])
    said = [_said(face) for face in _areas(body)]
    assert said == [
        "Left low back, not chosen",
        "Low back, all of it, not chosen",
        "Right low back, not chosen",
        "Left buttock, not chosen",
        "Right buttock, not chosen",
        "Left hamstring, not chosen",
        "Right hamstring, not chosen",
        "Left calf, chosen",
        "Right calf, not chosen",
        "Left foot, not chosen",
        "Right foot, not chosen",
        "Right hip, not chosen",
        "Left hip, not chosen",
    ]
    places = {(face.rect().x(), face.rect().y()) for face in _areas(body)}
    assert len(places) == len(said)
    assert not nameless(body)


def test_a_screen_reader_can_choose(body: BodyMap) -> None:
    """The action of a check box chooses the area and tells it."""
    heard: list[bool] = []
    body.changed.connect(lambda: heard.append(True))
    face = _areas(body)[3]
    action = face.actionInterface()
    assert action is not None
    action.doAction("Toggle")
    assert body.places() == ((Area.BUTTOCK, Side.LEFT),)
    assert _said(_areas(body)[3]) == "Left buttock, chosen"
    assert heard


def test_keys_move_in_space_and_choose(body: BodyMap) -> None:
    """Arrows go to the neighbour in that direction, Space chooses."""
    body.setFocus()
    _keys(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert body.places() == (LEFT_CALF,)
    _keys(Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert body.places() == (LEFT_CALF, RIGHT_CALF)
    _keys(Qt.Key.Key_Left, Qt.Key.Key_Space)
    assert body.places() == (RIGHT_CALF,)


def test_every_area_can_be_reached_by_arrows(body: BodyMap) -> None:
    """From any area one gets to all others."""
    from coach.drawing.bodymap.stands import next_in

    boxes = body._stands().boxes()
    reached, waiting = {WHOLE}, [WHOLE]
    while waiting:
        here = waiting.pop()
        for way in ((-1, 0), (1, 0), (0, -1), (0, 1)):
            there = next_in(boxes, here, way)
            if there is not None and there not in reached:
                reached.add(there)
                waiting.append(there)
    assert reached == set(boxes)


def test_tab_stops_once(window: QWidget, body: BodyMap) -> None:
    """Tab comes to the map and leaves it; it comes back to the area that was left."""
    first, last = window.findChildren(QLineEdit)
    first.setFocus()
    _keys(Qt.Key.Key_Tab, Qt.Key.Key_Down)
    here = QApplication.focusWidget()
    _keys(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is last
    QTest.keyClick(last, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is here
    assert here is not None
    assert body.isAncestorOf(here)


def test_the_low_back_is_whole_or_sides(body: BodyMap) -> None:
    """Choosing all of it takes its sides away, choosing a side takes all of it away."""
    _press(body, (Area.LOW_BACK, Side.LEFT))
    _press(body, (Area.LOW_BACK, Side.RIGHT))
    assert body.places() == ((Area.LOW_BACK, Side.LEFT), (Area.LOW_BACK, Side.RIGHT))
    _press(body, WHOLE)
    assert body.places() == (WHOLE,)
    _press(body, (Area.LOW_BACK, Side.LEFT))
    assert body.places() == ((Area.LOW_BACK, Side.LEFT),)


def test_the_whole_low_back_is_painted_as_a_whole(body: BodyMap) -> None:
    """Chosen, or under the hand, all three parts of it look so; a side alone does not spread."""
    look = map_look(theme.current())
    sides = [(Area.LOW_BACK, Side.LEFT), (Area.LOW_BACK, Side.RIGHT)]
    body._hover_over(WHOLE)
    assert [body._fill(place, look).colour.name() for place in sides] == [look.hover] * 2
    body.set_places([WHOLE])
    assert [body._fill(place, look).colour.name() for place in sides] == [look.chosen.lower()] * 2
    body.set_places([(Area.LOW_BACK, Side.LEFT)])
    body._hover_over(None)
    assert body._fill((Area.LOW_BACK, Side.RIGHT), look).colour.name() == look.idle
    assert body._fill(WHOLE, look).colour.name() == look.idle


def test_a_press_beside_an_area_is_meant_for_it(body: BodyMap) -> None:
    """Small areas take a press some pixels off; one far away means nothing."""
    foot = next(box for place, box in body._stands().boxes().items() if place == (Area.FOOT, Side.LEFT))
    assert body._stands().at(QPointF(foot.left() - 6, foot.center().y())) == (Area.FOOT, Side.LEFT)
    assert body._stands().at(QPointF(2, body.height() / 2)) is None


def test_a_foot_is_the_same_from_both_sides(body: BodyMap) -> None:
    """Pressed in the front view, it is chosen once."""
    region, stand = [found for found in body._stands().all() if found[0].place == (Area.FOOT, Side.LEFT)][1]
    QTest.mouseClick(body, Qt.MouseButton.LeftButton, pos=middle(region, stand).toPoint())
    assert body.places() == ((Area.FOOT, Side.LEFT),)


def test_both_sides_are_two(body: BodyMap) -> None:
    """What was noted for both sides at once chooses both."""
    body.set_places([(Area.CALF, Side.BOTH)])
    assert body.places() == (LEFT_CALF, RIGHT_CALF)


def test_another_body_takes_its_areas_along(body: BodyMap) -> None:
    """On the other body every check box lies where its area is drawn, and what is chosen stays."""
    body.set_places([LEFT_CALF])
    before = body._boxes[LEFT_CALF].geometry()
    body.set_body("b")
    assert body._boxes[LEFT_CALF].geometry() == body._stands().boxes()[LEFT_CALF].toAlignedRect() != before
    assert body.places() == (LEFT_CALF,)
