"""Breaks from the start of the program to its end, and what of them is there at the next start."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from coach.content.vocabulary import BreakOutcome
from coach.reminders.view import State
from tests.app.breaks_hands import MOVES, office


def test_asked_for_before_anything_was_read_it_waits(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window opens as soon as there is something to offer."""
    with office(qapp, tmp_path / "data", monkeypatch, opened=False) as at:
        at.breaks.now()
        before = len(at.run.opened)
        at.hands.open()
        assert (before, len(at.run.opened)) == (0, 1)


def test_how_it_stands_is_kept_over_a_restart(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pause goes on; the file is the person's alone."""
    folder = tmp_path / "data"
    with office(qapp, folder, monkeypatch) as at:
        at.sit(40)
        at.breaks.pause(60)
    assert (folder / "breaks.json").stat().st_mode & 0o077 == 0
    with office(qapp, folder, monkeypatch) as at:
        assert at.breaks.view().state is State.PAUSED


def test_a_break_that_goes_on_when_the_program_ends_is_written(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what was done of it."""
    with office(qapp, tmp_path / "data", monkeypatch) as at:
        at.breaks.now()
    assert at.run.closed
    with office(qapp, tmp_path / "data", monkeypatch) as at:
        assert [(one.outcome, one.done_ms) for one in at.kept()] == [(BreakOutcome.PARTLY, 20_000)]


def test_a_damaged_file_begins_anew_and_says_so(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence that names the file."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "breaks.json").write_text("{half")
    with office(qapp, folder, monkeypatch) as at:
        assert "breaks.json" in at.said()
        assert at.breaks.view().state is State.COUNTING


def test_never_switched_on_it_leaves_no_file(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor a timer, nor a watched door."""
    folder = tmp_path / "data"
    with office(qapp, folder, monkeypatch, replace(MOVES, on=False)) as at:
        assert not at.ticks()
        assert at.desk.lock.told is None
        at.use(MOVES)
        assert at.ticks()
        at.use(replace(MOVES, on=False))
        (folder / "breaks.json").unlink()
    assert not (folder / "breaks.json").exists()
