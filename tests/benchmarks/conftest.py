"""What several measurements need: the whole window, open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from coach.app.shell import Shell
from coach.clock import SystemClock
from coach.desktop.ownership import Owner
from coach.safety.suitability import SCREENING, screening_value


@pytest.fixture
def shell(qapp: QApplication, data_dir: Path) -> Iterator[Shell]:
    """The whole window, open, for somebody without any of the conditions that are asked about."""
    owner = Owner.acquire(data_dir)
    assert owner is not None
    shell = Shell(qapp, owner, data_dir, SystemClock(), 1.0)
    shell.open()
    opened = QEventLoop()
    shell.loaded.connect(opened.quit)
    opened.exec()
    assert shell.context is not None
    shell.sessions.suits.given[SCREENING] = screening_value({}, shell.context.library.screening, shell.context.now)
    yield shell
    shell.close()
    shell.window.deleteLater()
    shell.deleteLater()
    owner.release()
