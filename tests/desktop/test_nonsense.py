"""Whatever a server says, nothing falls over: the way ends in a sentence, or goes on."""

from __future__ import annotations

import random
import shutil
import socket
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from coach.desktop.busy import pulse_wire
from coach.desktop.busy.full_screen import X11FullScreen
from coach.desktop.busy.pulse import PulseMicrophone
from coach.desktop.idle.wayland import WaylandIdle, message
from coach.desktop.idle.x11 import X11Idle
from coach.desktop.x11 import connection as connections
from coach.desktop.x11 import wire
from coach.ports.sensor import Sense
from tests.desktop.private_bus import short_folder

_TIMES = 60


@pytest.fixture
def folder(qapp: QApplication) -> Iterator[Path]:
    """A folder whose path leaves room for a socket's name."""
    made = short_folder()
    yield made
    shutil.rmtree(made)


def _settle() -> None:
    for _round in range(6):
        QCoreApplication.processEvents()


def _noise(dice: random.Random, size: int) -> bytes:
    """Bytes that are mostly small: lengths and numbers as they could be."""
    return bytes(dice.choice((0, 0, 0, 1, 2, 4, 8, 35, dice.randrange(256))) for _byte in range(size))


class Listener:
    """Listens at a path and says what it is given to whoever comes."""

    def __init__(self, path: Path) -> None:
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(path))
        self._listener.listen()

    def say(self, data: bytes) -> None:
        """Say it, go, and let it be read."""
        line = self._listener.accept()[0]
        with line, suppress(OSError):
            line.sendall(data)
            line.shutdown(socket.SHUT_WR)
            _settle()
        _settle()

    def close(self) -> None:
        self._listener.close()


def test_a_compositor(folder: Path) -> None:
    """Events of objects that are there, with anything in them."""
    listener, ended = Listener(folder / "w"), list[str]()
    way = WaylandIdle(None, {"WAYLAND_DISPLAY": str(folder / "w")})
    for seed in range(_TIMES):
        dice = random.Random(seed)
        way.open(list[int]().append, ended.append)
        said = [
            message(dice.randrange(8), dice.randrange(4), _noise(dice, 4 * dice.randrange(9))) for _time in range(8)
        ]
        listener.say(b"".join(said) + _noise(dice, dice.randrange(40)))
    assert len(ended) == _TIMES
    way.close()
    listener.close()


def test_a_sound_server(folder: Path) -> None:
    """Answers to what was asked, with anything in them."""
    listener, ended = Listener(folder / "native"), list[str]()
    way = PulseMicrophone(None, {"PULSE_RUNTIME_PATH": str(folder)})
    for seed in range(_TIMES):
        dice = random.Random(seed)
        way.open(list[Sense]().append, ended.append)
        said = [
            pulse_wire.packet(dice.choice((0, 2, 2, 66)), dice.choice((1, 2, 3, 4, 100)), _values(dice))
            for _time in range(8)
        ]
        listener.say(b"".join(said) + _noise(dice, dice.randrange(40)))
    assert len(ended) == _TIMES
    way.close()
    listener.close()


def _values(dice: random.Random) -> bytes:
    return b"".join(dice.choice(b"LtNxaTUmvPB10V?").to_bytes(1, "big") + _noise(dice, 5) for _time in range(12))


@pytest.mark.parametrize("kind", [X11Idle, X11FullScreen])
def test_an_x_server(qapp: QApplication, monkeypatch: pytest.MonkeyPatch, kind: type[X11Idle | X11FullScreen]) -> None:
    """Answers, refusals and events with anything in them, once it has let us in."""
    ended: list[str] = []
    for seed in range(_TIMES):
        dice = random.Random(seed)
        ours, theirs = socket.socketpair()
        monkeypatch.setattr(connections, "connected", lambda _display, ours=ours: ours)
        way = kind(None, {"DISPLAY": ":0"})
        way.open(lambda _value: None, ended.append)
        way._x.server = wire.Server(0x200000, 0xFFFFF, 1)
        way._ready(way._x.server)
        for sequence in range(1, 9):
            head = bytes((dice.choice((0, 1, 1, 1, 28, 83)), dice.choice((0, 1, 8, 32)), sequence, 0))
            extra = dice.randrange(9)
            with suppress(OSError):  # it may have left already
                theirs.sendall(head + extra.to_bytes(4, "little") + _noise(dice, 24 + 4 * extra * (head[0] == 1)))
            QCoreApplication.processEvents()
        theirs.close()
        _settle()
        way.close()
    assert ended
    assert set(ended) <= {
        "the X server has gone",
        "the X server has no idle counter",
        "the X server says what is not understood",
    }
