"""Idle time from a Wayland compositor: the protocol ext-idle-notify, spoken by a client of a few messages.

It opens no window and takes no keyboard. Sources: The Wayland Protocol (wire format) and ext-idle-notify-v1,
wayland-protocols. An object that the compositor is asked for must be answered before the next is relied on; hence `sync`.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject

from coach.desktop.display import on_wayland
from coach.desktop.ways import Ended
from coach.desktop.wire_line import Trouble, WireLine, reached
from coach.i18n import _

_DISPLAY, _REGISTRY, _LISTED, _NOTIFIER, _SEAT = 1, 2, 3, 4, 5
_FIRST_OWN: Final = 6
_ERROR, _GLOBAL, _IDLED, _RESUMED = 0, 0, 0, 1
#: Version 2 can watch the hands alone, whatever a film asks of the compositor.
_HANDS_ALONE: Final = 2
_HEAD: Final = struct.Struct("=II")


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


def _size(data: bytes) -> int:
    if len(data) < _HEAD.size:
        return 0
    size = int(_HEAD.unpack_from(data)[1] >> 16)
    if size < _HEAD.size:
        raise ValueError("too short")
    return size


class WaylandIdle:
    """See `coach.desktop.ways.Way`: tells milliseconds without a touch, at a pause and at its end."""

    def __init__(self, parent: QObject | None = None, environ: Mapping[str, str] = os.environ) -> None:
        self._environ = environ
        self._line = WireLine(_size, self._take, parent)
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
        line = reached([path])
        if line is None:
            ended(_("the Wayland compositor does not answer"))
            return
        self._tell, self._ended = tell, ended
        self._line.open(line, self._gone)
        self._line.send(
            message(_DISPLAY, 1, struct.pack("=I", _REGISTRY)) + message(_DISPLAY, 0, struct.pack("=I", _LISTED))
        )

    def close(self) -> None:
        """Leave; the compositor forgets everything of ours."""
        self._line.close()
        self._globals, self._watch, self._next = {}, 0, _FIRST_OWN
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
        self._line.send(message(self._watch, 0))
        self._begin()

    def _begin(self) -> None:
        self._watch, self._next = self._next, self._next + 1
        self._line.send(message(_NOTIFIER, self._request, struct.pack("=III", self._watch, self._pause_ms, _SEAT)))
        self._tell(0)

    def _end(self, why: str) -> None:
        ended = self._ended
        self.close()
        ended(why)

    def _gone(self, trouble: Trouble) -> None:
        gone = _("the Wayland compositor has gone")
        self._end(gone if trouble is Trouble.GONE else _("the Wayland compositor says what is not understood"))

    def _take(self, whole: bytes) -> None:
        target, head = _HEAD.unpack_from(whole)
        event, body = head & 0xFFFF, whole[_HEAD.size :]
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
            self._line.send(
                message(_REGISTRY, 0, struct.pack("=I", name) + text(interface) + struct.pack("=II", version, number))
            )
            if number == _NOTIFIER:
                self._request = 2 if version >= _HANDS_ALONE else 1
        self._begin()
