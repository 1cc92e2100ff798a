"""One value, one text: the form that is stored and hashed, the same on every machine and in every version.

Keys in code-point order, no spaces, UTF-8, no NaN, numbers as Python's `json` writes them.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any


def canonical_json(value: Any) -> str:
    """Return the canonical text of plain JSON data; raises `ValueError` for NaN, infinities and broken Unicode."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
    text.encode("utf-8")  # a lone surrogate fails here, before it reaches the journal
    return text


def sha256_hex(text: str | bytes) -> str:
    """Return SHA-256 as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogateescape") if isinstance(text, str) else text).hexdigest()
