"""Writing through the owner: committed there before the hand-over returns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import pytest

from coach.desktop.ownership import Owner
from coach.desktop.remote_journal import RemoteWriter, journal_handler
from coach.errors import DataError
from coach.journal.canonical import canonical_json
from coach.journal.repository import Draft, JournalWriter, ResumeNote
from tests.fakes import FakeClock
from tests.journal.samples import checkpoint, recorder, whole_session


class Pages:
    """A writer that keeps what it was given."""

    def __init__(self) -> None:
        self.written: list[object] = []
        self.trouble = ""

    def append(self, drafts: Sequence[Draft], resume: ResumeNote | None = None) -> None:
        if self.trouble:
            raise DataError(self.trouble)
        self.written.append((list(drafts), resume))

    def note_resume(self, note: ResumeNote) -> None:
        self.written.append(note)

    def forget_resume(self, session: str) -> None:
        self.written.append(session)


def canonical(written: list[object]) -> str:
    """The one text of what was written; tuples and lists are the same in it."""
    return canonical_json(msgspec.to_builtins(written))


@pytest.fixture
def pages() -> Pages:
    """What the owner writes into."""
    return Pages()


@pytest.fixture
def served(tmp_path: Path, pages: Pages) -> Iterator[Path]:
    """A folder whose owner takes requests."""
    owner = Owner.acquire(tmp_path / "data")
    assert owner is not None
    owner.serve(journal_handler(pages, backup=lambda: "Backup made."))
    yield owner.folder
    owner.release()


def test_everything_arrives_as_it_was(served: Path, pages: Pages) -> None:
    """Drafts of every kind, a resume note with its bytes, and a session to forget."""
    clock = FakeClock()
    remote: JournalWriter = RemoteWriter(served)
    drafts, note = whole_session(clock, "s-1"), recorder(clock).resume_note(checkpoint(on_ms=5))
    remote.append(drafts, note)
    remote.note_resume(note)
    remote.forget_resume("s-1")
    assert canonical(pages.written) == canonical([(drafts, note), note, "s-1"])


def test_what_the_owner_cannot_save_is_raised_here(served: Path, pages: Pages) -> None:
    """With the owner's sentence."""
    pages.trouble = "Not saved: the disk is full."
    with pytest.raises(DataError, match="disk is full"):
        RemoteWriter(served).append(whole_session(FakeClock(), "s-1"))
    assert pages.written == []


@pytest.mark.parametrize(
    "request_",
    [
        {"do": "append", "drafts": [{"id": 5}], "resume": None},
        {"do": "raise"},
        {"do": "import", "path": "x"},
        {"do": "drop"},
        {"do": None},
    ],
)
def test_what_the_owner_does_not_know_is_refused(pages: Pages, request_: dict[str, object]) -> None:
    """A request of another version, or for a window there is not, changes nothing."""
    with pytest.raises((DataError, ValueError)):
        journal_handler(pages)(request_)
    assert pages.written == []


def test_the_other_requests(pages: Pages) -> None:
    """Ping answers, raise raises the window, backup and import return their sentences."""
    raised: list[bool] = []
    handle = journal_handler(
        pages,
        raise_window=lambda: raised.append(True),
        backup=lambda: "Backup made.",
        take_in=lambda path: f"{path} is in.",
    )
    assert handle({"do": "import", "path": "/j.jsonl"}) == {"ok": True, "sentence": "/j.jsonl is in."}
    assert handle({"do": "ping"}) == {"ok": True}
    assert handle({"do": "raise"}) == {"ok": True}
    assert handle({"do": "backup"}) == {"ok": True, "sentence": "Backup made."}
    assert raised == [True]
