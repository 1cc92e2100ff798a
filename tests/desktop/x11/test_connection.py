"""The connection to an X server: answers in their order, screens, refusals, and a server that is none."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.desktop.x11 import connection as connections
from coach.desktop.x11 import wire
from coach.desktop.x11.connection import Connection
from tests.desktop.x11.hands import Hands
from tests.virtual_display import virtual_display, xvfb_needed


@xvfb_needed
def test_answers_come_in_their_order(qtbot: QtBot) -> None:
    """Each to its own question, also where one between them was refused; the root window is the server's."""
    with virtual_display() as display:
        line, hands, got = Connection(None, {"DISPLAY": f"{display}.0"}), Hands(display), list[object]()

        def ready(server: wire.Server) -> None:
            got.append(server.root)
            line.send(wire.intern_atom(b"PRIMARY"), lambda answer: got.append(answer and wire.number(answer)))
            line.send(wire.get_property(0x7FFFFFF, 1), got.append)
            line.send(wire.query_extension(b"NO-SUCH"), lambda answer: got.append(answer and wire.extension(answer)))
            line.send(wire.query_extension(b"SYNC"), lambda answer: got.append(bool(answer and wire.extension(answer))))

        line.open(ready, pytest.fail, got.append)
        qtbot.waitUntil(lambda: len(got) == 5)
        assert got == [hands.root, 1, None, None, True]
        line.close()
        hands.leave()


class Pretender:
    """Something that listens where an X server should, and is none."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        ours, self.theirs = socket.socketpair()
        monkeypatch.setattr(connections, "connected", lambda _display: ours)
        self.ended: list[str] = []
        self.line = Connection(None, {"DISPLAY": ":0"})
        self.line.open(lambda _server: None, self.ended.append, lambda _event: None)


@pytest.fixture
def pretender(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Pretender]:
    """Yield one, and leave nothing behind."""
    made = Pretender(monkeypatch)
    yield made
    made.line.close()
    made.theirs.close()


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (lambda: b"\0\4\13\0\0\0\1\0no!!", "the X server does not let Limber look"),
        (lambda: b"\1\0\13\0\0\0\1\0abcd", "the X server says what is not understood"),
    ],
)
def test_refused(qtbot: QtBot, pretender: Pretender, said: Callable[[], bytes], why: str) -> None:
    """A server that does not want us, or that is none, is left in a sentence."""
    pretender.theirs.sendall(said())
    qtbot.waitUntil(lambda: bool(pretender.ended))
    assert pretender.ended == [why]


def test_gone(qtbot: QtBot, pretender: Pretender) -> None:
    """A server that goes is no reason for the program to go."""
    pretender.theirs.shutdown(socket.SHUT_RDWR)
    qtbot.waitUntil(lambda: bool(pretender.ended))
    assert pretender.ended == ["the X server has gone"]
