"""How a spreadsheet opens a CSV file, as far as formulas are concerned.

No spreadsheet is at hand where the tests run, and none is worth a dependency: this is the rule they share, on the
wary side. A file is split at a separator that the person's country sets, quoted cells as RFC 4180 has them; a cell
whose first sign that counts is `= + - @` is a formula unless it is a number; an apostrophe in front makes it text.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple


class Cell(NamedTuple):
    """What a spreadsheet makes of a cell: number, text, empty or formula."""

    kind: str
    shown: str


def opened(text: str, separator: str = ",") -> list[list[Cell]]:
    """Split a file as a spreadsheet does and say what each cell becomes."""
    return [[_kind(cell) for cell in row] for row in _split(text.removeprefix("\ufeff"), separator)]


def _split(text: str, separator: str) -> list[list[str]]:
    rows: list[list[str]] = [[""]]
    quoted, begun, position = False, True, 0
    while position < len(text):
        sign = text[position]
        if sign == '"' and (begun or quoted):
            if quoted and text[position + 1 : position + 2] == '"':
                rows[-1][-1] += '"'
                position += 1
            else:
                quoted = not quoted
            begun = False
        elif not quoted and sign == separator:
            rows[-1].append("")
            begun = True
        elif not quoted and sign in "\r\n":
            rows.append([""])
            begun = True
        else:
            rows[-1][-1] += sign
            begun = False
        position += 1
    return [row for row in rows if row != [""]]


def _kind(cell: str) -> Cell:
    visible = "".join(s for s in cell if not (s.isspace() or unicodedata.category(s) in {"Cc", "Cf"}))
    if not cell:
        return Cell("empty", "")
    if cell.startswith("'"):
        return Cell("text", cell)
    try:
        float(cell)
    except ValueError:
        wary = unicodedata.normalize("NFKC", visible[:1]) in set("=+-@") if visible else False
        return Cell("formula" if wary else "text", cell)
    return Cell("number", cell)
