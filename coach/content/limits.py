"""From a file to text that may be parsed: size, encoding and nesting are looked at first (RELIABILITY 2.D, 45-48)."""

from __future__ import annotations

from pathlib import Path

from coach.content.depth import MAX_DEPTH, first_too_deep
from coach.content.problems import Problem
from coach.i18n import _

MAX_BYTES = 256 * 1024


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
    deep = first_too_deep(text)
    return text, [] if deep is None else [too_deep(name, deep)]


def too_deep(name: str, line: int) -> Problem:
    """The problem of a file with brackets in brackets in brackets."""
    sentence = _("This is nested more than {most} levels deep. A routine needs no more than four; take brackets away.")
    return Problem(name, line, sentence.format(most=MAX_DEPTH))


def _too_big(data: bytes, name: str) -> list[Problem]:
    if len(data) <= MAX_BYTES:
        return []
    line = data.count(b"\n", 0, MAX_BYTES) + 1
    sentence = _("This file is larger than {most} KiB, so it is not read. A routine is a few pages at most.")
    return [Problem(name, line, sentence.format(most=MAX_BYTES // 1024))]
