"""A session has the person's attention; one that was paused and forgotten has not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from coach.app.in_session import FORGOTTEN_MS, InSession
from tests.app.driving import Driven, driven


class Watched:
    """A window, and what was said of it."""

    def __init__(self, hands: Driven) -> None:
        self.hands = hands
        background = hands.shell.background
        self.watch = InSession(hands.shell.sessions, background.packs, background)
        self.said: list[bool] = []
        self.watch.turned.connect(self.said.append)

    @property
    def timer(self) -> QTimer:
        return self.watch.findChildren(QTimer)[0]

    def do(self, name: str) -> None:
        """Say something on the stage."""
        stage = self.hands.shell.sessions.stage
        assert stage is not None
        stage.intend(name)
        self.hands.settle()

    def run(self, routine: str = "morning-ease") -> None:
        """Begin, and answer the rating before it."""
        self.hands.open(routine=routine)
        self.hands.settle()
        self.do("go_on")


@pytest.fixture
def watched(qapp: QApplication, tmp_path: Path) -> Iterator[Watched]:
    """A window without a session."""
    with driven(qapp, tmp_path / "data") as hands:
        made = Watched(hands)
        yield made
        made.watch.close()


def test_from_its_beginning_to_its_end(watched: Watched) -> None:
    """Said once each, however much happens in between."""
    watched.run()
    watched.hands.pass_s(20)
    assert watched.said == [True]
    watched.hands.end_session()
    assert watched.said == [True, False]


def test_paused_for_long_it_is_forgotten(watched: Watched) -> None:
    """Fifteen minutes; a short pause is none, and going on counts at once."""
    watched.run()
    watched.do("pause")
    assert watched.timer.isActive()
    assert watched.timer.interval() == FORGOTTEN_MS
    watched.do("resume")
    assert not watched.timer.isActive()
    watched.do("pause")
    watched.timer.timeout.emit()
    assert watched.said == [True, False]
    watched.do("resume")
    assert watched.said == [True, False, True]


def test_a_pack_counts_too(watched: Watched) -> None:
    """From the questions before it until it is off."""
    watched.hands.open(routine="alternating-packs")
    watched.hands.settle()
    assert watched.said == [True]
