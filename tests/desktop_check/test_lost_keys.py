"""Under the compositors of KDE and GNOME, through their X server: the card, and a firm break, take no key from whoever types."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from pytestqt.qtbot import QtBot

from tests.app.typist import Typist
from tests.desktop.private_bus import private_bus, short_folder, why_not
from tests.desktop.x11.hands import Hands
from tests.desktop_check.compositors import Gnome, Kwin
from tests.virtual_display import LONGEST_S, WindowProcess, virtual_display, xvfb_needed

pytestmark = [
    pytest.mark.skipif(bool(why_not()), reason=why_not() or "-"),
    pytest.mark.skipif(shutil.which("Xwayland") is None, reason="Xwayland is not installed"),
]
_KEYS = 60
_LONGEST_MS = LONGEST_S * 1000


class Session(NamedTuple):
    """A Wayland session with an X server beside it, and a keyboard in it."""

    environ: dict[str, str]
    press: Callable[[], None]


@pytest.fixture
def folder() -> Iterator[Path]:
    """Yield a folder for the sockets of a session."""
    made = short_folder()
    made.chmod(0o700)
    yield made
    shutil.rmtree(made, ignore_errors=True)


@pytest.fixture
def kde(qtbot: QtBot, folder: Path) -> Iterator[Session]:
    """Yield a session of KDE."""
    with virtual_display() as display, private_bus(folder) as address:
        kwin, hands = Kwin(folder, display, address, x11=True), Hands(display)
        try:
            qtbot.waitUntil(lambda: kwin.has_x11, timeout=_LONGEST_MS)
            hands.move(300)  # into its window, which then has the keyboard
            yield Session(_environ(kwin.environ), hands.key)
        finally:
            kwin.stop()
            hands.leave()


@pytest.fixture
def gnome(qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """Yield a session of GNOME."""
    with private_bus(folder) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        mutter = Gnome(folder, address, x11=True)
        try:
            qtbot.waitUntil(lambda: mutter.has_x11, timeout=_LONGEST_MS)
            mutter.take_keyboard()
            qtbot.waitUntil(lambda: mutter.has_keyboard, timeout=_LONGEST_MS)
            yield Session(_environ(mutter.environ), mutter.key)
        finally:
            mutter.bus.close()
            mutter.stop()


def _environ(session: dict[str, str]) -> dict[str, str]:
    return {**os.environ, **session, "XDG_SESSION_TYPE": "wayland"}


@pytest.mark.skipif(shutil.which("kwin_wayland") is None, reason="kwin_wayland is not installed")
@xvfb_needed
@pytest.mark.parametrize("editor", ["wayland", "xcb"])
def test_kde(qtbot: QtBot, kde: Session, tmp_path: Path, editor: str) -> None:
    """No key is lost, whether the other program is one of Wayland's or one of the X server's."""
    _type(qtbot, kde, tmp_path, editor)


@pytest.mark.skipif(shutil.which("mutter") is None, reason="mutter is not installed")
@pytest.mark.parametrize("editor", ["wayland", "xcb"])
def test_gnome(qtbot: QtBot, gnome: Session, tmp_path: Path, editor: str) -> None:
    """No key is lost, whether the other program is one of Wayland's or one of the X server's."""
    _type(qtbot, gnome, tmp_path, editor)


def _type(qtbot: QtBot, session: Session, folder: Path, editor: str) -> None:
    typist = Typist(qtbot, session.press, {**session.environ, "QT_QPA_PLATFORM": editor}, folder)
    environ = {**session.environ, "QT_QPA_PLATFORM": "xcb"}
    program = WindowProcess("tests.app.at_desk", [str(folder / "data"), "firm"], environ, folder / "stderr.txt")
    program.wait_for("loaded")
    try:
        without = typist.arrive(_KEYS)
        card = typist.arrive(_KEYS, lambda: program.tell("due"))
        program.wait_for("card")
        window = typist.arrive(_KEYS, lambda: program.tell("wait"))
        program.wait_for("window")
    finally:
        program.end()
        typist.leave()
    sys.stdout.write(
        f"\n{editor}: of {_KEYS} keys {without} arrive, {card} with the card, {window} with a firm break\n"
    )
    assert without >= _KEYS - 1
    assert min(card, window) >= without - 1
