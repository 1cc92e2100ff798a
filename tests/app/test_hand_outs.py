"""Making a hand-out beside everything else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from coach.app.hand_outs import HandoutDesk
from coach.content.library import Library
from coach.content.load_library import load_library
from coach.resources import assets
from tests.ui.figures import BROKEN, HUG, Gallery, gallery


@pytest.fixture(scope="module")
def shipped() -> Library:
    """The shipped content."""
    return load_library(assets())


class Desk:
    """A desk and what it said."""

    def __init__(self, room: Gallery) -> None:
        self.room, self.owner = room, QObject()
        self.desk = HandoutDesk(room.figures, self.owner)
        self.written: list[str] = []
        self.failed: list[str] = []
        self.desk.written.connect(self.written.append)
        self.desk.failed.connect(self.failed.append)


@pytest.fixture
def made(qapp: QApplication, shipped: Library) -> Iterator[Desk]:
    """Every exercise hugs a knee, but the bridge cannot be drawn."""
    figures = dict.fromkeys(shipped.exercises, HUG) | {"bridge": BROKEN}
    with gallery(qapp, figures) as room:
        found = Desk(room)
        yield found
        found.desk.close()
        found.owner.deleteLater()


def test_two_orders_are_written_one_after_the_other(made: Desk, shipped: Library, tmp_path: Path) -> None:
    """Each picture of each is drawn, and both files are there."""
    for name in ("one", "two"):
        made.desk.make(shipped.routines["morning-ease"].routine, shipped, tmp_path / f"{name}.pdf", a4=name == "one")
    assert made.written == []
    made.room.workshop.settle()
    assert [Path(path).name for path in made.written] == ["one.pdf", "two.pdf"]
    assert made.failed == []


def test_a_figure_that_cannot_be_drawn_is_left_out(made: Desk, shipped: Library, tmp_path: Path) -> None:
    """The words are what matters; nobody waits for ever."""
    routine = next(file.routine for file in shipped.routines.values() if "bridge" in file.text)
    made.desk.make(routine, shipped, tmp_path / "page.pdf", a4=True)
    made.room.workshop.settle()
    assert (tmp_path / "page.pdf").exists()
    assert made.room.workshop.idle


def test_each_figure_is_prepared_once(made: Desk, shipped: Library, tmp_path: Path) -> None:
    """Two pictures of one exercise share what does not change."""
    made.desk.make(shipped.routines["desk-reset-neck"].routine, shipped, tmp_path / "page.pdf", a4=True)
    made.room.workshop.settle()
    assert len(made.room.studio.made) == 2


def test_closing_forgets_what_waits(made: Desk, shipped: Library, tmp_path: Path) -> None:
    """Nothing is drawn or written any more."""
    made.desk.make(shipped.routines["morning-ease"].routine, shipped, tmp_path / "page.pdf", a4=True)
    made.desk.close()
    made.room.workshop.settle()
    assert made.written == []
