"""A socket to a service of this machine: read when something has come, handed on message by message, and never waited for."""

from __future__ import annotations

import socket
import struct
from collections.abc import Callable, Iterable
from enum import Enum
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier

_CONNECT_S: Final = 1.0
_READ: Final = 65_536
#: What taking a message apart raises when it is none.
_NONSENSE: Final = (ValueError, IndexError, TypeError, struct.error)


class Trouble(Enum):
    """Why a line has ended by itself."""

    GONE = "gone"
    NONSENSE = "nonsense"


def reached(paths: Iterable[str]) -> socket.socket | None:
    """Return a line to the first socket of these that answers; None when none does."""
    for path in paths:
        line = socket.socket(socket.AF_UNIX)
        try:
            line.settimeout(_CONNECT_S)
            line.connect(path)
            return line
        except OSError:
            line.close()
    return None


class WireLine:
    """Cuts what comes into messages. `size` says how long the first one is, from what has come so far; 0: not known yet.

    `take` is handed one whole message. Both may raise what `struct` and slices raise: then it was none, and the line ends.
    Either may close the line, or open it anew. `parent` is whoever owns what watches the socket.
    """

    def __init__(
        self, size: Callable[[bytes], int], take: Callable[[bytes], None], parent: QObject | None = None
    ) -> None:
        self._size, self._take, self._parent = size, take, parent
        self._line: socket.socket | None = None
        self._ready: QSocketNotifier | None = None
        self._data = b""
        self._ended: Callable[[Trouble], None] = lambda _trouble: None

    @property
    def is_open(self) -> bool:
        """Whether there is a line."""
        return self._line is not None

    def open(self, line: socket.socket, ended: Callable[[Trouble], None]) -> None:
        """Read this line from now on; `ended` is told when it has ended by itself, and after that nothing is."""
        self.close()
        line.setblocking(False)
        self._line, self._ended = line, ended
        self._ready = QSocketNotifier(line.fileno(), QSocketNotifier.Type.Read, self._parent)
        self._ready.activated.connect(self._read)

    def close(self) -> None:
        """Leave; nothing is told any more."""
        if self._ready is not None:
            self._ready.setEnabled(False)
            self._ready.deleteLater()
        if self._line is not None:
            self._line.close()
        self._line = self._ready = None
        self._data = b""
        self._ended = lambda _trouble: None

    def send(self, data: bytes) -> None:
        """Send; without a line nothing happens."""
        try:
            if self._line is not None:
                self._line.sendall(data)
        except OSError:
            self._end(Trouble.GONE)

    def _end(self, trouble: Trouble) -> None:
        ended = self._ended
        self.close()
        ended(trouble)

    def _read(self) -> None:
        data = b""
        try:
            data = self._line.recv(_READ) if self._line is not None else b""
        except BlockingIOError:
            return
        except OSError:
            pass
        if not data:
            self._end(Trouble.GONE)
            return
        self._data += data
        try:
            while self._took_one():
                pass
        except _NONSENSE:
            self._end(Trouble.NONSENSE)

    def _took_one(self) -> bool:
        """Take one whole message from what has come; False when there is none yet, or nobody listens any more."""
        if self._line is None or not self._data:
            return False
        size = self._size(self._data)
        if not size or len(self._data) < size:
            return False
        message, self._data = self._data[:size], self._data[size:]
        self._take(message)
        return True
