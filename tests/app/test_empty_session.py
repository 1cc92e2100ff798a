"""A session that is ended at its first question leaves nothing in the journal but a rating that was given."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coach.session.state import Need
from coach.ui.player.overlays.over import OverOverlay
from coach.ui.player.page import StagePage
from coach.ui.player.stage_text import StageText
from tests.app.driving import Driven, driven


@pytest.fixture
def hands(qapp: QApplication, tmp_path: Path) -> Iterator[Driven]:
    """Morning ease, at its first question."""
    with driven(qapp, tmp_path) as made:
        made.open(routine="morning-ease")
        assert made.now().need is Need.RATING
        yield made


def words(made: Driven) -> list[str]:
    """What the end says."""
    stage = made.stage
    assert isinstance(stage, StagePage)
    over = stage.faces.current
    assert isinstance(over, OverOverlay)
    return [one.text() for one in over.findChildren(StageText) if one.isVisible() and one.text()]


def sessions(made: Driven) -> int:
    """How many sessions the journal lists."""
    return len(made.shell.journal.call(lambda store: store.sessions()).result())


def end(made: Driven) -> None:
    """Ask for the end, and say yes with Enter."""
    made.key(Qt.Key.Key_Escape)
    made.press(made.stage, "End here")


def test_nothing_is_kept(hands: Driven) -> None:
    """It says so, does not say Saved, and no session is listed nor offered again."""
    end(hands)
    assert words(hands) == ["Ended here", "Nothing was done, nothing is kept."]
    assert sessions(hands) == 0
    assert hands.shell.journal.call(lambda store: store.unfinished()).result() == []


def test_a_rating_is_kept(hands: Driven) -> None:
    """A number that was given is an entry; the session it began is not listed."""
    hands.key(Qt.Key.Key_6)
    while hands.now().need is Need.RATING:
        hands.key(Qt.Key.Key_Return)
        if hands.now().need is Need.RATING:
            hands.press(hands.stage, "Skip")
    end(hands)
    assert "Saved." in words(hands)
    entries = hands.shell.journal.call(lambda store: store.entries()).result()
    assert ([one.tightness for one in entries], sessions(hands)) == ([6], 0)


def test_the_next_one_says_saved_again(hands: Driven) -> None:
    """After an empty one, a session of some seconds is kept and said to be."""
    end(hands)
    hands.key(Qt.Key.Key_Return)
    hands.shell.sessions.start("morning-ease")
    hands.settle()
    hands.press(hands.stage, "Skip")
    hands.pass_s(5)
    end(hands)
    assert "Saved." in words(hands)
    assert sessions(hands) == 1
