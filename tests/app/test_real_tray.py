"""The program as it starts at login, in a real tray's place: its icon, the menu over the bus, the window that comes and goes."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.app.login import Login
from tests.app.tray_host import words
from tests.desktop.private_bus import private_bus, short_folder, why_not
from tests.virtual_display import LONGEST_S, virtual_display, xvfb_needed

pytestmark = [xvfb_needed, pytest.mark.skipif(bool(why_not()), reason=why_not() or "-")]


@pytest.fixture
def login(tmp_path: Path) -> Iterator[Login]:
    """Log in."""
    folder = short_folder()
    with virtual_display() as display, private_bus(folder) as address:
        made = Login(display, address, tmp_path)
        yield made
        made.end()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def until(qtbot: QtBot) -> Callable[[Callable[[], bool]], None]:
    """Wait until something is so."""
    return lambda so: qtbot.waitUntil(so, timeout=LONGEST_S * 1000)


def test_it_lives_in_the_tray(login: Login, until: Callable[[Callable[[], bool]], None]) -> None:
    """No window; the menu says and does; a panel that starts anew has the icon again; a second start opens; quit ends."""
    host, hands = login.host, login.hands
    icon = host.wait_for_icon()
    assert hands.seen("Limber") == 0
    assert words(host.menu(icon)) == [
        "Movement break in 1 h",
        "",
        "Take a break now",
        "A shorter one",
        "Pause",
        "In a meeting",
        "",
        "Note how it feels",
        "Open Limber",
        "Quit Limber",
    ]
    assert host.tip(icon) == "Limber – Movement break in 1 h"
    host.choose(icon, "30 min")
    until(lambda: words(host.menu(icon))[0].startswith("Paused until "))
    host.choose(icon, "Go on now")
    until(lambda: words(host.menu(icon))[0] == "Movement break in 1 h")
    host.choose(icon, "Open Limber")
    until(lambda: hands.seen("Limber") == 1)
    hands.ask_to_close("Limber")
    until(lambda: hands.seen("Limber") == 0)
    assert login.program.poll() is None
    host.stop()
    host.start()
    icon = host.wait_for_icon()
    assert "already open" in login.again()
    until(lambda: hands.seen("Limber") == 1)
    host.choose(icon, "Quit Limber")
    assert login.program.wait(LONGEST_S) == 0
    assert login.errors() == []


@pytest.mark.parametrize("opened", [False, True])
def test_quitting_from_the_tray_in_a_break(
    login: Login, until: Callable[[Callable[[], bool]], None], *, opened: bool
) -> None:
    """The break window is no reason to stay, whether the other window is there or not."""
    host, hands = login.host, login.hands
    icon = host.wait_for_icon()
    until(lambda: words(host.menu(icon))[0] == "Movement break in 1 h")
    host.choose(icon, "Take a break now")
    until(lambda: hands.seen("Break") == 1)
    assert hands.seen("Limber") == 0
    if opened:
        host.choose(icon, "Open Limber")
        until(lambda: hands.seen("Limber") == 1)
    assert words(host.menu(icon))[0] == "A break is running"
    host.choose(icon, "Quit Limber")
    assert login.program.wait(LONGEST_S) == 0
    assert login.errors() == []
