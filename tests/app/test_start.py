"""The program as it is started: by the person, and by the login; on a Wayland session through its X server."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.virtual_display import LONGEST_S, on_display, virtual_display, xvfb_needed

pytestmark = xvfb_needed


class Program:
    """Starts the program on a display, with its data in a folder, as on a Wayland session without a compositor."""

    def __init__(self, display: str, folder: Path) -> None:
        environ = {**on_display(display, folder), "WAYLAND_DISPLAY": "nowhere", "XDG_SESSION_TYPE": "wayland"}
        del environ["QT_QPA_PLATFORM"]
        self.environ, self.folder = environ, folder
        self.running: list[subprocess.Popen[str]] = []

    def start(self, *words: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "coach", *words]
        began = subprocess.Popen(
            command,
            env=self.environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            text=True,
        )
        self.running.append(began)
        return began

    def again(self, *words: str) -> str:
        """Start it once more and return what that says, once it has left."""
        said, errors = self.start(*words).communicate(timeout=LONGEST_S)
        assert errors == ""
        return said

    def until_open(self) -> None:
        """Wait until the first one answers another; until then a start of it would be the first itself."""
        while not (self.folder / "owner.lock").exists():
            assert self.running[0].poll() is None, self.running[0].communicate()

    def end(self) -> None:
        for one in self.running:
            one.kill()
            one.communicate()


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    """Yield a display with the program on it."""
    with virtual_display() as display:
        made = Program(display, tmp_path / "data")
        yield made
        made.end()


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="there is no /proc here")
def test_started_by_the_login(program: Program) -> None:
    """It runs, through the X server alone; the login starting it again says nothing, and the person raises it."""
    first = program.start("--in-tray")
    program.until_open()
    assert program.again() == "Limber is already open with this data; its window is in front now.\n"
    assert program.again("--in-tray") == ""
    loaded = Path(f"/proc/{first.pid}/maps").read_text(encoding="utf-8")
    assert "libqxcb" in loaded
    assert "libqwayland" not in loaded
    assert first.poll() is None
