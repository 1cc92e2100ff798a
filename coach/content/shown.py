"""Values of a file as a sentence may show them: short, safe, in quotes where TOML has quotes."""

from __future__ import annotations

import datetime as dt
import difflib
import math
from collections.abc import Iterable

from coach.i18n import _

_LONGEST = 40


def value_words(value: object) -> str:
    """The value in words: the text "ten", the number 5, a list."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _("the text {text}").format(text=quoted(value)) if value else _("empty text")
    if isinstance(value, int | float):
        return number(value)
    if isinstance(value, dt.date | dt.time):
        return _("a date or time")
    return _("a list") if isinstance(value, list | tuple) else _("a table of fields")


def number(value: float) -> str:
    """A number without needless digits: 20, not 20.0; a huge one by its size only."""
    if isinstance(value, int):
        return str(value) if value.bit_length() <= 64 else _("a number with far too many digits")
    if math.isnan(value):
        return _("nan, which is no number")
    if math.isinf(value):
        return _("an endless number")
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return repr(value)


def quoted(text: str) -> str:
    """The text between double quotes, cut when long, with control characters made visible."""
    short = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    safe = "".join(sign if sign.isprintable() else "\ufffd" for sign in short)
    return f'"{safe}"'


def as_toml(value: object) -> str:
    """An example as it is written in a file."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, list | tuple):
        return "[" + ", ".join(as_toml(item) for item in value) + "]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {as_toml(item)}" for key, item in value.items()) + " }"
    return str(value)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant, if one is close."""
    found = difflib.get_close_matches(word[:64].casefold().replace("-", "_"), _plain(known), n=1, cutoff=0.7)
    return _plain(known)[found[0]] if found else None


def _plain(known: Iterable[str]) -> dict[str, str]:
    return {word.casefold().replace("-", "_"): word for word in known}
