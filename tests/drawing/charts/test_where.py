"""Where on the body: places shaded, numbers on them, walked by arrows, and pictures that were looked at."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.content.vocabulary import Area, Side
from coach.drawing.charts.export import png_bytes, svg_bytes
from coach.drawing.charts.look import Look
from coach.drawing.charts.where import WhereChart, where_chart
from coach.drawing.charts.where_state import Place, WhereBox, WhereState
from tests.drawing.charts.samples import DARK, LIGHT
from tests.drawing.pictures import assert_like

_GOLDEN = Path(__file__).parent / "golden"


def _say(place: Place) -> str:
    return f"{place[0]} {place[1]}"


def _state() -> WhereState:
    whole = [(Area.LOW_BACK, side) for side in (Side.LEFT, Side.RIGHT)]
    boxes = [
        WhereBox((Area.LOW_BACK, None), 4.0, "4.0", weak=False),
        *(WhereBox(place, 4.0, "", weak=False) for place in whole),
        WhereBox((Area.BUTTOCK, Side.LEFT), 9.5, "9.5", weak=False),
        WhereBox((Area.HIP, Side.RIGHT), 7.0, "7.0", weak=True),
        WhereBox((Area.CALF, Side.LEFT), 0.0, "0.0", weak=False),
        WhereBox((Area.FOOT, Side.LEFT), 1.9, "1.9", weak=True),
    ]
    return WhereState(
        title="Where on the body",
        subtitle="Average tightness of each place.",
        boxes=tuple(boxes),
        say=_say,
        heads=("From behind", "From the front"),
        sides=("Left", "Right"),
        ends=("none", "the most you can imagine"),
        key_weak="Dashed: few days",
        key_none="No entry",
    )


@pytest.fixture
def chart(qtbot: QtBot) -> WhereChart:
    """The chart as it stands on the page."""
    made = where_chart(_state(), LIGHT)
    qtbot.addWidget(made)
    made.resize(720, 440)
    made.show()
    return made


@pytest.mark.parametrize(("look", "name"), [(LIGHT, "light"), (DARK, "dark")])
def test_it_looks_as_it_was_approved(look: Look, name: str, qtbot: QtBot, qapp: QApplication) -> None:
    """Shades and numbers, few days dashed, no entry in the colour of the body, left and right named."""
    made = where_chart(_state(), look)
    qtbot.addWidget(made)
    made.resize(720, 440)
    made.show()
    made.clearFocus()
    QApplication.processEvents()
    assert_like(made.grab().toImage(), _GOLDEN / f"where-{name}.png")


def test_arrows_walk_the_body(chart: WhereChart) -> None:
    """The first place with a number is looked at first; down leads down, Escape lets go."""
    heard: list[str] = []
    chart.looked_at.connect(heard.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Escape):
        QTest.keyClick(chart, key)
    assert heard[0] == "low-back left"
    assert heard[1] == "buttock left"
    assert heard[-1] == ""


def test_the_mouse_finds_the_place_it_is_over(chart: WhereChart) -> None:
    """The middle of a place is that place; beside the body there is none."""
    room = chart.room()
    for number, place in enumerate(chart._places):
        assert chart.spot_at(chart.box((number, 0), room).center(), room) == (number, 0), place
    assert chart.spot_at(QPointF(4, 100), room) is None


def test_it_is_saved_as_picture(chart: WhereChart) -> None:
    """PNG and SVG like every other chart."""
    assert png_bytes(chart).startswith(b"\x89PNG")
    drawn = svg_bytes(chart)
    assert b"From behind" in drawn
    assert b"9.5" in drawn


def test_a_number_never_lies_on_the_outline_of_its_place(chart: WhereChart) -> None:
    """The foot is too narrow for tenths where its number stands, however wide it is at its toes: it is rounded there."""
    drawn = svg_bytes(chart)
    assert b">1.9<" not in drawn
    assert b">2<" in drawn
    assert b">4.0<" in drawn
