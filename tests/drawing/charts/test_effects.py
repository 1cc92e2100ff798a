"""Change per exercise: as it was looked at, grey where there is too little, walked with the keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.drawing.charts.effect_rows import EffectRow, EffectsState
from coach.drawing.charts.effects import EffectsChart, effects_chart
from coach.drawing.charts.export import svg_bytes
from coach.drawing.charts.look import Look
from tests.drawing.charts.samples import DARK, LIGHT
from tests.drawing.pictures import assert_like, colours_in

_GOLDEN = Path(__file__).parent / "golden"


def row(name: str, middle: float, low: float, high: float, *, enough: bool = True, claimed: bool = False) -> EffectRow:
    """Return one row."""
    uses = "20 times, seems to help most" if claimed else "20 times" if enough else "3 times: too few yet"
    value, interval = f"{middle:+g}", f"{low:+g} to {high:+g}"
    return EffectRow(name, uses, middle, low, high, value, interval, enough, claimed, f"{name}: {value}")


def state(*rows: EffectRow) -> EffectsState:
    """Return these rows, or one that is claimed, one that is not, and one with too little."""
    return EffectsState(
        title="Change per exercise",
        subtitle="Right after, minus just before.",
        rows=rows
        or (
            row("Figure four, lying down", -1.5, -2, -0.8, claimed=True),
            row("Knee rolls", 0, -0.5, 0.4),
            row("Eine Dehnung mit einem wirklich langen Namen", -0.5, -2.5, 1, enough=False),
        ),
        low=-3,
        high=1,
        ticks=("−3", "−2", "−1", "0", "+1"),
        less="less tight",
        more="tighter",
        rule="The rule stands here, in a sentence that is long enough to go on in a second line where it is narrow.",
    )


def shown(made: EffectsChart, qtbot: QtBot, width: int = 720) -> EffectsChart:
    """Show a chart."""
    qtbot.addWidget(made)
    made.resize(width, 320)
    made.show()
    QApplication.processEvents()
    return made


@pytest.mark.parametrize(("look", "name"), [(LIGHT, "light"), (DARK, "dark")])
def test_it_looks_as_it_was_approved(look: Look, name: str, qtbot: QtBot, qapp: QApplication) -> None:
    """A diamond for the claim, dots for the others, hollow and grey for too little; the rule beneath."""
    made = shown(effects_chart(state(), look), qtbot)
    assert_like(made.grab().toImage(), _GOLDEN / f"effects-{name}.png")


def test_too_little_has_no_colour(qtbot: QtBot, qapp: QApplication) -> None:
    """Grey only, and a row with enough brings the colour back."""
    grey = shown(effects_chart(state(row("One", -1, -2, 0, enough=False)), LIGHT), qtbot)
    assert LIGHT.series[0] not in colours_in(grey.grab().toImage())
    full = shown(effects_chart(state(row("One", -1, -2, 0)), LIGHT), qtbot)
    assert LIGHT.series[0] in colours_in(full.grab().toImage())


def test_keys_and_mouse_walk_the_rows(qtbot: QtBot, qapp: QApplication) -> None:
    """Down, down, down stays at the last one; Escape lets go; the mouse looks at what is under it."""
    made = shown(effects_chart(state(), LIGHT), qtbot)
    made.setFocus()
    said = []
    for _press in range(4):
        QTest.keyClick(made, Qt.Key.Key_Down)
        said.append(made.readout())
    assert [words.split(":")[0] for words in said] == [r.name for r in state().rows] + [state().rows[-1].name]
    QTest.keyClick(made, Qt.Key.Key_Escape)
    assert made.readout() == ""
    second = made.box((0, 1), made.room()).center()
    assert made.spot_at(second, made.room()) == (0, 1)
    assert made.spot_at(QPointF(second.x(), 0), made.room()) is None


def test_the_picture_has_the_rule_and_every_number(qtbot: QtBot, qapp: QApplication) -> None:
    """What is saved can be judged without the program."""
    made = shown(effects_chart(state(), LIGHT), qtbot)
    data = svg_bytes(made).decode()
    for words in ("Change per exercise", "Knee rolls", "-0.5 to +0.4", "less tight", "The rule stands here"):
        assert words in data


def test_narrow_and_with_one_row_nothing_overlaps(qtbot: QtBot, qapp: QApplication) -> None:
    """The axis stands right below the rows and above the rule."""
    made = shown(effects_chart(state(row("A very long name of an exercise", -1, -2, 0)), LIGHT), qtbot, 300)
    room = made.room()
    plot = made._plot(room)
    assert plot.width() > 60
    assert plot.bottom() < room.bottom()
