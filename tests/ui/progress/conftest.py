"""The Progress page as the tests find it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.ui.progress.page import ProgressPage
from tests.ui.progress.sample import settle, state
from tests.ui.support import dress


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> ProgressPage:
    """Give the page with three weeks of entries, shown."""
    dress(qapp)
    made = ProgressPage()
    qtbot.addWidget(made)
    made.resize(1100, 800)
    made.show_state(state())
    made.show()
    settle(made)
    return made
