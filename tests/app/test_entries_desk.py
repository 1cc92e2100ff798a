"""Entries of a form: together in one go, never twice, and taken back as one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from coach.app.entries_desk import EntriesDesk
from coach.clock import Clock
from coach.content.vocabulary import Area, MarkerKind, Quality, Side
from coach.drivers.journal_driver import JournalDriver
from coach.errors import DataError
from coach.journal.records import Entry, Marker
from coach.ui.entry.model import EntryInput, MarkerNoted
from tests.app.driving import driven

CALF, BACK = (Area.CALF, Side.LEFT), (Area.LOW_BACK, None)


class Desk(EntriesDesk):
    """A desk that notes what it says."""

    def __init__(self, journal: JournalDriver, clock: Clock) -> None:
        super().__init__(journal, clock, journal)
        self.said: list[str] = []
        self.saved.connect(lambda: self.said.append("saved"))
        self.failed.connect(self.said.append)
        self.taken_back.connect(lambda: self.said.append("back"))


def _fill_the_disk(store: Any) -> Any:
    """Let nothing be written, and return what writes."""

    def refuse(*_given: object) -> None:
        raise DataError("Not saved: the disk is full.")

    write, store.append = store.append, refuse
    return write


def _empty_the_disk(store: Any, write: Any) -> None:
    store.append = write


def _held(journal: JournalDriver) -> tuple[list[Entry], list[Marker]]:
    return journal.call(lambda store: (store.entries(), store.markers())).result()


def test_places_are_saved_together_and_taken_back_together(qapp: QApplication, tmp_path: Path) -> None:
    """One id binds them, the first carries the note, the marker is there too; Undo leaves nothing."""
    with driven(qapp, tmp_path / "data") as hands:
        hands.open()
        journal = hands.shell.journal
        desk = Desk(journal, hands.clock)
        marker = MarkerNoted(MarkerKind.LONG_DRIVE, "to the sea")
        desk.log(EntryInput(((BACK, 4), (CALF, 7)), Quality.CRAMP, "in the car", marker))
        hands.settle()
        entries, markers = _held(journal)
        assert [(one.area, one.side, one.tightness, one.note) for one in entries] == [
            (Area.LOW_BACK, None, 4, "in the car"),
            (Area.CALF, Side.LEFT, 7, ""),
        ]
        assert entries[0].together == entries[1].together is not None
        assert [(one.kind, one.words) for one in markers] == [(MarkerKind.LONG_DRIVE, "to the sea")]
        desk.undo()
        desk.undo()
        hands.settle()
        assert _held(journal) == ([], [])
        assert desk.said == ["saved", "back"]


def test_one_place_stands_alone(qapp: QApplication, tmp_path: Path) -> None:
    """Nothing binds a single entry."""
    with driven(qapp, tmp_path / "data") as hands:
        hands.open()
        desk = Desk(hands.shell.journal, hands.clock)
        desk.log(EntryInput(((CALF, 7),)))
        hands.settle()
        (entry,) = _held(hands.shell.journal)[0]
        assert entry.together is None


def test_a_retry_is_there_once_and_a_changed_one_as_changed(qapp: QApplication, tmp_path: Path) -> None:
    """What could not be saved is not there twice after Try again; changed meanwhile, only the change is there."""
    for again, score in ((EntryInput(((CALF, 7),)), 7), (EntryInput(((CALF, 5),)), 5)):
        with driven(qapp, tmp_path / f"data{score}") as hands:
            hands.open()
            journal = hands.shell.journal
            desk = Desk(journal, hands.clock)
            write = journal.call(_fill_the_disk).result()
            desk.log(EntryInput(((CALF, 7),)))
            hands.settle()
            assert desk.said == ["Not saved: the disk is full."]
            journal.call(partial(_empty_the_disk, write=write)).result()
            desk.log(again)
            hands.settle()
            assert desk.said[1:] == ["saved"]
            assert [one.tightness for one in _held(journal)[0]] == [score]
