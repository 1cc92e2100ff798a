"""The few words of the sound server's protocol that are needed to see who records; PulseAudio and PipeWire speak it alike.

Numbers are sent the higher byte first; each value has a letter for its kind before it. Source: PulseAudio's PROTOCOL
file and the layout of its tagstructs, protocol 21: the last before answers grew by what is not needed here.
"""

from __future__ import annotations

import struct
from typing import Any, Final, NamedTuple

VERSION: Final = 21
COOKIE_BYTES: Final = 256
HEAD: Final = struct.Struct(">IIIII")
NOTHING: Final = 0xFFFFFFFF

ERROR, REPLY, AUTH, SET_CLIENT_NAME = 0, 2, 8, 9
GET_SOURCE_INFO, GET_SOURCE_OUTPUTS, SUBSCRIBE, SUBSCRIBE_EVENT = 23, 32, 35, 66
#: Of everything there is to be told about, the programs that record.
RECORDINGS: Final = 0x8


class Recording(NamedTuple):
    """A program that records: from which source, whether it has paused, what it says of itself."""

    source: int
    paused: bool
    client: int
    words: dict[str, str]


def number(value: int) -> bytes:
    """Return a number of 32 bits."""
    return b"L" + struct.pack(">I", value)


def text(value: str) -> bytes:
    """Return a text."""
    return b"t" + value.encode() + b"\0"


def blob(value: bytes) -> bytes:
    """Return bytes with their length before them."""
    return b"x" + struct.pack(">I", len(value)) + value


def words(pairs: dict[str, str]) -> bytes:
    """Return a list of properties; a value has a zero at its end, and its length stands before it twice."""
    items = [text(key) + number(len(value) + 1) + blob(value.encode() + b"\0") for key, value in pairs.items()]
    return b"P" + b"".join(items) + b"N"


def packet(command: int, tag: int, *values: bytes) -> bytes:
    """Return a command; its answer has the same tag."""
    body = number(command) + number(tag) + b"".join(values)
    return HEAD.pack(len(body), NOTHING, 0, 0, 0) + body


class Reader:
    """Reads one value after another. Raises `ValueError`, `TypeError`, `IndexError` or `struct.error` where it is none."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0

    def more(self) -> bool:
        """Return whether anything is left."""
        return self._at < len(self._data)

    def value(self) -> Any:
        """Return the next value, whatever it is."""
        kind = chr(self._data[self._at])
        self._at += 1
        if kind in _NUMBERS:
            form = _NUMBERS[kind]
            self._at += form.size
            found = form.unpack_from(self._data, self._at - form.size)
            return found[0] if len(found) == 1 else found
        if kind in {"1", "0"}:
            return kind == "1"
        return self._long(kind)

    def number(self) -> int:
        """Return the next value, which has to be a whole number."""
        found = self.value()
        if not isinstance(found, int):
            raise TypeError("a number was expected")
        return found

    def skip(self, count: int) -> None:
        """Pass values over."""
        for _number in range(count):
            self.value()

    def _long(self, kind: str) -> Any:
        if kind == "N":
            return ""
        if kind == "t":
            end = self._data.index(b"\0", self._at)
            start, self._at = self._at, end + 1
            return self._data[start:end].decode("utf-8", "replace")
        if kind == "x":
            size = self._size(">I")
            self._at += size
            return self._data[self._at - size : self._at]
        if kind in {"m", "v"}:
            size = self._size(">B") * (1 if kind == "m" else 4)
            self._at += size
            return None
        if kind == "P":
            return self._words()
        raise ValueError(f"no such kind of value: {kind!r}")

    def _size(self, form: str) -> int:
        self._at += struct.calcsize(form)
        return int(struct.unpack_from(form, self._data, self._at - struct.calcsize(form))[0])

    def _words(self) -> dict[str, str]:
        found: dict[str, str] = {}
        while key := self.value():
            self.value()
            found[str(key)] = bytes(self.value()).rstrip(b"\0").decode("utf-8", "replace")
        return found


_NUMBERS: Final = {
    "L": struct.Struct(">I"),
    "B": struct.Struct(">B"),
    "R": struct.Struct(">Q"),
    "r": struct.Struct(">q"),
    "U": struct.Struct(">Q"),
    "V": struct.Struct(">I"),
    "T": struct.Struct(">II"),
    "a": struct.Struct(">BBI"),
}


def recordings(reader: Reader) -> list[Recording]:
    """Read the answer to GET_SOURCE_OUTPUTS."""
    found = []
    while reader.more():
        reader.skip(3)  # its number, its name, the module it belongs to
        client, source = reader.number(), reader.number()
        reader.skip(6)  # format, channels, two delays, how it is resampled, driver
        said = reader.value()
        found.append(Recording(source, bool(reader.value()), client, said if isinstance(said, dict) else {}))
    return found


def is_monitor(reader: Reader) -> bool:
    """Read the answer to GET_SOURCE_INFO: whether this source is only what comes out of the loudspeakers."""
    reader.skip(8)  # number, name, description, format, channels, module, loudness, muted
    return reader.number() != NOTHING
