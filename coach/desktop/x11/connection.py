"""A connection to the X server that never makes the window wait, and whose end is not the program's end."""

from __future__ import annotations

import os
import struct
from collections import deque
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from coach.desktop.wire_line import Trouble, WireLine
from coach.desktop.x11 import wire
from coach.desktop.x11.place import connected, cookie, display_of
from coach.i18n import _

#: Gets the whole answer; None when the server refused the request.
Answered = Callable[[bytes | None], None]

_ERROR, _REPLY, _GENERIC = 0, 1, 35
_SENT_EVENT = 0x80


class Connection(QObject):
    """Requests go out, answers and events come when they come. `open` again after it has ended."""

    def __init__(self, parent: QObject | None = None, environ: Mapping[str, str] = os.environ) -> None:
        super().__init__(parent)
        self._environ = environ
        self._line = WireLine(self._size, self._taken, self)
        self._screen = self._sequence = self._names = 0
        self._waiting: deque[tuple[int, Answered]] = deque()
        self._ready: Callable[[wire.Server], None] = lambda _server: None
        self._ended: Callable[[str], None] = lambda _why: None
        self._event: Callable[[bytes], None] = lambda _event: None
        self.server: wire.Server | None = None

    def open(
        self, ready: Callable[[wire.Server], None], ended: Callable[[str], None], event: Callable[[bytes], None]
    ) -> None:
        """Get onto the display. `ended` is told why that cannot be, or later that the server has gone."""
        self.close()
        display = display_of(self._environ)
        if display is None:
            ended(_("there is no X server here"))
            return
        self._screen = display.screen
        try:
            line = connected(display)
        except OSError:
            ended(_("the X server does not answer"))
            return
        self._ready, self._ended, self._event = ready, ended, event
        self._line.open(line, self._gone)
        self._line.send(wire.greeting(*cookie(display, self._environ)))

    def close(self) -> None:
        """Leave; nothing is told any more."""
        self._waiting.clear()
        self._line.close()
        self.server, self._sequence, self._names = None, 0, 0
        self._ended = lambda _why: None

    def send(self, request: bytes, answered: Answered | None = None) -> None:
        """Send a request; `answered` for those that are answered."""
        if not self._line.is_open:
            return
        self._sequence = (self._sequence + 1) & 0xFFFF
        if answered is not None:
            self._waiting.append((self._sequence, answered))
        self._line.send(request)

    def new_name(self) -> int:
        """Return a number for something of ours on the server; only once it is ready."""
        self._names += 1
        return 0 if self.server is None else self.server.base | (self._names & self.server.mask)

    def _end(self, why: str) -> None:
        ended = self._ended
        self.close()
        ended(why)

    def _gone(self, trouble: Trouble) -> None:
        gone = _("the X server has gone")
        self._end(gone if trouble is Trouble.GONE else _("the X server says what is not understood"))

    def _taken(self, message: bytes) -> None:
        if self.server is None:
            self._greeted(message)
        else:
            self._take(message)

    def _size(self, data: bytes) -> int:
        if len(data) < (wire.ANSWER_BYTES if self.server is not None else 8):
            return 0
        if self.server is None:
            return wire.greeting_bytes(data)
        long = data[0] in {_REPLY, _GENERIC}
        return wire.ANSWER_BYTES + (4 * int(struct.unpack_from("<I", data, 4)[0]) if long else 0)

    def _greeted(self, answer: bytes) -> None:
        self.server = wire.server(answer, self._screen)
        if self.server is None:
            self._end(_("the X server does not let Limber look"))
        else:
            self._ready(self.server)

    def _take(self, message: bytes) -> None:
        kind = message[0] & ~_SENT_EVENT
        if kind not in {_ERROR, _REPLY}:
            self._event(message)
            return
        (sequence,) = struct.unpack_from("<H", message, 2)
        if self._waiting and self._waiting[0][0] == sequence:
            self._waiting.popleft()[1](message if kind == _REPLY else None)
