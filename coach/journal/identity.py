"""Identities that two computers can make without asking each other: UUID version 7 (RFC 9562, section 5.7)."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from uuid import UUID

_US_PER_MS = 1000
_PATTERN = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def new_id(utc_us: int, random: Callable[[int], bytes] = os.urandom) -> str:
    """Return a UUIDv7: 48 bits of milliseconds since 1970, then 74 random bits.

    The random part makes a clock that steps back harmless. A moment before 1970 counts as 1970.
    """
    milliseconds = max(utc_us // _US_PER_MS, 0) & ((1 << 48) - 1)
    noise = int.from_bytes(random(10), "big")
    value = milliseconds << 80
    value |= 0x7 << 76
    value |= ((noise >> 62) & 0xFFF) << 64
    value |= 0b10 << 62
    value |= noise & ((1 << 62) - 1)
    return str(UUID(int=value))


def is_id(text: str) -> bool:
    """Say whether `text` is a UUID in its usual lower-case form."""
    return _PATTERN.fullmatch(text) is not None
