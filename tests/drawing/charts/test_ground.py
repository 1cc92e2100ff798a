"""What happened and what changed, behind the points of a chart over time."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.drawing.charts.export import svg_bytes
from coach.drawing.charts.model import OverTimeState
from coach.drawing.charts.over_time import OverTimeChart, over_time_chart
from tests.drawing.charts.samples import LIGHT, TODAY, eventful, tightness


def _shown(state: OverTimeState, qtbot: QtBot, width: int = 720) -> OverTimeChart:
    made = over_time_chart(state, LIGHT, QLocale("en_GB"))
    qtbot.addWidget(made)
    made.resize(width, 360)
    made.show()
    QApplication.processEvents()
    return made


def _names(made: OverTimeChart) -> set[str]:
    drawing = ET.fromstring(svg_bytes(made))  # noqa: S314 - ours
    found = ("".join(text.itertext()).strip() for text in drawing.iter("{http://www.w3.org/2000/svg}text"))
    return {one.name for one in eventful().happenings} & set(found)


def test_the_keys_come_by_what_happened(qtbot: QtBot, qapp: QApplication) -> None:
    """Walking from the right, each thing that happened and each change is met once, with all its words."""
    made = _shown(eventful(), qtbot)
    said = list[str]()
    for _step in range(40):
        made.look_beside(-1)
        if said and made.readout() == said[-1]:
            break
        said.append(made.readout())
    beside = [*(one.words for one in eventful().happenings), *(turn.words for turn in eventful().turns)]
    assert [said.count(words) for words in beside] == [1] * len(beside)


def test_names_do_not_meet(qtbot: QtBot, qapp: QApplication) -> None:
    """With room all are there; where two would meet, the one that lasts longer stays."""
    assert _names(_shown(eventful(), qtbot, 900)) == {"Flare", "New chair", "Long drive"}
    far = replace(eventful(), first=TODAY - 400.5, start=TODAY - 400.5)
    assert _names(_shown(far, qtbot)) == {"Flare"}


def test_the_name_of_a_flare_stays_while_some_of_it_is_seen(qtbot: QtBot, qapp: QApplication) -> None:
    """Zoomed to its last day, its name stands at the left edge; what is out of sight has none."""
    made = _shown(eventful(), qtbot)
    made.show_range(TODAY - 9.2, TODAY - 4.0)
    QApplication.processEvents()
    assert "Flare" in _names(made)
    made.show_range(TODAY - 7.0, TODAY - 3.0)
    QApplication.processEvents()
    assert "Flare" not in _names(made)


def test_without_any_the_chart_keeps_its_room(qtbot: QtBot, qapp: QApplication) -> None:
    """The row for names is only there when there are names."""
    plain, named = _shown(tightness(), qtbot), _shown(eventful(), qtbot)
    assert plain.getViewBox().viewRange()[1][1] < named.getViewBox().viewRange()[1][1]
