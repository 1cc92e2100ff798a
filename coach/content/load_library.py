"""Read all shipped content into one `Library`, and one routine from the library, a file or a text.

The loader and the checks are imported when a stranger's file or a mistake needs them: the start pays for neither.
"""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path
from typing import TypeVar

import msgspec

from coach.content.ceilings import held
from coach.content.comparison import Comparison
from coach.content.exercise import Exercise
from coach.content.figures import NamedFigure
from coach.content.library import Library, RoutineFile
from coach.content.problems import Problem
from coach.content.routine import Routine
from coach.content.safety_texts import Caution, Source, WarningSigns
from coach.content.screening import Screening
from coach.content.thermal import Thermal
from coach.content.vocabulary import Category
from coach.errors import DataError, WrongUseError
from coach.figure.pose.model import BasePose
from coach.i18n import _, ngettext

T = TypeVar("T")


class _Sources(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    sources: tuple[Source, ...]


class _Cautions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    cautions: tuple[Caution, ...]


def load_library(assets: Path) -> Library:
    """All content under `assets`; `DataError` with file and line for the first problem found."""
    exercises = [_shipped(path, Exercise) for path in _files(assets / "exercises")]
    routines = [_shipped_routine(path) for path in _files(assets / "routines")]
    order = list(Category)
    exercises.sort(key=lambda item: (order.index(item.category), item.name))
    routines.sort(key=lambda item: (item.routine.place == "desk", bool(item.routine.modes), item.routine.name))
    return Library(
        exercises={item.id: item for item in exercises},
        routines={item.routine.id: item for item in routines},
        sources={item.id: item for item in _shipped(assets / "sources.toml", _Sources).sources},
        cautions={item.tag: item for item in _shipped(assets / "cautions.toml", _Cautions).cautions},
        thermal=held(_shipped(assets / "thermal.toml", Thermal)),
        warning_signs=_shipped(assets / "warning-signs.toml", WarningSigns),
        figures={item.id: item for item in (_shipped(path, NamedFigure) for path in _files(assets / "figures"))},
        bases=_shipped(assets / "figure" / "bases.toml", dict[str, BasePose]),
        screening=_shipped(assets / "screening.toml", Screening),
        comparison=_shipped(assets / "spasm-and-cramp.toml", Comparison),
    )


def load_routine(id_or_path: str, library: Library) -> RoutineFile:
    """A routine by its id in the library, else from a file, checked against the library.

    Raises `WrongUseError` when there is neither, `DataError` with file and line when the file has a problem.
    """
    found = library.routines.get(id_or_path)
    return found if found is not None else _routine_file(id_or_path, library)


def _routine_file(id_or_path: str, library: Library) -> RoutineFile:
    from coach.content.check import check_routine
    from coach.content.loader import convert, parse_file

    path = Path(id_or_path)
    if not id_or_path.endswith(".toml") and not path.exists():
        raise WrongUseError(_no_such_routine(id_or_path, library))
    parsed, problems = parse_file(path)
    if parsed is None:
        raise _trouble(problems)
    routine, problems = convert(parsed, Routine)
    if routine is not None:
        problems = check_routine(routine, library, parsed.lines(), parsed.name)
    if routine is None or problems:
        raise _trouble(problems)
    return RoutineFile(routine, parsed.text, content_hash(parsed.text), path)


def routine_from_text(text: str, name: str) -> RoutineFile:
    """A routine from the text that was kept with a session; `DataError` when it is none (any more)."""
    from coach.content.loader import convert, parse_text

    parsed, problems = parse_text(text.encode("utf-8", "surrogatepass"), name)
    routine = None
    if parsed is not None:
        routine, problems = convert(parsed, Routine)
    if routine is None:
        raise _trouble(problems)
    return RoutineFile(routine, text, content_hash(text), None)


def content_hash(text: str) -> str:
    """SHA-256 of a routine's text: the same words are the same routine."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _files(folder: Path) -> list[Path]:
    found = sorted(folder.glob("*.toml"))
    if not found:
        raise DataError(
            _("There are no content files in {folder}: the installation is not complete.").format(folder=folder)
        )
    return found


def _shipped_routine(path: Path) -> RoutineFile:
    text = _text(path)
    return RoutineFile(_shipped(path, Routine, text), text, content_hash(text), path)


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(_("{file} cannot be read: {reason}.").format(file=path, reason=error)) from error


def _shipped(path: Path, model: type[T], text: str | None = None) -> T:
    """One of our own files: straight into its model; the slow walk only to say what is wrong."""
    try:
        return msgspec.convert(tomllib.loads(_text(path) if text is None else text), model)
    except ValueError as error:
        from coach.content.loader import convert, parse_file

        parsed, problems = parse_file(path)
        if parsed is not None:
            problems = convert(parsed, model)[1]
        raise _trouble(problems or [Problem(str(path), 1, str(error))]) from error


def _trouble(problems: list[Problem]) -> DataError:
    first, more = str(problems[0]), len(problems) - 1
    if not more:
        return DataError(first)
    rest = ngettext(
        "There is {n} more problem; limber check names it.",
        "There are {n} more problems; limber check names them.",
        more,
    )
    return DataError(f"{first} {rest.format(n=more)}")


def _no_such_routine(wanted: str, library: Library) -> str:
    from coach.content.shown import nearest, quoted

    said = _("There is no routine {id}, and no such file.").format(id=quoted(wanted))
    meant = nearest(wanted, library.routines)
    if meant is not None:
        return said + " " + _("Did you mean {meant}?").format(meant=quoted(meant))
    return said + " " + _("The command limber routines lists them all.")
