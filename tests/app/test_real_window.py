"""A real window under Xvfb: it opens, is raised by a second start, and a session played in it is in the journal."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.content.vocabulary import When
from coach.session.events import Status
from coach.store.open import open_reader
from tests.virtual_display import LONGEST_S, WindowProcess, on_display, virtual_display, xvfb_needed

pytestmark = xvfb_needed


@pytest.fixture
def display() -> Iterator[str]:
    """Start a display."""
    with virtual_display() as name:
        yield name


@pytest.fixture
def window(display: str, tmp_path: Path) -> Iterator[WindowProcess]:
    """Open the program."""
    folder = tmp_path / "data"
    real = WindowProcess("tests.app.real_window", [str(folder)], on_display(display, folder), tmp_path / "stderr.txt")
    yield real
    real.end()


def test_a_real_window_from_start_to_journal(window: WindowProcess, display: str, tmp_path: Path) -> None:
    """It paints, a second start raises it, a session is started with the mouse, rated twice and found in the journal."""
    folder = tmp_path / "data"
    environ = on_display(display, folder)
    window.wait_for("painted")
    window.wait_for("loaded")
    second = subprocess.run(
        [sys.executable, "-m", "coach"], env=environ, capture_output=True, text=True, timeout=LONGEST_S, check=False
    )
    window.wait_for("raised")
    handed_over = subprocess.run(
        [sys.executable, "-m", "coach", "log", "3", "--area", "calf", "--side", "left"],
        env=environ,
        capture_output=True,
        text=True,
        timeout=LONGEST_S,
        check=False,
    )
    window.tell("start")
    window.wait_for("playing")
    window.tell("rate")
    window.wait_for("rated")
    window.tell("skip")
    window.wait_for("skipped")
    window.tell("rate")
    window.wait_for("over")
    window.tell("quit")
    assert window.child.wait(LONGEST_S) == 0
    assert (second.returncode, second.stderr) == (0, "")
    assert "already open" in second.stdout
    assert handed_over.stdout == "Saved.\n"
    with open_reader(folder) as journal:
        (record,) = journal.sessions()
        entries = journal.entries()
    assert record.status is Status.DONE
    assert record.rehearsal
    assert [(entry.when, entry.area.value, entry.tightness) for entry in entries] == [
        (None, "calf", 3),
        (When.BEFORE, "low-back", 5),
        (When.BEFORE, "calf", 5),  # it was noted lately
        (When.AFTER, "low-back", 5),
        (When.AFTER, "calf", 5),
    ]
