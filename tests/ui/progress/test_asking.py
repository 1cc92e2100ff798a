"""What a section asks, and turning back by pages: with mouse, keys and a screen reader."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coach.analysis.strength import AIM_KEY, aims_of
from coach.drawing.charts.year import YearChart
from coach.ui.progress.page import ProgressPage
from coach.ui.progress.sections.section import Section
from coach.ui.progress.sections.strength.section import SECTION as STRENGTH
from coach.ui.progress.sections.year.section import SECTION as YEAR
from coach.ui.progress.state import build_state
from coach.ui.widgets.buttons import Button
from tests.analysis.make import entry, session
from tests.seeded_year import seeded_year
from tests.ui.progress.sample import TODAY, panel, settle
from tests.ui.support import dress, nameless


def _page(section: Section[object], qtbot: QtBot, qapp: QApplication, answers: dict[str, object]) -> ProgressPage:
    dress(qapp)
    made = ProgressPage([section])
    qtbot.addWidget(made)
    made.resize(1100, 800)
    made.show_state(_state(answers))
    made.show()
    settle(made)
    return made


def _state(answers: dict[str, object]) -> object:
    year = seeded_year()
    old = [entry("2025-05-20T08:00"), entry("2023-01-02T08:00", 7)]
    sessions = [*year.sessions[:5], session("2025-05-19T09:00")]
    return build_state(old, sessions, TODAY, answers=answers)
