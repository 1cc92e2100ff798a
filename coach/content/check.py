"""Whether routines and exercises are right as a whole: what they refer to, their doses, packs, length and ids."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from coach.content.check_dose import check_doses
from coach.content.check_exercise import check_exercise, check_figure
from coach.content.check_length import check_length
from coach.content.check_packs import check_packs
from coach.content.exercise import Exercise
from coach.content.figures import NamedFigure
from coach.content.library import Library
from coach.content.loader import Parsed, convert, parse_file
from coach.content.problems import Problem, Report, in_order
from coach.content.routine import Routine
from coach.content.shown import quoted
from coach.content.toml_lines import TomlPath
from coach.i18n import _

__all__ = ["check_exercise", "check_files", "check_routine"]


@dataclasses.dataclass(slots=True)
class _File:
    """One file on its way through the checks."""

    path: Path
    parsed: Parsed | None
    problems: list[Problem]
    model: Routine | Exercise | NamedFigure | None = None


def check_files(paths: Iterable[Path], library: Library) -> list[Problem]:
    """Every problem of the files, in the order given. Exercises among them are known to the routines among them."""
    files = [_File(path, *parse_file(path)) for path in paths]
    for file in files:
        if file.parsed is not None:
            file.model, file.problems = convert(file.parsed, _kind_of(file.parsed, file.path))
    known = _with_exercises(library, [file.model for file in files if isinstance(file.model, Exercise)])
    for file in files:
        if file.parsed is None or file.model is None:
            continue
        lines = file.parsed.lines()
        if isinstance(file.model, Routine):
            file.problems += check_routine(file.model, known, lines, file.parsed.name)
        elif isinstance(file.model, Exercise):
            file.problems += check_exercise(file.model, known, lines, file.parsed.name)
        else:
            file.problems += check_figure(file.model.figure, known, lines, file.parsed.name)
        file.problems += _taken_id(file, files, library, lines)
    return [problem for file in files for problem in in_order(file.problems)]


def check_routine(routine: Routine, library: Library, lines: Mapping[TomlPath, int], file: str) -> list[Problem]:
    """Everything that is wrong with a routine whose fields are all in order."""
    report = Report(file, lines)
    check_doses(routine, library, report)
    check_packs(routine, library.thermal, report)
    check_length(routine, library, report)
    return in_order(report.problems)


def _kind_of(parsed: Parsed, path: Path) -> type[Routine | Exercise | NamedFigure]:
    """What the file means to be."""
    own = {field.encode_name for field in msgspec.structs.fields(NamedFigure)}
    if "figure" in parsed.data and set(parsed.data) <= own:
        return NamedFigure
    return Exercise if _is_exercise(parsed, path) else Routine


def _is_exercise(parsed: Parsed, path: Path) -> bool:
    """Whether the file means to be an exercise: by its fields, and by its folder when they do not tell."""
    names = set(parsed.data)
    fields = [{field.encode_name for field in msgspec.structs.fields(model)} for model in (Exercise, Routine)]
    own = [len(names & (mine - other)) for mine, other in (fields, reversed(fields))]
    return own[0] > own[1] or (own[0] == own[1] and path.resolve().parent.name == "exercises")


def _with_exercises(library: Library, exercises: Sequence[Exercise]) -> Library:
    return dataclasses.replace(library, exercises={**library.exercises, **{item.id: item for item in exercises}})


def _taken_id(file: _File, files: Sequence[_File], library: Library, lines: Mapping[TomlPath, int]) -> list[Problem]:
    """An id that another file, or another routine or exercise that comes with Limber, already has."""
    model = file.model
    if model is None or file.parsed is None:
        return []
    line = lines.get(("id",), 1)
    for other in files[: _position(file, files)]:
        if type(other.model) is type(model) and other.model.id == model.id and not _same_file(other, file):
            sentence = _("The id {id} is already used in {file}. Give each file an id of its own.")
            return [Problem(file.parsed.name, line, sentence.format(id=quoted(model.id), file=other.path))]
    shipped = _shipped(model, library)
    if shipped is None or shipped == model:
        return []
    sentence = _("The id {id} belongs to {name}, which comes with Limber. Choose another id, such as {other}.")
    other_id = f"my-{model.id}"[:64]
    return [
        Problem(
            file.parsed.name,
            line,
            sentence.format(id=quoted(model.id), name=quoted(shipped.name), other=quoted(other_id)),
        )
    ]


def _shipped(model: Routine | Exercise | NamedFigure, library: Library) -> Routine | Exercise | NamedFigure | None:
    """What comes with Limber under the same id."""
    if isinstance(model, Exercise):
        return library.exercises.get(model.id)
    if isinstance(model, NamedFigure):
        return library.figures.get(model.id)
    found = library.routines.get(model.id)
    return found.routine if found else None


def _position(file: _File, files: Sequence[_File]) -> int:
    return next(index for index, other in enumerate(files) if other is file)


def _same_file(one: _File, other: _File) -> bool:
    return one.path.resolve() == other.path.resolve()
