"""How deep a TOML text nests, found in one pass and without recursion, before any parser sees it."""

from __future__ import annotations

import re
from collections.abc import Iterator

MAX_DEPTH = 16

#: What ends or changes the state of the scan, by the state it is in.
_OUTSIDE = re.compile("\"\"\"|'''|[\"'#\\[\\]{}.=,\\n]")
_INSIDE = {
    "#": re.compile(r"\n"),
    '"': re.compile(r'\\.|"|\n', re.DOTALL),
    "'": re.compile(r"'|\n"),
    '"""': re.compile(r'\\.|"{3,5}', re.DOTALL),
    "'''": re.compile(r"'{3,5}"),
}


def first_too_deep(text: str) -> int | None:
    """The first line where brackets, headers and dotted names nest deeper than `MAX_DEPTH`, else None.

    One pass over the text, without recursion, so it is safe before any parser.
    """
    scan = _Depth()
    for sign, position in _signs(text):
        if scan.take(sign) > MAX_DEPTH:
            return _line(text, position)
    return None


def open_bracket_line(text: str, before: int) -> int | None:
    """The line of the innermost bracket that is still open at a position of the text, else None."""
    opened: list[int] = []
    for sign, position in _signs(text):
        if position >= before:
            break
        if sign in "[{":
            opened.append(position)
        elif sign in "]}" and opened:
            opened.pop()
    return _line(text, opened[-1]) if opened else None


def _signs(text: str) -> Iterator[tuple[str, int]]:
    """The signs of TOML outside strings and comments, with their positions."""
    position, state = 0, ""
    while found := (_INSIDE[state] if state else _OUTSIDE).search(text, position):
        position, sign = found.end(), found.group()
        if state:
            state = "" if _closes(sign, state) else state
            if sign == "\n":
                yield sign, found.start()
        elif sign in _INSIDE:
            state = sign
        else:
            yield sign, found.start()


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def _closes(sign: str, state: str) -> bool:
    return sign == "\n" or sign[0] == state[0]


class _Depth:
    """How deep the scan stands: the header's names, and for each open bracket one level and the names before it."""

    def __init__(self) -> None:
        self.header = 0
        self.open: list[int] = []
        self.names = 0
        self.kept = 0
        self.in_header = False
        self.fresh = True

    def take(self, sign: str) -> int:
        """Go on to the next sign outside strings and comments; return the depth there."""
        if sign in "[{":
            self._enter(sign)
        elif sign in "]}":
            self._leave()
        elif sign == ".":
            self.names += 1
        elif sign == "=":
            self.kept, self.names = self.kept + self.names, 0
        elif sign == "," or not self.open:
            self._new_line(sign)
        self.fresh = sign == "\n" and not self.open
        return self.header + self.kept + self.names + sum(self.open) + len(self.open)

    def _enter(self, sign: str) -> None:
        if self.fresh and sign == "[":
            self.header, self.in_header = 0, True
        self.open.append(self.kept + self.names)
        self.kept = self.names = 0

    def _leave(self) -> None:
        if self.in_header:
            self.header = max(self.header, self.names + 1)
        self.kept = self.open.pop() if self.open else 0
        self.names = 0

    def _new_line(self, sign: str) -> None:
        self.names = self.kept = 0
        if sign == "\n":
            self.in_header = False
