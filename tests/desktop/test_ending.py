"""The system asks the program to end."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from coach.desktop.ending import EndAsked


@pytest.fixture
def ended() -> Iterator[list[str]]:
    """Collect what was ended; the signals are given back."""
    found: list[str] = []
    asked = EndAsked(lambda: found.append("ended"))
    yield found
    asked.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_loop_that_sleeps_is_woken(ended: list[str], qtbot: QtBot, number: signal.Signals) -> None:
    """It ends in its own loop, where everything can still be written."""
    os.kill(os.getpid(), number)
    qtbot.waitUntil(lambda: ended == ["ended"])


def test_asked_again_it_ends_as_programs_do(ended: list[str], qtbot: QtBot) -> None:
    """The second signal is the system's own again: nobody can be kept waiting."""
    os.kill(os.getpid(), signal.SIGTERM)
    qtbot.waitUntil(lambda: ended == ["ended"])
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_signals_are_given_back() -> None:
    """Closing leaves no handler and no waker behind."""
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    asked = EndAsked(lambda: None)
    assert signal.getsignal(signal.SIGTERM) != before[signal.SIGTERM]
    asked.close()
    assert {number: signal.getsignal(number) for number in before} == before
    assert signal.set_wakeup_fd(-1) == -1
