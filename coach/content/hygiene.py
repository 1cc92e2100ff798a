"""What a file's text may hold: nothing that hides, reverses or piles up on the screen (RELIABILITY 3.9)."""

from __future__ import annotations

import unicodedata

from coach.i18n import _

MAX_MARKS = 4
#: Signs that turn the reading direction of what follows (embeddings, overrides, isolates).
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def normalised(text: str) -> str:
    """The text in Unicode's composed form (NFC), the form that lengths are counted in."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def objection(text: str, *, several_lines: bool) -> str | None:
    """Why this text cannot be shown as it is, as the end of a sentence; None for text as people write it."""
    if not several_lines and ("\n" in text or "\r" in text):
        return _("goes over several lines. Write it on one line.")
    if any(unicodedata.category(sign) in {"Cc", "Cs"} and sign not in "\n\t" for sign in text):
        return _("holds an invisible control character. Type the text again.")
    if not _TURNS.isdisjoint(text):
        return _("holds a sign that turns the reading direction. Type the text again.")
    if _most_marks(text) > MAX_MARKS:
        return _("holds a letter with more than {most} accents. Type the text again.").format(most=MAX_MARKS)
    return None


def _most_marks(text: str) -> int:
    if text.isascii():
        return 0
    most = run = 0
    for sign in text:
        run = run + 1 if unicodedata.category(sign) in {"Mn", "Me"} else 0
        most = max(most, run)
    return most
