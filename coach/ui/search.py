"""Finding what was typed: letter case, accents and word order do not matter. No Qt."""

from __future__ import annotations

import unicodedata


def fold(text: str) -> str:
    """Return `text` without case and accents, for comparing only."""
    spread = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in spread if not unicodedata.combining(sign)).casefold()


def found_in(folded: str, query: str) -> bool:
    """Say whether every word of `query` occurs somewhere in an already folded text."""
    return all(word in folded for word in fold(query).split())
