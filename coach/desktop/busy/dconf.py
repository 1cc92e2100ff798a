"""One switch out of the file in which GNOME keeps a person's settings, read as it lies there.

The library for it (GIO) starts threads and services of its own, for one bit. Source of the format: GVDB, the hash table
of GLib (gvdb-format.h, gvdb-reader.c); a value is a serialised GVariant of type `v`.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Final

_SIGNATURE: Final = b"GVariant"
_HEADER, _ITEM = 24, 24
_NO_PARENT: Final = 0xFFFFFFFF
#: A real file has some ten kilobytes; reading stops here.
_MOST: Final = 8 * 1024 * 1024
_BLOOM_BITS: Final = (1 << 27) - 1


def read_switch(path: Path, key: str) -> bool | None:
    """Return how the switch at `key` ("/org/gnome/…/show-banners") stands; None where nobody has ever turned it.

    Raises `OSError` when the file cannot be read, `ValueError` when it is not such a file.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_MOST)
    except FileNotFoundError:
        return None
    try:
        value = _value(data, key.encode())
    except (struct.error, IndexError) as error:
        raise ValueError(f"{path} is not a file of settings") from error
    return None if value is None or value[1:] != b"\0b" else value[0] != 0


def _value(data: bytes, key: bytes) -> bytes | None:
    """Find the value of a key; a table has a header, a filter, buckets and items, and a key hangs on its parents."""
    if data[:8] != _SIGNATURE:
        raise ValueError("the signature is missing")
    start, end = struct.unpack_from("<II", data, 16)
    if end > len(data):
        raise IndexError("cut off")
    bloom, buckets = struct.unpack_from("<II", data, start)
    first = start + 8 + 4 * ((bloom & _BLOOM_BITS) + buckets)
    for number in range(max(0, (end - first) // _ITEM)):
        at = first + number * _ITEM
        if data[at + 14 : at + 15] == b"v" and _name(data, first, number) == key:
            begin, stop = struct.unpack_from("<II", data, at + 16)
            return data[begin:stop]
    return None


def _name(data: bytes, first: int, number: int) -> bytes:
    """Put a key together from its parts; a ring of parents, which no sound file has, raises `ValueError`."""
    parts: list[bytes] = []
    while number != _NO_PARENT:
        _hash, parent, start, size = struct.unpack_from("<IIIH", data, first + number * _ITEM)
        parts.append(data[start : start + size])
        if len(parts) > 64:
            raise ValueError("a key without end")
        number = parent
    return b"".join(reversed(parts))
