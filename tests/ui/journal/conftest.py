"""The Journal page with a sample."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.ui.journal.page import JournalPage
from tests.ui.journal.sample import sample
from tests.ui.support import opened


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> Iterator[JournalPage]:
    """Show the sample."""
    yield from opened(qtbot, qapp, JournalPage, lambda page: page.show_state(sample()))
