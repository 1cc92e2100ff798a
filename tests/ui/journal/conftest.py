"""The Journal page with a sample."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.ui.journal.page import JournalPage
from tests.ui.journal.sample import sample
from tests.ui.support import dress


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> Iterator[JournalPage]:
    """Show the sample."""
    dress(qapp)
    made = JournalPage()
    qtbot.addWidget(made)
    made.resize(1080, 800)
    made.show_state(sample())
    made.show()
    qapp.processEvents()
    yield made
    made.messages.dismiss()
    made.close()
