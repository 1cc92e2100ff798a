"""Every stretch of every shipped exercise is read from three metres, in English and in a longer language."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from coach.content.library import Library
from coach.settings.model import Settings
from coach.ui.player.page import StagePage
from tests.ui.player.readable import longer, problems
from tests.ui.support import dress

_LONGEST_S = 300
SCREENS = [(1280, 720), (1920, 1080), (2560, 1440)]


@pytest.fixture
def screen(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[StagePage]:
    """A stage that fills a screen."""
    dress(qapp)
    page = StagePage()
    page.resize(*request.param)
    page.show()
    yield page
    page.close()
    page.deleteLater()


@pytest.mark.parametrize("screen", SCREENS, indirect=True)
def test_every_stretch_in_english(screen: StagePage, library: Library) -> None:
    """Nothing is too small, cut or covered, whichever exercise is on."""
    assert list(problems(screen, library)) == []


@pytest.mark.parametrize("screen", SCREENS, indirect=True)
def test_every_stretch_in_a_longer_language(screen: StagePage, library: Library) -> None:
    """With sentences two fifths longer nothing overlaps; at most an instruction ends a sentence earlier."""
    with longer():
        assert list(problems(screen, library, strict=False)) == []


def test_every_stretch_at_twice_the_scale() -> None:
    """On a screen of 200 % a stage of 1280 × 720 points has 2560 × 1440 pixels, and all of it can be read."""
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "2"}
    command = [sys.executable, "-m", "tests.ui.player.readable", "1280", "720"]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, timeout=_LONGEST_S, check=True)
    assert done.stdout.splitlines() == ["2 2560 1440"]


@pytest.mark.parametrize("screen", [(1280, 720)], indirect=True)
def test_large_text_changes_nothing_here(qapp: QApplication, screen: StagePage, library: Library) -> None:
    """The stage's words follow its height, so that a text size of 200 % cannot break it."""
    dress(qapp, settings=Settings(text_scale=2.0))
    screen.resize(1280, 721)
    screen.resize(1280, 720)
    assert list(problems(screen, library)) == []
