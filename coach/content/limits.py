"""From a file to text that may be parsed: size, encoding and nesting are looked at first (RELIABILITY 2.D, 45-48)."""

from __future__ import annotations

import re
from pathlib import Path

from coach.content.problems import Problem
from coach.i18n import _

MAX_BYTES = 256 * 1024
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


def read_bytes(path: Path) -> tuple[bytes, list[Problem]]:
    """The bytes of a file of at most `MAX_BYTES`; nothing after that is read."""
    name = str(path)
    try:
        if path.is_dir():
            return b"", [Problem(name, 1, _("This is a folder. Give the name of a .toml file in it."))]
        if path.exists() and not path.is_file():
            return b"", [Problem(name, 1, _("This is not an ordinary file. Give the name of a .toml file."))]
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return b"", [Problem(name, 1, _("There is no such file. Look at the spelling of its name and folder."))]
    except PermissionError:
        return b"", [Problem(name, 1, _("You are not allowed to read this file. Change its permissions."))]
    except (OSError, ValueError) as error:
        return b"", [Problem(name, 1, _("This file cannot be read: {reason}.").format(reason=error))]
    return data, _too_big(data, name)


def decode(data: bytes, name: str) -> tuple[str, list[Problem]]:
    """The text of the bytes, without a byte order mark, when it is UTF-8, not too long and not nested too deep."""
    problems = _too_big(data, name)
    if problems:
        return "", problems
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return "", [Problem(name, line, _("This file is not UTF-8 text. Save it again as UTF-8 in your editor."))]
    deep = deepest_too_deep(text)
    return text, [] if deep is None else [too_deep(name, deep)]


def too_deep(name: str, line: int) -> Problem:
    """The problem of a file with brackets in brackets in brackets."""
    sentence = _("This is nested more than {most} levels deep. A routine needs no more than four; take brackets away.")
    return Problem(name, line, sentence.format(most=MAX_DEPTH))


def deepest_too_deep(text: str) -> int | None:
    """The first line where brackets, headers and dotted names nest deeper than `MAX_DEPTH`, else None.

    One pass over the text, without recursion, so it is safe before any parser.
    """
    scan = _Depth()
    position, state = 0, ""
    while True:
        found = (_INSIDE[state] if state else _OUTSIDE).search(text, position)
        if found is None:
            return None
        position, token = found.end(), found.group()
        if state:
            state = "" if _closes(token, state) else state
            if token == "\n":
                scan.take(token)
        elif token in _INSIDE:
            state = token
        elif scan.take(token) > MAX_DEPTH:
            return text.count("\n", 0, found.start()) + 1


def _closes(token: str, state: str) -> bool:
    return token == "\n" or token[0] == state[0]


class _Depth:
    """How deep the scan stands: the header's names, and for each open bracket one level and the names before it."""

    def __init__(self) -> None:
        self.header = 0
        self.open: list[int] = []
        self.names = 0
        self.kept = 0
        self.in_header = False
        self.fresh = True

    def take(self, token: str) -> int:
        """Go on to the next sign outside strings and comments; return the depth there."""
        if token in "[{":
            self._enter(token)
        elif token in "]}":
            self._leave()
        elif token == ".":
            self.names += 1
        elif token == "=":
            self.kept, self.names = self.kept + self.names, 0
        elif token == "," or not self.open:
            self._new_line(token)
        self.fresh = token == "\n" and not self.open
        return self.header + self.kept + self.names + sum(self.open) + len(self.open)

    def _enter(self, token: str) -> None:
        if self.fresh and token == "[":
            self.header, self.in_header = 0, True
        self.open.append(self.kept + self.names)
        self.kept = self.names = 0

    def _leave(self) -> None:
        if self.in_header:
            self.header = max(self.header, self.names + 1)
        self.kept = self.open.pop() if self.open else 0
        self.names = 0

    def _new_line(self, token: str) -> None:
        self.names = self.kept = 0
        if token == "\n":
            self.in_header = False


def _too_big(data: bytes, name: str) -> list[Problem]:
    if len(data) <= MAX_BYTES:
        return []
    line = data.count(b"\n", 0, MAX_BYTES) + 1
    sentence = _("This file is larger than {most} KiB, so it is not read. A routine is a few pages at most.")
    return [Problem(name, line, sentence.format(most=MAX_BYTES // 1024))]
