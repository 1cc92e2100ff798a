"""Lines typed in the terminal, waited for with a time limit."""

from __future__ import annotations

import queue
import threading
from typing import Protocol, TextIO


class Lines(Protocol):
    """Where the text session hears the person."""

    def get(self, timeout_s: float | None) -> str | None:
        """Return the next line, or None after `timeout_s` seconds (None: wait as long as it takes)."""
        ...

    def ended(self) -> bool:
        """Return whether no line can come any more."""
        ...


class TypedLines:
    """Lines of a stream, read by a thread so that waiting for the next cue never blocks on typing."""

    def __init__(self, stream: TextIO | None) -> None:
        self._queue: queue.Queue[str | None] = queue.Queue()
        self._ended = False
        # A daemon: a read from a terminal cannot be interrupted, and must not keep the program alive.
        threading.Thread(target=self._read, args=(stream,), name="typed-lines", daemon=True).start()

    def _read(self, stream: TextIO | None) -> None:
        try:
            for line in stream or ():  # a program may be started with its input closed
                self._queue.put(line.strip())
        except (OSError, ValueError):
            pass
        self._queue.put(None)

    def get(self, timeout_s: float | None) -> str | None:
        """Return the next line, or None when the time is over or the stream has ended."""
        if self._ended and timeout_s is None:
            return None
        try:
            line = self._queue.get(timeout=timeout_s)
        except queue.Empty:
            return None
        if line is None:
            self._ended = True
        return line

    def ended(self) -> bool:
        """Return whether the stream is at its end and everything typed was read."""
        return self._ended and self._queue.empty()
