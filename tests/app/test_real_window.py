"""A real window under Xvfb: it opens, is raised by a second start, and a session played in it is in the journal."""

from __future__ import annotations

import os
import queue
import shutil
import subprocess
import sys
import threading
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

    def __init__(self, folder: Path, environ: dict[str, str], errors: Path) -> None:
        self.errors = errors
        self.said: queue.Queue[str] = queue.Queue()
        with errors.open("w") as stderr:
            self.child = subprocess.Popen(
                [sys.executable, "-m", "tests.app.real_window", str(folder)],
                env=environ,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=stderr,
                text=True,
            )
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.child.stdout is not None
        for line in self.child.stdout:
            self.said.put(line.strip())
        self.said.put("")

    def wait_for(self, word: str) -> None:
        """Wait until the program says `word`; fails with its stderr when it does not."""
        try:
            while (heard := self.said.get(timeout=_LONGEST_S)) != word:
                if not heard:
                    break
            else:
                return
        except queue.Empty:
            pass
        pytest.fail(f"the program never said {word}:\n{self.errors.read_text()}", pytrace=False)

    def tell(self, word: str) -> None:
        assert self.child.stdin is not None
        self.child.stdin.write(f"{word}\n")
        self.child.stdin.flush()

    def end(self) -> None:
        """Leave nothing behind, however the test went."""
        self.child.kill()
        self.child.wait(_LONGEST_S)
        self._reader.join()
        for pipe in (self.child.stdin, self.child.stdout):
            assert pipe is not None
            pipe.close()


@pytest.fixture
def window(display: str, tmp_path: Path) -> Iterator[RealWindow]:
    folder = tmp_path / "data"
    environ = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LIMBER_DATA_DIR": str(folder)}
    real = RealWindow(folder, environ, tmp_path / "stderr.txt")
    yield real
    real.end()


def test_a_real_window_from_start_to_journal(window: RealWindow, display: str, tmp_path: Path) -> None:
    """It paints, a second start raises it, a session is started with the mouse, rated twice and found in the journal."""
    folder = tmp_path / "data"
    environ = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LIMBER_DATA_DIR": str(folder)}
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
