"""A Wayland compositor of a few messages: it lists what it has, and says idle and resumed when the test wants it."""

from __future__ import annotations

import select
import socket
import struct
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from coach.desktop.idle.wayland import message, text


class FakeCompositor:
    """Listens in a folder as wayland-9; `requests` are (object, opcode, body), in order."""

    def __init__(self, folder: Path, offers: dict[str, int]) -> None:
        self.offers = offers
        self.environ = {"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": str(folder)}
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(folder / "wayland-9"))
        self._listener.listen()
        self._line: socket.socket | None = None
        self.requests: list[tuple[int, int, bytes]] = []

    def watches(self) -> list[tuple[int, int, int]]:
        """Return the watches that were asked for: kind of request, object, milliseconds."""
        found = []
        for target, opcode, body in self.requests:
            if target == 4 and opcode:
                number, pause_ms, seat = struct.unpack("=III", body)
                assert seat == 5
                found.append((opcode, number, pause_ms))
        return found

    def work(self, until: Callable[[], bool]) -> None:
        """Let both sides talk until something is so."""
        for _round in range(2_000):
            QCoreApplication.processEvents()
            if until():
                return
            sources = [self._listener, *([self._line] if self._line else [])]
            for ready in select.select(sources, [], [], 0.005)[0]:
                if ready is self._listener:
                    self._line = self._listener.accept()[0]
                elif self._line is not None:
                    self._take(self._line.recv(4096))
        raise AssertionError(f"it never came to that; asked for {self.requests}")

    def say(self, data: bytes) -> None:
        """Send an event."""
        assert self._line is not None
        self._line.sendall(data)

    def go(self) -> None:
        """Stop."""
        if self._line is not None:
            self._line.close()
            self._line = None

    def close(self) -> None:
        self.go()
        self._listener.close()

    def _take(self, data: bytes) -> None:
        if not data and self._line is not None:
            self.go()
        while data:
            target, head = struct.unpack_from("=II", data)
            self.requests.append((target, head & 0xFFFF, data[8 : head >> 16]))
            if (target, head & 0xFFFF) == (1, 0):
                self._list()
            data = data[head >> 16 :]

    def _list(self) -> None:
        """Tell what there is, in pieces that break in the middle of a message."""
        listed = b"".join(
            message(2, 0, struct.pack("=I", number) + text(name) + struct.pack("=I", version))
            for number, (name, version) in enumerate(self.offers.items(), start=10)
        ) + message(3, 0, struct.pack("=I", 0))
        self.say(listed[:21])
        self.say(listed[21:])
