"""Presenting under Xvfb: on two monitors, on one, and with the plug pulled in the middle."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.monitors import Area, Monitors, available
from tests.virtual_display import LONGEST_S, WindowProcess, on_display, virtual_display, xvfb_needed

pytestmark = [xvfb_needed, pytest.mark.skipif(not available(), reason="libX11 and libXrandr are needed")]
_LAPTOP = Area(0, 0, 1280, 800)
_BEAMER = Area(1280, 0, 1920, 1080)
_FULL = "Beamer 1280 0 1920 1080 full presenter"


@pytest.fixture
def display() -> Iterator[str]:
    """Start a display that is as wide as both monitors."""
    with virtual_display("3200x1080") as name:
        yield name


@pytest.fixture
def monitors(display: str) -> Iterator[Monitors]:
    """Plug the laptop's own monitor in."""
    made = Monitors(display)
    made.plug_in("Laptop", _LAPTOP, real=True)
    yield made
    made.close()


class Presenter(WindowProcess):
    """The program in a process of its own."""

    def settles(self, wanted: str, *, ask: str = "where", asks: int = 3000) -> None:
        """Ask where the stage is (or with `seen` the window) until it is where it should be."""
        heard = ""
        for _ask in range(asks):
            heard = self.ask(ask)
            if heard.startswith(wanted):
                return
        pytest.fail(f"the stage is at {heard!r}, not at {wanted!r}", pytrace=False)


@pytest.fixture
def program(tmp_path: Path, display: str, monitors: Monitors) -> Iterator[Presenter]:
    """Open the program."""
    environ = on_display(display, tmp_path / "data")
    made = Presenter("tests.app.presenting_window", [str(tmp_path / "data")], environ, tmp_path / "stderr.txt")
    made.wait_for("loaded")
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


def test_the_window_itself_comes_back_from_a_screen_that_has_gone(program: Presenter, monitors: Monitors) -> None:
    """RELIABILITY 35: whole and in sight, or filling the screen that is left; a smaller screen holds it as well."""
    monitors.plug_in("Beamer", _BEAMER)
    program.ask("place 1500 100 1200 760")
    program.settles("Beamer 1500 100 1200 760 window", ask="seen")
    monitors.unplug("Beamer")
    program.settles("Laptop 80 40 1200 760 window", ask="seen")
    monitors.plug_in("Beamer", _BEAMER)
    program.ask("place 1500 100 1200 760")
    program.settles("Beamer 1500 100 1200 760 window", ask="seen")
    program.ask("fill")
    monitors.unplug("Beamer")
    program.settles("Laptop 0 0 1280 800 full", ask="seen")


def test_closing_the_program_closes_the_stage(program: Presenter, monitors: Monitors) -> None:
    """No window on the other screen keeps the program alive."""
    monitors.plug_in("Beamer", _BEAMER)
    program.ask("present")
    program.settles(_FULL)
    program.ask("quit")
    assert program.child.wait(LONGEST_S) == 0
