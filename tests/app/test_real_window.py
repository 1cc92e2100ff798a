"""A real window under Xvfb: it opens, is raised by a second start, and a session played in it is in the journal."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.content.vocabulary import When
from coach.session.events import Status
from coach.store.open import open_reader

pytestmark = pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is not installed")
_LONGEST_S = 60


@pytest.fixture
def display() -> Iterator[str]:
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as said:
        number = said.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(_LONGEST_S)


class RealWindow:
    """The program in a process of its own."""

    def __init__(self, folder: Path, environ: dict[str, str]) -> None:
        self.child = subprocess.Popen(
            [sys.executable, "-m", "tests.app.real_window", str(folder)],
            env=environ,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def wait_for(self, word: str) -> None:
        """Wait until the program says `word`; fails when it ends without."""
        assert self.child.stdout is not None
        for line in self.child.stdout:
            if line.strip() == word:
                return
        pytest.fail(f"the program ended without saying {word}", pytrace=False)

    def tell(self, word: str) -> None:
        assert self.child.stdin is not None
        self.child.stdin.write(f"{word}\n")
        self.child.stdin.flush()


def test_a_real_window_from_start_to_journal(display: str, tmp_path: Path) -> None:
    """It paints, a second start raises it, a session is started with the mouse, rated twice and found in the journal."""
    folder = tmp_path / "data"
    environ = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LIMBER_DATA_DIR": str(folder)}
    window = RealWindow(folder, environ)
    window.wait_for("painted")
    window.wait_for("loaded")
    second = subprocess.run(
        [sys.executable, "-m", "coach"], env=environ, capture_output=True, text=True, timeout=_LONGEST_S, check=False
    )
    window.wait_for("raised")
    handed_over = subprocess.run(
        [sys.executable, "-m", "coach", "log", "3", "--area", "calf", "--side", "left"],
        env=environ,
        capture_output=True,
        text=True,
        timeout=_LONGEST_S,
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
    assert window.child.wait(_LONGEST_S) == 0
    assert (second.returncode, second.stderr) == (0, "")
    assert "already open" in second.stdout
    assert handed_over.stdout == "Saved.\n"
    with open_reader(folder) as journal:
        (record,) = journal.sessions()
        entries = journal.entries()
    assert record.status is Status.DONE
    assert record.rehearsal
    assert [(entry.when, entry.tightness) for entry in entries] == [(None, 3), (When.BEFORE, 5), (When.AFTER, 5)]
    for pipe in (window.child.stdin, window.child.stdout):
        assert pipe is not None
        pipe.close()
