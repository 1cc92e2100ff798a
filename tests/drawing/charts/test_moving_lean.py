"""While a chart is moved it is drawn thin, and whole again as soon as it rests."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QGraphicsPathItem
from pytestqt.qtbot import QtBot

from coach.drawing.charts.before_after import before_after_chart
from coach.drawing.charts.export import png_bytes
from coach.drawing.charts.over_time import OverTimeChart, over_time_chart
from tests.drawing.charts.samples import LIGHT, TODAY, before_after, eventful


def _shown(qtbot: QtBot) -> OverTimeChart:
    made = over_time_chart(eventful(), LIGHT, QLocale("en_GB"))
    qtbot.addWidget(made)
    made.resize(720, 360)
    made.show()
    QApplication.processEvents()
    made._rest.timeout.emit()
    return made


def _bands(made: OverTimeChart) -> list[bool]:
    return [item.isVisible() for curve in made._curves for item in curve.items if isinstance(item, QGraphicsPathItem)]


def _move(made: OverTimeChart, *steps: float) -> None:
    for step in steps:
        made.show_range(TODAY - 12 + step, TODAY - 2 + step)


def test_one_step_is_drawn_whole(qtbot: QtBot, qapp: QApplication) -> None:
    """A press of a button is no movement."""
    made = _shown(qtbot)
    _move(made, 0.5)
    assert all(_bands(made))


def test_a_movement_is_drawn_thin_until_it_rests(qtbot: QtBot, qapp: QApplication) -> None:
    """The channel goes from the second step on, and comes back for what is seen then."""
    made = _shown(qtbot)
    before = made.grab().toImage()
    _move(made, 0.5, 0.2, 0.0)
    assert not any(_bands(made))
    made.show_range(TODAY - 13.5, TODAY + 1.5)
    made._rest.timeout.emit()
    assert all(_bands(made))
    assert not made._rest.isActive()
    assert made.grab().toImage() == before


def test_a_picture_taken_meanwhile_is_whole(qtbot: QtBot, qapp: QApplication) -> None:
    """What is saved has everything on it."""
    made = _shown(qtbot)
    _move(made, 0.5, 0.2, 0.0)
    made._rest.timeout.emit()
    whole = png_bytes(made)
    _move(made, 0.4, 0.2, 0.0)
    assert png_bytes(made) == whole


def test_what_is_hidden_rests(qtbot: QtBot, qapp: QApplication) -> None:
    """A page that is left in the middle of a movement leaves no timer behind."""
    made = _shown(qtbot)
    _move(made, 0.5, 0.2)
    made.hide()
    assert not made._rest.isActive()
    assert all(_bands(made))


def test_bars_are_hairlines_while_they_are_moved(qtbot: QtBot, qapp: QApplication) -> None:
    """Before and after, too: thin from the second step on, and the same picture as before once it rests."""
    made = before_after_chart(before_after(), LIGHT, QLocale("en_GB"))
    qtbot.addWidget(made)
    made.resize(720, 360)
    made.show()
    QApplication.processEvents()
    made.show_range(0, 6)
    made._rest.timeout.emit()
    before = made.grab().toImage()
    bars = [item for item in made.getPlotItem().items if isinstance(item, pg.PlotCurveItem)]
    widths = [bar.opts["pen"].widthF() for bar in bars]
    for start in (0.5, 0.2, 0.0):
        made.show_range(start, start + 6)
    assert {bar.opts["pen"].widthF() for bar in bars} == {1.0}
    made._rest.timeout.emit()
    assert [bar.opts["pen"].widthF() for bar in bars] == widths
    assert made.grab().toImage() == before
