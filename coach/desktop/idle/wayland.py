"""Idle time from a Wayland compositor: the protocol ext-idle-notify, spoken by a client of a few messages.

It opens no window and takes no keyboard. Sources: The Wayland Protocol (wire format) and ext-idle-notify-v1,
wayland-protocols. An object that the compositor is asked for must be answered before the next is relied on; hence `sync`.
"""

from __future__ import annotations

import os
import socket
import struct
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier

from coach.desktop.display import on_wayland
from coach.desktop.ways import Ended
from coach.i18n import _

_DISPLAY, _REGISTRY, _LISTED, _NOTIFIER, _SEAT = 1, 2, 3, 4, 5
_FIRST_OWN: Final = 6
_ERROR, _GLOBAL, _IDLED, _RESUMED = 0, 0, 0, 1
#: Version 2 can watch the hands alone, whatever a film asks of the compositor.
_HANDS_ALONE: Final = 2
_CONNECT_S: Final = 1.0
_READ: Final = 65_536


def message(target: int, opcode: int, body: bytes = b"") -> bytes:
    """Return a request; numbers are in the machine's own order."""
    return struct.pack("=II", target, (8 + len(body)) << 16 | opcode) + body


def text(words: str) -> bytes:
    """Return a text as an argument: its length with the zero at its end, filled up to four bytes."""
    data = words.encode() + b"\0"
    return struct.pack("=I", len(data)) + data + bytes(-len(data) % 4)


def socket_path(environ: Mapping[str, str]) -> str:
    """Return where the compositor listens, '' where none is named."""
    usual = "wayland-0" if on_wayland(environ) else ""
    named, folder = environ.get("WAYLAND_DISPLAY") or usual, environ.get("XDG_RUNTIME_DIR", "")
    if not named or named.startswith("/"):
        return named
    return str(Path(folder) / named) if folder else ""


class WaylandIdle:
    """See `coach.desktop.ways.Way`: tells milliseconds without a touch, at a pause and at its end."""

    def __init__(self, parent: QObject | None = None, environ: Mapping[str, str] = os.environ) -> None:
        self._parent, self._environ = parent, environ
        self._line: socket.socket | None = None
        self._ready: QSocketNotifier | None = None
        self._data = b""
        self._globals: dict[str, tuple[int, int]] = {}
        self._pause_ms = 0
        self._watch = 0  # the object that tells now
        self._away = self._outdated = False
        self._next = _FIRST_OWN
        self._request = 1
        self._tell: Callable[[int], None] = lambda _ms: None
        self._ended: Ended = lambda _why: None

    def open(self, tell: Callable[[int], None], ended: Ended) -> None:
        """Connect and ask for the list of what there is."""
        self.close()
        path = socket_path(self._environ)
        if not path:
            ended(_("there is no Wayland here"))
            return
        line = socket.socket(socket.AF_UNIX)
        try:
            line.settimeout(_CONNECT_S)
            line.connect(path)
            line.setblocking(False)
        except OSError:
            line.close()
            ended(_("the Wayland compositor does not answer"))
            return
        self._line, self._tell, self._ended = line, tell, ended
        self._ready = QSocketNotifier(line.fileno(), QSocketNotifier.Type.Read, self._parent)
        self._ready.activated.connect(self._read)
        self._send(
            message(_DISPLAY, 1, struct.pack("=I", _REGISTRY)) + message(_DISPLAY, 0, struct.pack("=I", _LISTED))
        )

    def close(self) -> None:
        """Leave; the compositor forgets everything of ours."""
        if self._ready is not None:
            self._ready.setEnabled(False)
            self._ready.deleteLater()
        if self._line is not None:
            self._line.close()
        self._line = self._ready = None
        self._data, self._globals, self._watch, self._next = b"", {}, 0, _FIRST_OWN
        self._away = self._outdated = False

    def words(self) -> str:
        """Who tells."""
        return _("the Wayland compositor tells when nobody touches keyboard or mouse")

    def wait_for(self, pause_ms: int) -> None:
        """Tell from now on at this pause. There is no counter to read: what tells that somebody is away is kept until
        somebody is back, or that would never be told.
        """
        self._pause_ms = pause_ms
        if self._watch and self._away:
            self._outdated = True
        elif self._watch:
            self._anew()

    def _anew(self) -> None:
        self._outdated = False
        self._send(message(self._watch, 0))
        self._begin()

    def _begin(self) -> None:
        self._watch, self._next = self._next, self._next + 1
        self._send(message(_NOTIFIER, self._request, struct.pack("=III", self._watch, self._pause_ms, _SEAT)))
        self._tell(0)

    def _end(self, why: str) -> None:
        ended = self._ended
        self.close()
        ended(why)

    def _send(self, data: bytes) -> None:
        try:
            if self._line is not None:
                self._line.sendall(data)
        except OSError:
            self._end(_("the Wayland compositor has gone"))

    def _read(self) -> None:
        data = b""
        try:
            data = self._line.recv(_READ) if self._line is not None else b""
        except BlockingIOError:
            return
        except OSError:
            pass
        if not data:
            self._end(_("the Wayland compositor has gone"))
            return
        self._data += data
        while len(self._data) >= 8:
            target, head = struct.unpack_from("=II", self._data)
            size = head >> 16
            if size < 8:
                self._end(_("the Wayland compositor says what is not understood"))
            if size < 8 or len(self._data) < size:
                return
            body, self._data = self._data[8:size], self._data[size:]
            self._take(target, head & 0xFFFF, body)

    def _take(self, target: int, event: int, body: bytes) -> None:
        if target == _DISPLAY and event == _ERROR:
            self._end(_("the Wayland compositor refuses"))
        elif target == _REGISTRY and event == _GLOBAL and len(body) >= 12:
            name, size = struct.unpack_from("=II", body)
            (version,) = struct.unpack_from("=I", body, len(body) - 4)
            self._globals.setdefault(body[8 : 7 + size].decode("ascii", "replace"), (name, version))
        elif target == _LISTED and not self._watch:
            self._bind()
        elif target == self._watch and target:
            self._away = event == _IDLED
            self._tell(self._pause_ms if self._away else 0)
            if self._outdated and not self._away:
                self._anew()

    def _bind(self) -> None:
        wanted = {_NOTIFIER: "ext_idle_notifier_v1", _SEAT: "wl_seat"}
        if not all(interface in self._globals for interface in wanted.values()):
            self._end(_("this Wayland compositor does not tell"))
            return
        for number, interface in wanted.items():
            name, offered = self._globals[interface]
            version = min(offered, _HANDS_ALONE) if number == _NOTIFIER else 1
            self._send(
                message(_REGISTRY, 0, struct.pack("=I", name) + text(interface) + struct.pack("=II", version, number))
            )
            if number == _NOTIFIER:
                self._request = 2 if version >= _HANDS_ALONE else 1
        self._begin()
