"""The stage of a break is that of a session, less what has no place there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from coach.app.break_stage import BreakStage
from coach.settings.model import Settings
from coach.ui.player.controls import Controls
from coach.ui.player.top_bar import TopBar
from coach.ui.widgets.buttons import IconButton
from tests.ui.support import dress


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[BreakStage]:
    dress(qapp)
    made = BreakStage()
    made.resize(1280, 760)
    made.show()
    yield made
    made.hide()
    made.deleteLater()


def shown(part: TopBar | Controls) -> set[str]:
    QApplication.processEvents()
    return {button.accessibleName() for button in part.findChildren(IconButton) if not button.isHidden()}


def test_what_it_does_without_is_not_there(stage: BreakStage) -> None:
    """Neither dose, nor waiting, nor full screen, nor a list of keys; mute and the steps are."""
    assert shown(stage.canvas.top) == {"Mute"}
    assert {"Wait for me", "How much"} & shown(stage.canvas.controls) == set()
    assert "Next step" in shown(stage.canvas.controls)
    stage.resize(1800, 1000)
    assert {"Wait for me", "How much"} & shown(stage.canvas.controls) == set()
    stage.show_full_screen(on=True)  # a button that is not there says nothing


def test_its_keys_are_those_that_the_person_chose(stage: BreakStage) -> None:
    """Less those of what it does without: Esc is the window's."""
    stage.use_settings(Settings(keys={"mute": ("Z",)}))
    bound = stage.hands.bound
    assert bound["mute"] == ("Z",)
    assert bound["worse"] == ("W",)
    assert (bound["escape"], bound["dose"], bound["full"]) == ((), (), ())
