"""An end that is asked for from outside: by the session's end, a terminal's Ctrl+C, a service manager. What is left is still written."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier

#: What asks a program to end. Windows knows no SIGHUP.
_SIGNALS = tuple(
    found for name in ("SIGINT", "SIGTERM", "SIGHUP") if (found := getattr(signal, name, None)) is not None
)


class EndAsked(QObject):
    """Calls `end` in the loop of events when the system asks the program to end; asked a second time it ends at once.

    Python runs handlers only between its own instructions, and a loop of Qt that sleeps has none: the signal writes a
    byte into a socket, which wakes it.
    """

    def __init__(self, end: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._end = end
        self._read, self._write = socket.socketpair()
        self._read.setblocking(False)
        self._write.setblocking(False)
        self._wake_before = signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)
        self._before = {one: signal.signal(one, _nothing) for one in _SIGNALS}
        self._ready = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._ready.activated.connect(self._asked)

    def close(self) -> None:
        """Leave the signals as they were."""
        self._ready.setEnabled(False)
        signal.set_wakeup_fd(self._wake_before)
        self._give_back()
        self._read.close()
        self._write.close()

    def _asked(self) -> None:
        with suppress(BlockingIOError):
            self._read.recv(64)
        self._give_back()  # whoever asks again does not want to wait
        self._end()

    def _give_back(self) -> None:
        while self._before:
            one, before = self._before.popitem()
            signal.signal(one, before)


def _nothing(_number: int, _frame: FrameType | None) -> None:
    """Only the byte counts."""
