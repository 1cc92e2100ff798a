"""What the person opens over a session: it stands still meanwhile, and nothing counts as done that was only read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coach.plan.timeline import SegmentKind
from coach.session.state import Need, Phase
from coach.ui.player import faces
from coach.ui.player.page import StagePage
from coach.ui.player.state import Face
from tests.app.driving import Driven, driven

OPENED = [("escape", faces.END), ("keys", faces.KEYS), ("dose", faces.DOSE)]


@pytest.fixture
def hands(qapp: QApplication, tmp_path: Path) -> Iterator[Driven]:
    """An open window."""
    with driven(qapp, tmp_path) as made:
        yield made


def exercising(made: Driven) -> StagePage:
    """Come to the first hold of a routine, and a second into it."""
    made.open(routine="morning-ease")
    while made.now().need is Need.RATING:
        made.press(made.stage, "Skip")
    made.run_until(kind=SegmentKind.HOLD)
    made.pass_s(1)
    stage = made.stage
    assert isinstance(stage, StagePage)
    return stage


@pytest.mark.parametrize(("what", "opened"), OPENED)
def test_it_stands_still_and_goes_on(hands: Driven, what: str, opened: str) -> None:
    """However long it is read, the hold is where it was; closed, it goes on after the get-ready."""
    stage = exercising(hands)
    before = hands.now()
    stage.do(what)
    assert stage.faces.open_key == opened
    hands.pass_s(60)
    assert (hands.now().segment, hands.now().elapsed_ms) == (before.segment, before.elapsed_ms)
    stage.do("escape")
    assert stage.faces.open_key == ""
    assert hands.now().phase is Phase.RESUMING
    hands.pass_s(4)
    assert hands.now().phase is Phase.RUNNING
    assert hands.now().elapsed_ms == before.elapsed_ms + 1_000


@pytest.mark.parametrize(("what", "opened"), OPENED)
def test_a_pause_stays_a_pause(hands: Driven, what: str, opened: str) -> None:
    """What stood still before stands still afterwards."""
    stage = exercising(hands)
    stage.do("pause")
    stage.do(what)
    assert stage.faces.open_key == opened
    stage.do(what)
    assert stage.faces.open_key == ""
    assert hands.now().phase is Phase.PAUSED


def test_space_closes_and_goes_on_once(hands: Driven) -> None:
    """The stage's own key for going on closes it, and the get-ready is counted once."""
    stage = exercising(hands)
    stage.do("keys")
    hands.key(Qt.Key.Key_Space)
    assert stage.faces.open_key == ""
    assert hands.now().phase is Phase.RESUMING


def test_worse_comes_through(hands: Driven) -> None:
    """It gets worse while the keys are read: all is stopped; by mistake, it goes on from there."""
    stage = exercising(hands)
    stage.do("keys")
    stage.do("worse")
    assert stage.faces.open_key == faces.REASON
    stage.do("escape")
    assert hands.now().phase is Phase.STOPPED
    stage.faces.intent.emit("mistake", None)
    assert hands.now().phase is Phase.RESUMING


def test_a_pack_goes_on(hands: Driven) -> None:
    """On the skin its time runs under the question, and it asks for the skin over it."""
    hands.open(routine="heat-stretch-cold")
    hands.put_pack_on()
    stage = hands.stage
    assert isinstance(stage, StagePage)
    stage.do("escape")
    hands.pass_s(30)
    pack = hands.now().pack
    assert stage.faces.open_key == faces.END
    assert pack is not None
    assert pack.on_ms >= 30_000
    hands.run_until(need=Need.SKIN_CHECK)
    assert stage.faces.open_key == Face.SKIN_CHECK
    hands.end_session()
