"""A display that nobody sees, and the program in a process of its own on it."""

from __future__ import annotations

import os
import queue
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

#: No start, answer or end of a process takes longer than this, however busy the machine is.
LONGEST_S = 60
xvfb_needed = pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is not installed")


@contextmanager
def virtual_display(size: str = "1400x900") -> Iterator[str]:
    """Run Xvfb and yield the name of its display."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as said:
            yield f":{said.readline().strip()}"
    finally:
        server.terminate()
        server.wait(LONGEST_S)


@contextmanager
def managed_display() -> Iterator[str]:
    """Run Xvfb with openbox, a window manager, and yield the name of the display."""
    with virtual_display() as name:
        manager = subprocess.Popen(
            ["openbox"], env={**os.environ, "DISPLAY": name}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            yield name
        finally:
            manager.kill()
            manager.wait(LONGEST_S)


def on_display(display: str, folder: Path) -> dict[str, str]:
    """Return the environment of a program that opens its windows there, with its data in `folder`."""
    return {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LIMBER_DATA_DIR": str(folder)}


class WindowProcess:
    """A window that talks on its standard output and obeys its standard input, a line at a time."""

    def __init__(self, module: str, words: Sequence[str], environ: dict[str, str], errors: Path) -> None:
        self._errors = errors
        self._said: queue.Queue[str] = queue.Queue()
        with errors.open("w") as stderr:
            self.child = subprocess.Popen(
                [sys.executable, "-m", module, *words],
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
            self._said.put(line.strip())
        self._said.put("")

    def hear(self) -> str:
        """Return the next line; fails with what the program wrote about its trouble when none comes."""
        try:
            if heard := self._said.get(timeout=LONGEST_S):
                return heard
        except queue.Empty:
            pass
        pytest.fail(f"the program says nothing more:\n{self._errors.read_text()}", pytrace=False)

    def wait_for(self, word: str) -> None:
        """Wait until the program says `word`."""
        while self.hear() != word:
            pass

    def tell(self, word: str) -> None:
        """Write a line to it."""
        assert self.child.stdin is not None
        self.child.stdin.write(f"{word}\n")
        self.child.stdin.flush()

    def ask(self, word: str) -> str:
        """Tell it something and return its answer."""
        self.tell(word)
        return self.hear()

    def end(self) -> None:
        """Leave nothing behind, however the test went."""
        self.child.kill()
        self.child.wait(LONGEST_S)
        self._reader.join()
        for pipe in (self.child.stdin, self.child.stdout):
            assert pipe is not None
            pipe.close()
