"""Presenting under Xvfb: on two monitors, on one, and with the plug pulled in the middle."""

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

from tests.app.monitors import Area, Monitors, available

pytestmark = pytest.mark.skipif(
    shutil.which("Xvfb") is None or not available(), reason="Xvfb, libX11 and libXrandr are needed"
)
_LONGEST_S = 60
_LAPTOP = Area(0, 0, 1280, 800)
_BEAMER = Area(1280, 0, 1920, 1080)
_FULL = "Beamer 1280 0 1920 1080 full presenter"


@pytest.fixture
def display() -> Iterator[str]:
    """Start a display that is as wide as both monitors."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "3200x1080x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as said:
        number = said.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(_LONGEST_S)


@pytest.fixture
def monitors(display: str) -> Iterator[Monitors]:
    """Plug the laptop's own monitor in."""
    made = Monitors(display)
    made.plug_in("Laptop", _LAPTOP, real=True)
    yield made
    made.close()


class Presenter:
    """The program in a process of its own."""

    def __init__(self, folder: Path, display: str) -> None:
        environ = {**os.environ, "QT_QPA_PLATFORM": "xcb", "DISPLAY": display}
        self.said: queue.Queue[str] = queue.Queue()
        self.child = subprocess.Popen(
            [sys.executable, "-m", "tests.app.presenting_window", str(folder)],
            env=environ,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.child.stdout is not None
        for line in self.child.stdout:
            self.said.put(line.strip())
        self.said.put("")

    def ask(self, word: str) -> str:
        """Tell it something and return its answer."""
        assert self.child.stdin is not None
        self.child.stdin.write(f"{word}\n")
        self.child.stdin.flush()
        return self.said.get(timeout=_LONGEST_S)

    def settles(self, wanted: str, *, asks: int = 3000) -> None:
        """Ask where the stage is until it is where it should be."""
        heard = ""
        for _ask in range(asks):
            heard = self.ask("where")
            if heard.startswith(wanted):
                return
        pytest.fail(f"the stage is at {heard!r}, not at {wanted!r}", pytrace=False)

    def end(self) -> None:
        """Leave nothing behind, however the test went."""
        self.child.kill()
        self.child.wait(_LONGEST_S)
        self._reader.join()
        for pipe in (self.child.stdin, self.child.stdout):
            assert pipe is not None
            pipe.close()


@pytest.fixture
def program(tmp_path: Path, display: str, monitors: Monitors) -> Iterator[Presenter]:
    """Open the program."""
    made = Presenter(tmp_path, display)
    while made.said.get(timeout=_LONGEST_S) != "loaded":
        pass
    yield made
    made.end()


def test_one_screen_gets_a_window(program: Presenter) -> None:
    """The stage is a window beside the presenter's; F fills the screen and gives it back; Escape ends it."""
    program.ask("present")
    program.settles("Laptop 512 320 768 480 window presenter")
    program.ask("wish fill")
    program.settles("Laptop 0 0 1280 800 full presenter")
    program.ask("wish fill")
    program.settles("Laptop 512 320 768 480 window presenter")
    assert program.ask("wish end") == "none routines"


def test_pulling_the_plug_keeps_the_presentation(program: Presenter, monitors: Monitors) -> None:
    """On two screens it fills the other; unplugged it is a window here; plugged in again it goes back."""
    monitors.plug_in("Beamer", _BEAMER)
    program.ask("present")
    program.settles(_FULL)
    monitors.unplug("Beamer")
    program.settles("Laptop 512 320 768 480 window presenter")
    monitors.plug_in("Beamer", _BEAMER)
    program.settles(_FULL)
    assert program.ask("wish end") == "none routines"


def test_plugging_in_later_moves_it_there(program: Presenter, monitors: Monitors) -> None:
    """Begun on one screen, it goes to the other as soon as there is one, unless a window is wanted."""
    program.ask("present")
    program.settles("Laptop 512 320 768 480 window presenter")
    monitors.plug_in("Beamer", _BEAMER)
    program.settles(_FULL)
    program.ask("wish fill")
    program.settles("Laptop 512 320 768 480 window presenter")
    monitors.unplug("Beamer")
    monitors.plug_in("Beamer", _BEAMER)
    program.settles("Laptop 512 320 768 480 window presenter", asks=50)


def test_closing_the_program_closes_the_stage(program: Presenter, monitors: Monitors) -> None:
    """No window on the other screen keeps the program alive."""
    monitors.plug_in("Beamer", _BEAMER)
    program.ask("present")
    program.settles(_FULL)
    program.ask("quit")
    assert program.child.wait(_LONGEST_S) == 0
