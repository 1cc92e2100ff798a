"""Real windows under a window manager, with a tray: a card, and a break that opens by itself, take no key from whoever types elsewhere."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.app.tray_host import TrayHost
from tests.app.typist import Typist
from tests.desktop.private_bus import private_bus, short_folder, why_not
from tests.desktop.x11.hands import Hands
from tests.virtual_display import WindowProcess, managed_display, on_display, xvfb_needed

pytestmark = [
    xvfb_needed,
    pytest.mark.skipif(shutil.which("openbox") is None, reason="openbox is not installed"),
    pytest.mark.skipif(bool(why_not()), reason=why_not() or "-"),
]
_KEYS = 24


@pytest.fixture
def display() -> Iterator[str]:
    """Yield a display with a window manager."""
    with managed_display() as name:
        yield name


@pytest.fixture
def tray() -> Iterator[TrayHost]:
    """Yield a tray on a bus of its own."""
    folder = short_folder()
    with private_bus(folder) as address:
        host = TrayHost(address)
        yield host
        host.close()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.mark.parametrize("mode", ["soft", "firm"])
def test_no_key_is_lost(qtbot: QtBot, display: str, tray: TrayHost, tmp_path: Path, mode: str) -> None:
    """As many keys arrive while the card comes, and while a firm break opens, as without them: all."""
    environ = {**on_display(display, tmp_path / "data"), "DBUS_SESSION_BUS_ADDRESS": tray.address}
    hands = Hands(display)
    typist = Typist(qtbot, hands.key, environ, tmp_path)
    words = [str(tmp_path / "data"), mode, "tray"]
    program = WindowProcess("tests.app.at_desk", words, environ, tmp_path / "stderr.txt")
    program.wait_for("loaded")
    try:
        icon = tray.wait_for_icon()
        assert typist.arrive(_KEYS) == _KEYS
        assert typist.arrive(_KEYS, lambda: program.tell("due")) == _KEYS
        program.wait_for("card")
        assert tray.tip(icon) == "Limber – A break is due"
        if mode == "firm":
            assert typist.arrive(_KEYS, lambda: program.tell("wait")) == _KEYS
            program.wait_for("window")
        program.tell("skip")
        program.wait_for("skipped")
        program.tell("quit")
        assert program.child.wait(30) == 0
    finally:
        program.end()
        typist.leave()
        hands.leave()
    errors = (tmp_path / "stderr.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in errors if not line.startswith("qt.qpa.services:")] == []  # this bus has no portal
