"""The Breaks page as it stands when breaks are on, and what it asks for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.settings.breaks import Breaks
from coach.ui.breaks.page import BreaksPage
from coach.ui.breaks.page_state import Do
from tests.ui.breaks.days import state
from tests.ui.support import opened


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> Iterator[BreaksPage]:
    """Show breaks that are on."""
    yield from opened(qtbot, qapp, BreaksPage, lambda page: page.show_state(state()))


@pytest.fixture
def changes(page: BreaksPage) -> list[Breaks]:
    """Collect other settings, and show them as the program does."""
    found: list[Breaks] = []

    def keep(breaks: Breaks) -> None:
        found.append(breaks)
        page.show_state(state(breaks))

    page.changed.connect(keep)
    return found


@pytest.fixture
def wishes(page: BreaksPage) -> list[tuple[Do, object]]:
    """Collect what is asked for."""
    found: list[tuple[Do, object]] = []
    page.wished.connect(lambda do, value: found.append((do, value)))
    return found
