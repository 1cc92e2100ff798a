"""Read one exercise or one routine from a file or a text, and name every problem at once.

In this order: size, UTF-8, nesting, TOML, then every field against the model. Nothing of a file is believed before.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec
import msgspec.inspect

from coach.content.exercise import Exercise
from coach.content.limits import decode, read_bytes, too_deep
from coach.content.problems import Problem, in_order
from coach.content.routine import Routine
from coach.content.toml_errors import syntax_problem
from coach.content.toml_lines import TomlPath, line_of, locate
from coach.content.walk import MOST, Walk
from coach.i18n import _

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text that could be read as TOML: what it says, and what it says it in."""

    name: str
    text: str
    data: Mapping[str, Any]

    def lines(self) -> Mapping[TomlPath, int]:
        """The line of every value; worked out when asked, for only problems need it."""
        return locate(self.text.encode())


@dataclass(frozen=True, slots=True)
class Loaded(Generic[T]):
    """A model with the text it was read from."""

    model: T
    parsed: Parsed


def read_exercise(source: Path | str, name: str | None = None) -> tuple[Exercise | None, list[Problem]]:
    """Read an exercise from a file (a `Path`) or from TOML text; `name` is what problems call it."""
    return _read(source, name, Exercise)


def read_routine(source: Path | str, name: str | None = None) -> tuple[Routine | None, list[Problem]]:
    """Read a routine from a file (a `Path`) or from TOML text; `name` is what problems call it."""
    return _read(source, name, Routine)


def parse_file(path: Path) -> tuple[Parsed | None, list[Problem]]:
    """Read a file as TOML within the limits, without looking at its fields."""
    data, problems = read_bytes(path)
    if problems:
        return None, problems
    return parse_text(data, str(path))


def parse_text(data: bytes, name: str) -> tuple[Parsed | None, list[Problem]]:
    """Read bytes as TOML within the limits, without looking at their fields."""
    text, problems = decode(data, name)
    if problems:
        return None, problems
    try:
        return Parsed(name, text, tomllib.loads(text)), []
    except RecursionError:  # the depth scan comes first; this is the second lock on the door
        return None, [too_deep(name, 1)]
    except ValueError as error:
        return None, [syntax_problem(text, name, error)]


def convert(parsed: Parsed, model: type[T]) -> tuple[T | None, list[Problem]]:
    """Hold what was read against a model; the model is None when there is any problem."""
    if not parsed.data:
        sentence = _(
            "This file is empty. A routine begins with id, name and summary; docs/routine-format.md has one to copy."
        )
        return None, [Problem(parsed.name, 1, sentence)]
    walk = Walk()
    clean = walk.value(dict(parsed.data), msgspec.inspect.type_info(model), ())
    if not walk.found:
        try:
            return msgspec.convert(clean, model), []
        except msgspec.ValidationError as error:  # a check that the walk lacks: say it as msgspec does
            return None, [
                Problem(parsed.name, 1, _("This file does not fit the format: {reason}.").format(reason=error))
            ]
    lines = parsed.lines()
    problems = in_order(Problem(parsed.name, line_of(lines, path), sentence) for path, sentence in walk.found)
    if walk.full:
        more = _("There are more problems than the {most} named here. Mend these first.").format(most=MOST)
        problems.append(Problem(parsed.name, problems[-1].line, more))
    return None, problems


def _read(source: Path | str, name: str | None, model: type[T]) -> tuple[T | None, list[Problem]]:
    if isinstance(source, Path):
        parsed, problems = parse_file(source)
    else:
        parsed, problems = parse_text(source.encode("utf-8", "surrogatepass"), name or _("text"))
    if parsed is None:
        return None, problems
    return convert(parsed, model)
