"""Real windows under a window manager: a card, and a break that opens by itself, take no key from whoever types elsewhere."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.app.typist import Typist
from tests.desktop.x11.hands import Hands
from tests.virtual_display import WindowProcess, on_display, virtual_display, xvfb_needed

pytestmark = [xvfb_needed, pytest.mark.skipif(shutil.which("openbox") is None, reason="openbox is not installed")]
_KEYS = 24


@pytest.fixture
def display() -> Iterator[str]:
    """Yield a display with a window manager."""
    with virtual_display() as name:
        manager = subprocess.Popen(
            ["openbox"], env={**os.environ, "DISPLAY": name}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        yield name
        manager.kill()
        manager.wait(30)


@pytest.mark.parametrize("mode", ["soft", "firm"])
def test_no_key_is_lost(qtbot: QtBot, display: str, tmp_path: Path, mode: str) -> None:
    """As many keys arrive while the card comes, and while a firm break opens, as without them: all."""
    environ = on_display(display, tmp_path / "data")
    hands = Hands(display)
    typist = Typist(qtbot, hands.key, environ, tmp_path)
    program = WindowProcess("tests.app.at_desk", [str(tmp_path / "data"), mode], environ, tmp_path / "stderr.txt")
    program.wait_for("loaded")
    try:
        assert typist.arrive(_KEYS) == _KEYS
        assert typist.arrive(_KEYS, lambda: program.tell("due")) == _KEYS
        program.wait_for("card")
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
    assert (tmp_path / "stderr.txt").read_text(encoding="utf-8") == ""
