"""The journal from the windows' side: told after the commit, in this thread, and nothing lost on the way out."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.drivers.journal_driver import JournalDriver, OpenJournal
from coach.errors import DataError
from coach.journal.repository import Draft
from coach.store.backups import make_backup
from coach.store.open import open_journal, open_reader
from tests.fakes import FakeClock
from tests.journal.samples import SESSION, checkpoint, entry, recorder


class Desk:
    """A driver over a real journal whose opening can be made to fail, and what it told."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.clock, self.closed_door = folder, FakeClock(), ""
        self.saved: list[list[str]] = []
        self.failed: list[tuple[str, int]] = []
        self.threads: set[str] = set()
        self.driver = JournalDriver(self.open)
        self.driver.saved.connect(lambda ids: self._told(self.saved.append, ids))
        self.driver.failed.connect(lambda words, drafts: self._told(self.failed.append, (words, len(drafts))))

    def open(self) -> OpenJournal:
        self.threads.add("opened in " + threading.current_thread().name.split("_")[0])
        if self.closed_door:
            raise DataError(self.closed_door)
        return open_journal(self.folder, app_version="0.1", clock=self.clock)

    def _told(self, take: Callable[[Any], None], what: object) -> None:
        self.threads.add("told in " + threading.current_thread().name)
        take(what)


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    """A desk, closed afterwards."""
    made = Desk(tmp_path / "data")
    yield made
    made.driver.close()


def test_saved_comes_after_the_commit(desk: Desk, qtbot: QtBot) -> None:
    """When the signal arrives another connection already sees the entry; opening is the worker's, telling is ours."""
    draft = entry(desk.clock)
    with qtbot.waitSignal(desk.driver.saved):
        desk.driver.save([draft])
    with open_reader(desk.folder) as reader:
        assert [e.id for e in reader.entries()] == [draft.id]
    assert desk.saved == [[draft.id]]
    assert desk.threads == {"opened in journal", "told in MainThread"}


def test_reading_answers_here(desk: Desk, qtbot: QtBot) -> None:
    """The question runs in the worker after everything saved before it, the answer arrives in this thread."""
    answers: list[tuple[int, str]] = []
    desk.driver.save([entry(desk.clock, 7)])
    desk.driver.read(
        lambda journal: journal.entries()[0].tightness,
        lambda found: answers.append((found, threading.current_thread().name)),
    )
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [(7, "MainThread")]


def test_what_could_not_be_saved_goes_along_later(desk: Desk, qtbot: QtBot) -> None:
    """A full disk is told with its sentence; when there is room again nothing is missing and nothing double."""
    desk.closed_door = "Not saved: the disk is full."
    first, second = entry(desk.clock, 1), entry(desk.clock, 2)
    with qtbot.waitSignal(desk.driver.failed):
        desk.driver.save([first])
    desk.closed_door = ""
    with qtbot.waitSignal(desk.driver.saved):
        desk.driver.save([second])
    assert desk.failed == [("Not saved: the disk is full.", 1)]
    assert desk.saved == [[first.id, second.id]]


def test_reading_what_cannot_be_opened_says_so(desk: Desk, qtbot: QtBot) -> None:
    """Where trouble goes is up to the caller, else it is told as a failure."""
    desk.closed_door = "The journal is damaged."
    told: list[str] = []
    desk.driver.read(lambda journal: journal.entries(), lambda _found: told.append("never"), told.append)
    with qtbot.waitSignal(desk.driver.failed):
        desk.driver.read(lambda journal: journal.entries(), lambda _found: told.append("never"))
    assert told == ["The journal is damaged."]
    assert desk.failed == [("The journal is damaged.", 0)]


def test_closing_drains(desk: Desk, qtbot: QtBot) -> None:
    """Everything asked before is written and told."""
    drafts = [entry(desk.clock, number % 11) for number in range(30)]
    for draft in drafts:
        desk.driver.save([draft])
    desk.driver.close()
    assert [ids[0] for ids in desk.saved] == [draft.id for draft in drafts]
    with open_reader(desk.folder) as reader:
        assert len(reader.entries()) == 30


def test_what_is_told_while_closing_may_ask_once_more(desk: Desk, qtbot: QtBot) -> None:
    """A page that reads anew after every save does so after the last one, too: nobody answers, and nothing breaks."""
    answers: list[int] = []
    desk.driver.saved.connect(lambda _ids: desk.driver.read(lambda journal: len(journal.entries()), answers.append))
    desk.driver.save([entry(desk.clock, 3)])
    desk.driver.close()
    assert len(desk.saved) == 1
    assert answers == []


