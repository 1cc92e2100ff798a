"""The journal is folded in its thread a piece at a time; what is saved comes in between."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.analysis.folds import Folds
from coach.analysis.piecewise import Pieces
from coach.app.folding import Folding
from coach.drivers.journal_driver import JournalDriver
from coach.store.open import open_journal
from tests.fakes import FakeClock
from tests.journal.samples import entry
from tests.seeded_year import seeded_year


class Told(Folds):
    """Folds that write down each piece they come to."""

    def __init__(self, heard: list[str], name: str = "fold") -> None:
        year = seeded_year()
        super().__init__(year.entries, year.sessions, year.markers)
        self._heard, self._name = heard, name

    def pieces(self) -> Pieces[None]:
        """Tell of every piece once it is done."""
        for _piece in super().pieces():
            self._heard.append(self._name)
            yield
        self._heard.append(f"{self._name} done")


@pytest.fixture
def journal(qapp: QApplication, tmp_path: Path) -> Iterator[JournalDriver]:
    """A driver over a real journal."""
    driver = JournalDriver(lambda: open_journal(tmp_path, app_version="0.1", clock=FakeClock()))
    yield driver
    driver.close()


def test_a_save_does_not_wait_until_all_is_folded(journal: JournalDriver, qtbot: QtBot) -> None:
    """It is written after the piece that is being done, and everything is folded in the end."""
    heard: list[str] = []
    journal.saved.connect(lambda _ids: heard.append("saved"))
    folds, owner = Told(heard), QObject()
    Folding(journal, owner).begin(folds)
    journal.save([entry(FakeClock())])
    qtbot.waitUntil(lambda: "fold done" in heard)
    assert heard.index("saved") <= 3
    assert heard.count("fold") > 10
    assert {"series", "pairs", "changes", "effects", "sessions", "rehearsals"} <= set(vars(folds))


def test_what_is_superseded_is_left(journal: JournalDriver, qtbot: QtBot) -> None:
    """When the journal has been read anew, nobody goes on with what it came to before."""
    heard: list[str] = []
    owner = QObject()
    folding = Folding(journal, owner)
    folding.begin(Told(heard, "old"))
    folding.begin(Told(heard, "new"))
    qtbot.waitUntil(lambda: "new done" in heard)
    assert heard.count("old") == 1


def test_pieces_come_to_the_same_as_all_at_once() -> None:
    """And what somebody asked for meanwhile is not worked out again."""
    year = seeded_year()
    early, whole = (Folds(year.entries, year.sessions, year.markers) for _times in range(2))
    pieces = early.pieces()
    next(pieces)
    series = early.series
    for _piece in pieces:
        pass
    assert early.series is series
    assert (series, early.pairs, early.effects) == (whole.series, whole.pairs, whole.effects)
