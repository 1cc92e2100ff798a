"""A service of the desk that a test plays: it listens at a socket and answers from the test's own loop."""

from __future__ import annotations

import select
import socket
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication


class FakeService:
    """One line at a time; a new one takes the place of the one before. Subclasses say how what comes is answered."""

    def __init__(self, path: Path) -> None:
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(path))
        self._listener.listen()
        self._line: socket.socket | None = None

    def work(self, until: Callable[[], bool]) -> None:
        """Let both sides talk until something is so."""
        for _round in range(2_000):
            QCoreApplication.processEvents()
            if until():
                return
            sources = [self._listener, *([self._line] if self._line else [])]
            for ready in select.select(sources, [], [], 0.005)[0]:
                if ready is self._listener:
                    self.go()
                    self._line = self._listener.accept()[0]
                elif self._line is not None:
                    self._take(self._line.recv(65_536))
        raise AssertionError(f"it never came to that; asked for {self.heard()}")

    def heard(self) -> object:
        """Return what was asked for, to be told when nothing comes of it."""
        raise NotImplementedError

    def say(self, data: bytes) -> None:
        """Send something unasked."""
        assert self._line is not None
        self._line.sendall(data)

    def go(self) -> None:
        """Leave whoever is on the line."""
        if self._line is not None:
            self._line.close()
            self._line = None

    def close(self) -> None:
        """Listen no more."""
        self.go()
        self._listener.close()

    def answer(self, data: bytes) -> bytes:
        """Answer the first message and return the rest."""
        raise NotImplementedError

    def _take(self, data: bytes) -> None:
        if not data:
            self.go()
        while data:
            data = self.answer(data)