def test_notes_are_kept_and_forgotten(desk: Desk, qtbot: QtBot) -> None:
    """A checkpoint says nothing when it is saved; forgetting takes the offer away."""
    writer = recorder(desk.clock)
    left: list[list[str]] = []
    desk.driver.save(writer.started())
    desk.driver.note(writer.resume_note(checkpoint()))
    desk.driver.read(lambda journal: [u.session for u in journal.unfinished()], left.append)
    desk.driver.forget(SESSION)
    desk.driver.read(lambda journal: [u.session for u in journal.unfinished()], left.append)
    qtbot.waitUntil(lambda: len(left) == 2)
    assert left == [[SESSION], []]
    assert (len(desk.saved), desk.failed) == (1, [])


def test_other_threads_wait_for_the_commit(desk: Desk, qtbot: QtBot) -> None:
    """The hand-over of another process: its writer returns after the commit, and the windows hear of it."""
    draft, waiting = entry(desk.clock), desk.driver.writer()
    found: list[int] = []

    def hand_over() -> None:
        waiting.append([draft])
        with open_reader(desk.folder) as reader:
            found.append(len(reader.entries()))

    with qtbot.waitSignal(desk.driver.saved):
        thread = threading.Thread(target=hand_over)
        thread.start()
    thread.join()
    assert (found, desk.saved) == ([1], [[draft.id]])


def test_many_threads_lose_nothing(desk: Desk, qtbot: QtBot) -> None:
    """RELIABILITY T19 in small: eight threads save while backups are made; nothing is lost, nobody is told of a lock."""
    waiting = desk.driver.writer()
    mine = [[entry(desk.clock, number) for number in range(10)] for _thread in range(8)]

    def save_all(drafts: list[Draft]) -> None:
        for draft in drafts:
            waiting.append([draft])

    threads = [threading.Thread(target=save_all, args=(drafts,)) for drafts in mine]
    for thread in threads:
        thread.start()
    waiting.append([entry(desk.clock)])
    for _ in range(3):
        make_backup(desk.folder, now=desk.clock.stamp())
    for thread in threads:
        thread.join()
    with open_reader(desk.folder) as reader:
        assert {e.id for e in reader.entries()} >= {draft.id for drafts in mine for draft in drafts}
        assert (len(reader.entries()), reader.damaged()) == (81, [])


def test_other_threads_hear_of_trouble(desk: Desk) -> None:
    """With its sentence."""
    desk.closed_door = "Not saved."
    with pytest.raises(DataError, match=r"^Not saved\.$"):
        desk.driver.writer().forget_resume(SESSION)


def test_a_bug_in_the_worker_is_not_swallowed(desk: Desk, qtbot: QtBot) -> None:
    """It is raised in this thread, where the crash dialog is."""
    with qtbot.captureExceptions() as caught:
        desk.driver.read(lambda _journal: 1 // 0, lambda _found: None)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_the_file_can_be_exchanged_under_it(desk: Desk, qtbot: QtBot) -> None:
    """It is closed while the work is done, opened anew for what comes next, and what is told arrives here."""
    desk.driver.save([entry(desk.clock, 3)])
    done: list[str] = []
    moved = desk.folder.with_name("moved")
    desk.driver.without(lambda: desk.folder.rename(moved).name, done.append, done.append)
    counted: list[int] = []
    desk.driver.read(lambda journal: len(journal.entries()), counted.append)
    qtbot.waitUntil(lambda: bool(counted))
    assert (done, counted) == (["moved"], [0])
    with open_reader(moved) as reader:
        assert len(reader.entries()) == 1


def test_trouble_while_it_is_closed_is_a_sentence(desk: Desk, qtbot: QtBot) -> None:
    """And the journal is there again afterwards."""

    def fails() -> None:
        raise DataError("no room")

    told: list[str] = []
    desk.driver.save([entry(desk.clock, 3)])
    desk.driver.without(fails, lambda _none: told.append("done"), told.append)
    counted: list[int] = []
    desk.driver.read(lambda journal: len(journal.entries()), counted.append)
    qtbot.waitUntil(lambda: bool(counted))
    assert (told, counted) == (["no room"], [1])
