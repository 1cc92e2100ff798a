"""The few words of the X protocol that are needed here, as bytes; numbers are sent the lower byte first.

Sources: X Window System Protocol, Version 11, and X Synchronization Extension Protocol, Version 3.1 (X.Org).
"""

from __future__ import annotations

import struct
from typing import Final, NamedTuple

CHANGE_ATTRIBUTES: Final = 2
INTERN_ATOM: Final = 16
GET_PROPERTY: Final = 20
QUERY_EXTENSION: Final = 98
STRUCTURE_CHANGES: Final = 1 << 17
PROPERTY_CHANGES: Final = 1 << 22
CONFIGURE_NOTIFY: Final = 22
PROPERTY_NOTIFY: Final = 28
ANSWER_BYTES: Final = 32

SYNC_INITIALIZE: Final = 0
SYNC_LIST_COUNTERS: Final = 1
SYNC_QUERY_COUNTER: Final = 5
SYNC_CREATE_ALARM: Final = 8
SYNC_CHANGE_ALARM: Final = 9
#: What an alarm waits for: that the counter comes up to a value, or down to it.
UP_TO, DOWN_TO = 0, 1

_EVENT_MASK: Final = 1 << 11
#: Counter, kind of value, value, test, delta, events: everything an alarm has.
_ALL: Final = 0b111111
_FORMAT_BYTES: Final = 8
_SCREEN_BYTES: Final = 40
_DEPTH_BYTES: Final = 8
_VISUAL_BYTES: Final = 24


class Server(NamedTuple):
    """What the server said about itself: the first number that is ours, the bits we may count in, the root window."""

    base: int
    mask: int
    root: int


def padded(data: bytes) -> bytes:
    """Fill up to a multiple of four bytes."""
    return data + bytes(-len(data) % 4)


def request(opcode: int, data: int, body: bytes = b"") -> bytes:
    """Return a request; `data` is its second byte."""
    filled = padded(body)
    return struct.pack("<BBH", opcode, data, 1 + len(filled) // 4) + filled


def greeting(name: bytes, words: bytes) -> bytes:
    """Return the first bytes of a connection, with the key to the display."""
    return struct.pack("<BxHHHHxx", ord("l"), 11, 0, len(name), len(words)) + padded(name) + padded(words)


def greeting_bytes(start: bytes) -> int:
    """Return how long the server's answer to the greeting is, from its first eight bytes."""
    return 8 + 4 * int(struct.unpack_from("<H", start, 6)[0])


def server(answer: bytes, screen: int = 0) -> Server | None:
    """Read the answer to the greeting; None where the server refuses. Raises `struct.error` where it is no such answer."""
    if answer[0] != 1:
        return None
    base, mask = struct.unpack_from("<II", answer, 12)
    (vendor,) = struct.unpack_from("<H", answer, 24)
    screens, formats = answer[28], answer[29]
    at = 40 + len(padded(bytes(vendor))) + _FORMAT_BYTES * formats
    for _number in range(min(screen, screens - 1)):
        at = _after_screen(answer, at)
    (root,) = struct.unpack_from("<I", answer, at)
    return Server(base, mask, root)


def _after_screen(answer: bytes, at: int) -> int:
    depths = struct.unpack_from("<B", answer, at + 39)[0]
    at += _SCREEN_BYTES
    for _number in range(depths):
        (visuals,) = struct.unpack_from("<H", answer, at + 2)
        at += _DEPTH_BYTES + _VISUAL_BYTES * visuals
    return at


def query_extension(name: bytes) -> bytes:
    """Ask whether the server has an extension."""
    return request(QUERY_EXTENSION, 0, struct.pack("<Hxx", len(name)) + name)


def extension(answer: bytes) -> tuple[int, int] | None:
    """Return the extension's opcode and the number of its first event, None where there is none."""
    present, opcode, event, _error = struct.unpack_from("<BBBB", answer, 8)
    return (opcode, event) if present else None


def intern_atom(name: bytes) -> bytes:
    """Ask for the number of a word."""
    return request(INTERN_ATOM, 0, struct.pack("<Hxx", len(name)) + name)


def number(answer: bytes) -> int:
    """Return the one number an answer holds."""
    return int(struct.unpack_from("<I", answer, 8)[0])


def get_property(window: int, atom: int, words: int = 64) -> bytes:
    """Ask for a window's property, of any type, at most so many words of four bytes."""
    return request(GET_PROPERTY, 0, struct.pack("<IIIII", window, atom, 0, 0, words))


def property_numbers(answer: bytes) -> tuple[int, ...]:
    """Return a property of numbers of 32 bits; empty where it is not there or something else."""
    if answer[1] != ANSWER_BYTES:
        return ()
    (count,) = struct.unpack_from("<I", answer, 16)
    return struct.unpack_from(f"<{count}I", answer, ANSWER_BYTES)


def property_text(answer: bytes) -> bytes:
    """Return a property of bytes; empty where it is not there or something else."""
    if answer[1] != 8:
        return b""
    (count,) = struct.unpack_from("<I", answer, 16)
    return answer[ANSWER_BYTES : ANSWER_BYTES + count]


def follow(window: int, changes: int) -> bytes:
    """Ask to be told when these things of a window change; 0 for no more."""
    return request(CHANGE_ATTRIBUTES, 0, struct.pack("<III", window, _EVENT_MASK, changes))


def changed_property(event: bytes) -> tuple[int, int]:
    """Return the window and the atom of a PropertyNotify."""
    window, atom = struct.unpack_from("<II", event, 4)
    return window, atom


def configured(event: bytes) -> int:
    """Return the window of a ConfigureNotify."""
    return int(struct.unpack_from("<I", event, 8)[0])


def alarm(name: int, counter: int, test: int, value: int) -> bytes:
    """Describe the alarm `name` that tells each time the counter passes `value`; the body of a request."""
    body = struct.pack("<II", name, _ALL)
    return body + struct.pack("<IIiIIiII", counter, 0, value >> 32, value & 0xFFFFFFFF, test, 0, 0, 1)


def counters(answer: bytes) -> dict[bytes, int]:
    """Return the server's counters by name."""
    (count,) = struct.unpack_from("<I", answer, 8)
    found, at = {}, ANSWER_BYTES
    for _number in range(count):
        counter, _hi, _lo, size = struct.unpack_from("<IiIH", answer, at)
        found[answer[at + 14 : at + 14 + size]] = counter
        at += 14 + size + (-(14 + size) % 4)
    return found


def value(answer: bytes, at: int = 8) -> int:
    """Return a counter's value, in an answer or at `at` in an event."""
    high, low = struct.unpack_from("<iI", answer, at)
    return int((high << 32) | low)
