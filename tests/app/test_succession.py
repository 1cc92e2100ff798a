"""Writing through an owner that may go: the window is closed while a session runs in a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.app.journals import desk
from coach.content.vocabulary import Area, Side
from coach.desktop.ownership import Owner
from coach.journal.entries import entry_draft
from coach.store.open import open_reader
from tests.fakes import FakeClock


def test_whoever_is_left_writes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The owner closes in the middle: the other process takes its place, and nothing is lost."""
    monkeypatch.setattr("coach.desktop.ownership._TRIES", 1)  # nobody is starting here
    clock = FakeClock()
    window = Owner.acquire(tmp_path)
    assert window is not None
    with desk(tmp_path, clock) as terminal:
        draft = entry_draft(clock.stamp(), 4, Area.HIP, Side.LEFT)
        window.release()
        terminal.writer.append([draft])
        assert Owner.acquire(tmp_path) is None
    with open_reader(tmp_path) as journal:
        assert [entry.id for entry in journal.entries()] == [draft.id]
    after = Owner.acquire(tmp_path)
    assert after is not None
    after.release()
