"""The charts look like the pictures somebody has looked at."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.drawing.charts.before_after import before_after_chart
from coach.drawing.charts.chart import Chart
from coach.drawing.charts.look import Look
from coach.drawing.charts.over_time import over_time_chart
from tests.drawing.charts.samples import DARK, LIGHT, before_after, difference, eventful, tightness
from tests.drawing.pictures import assert_like

_GOLDEN = Path(__file__).parent / "golden"


def _compare(made: Chart, name: str, qtbot: QtBot, back: int = 1) -> None:
    qtbot.addWidget(made)
    made.resize(720, 360)
    made.show()
    QApplication.processEvents()
    for _step in range(back):
        made.look_beside(-1)
    QApplication.processEvents()
    assert_like(made.grab().toImage(), _GOLDEN / f"{name}.png")


@pytest.mark.parametrize(("look", "name"), [(LIGHT, "light"), (DARK, "dark")])
def test_tightness_looks_as_it_was_approved(look: Look, name: str, qtbot: QtBot, qapp: QApplication) -> None:
    """Two sides, hollow and filled markers, a line and a lone mean, one point looked at."""
    _compare(over_time_chart(tightness(), look, QLocale("en_GB")), f"tightness-{name}", qtbot)


@pytest.mark.parametrize(("look", "name"), [(LIGHT, "light"), (DARK, "dark")])
def test_what_happened_looks_as_it_was_approved(look: Look, name: str, qtbot: QtBot, qapp: QApplication) -> None:
    """Bands, a hatched flare, dashed days with their names, shading in turn with its marks; the drive looked at."""
    _compare(over_time_chart(eventful(), look, QLocale("en_GB")), f"happened-{name}", qtbot, back=4)


@pytest.mark.parametrize(("look", "name"), [(LIGHT, "light"), (DARK, "dark")])
def test_difference_looks_as_it_was_approved(look: Look, name: str, qtbot: QtBot, qapp: QApplication) -> None:
    """A middle line that is stronger, sizes without signs to both sides, the sides in words."""
    _compare(over_time_chart(difference(), look, QLocale("en_GB")), f"difference-{name}", qtbot)


@pytest.mark.parametrize(("look", "name"), [(LIGHT, "light"), (DARK, "dark")])
def test_before_after_looks_as_it_was_approved(look: Look, name: str, qtbot: QtBot, qapp: QApplication) -> None:
    """Thick bars from two points on, the filled marker in the hollow one where nothing changed."""
    _compare(before_after_chart(before_after(), look, QLocale("en_GB")), f"before-after-{name}", qtbot)
