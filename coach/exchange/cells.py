"""Cells of a CSV file that no spreadsheet takes for a formula.

Where a text, a line of it, or what follows a `;` or a tab in it begins with `= + - @`, a tab or a carriage return
(after any spaces, quotation marks and invisible signs; full-width and small forms count as well), an apostrophe is put before it. A
spreadsheet then shows text, and `from_cell` takes the apostrophe off again: the way there and back changes nothing.
Source: OWASP, CSV Injection; CVE-2021-41270. `;` and tab are looked at because a spreadsheet set to another country
may split there; numbers are written as numbers, and are no text.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

Value = str | int | float | bool | None

MARK: Final = "'"
#: After each of these a spreadsheet may begin another cell or line.
_ENDS: Final = ";\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_PIECES: Final = re.compile(f"[^{_ENDS}]*[{_ENDS}]|[^{_ENDS}]+")
_TRIGGERS: Final = frozenset("=+-@")
_BLANKS: Final = frozenset("\t\r")
_BOM: Final = "\ufeff"


def to_cell(text: str) -> str:
    """Return the text as a cell that stays text."""
    return "".join(MARK + piece if _begins_formula(piece.lstrip(MARK)) else piece for piece in _pieces(text))


def from_cell(cell: str) -> str:
    """Return what `to_cell` was given; a text that was never changed comes back as it is."""
    return "".join(
        piece[1:] if piece.startswith(MARK) and _begins_formula(piece.lstrip(MARK)) else piece
        for piece in _pieces(cell)
    )


def table(columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> str:
    """Return a whole CSV file: a byte order mark, the names of the columns, the rows; texts quoted, numbers bare.

    Lines end as RFC 4180 says. Nothing in it depends on the country of this computer.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow([to_cell(name) for name in columns])
    writer.writerows([_cell(value) for value in row] for row in rows)
    return _BOM + file.getvalue()


def read_table(text: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a file that `table` made, by the names of its columns; every value as text."""
    for row in csv.DictReader(io.StringIO(text.removeprefix(_BOM), newline=""), strict=True):
        yield {from_cell(name): from_cell(value) for name, value in row.items()}


def _cell(value: Value) -> str | int | float:
    """A number as it is, yes and no as words, nothing as an empty cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return to_cell(value) if isinstance(value, str) else value


def _pieces(text: str) -> list[str]:
    return _PIECES.findall(text)


def _begins_formula(piece: str) -> bool:
    """Whether the first sign that counts is one of those; spaces and what nobody sees do not count."""
    for sign in piece:
        if sign in _BLANKS or not _TRIGGERS.isdisjoint(unicodedata.normalize("NFKC", sign)[:1]):
            return True
        if not (sign.isspace() or sign == '"' or unicodedata.category(sign) in {"Cc", "Cf"}):
            return False
    return False
