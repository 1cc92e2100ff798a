"""A line to a service: messages whole, in order, and an end that is told once."""

from __future__ import annotations

import socket
import struct
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from coach.desktop.wire_line import Trouble, WireLine, reached


class Talk:
    """Both ends of a line whose messages begin with their own length in one byte; a message "x" closes it."""

    def __init__(self) -> None:
        self.got: list[bytes] = []
        self.ended: list[Trouble] = []
        self.line = WireLine(self._size, self._take)
        ours, self.theirs = socket.socketpair()
        self.line.open(ours, self.ended.append)

    @staticmethod
    def _size(data: bytes) -> int:
        if data[0] == 0:
            raise ValueError("no length")
        return data[0]

    def _take(self, message: bytes) -> None:
        self.got.append(message[1:])
        if message[1:] == b"x":
            self.line.close()
        if message[1:] == b"?":
            struct.unpack("=I", message)


@pytest.fixture
def talk(qapp: object) -> Iterator[Talk]:
    """Give an open line."""
    del qapp
    made = Talk()
    yield made
    made.line.close()
    made.theirs.close()


def test_messages_come_whole_and_in_order(talk: Talk, qtbot: QtBot) -> None:
    """However they were cut on the way: a half one waits for its rest."""
    talk.theirs.sendall(b"\x02a\x03b")
    qtbot.waitUntil(lambda: talk.got == [b"a"])
    talk.theirs.sendall(b"c\x02d")
    qtbot.waitUntil(lambda: talk.got == [b"a", b"bc", b"d"])
    assert talk.ended == []


def test_nothing_is_taken_after_closing(talk: Talk, qtbot: QtBot) -> None:
    """A message that closes the line is the last, even where more has come with it; nobody is told of an end."""
    talk.theirs.sendall(b"\x02x\x02a")
    qtbot.waitUntil(lambda: not talk.line.is_open)
    assert talk.got == [b"x"]
    assert talk.ended == []


@pytest.mark.parametrize("said", [b"\x00", b"\x02?"])
def test_nonsense_ends_it_once(talk: Talk, qtbot: QtBot, said: bytes) -> None:
    """In the length or in the message: the line is closed and says so."""
    talk.theirs.sendall(said)
    qtbot.waitUntil(lambda: talk.ended == [Trouble.NONSENSE])
    assert not talk.line.is_open


def test_the_other_end_goes(talk: Talk, qtbot: QtBot) -> None:
    """It is told once, and what is sent then goes nowhere."""
    talk.theirs.close()
    qtbot.waitUntil(lambda: talk.ended == [Trouble.GONE])
    talk.line.send(b"hello")
    assert talk.ended == [Trouble.GONE]


def test_sending_into_a_line_that_broke(talk: Talk) -> None:
    """Is told at once."""
    talk.theirs.close()
    for _attempt in range(3):
        talk.line.send(b"hello")
    assert talk.ended == [Trouble.GONE]


def test_the_first_that_answers(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Sockets that are not there, or are no sockets, are passed by."""
    folder = tmp_path_factory.mktemp("s")
    path = folder / "here"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))
        server.listen()
        found = reached([str(folder / "none"), str(folder), str(path)])
        assert found is not None
        assert found.getpeername() == str(path)
        found.close()
    assert reached([str(folder / "none")]) is None
