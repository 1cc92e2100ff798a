"""Where the X server of this desk listens, and what it wants to hear first."""

from __future__ import annotations

import os
import re
import socket
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

_DISPLAY = re.compile(r"(?:unix|localhost)?(?:/unix)?:(\d{1,5})(?:\.(\d{1,3}))?\Z")
_LOCAL, _WILD = 256, 65535
_COOKIE = b"MIT-MAGIC-COOKIE-1"
_FIRST_TCP_PORT = 6000
_CONNECT_S = 1.0
#: A file of keys is a few hundred bytes; reading stops here.
_MOST = 64 * 1024


class Display(NamedTuple):
    """A display on this machine: its number and that of the screen; `forwarded` when only a port leads there."""

    number: int
    screen: int
    forwarded: bool = False


def display_of(environ: Mapping[str, str] = os.environ) -> Display | None:
    """Return the display that $DISPLAY names, None where it names none or one on another machine."""
    named = environ.get("DISPLAY", "")
    found = _DISPLAY.match(named)
    return Display(int(found[1]), int(found[2] or 0), named.startswith("localhost")) if found else None


def connected(display: Display) -> socket.socket:
    """Return a line to the server; raises `OSError`."""
    if display.forwarded:
        return socket.create_connection(("localhost", _FIRST_TCP_PORT + display.number), timeout=_CONNECT_S)
    path = f"/tmp/.X11-unix/X{display.number}"  # noqa: S108  the place every X server listens at
    line = socket.socket(socket.AF_UNIX)
    line.settimeout(_CONNECT_S)
    try:
        line.connect(path)
    except OSError:
        try:
            line.connect("\0" + path)  # the same without a file, where /tmp is not the server's
        except OSError:
            line.close()
            raise
    return line


def cookie(display: Display, environ: Mapping[str, str] = os.environ) -> tuple[bytes, bytes]:
    """Return the name and the words of the key to this display; both empty where there is none."""
    path = environ.get("XAUTHORITY") or str(Path.home() / ".Xauthority")
    try:
        with Path(path).open("rb") as file:
            keys = list(_keys(file.read(_MOST)))
    except OSError:
        return b"", b""
    here, number = socket.gethostname().encode(), str(display.number).encode()
    fitting = [key for key in keys if key.number in {b"", number} and key.name == _COOKIE]
    fitting.sort(key=lambda key: not (key.family == _WILD or (key.family == _LOCAL and key.address == here)))
    return (fitting[0].name, fitting[0].words) if fitting else (b"", b"")


class _Key(NamedTuple):
    family: int
    address: bytes
    number: bytes
    name: bytes
    words: bytes


def _keys(data: bytes) -> Iterator[_Key]:
    """Read an Xauthority file: numbers of two bytes, the higher one first, and texts with their length before them."""
    at = 0

    def short() -> int:
        nonlocal at
        at += 2
        return int.from_bytes(data[at - 2 : at], "big")

    def text() -> bytes:
        nonlocal at
        size = short()
        at += size
        return data[at - size : at]

    while at < len(data):
        family = short()
        key = _Key(family, text(), text(), text(), text())
        if at <= len(data):
            yield key
