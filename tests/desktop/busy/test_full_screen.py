"""A window over the whole screen, on a real X server, marked as a window manager marks it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from coach.desktop.busy.full_screen import X11FullScreen
from coach.ports.sensor import Sense
from tests.desktop.x11.hands import Hands
from tests.virtual_display import virtual_display, xvfb_needed

_OURS, _THEIRS = 111, 222


@xvfb_needed
def test_a_film_and_our_own_stage(qtbot: QtBot) -> None:
    """Seen when it comes and when it goes, with its program's name; our own stage is no reason to wait."""
    with virtual_display() as display:
        hands, seen, ended = Hands(display), list[Sense](), list[str]()
        way = X11FullScreen(None, {"DISPLAY": display}, own=_OURS)
        way.open(seen.append, ended.append)
        qtbot.waitUntil(lambda: seen == [Sense(False)])

        def now(sense: Sense) -> None:
            qtbot.waitUntil(lambda: seen[-1] == sense)

        film, stage = hands.window("mpv", _THEIRS), hands.window("limber", _OURS)
        hands.activate(film)
        hands.cover(film, full=True)
        now(Sense(True, "mpv"))
        hands.cover(stage, full=True)
        hands.activate(stage)
        now(Sense(False))
        hands.activate(film)
        now(Sense(True, "mpv"))
        hands.cover(film, full=False)
        now(Sense(False))
        hands.cover(film, full=True)
        now(Sense(True, "mpv"))
        hands.close_window(film)
        hands.activate(0)
        now(Sense(False))
        hands.leave()
        assert ended == []
        way.close()


@xvfb_needed
def test_a_program_that_writes_with_each_key(qtbot: QtBot) -> None:
    """Nobody is woken by what it writes at its window; a change of size is looked at at once, and once more after it."""
    with virtual_display() as display:
        hands, seen = Hands(display), list[Sense]()
        way, editor = X11FullScreen(None, {"DISPLAY": display}, own=_OURS), hands.window("editor", _THEIRS)
        hands.activate(editor)
        way.open(seen.append, pytest.fail)
        qtbot.waitUntil(lambda: seen == [Sense(False)])
        events: list[bytes] = []
        way._x._event = events.append
        for key in range(50):
            hands.write(editor, "_NET_WM_USER_TIME", 6, key)
        hands.cover(editor, full=True)
        qtbot.waitUntil(lambda: bool(events))
        assert len(events) == 1
        for _time in range(3):
            way._event(events[0])
        qtbot.waitUntil(lambda: seen[-1] == Sense(True, "editor"))
        assert way._look == 2
        way._after.timeout.emit()
        assert way._look == 3
        way.close()
        hands.leave()


@xvfb_needed
def test_a_window_that_is_gone_before_it_is_looked_at(qtbot: QtBot) -> None:
    """It covers nothing."""
    with virtual_display() as display:
        hands, seen = Hands(display), list[Sense]()
        hands.activate(0x7FFFFFF)
        way = X11FullScreen(None, {"DISPLAY": display})
        way.open(seen.append, pytest.fail)
        qtbot.waitUntil(lambda: seen == [Sense(False)])
        way.close()
        hands.leave()


def test_beside_wayland_it_says_what_it_does_not_see() -> None:
    """Programs that do not come through the X server are not seen."""
    assert "Wayland does not tell it of the others" in X11FullScreen(None, {"WAYLAND_DISPLAY": "w"}).words()
