"""Where the X server is, and which key opens it."""

from __future__ import annotations

import socket
import struct
from pathlib import Path

import pytest

from coach.desktop.x11.place import Display, cookie, display_of


@pytest.mark.parametrize(
    ("named", "display"),
    [
        (":0", Display(0, 0)),
        (":12.1", Display(12, 1)),
        ("unix:3", Display(3, 0)),
        ("localhost:10.0", Display(10, 0, forwarded=True)),
        ("", None),
        ("desk.example:0", None),
        (":x", None),
    ],
)
def test_displays(named: str, display: Display | None) -> None:
    """Only a display on this machine is looked at: nothing here may wait for a network."""
    assert display_of({"DISPLAY": named}) == display


def _key(family: int, address: str, number: str, words: bytes, name: str = "MIT-MAGIC-COOKIE-1") -> bytes:
    parts = (address.encode(), number.encode(), name.encode(), words)
    return struct.pack(">H", family) + b"".join(struct.pack(">H", len(part)) + part for part in parts)


def test_the_key_of_this_machine_and_display(tmp_path: Path) -> None:
    """That of this machine before that of another, and of this display before none; what is cut off is left out."""
    path = tmp_path / "keys"
    environ = {"XAUTHORITY": str(path)}
    here, other = _key(256, socket.gethostname(), "7", b"ours"), _key(256, "elsewhere", "7", b"theirs")
    path.write_bytes(_key(256, socket.gethostname(), "8", b"no") + other + _key(256, "x", "7", b"no", "OTHER") + here)
    assert cookie(Display(7, 0), environ) == (b"MIT-MAGIC-COOKIE-1", b"ours")
    path.write_bytes(other)
    assert cookie(Display(7, 0), environ)[1] == b"theirs"
    path.write_bytes(here[:-2])
    assert cookie(Display(7, 0), environ) == (b"", b"")
    path.write_bytes(_key(65535, "", "", b"any"))
    assert cookie(Display(7, 0), environ)[1] == b"any"
    assert cookie(Display(7, 0), {"XAUTHORITY": str(tmp_path / "none")}) == (b"", b"")
