"""A Wayland compositor of a few messages: it lists what it has, and says idle and resumed when the test wants it."""

from __future__ import annotations

import struct
from pathlib import Path

from coach.desktop.idle.wayland import message, text
from tests.desktop.fake_service import FakeService


class FakeCompositor(FakeService):
    """Listens in a folder as wayland-9; `requests` are (object, opcode, body), in order."""

    def __init__(self, folder: Path, offers: dict[str, int]) -> None:
        self.offers = offers
        self.environ = {"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": str(folder)}
        super().__init__(folder / "wayland-9")
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

    def heard(self) -> object:
        """Return the requests."""
        return self.requests

    def answer(self, data: bytes) -> bytes:
        """Keep one request; the list of what there is follows where it was asked for."""
        target, head = struct.unpack_from("=II", data)
        self.requests.append((target, head & 0xFFFF, data[8 : head >> 16]))
        if (target, head & 0xFFFF) == (1, 0):
            self._list()
        return data[head >> 16 :]

    def _list(self) -> None:
        """Tell what there is, in pieces that break in the middle of a message."""
        listed = b"".join(
            message(2, 0, struct.pack("=I", number) + text(name) + struct.pack("=I", version))
            for number, (name, version) in enumerate(self.offers.items(), start=10)
        ) + message(3, 0, struct.pack("=I", 0))
        self.say(listed[:21])
        self.say(listed[21:])
