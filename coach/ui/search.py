"""Finding what was typed: letter case, accents and word order do not matter. No Qt."""

from __future__ import annotations

import unicodedata


def fold(text: str) -> str:
    """Return `text` without case and accents, for comparing only."""
    if text.isascii():
        return text.casefold()
    spread = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in spread if not unicodedata.combining(sign)).casefold()


def found_in(folded: str, query: str) -> bool:
    """Say whether every word of `query` occurs somewhere in an already folded text."""
    return holds(folded, words_of(query))


def words_of(query: str) -> tuple[str, ...]:
    """Return the words of a query, folded once for many texts."""
    return tuple(fold(query).split())


def holds(folded: str, words: tuple[str, ...]) -> bool:
    """Say whether every one of already folded words occurs in an already folded text."""
    return all(word in folded for word in words)
