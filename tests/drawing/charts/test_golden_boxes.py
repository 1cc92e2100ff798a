"""The charts of boxes and of adherence strength look like the pictures somebody has looked at."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coach.drawing.charts.look import Look
from coach.drawing.charts.model import Happening, Line, OverTimeState, Run, Scale, Shape
from coach.drawing.charts.strength import strength_chart
from coach.drawing.charts.week_hours import week_hours_chart
from coach.drawing.charts.year import year_chart
from tests.drawing.charts.box_samples import week_hours, year
from tests.drawing.charts.samples import DARK, LIGHT, TODAY
from tests.drawing.pictures import assert_like

_GOLDEN = Path(__file__).parent / "golden"
_LOOKS = pytest.mark.parametrize(("look", "name"), [(LIGHT, "light"), (DARK, "dark")])


def _compare(made: QWidget, size: tuple[int, int], name: str, qtbot: QtBot) -> None:
    qtbot.addWidget(made)
    made.resize(*size)
    made.show()
    made.clearFocus()
    QApplication.processEvents()
    assert_like(made.grab().toImage(), _GOLDEN / f"{name}.png")


@_LOOKS
def test_the_week_by_hours_looks_as_it_was_approved(look: Look, name: str, qtbot: QtBot, qapp: QApplication) -> None:
    """Shades with their numbers, weak boxes small, nights hollow, the key below."""
    _compare(week_hours_chart(week_hours(), look), (720, 360), f"week-hours-{name}", qtbot)


@_LOOKS
def test_a_narrow_week_keeps_its_words(look: Look, name: str, qtbot: QtBot, qapp: QApplication) -> None:
    """At half a page every other hour is named, numbers that do not fit are rounded or left out, the key wraps."""
    _compare(week_hours_chart(week_hours(), look), (330, 360), f"week-hours-narrow-{name}", qtbot)


@_LOOKS
def test_the_year_of_days_looks_as_it_was_approved(look: Look, name: str, qtbot: QtBot, qapp: QApplication) -> None:
    """Squares, signs and dots, hollow days, one day looked at with its card; months that would meet are left out."""
    made = year_chart(year(), look)
    made.look_at((20, 3))
    _compare(made, (960, 250), f"year-{name}", qtbot)


@_LOOKS
def test_adherence_strength_looks_as_it_was_approved(look: Look, name: str, qtbot: QtBot, qapp: QApplication) -> None:
    """The line, dashed what is possible, a flare passed over, percent at the side."""
    made = strength_chart(_strength(), look, QLocale("en_GB"))
    _compare(made, (720, 360), f"strength-{name}", qtbot)


def _strength() -> OverTimeState:
    start = TODAY - 59
    possible: Run = tuple((start + n + 0.5, 100 * (1 - 0.5 ** (n / 13))) for n in range(60))
    run: Run = tuple((x, y * (0.9 if x < TODAY - 20 else 0.7)) for x, y in possible)
    xs, ys = tuple(x for x, _y in run), tuple(y for _x, y in run)
    return OverTimeState(
        title="Adherence strength",
        subtitle="How much you did of what you meant to do.",
        top="all of it",
        bottom="nothing lately",
        lines=(
            Line("Strength", Shape.WHOLE, 0, xs, ys, (False,) * 60, (run,), str),
            Line("Had all of it been done", Shape.RIGHT, 3, (), (), (), (possible,), str),
        ),
        first=start - 0.5,
        last=TODAY + 1.5,
        start=start - 0.5,
        end=TODAY + 1.5,
        scale=Scale(0, 100, tuple((number, f"{number} %") for number in range(0, 101, 20))),
        happenings=(Happening(TODAY - 30, TODAY - 22, "Flare", "Flare", lasting=True),),
    )
