"""The card on real screens under Xvfb: on the one with the mouse, and on another when that one goes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.monitors import Area, Monitors, available
from tests.virtual_display import LONGEST_S, WindowProcess, on_display, virtual_display, xvfb_needed

pytestmark = [xvfb_needed, pytest.mark.skipif(not available(), reason="libX11 and libXrandr are needed")]
_LAPTOP = Area(0, 0, 1280, 800)
_OTHER = Area(1280, 0, 1920, 1080)
_EDGE = 16
_ON_LAPTOP = f"Laptop {1280 - _EDGE - 1} {800 - _EDGE - 1} seen"
_ON_OTHER = f"Other {3200 - _EDGE - 1} {1080 - _EDGE - 1} seen"


@pytest.fixture
def display() -> Iterator[str]:
    """Start a display that is as wide as both monitors."""
    with virtual_display("3200x1080") as name:
        yield name


@pytest.fixture
def monitors(display: str) -> Iterator[Monitors]:
    """Plug both monitors in."""
    made = Monitors(display)
    made.plug_in("Laptop", _LAPTOP, real=True)
    made.plug_in("Other", _OTHER)
    yield made
    made.close()


@pytest.fixture
def shown(tmp_path: Path, display: str, monitors: Monitors) -> Iterator[WindowProcess]:
    """Run a card."""
    made = WindowProcess("tests.ui.breaks.card_window", [], on_display(display, tmp_path), tmp_path / "stderr.txt")
    made.wait_for("ready")
    yield made
    made.end()


def _settles(shown: WindowProcess, wanted: str) -> None:
    heard = ""
    for _ask in range(3000):
        heard = shown.ask("where")
        if heard == wanted:
            return
    pytest.fail(f"the card is at {heard!r}, not at {wanted!r}", pytrace=False)


def test_it_comes_where_the_mouse_is_and_stays_there(shown: WindowProcess) -> None:
    """In the corner of that screen; one that is shown already does not jump after the mouse."""
    shown.ask("show Other")
    _settles(shown, _ON_OTHER)
    shown.ask("show Laptop")
    _settles(shown, _ON_OTHER)
    shown.ask("hide")
    shown.ask("show Laptop")
    _settles(shown, _ON_LAPTOP)


def test_its_screen_goes_and_it_is_seen_on_another(shown: WindowProcess, monitors: Monitors) -> None:
    """With the plug pulled it is on the screen that is left, and comes back where it is called."""
    shown.ask("show Other")
    _settles(shown, _ON_OTHER)
    monitors.unplug("Other")
    _settles(shown, _ON_LAPTOP)
    monitors.plug_in("Other", _OTHER)
    shown.ask("hide")
    for _ask in range(3000):
        if shown.ask("where").endswith("gone"):
            break
    shown.tell("quit")
    assert shown.child.wait(LONGEST_S) == 0
