"""The person's own routines: TOML files in one folder, read beside the shipped ones and written one at a time."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import msgspec

from coach.content.library import Library, RoutineFile
from coach.content.load_library import load_routine, routine_from_text
from coach.content.routine import Routine
from coach.content.write_routine import routine_toml
from coach.errors import CoachError, DataError
from coach.files import private_folder, write_atomic
from coach.i18n import _

#: The folder inside the data folder.
FOLDER = "routines"
#: More files than this are not read: somebody has put something else there.
_MOST = 200
_LONGEST_ID = 56
_LONGEST_NAME = 120


class Shelf(NamedTuple):
    """A library with the person's own routines in it, and a sentence for each file that could not be used."""

    library: Library
    problems: tuple[str, ...]


def with_own(data: Path, library: Library) -> Shelf:
    """Return the library with the routines of a data folder behind its own; a file with a problem is left out."""
    found: dict[str, RoutineFile] = {}
    problems: list[str] = []
    for path in _files(data / FOLDER):
        try:
            file = load_routine(str(path), library)
        except CoachError as trouble:
            problems.append(str(trouble))
            continue
        if file.routine.id in library.routines or file.routine.id in found:
            sentence = _('{file}: there is another routine called "{id}". Give this one another id.')
            problems.append(sentence.format(file=path, id=file.routine.id))
            continue
        found[file.routine.id] = file
    own = sorted(found.values(), key=lambda one: one.routine.name.casefold())
    routines = {**library.routines, **{one.routine.id: one for one in own}}
    return Shelf(replace(library, routines=routines), tuple(problems))


def keep(data: Path, routine: Routine, library: Library) -> RoutineFile:
    """Write a routine as a new file under an id of its own, and return it as it reads back.

    Raises `DataError` with a sentence when it is not right or cannot be written; then there is no file.
    """
    from coach.content.check import check_routine

    folder = data / FOLDER
    new = msgspec.structs.replace(routine, id=_free_id(routine.name, folder, library))
    problems = check_routine(new, library, {}, new.name)
    if problems:
        raise DataError(problems[0].sentence)
    path, text = folder / f"{new.id}.toml", routine_toml(new)
    routine_from_text(text, str(path))  # nothing is written that would not read back
    try:
        private_folder(folder)
        write_atomic(path, text.encode())
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise DataError(
            _("The routine could not be saved as {path}: {reason}.").format(path=path, reason=reason)
        ) from error
    return load_routine(str(path), library)


def changed_name(name: str, library: Library) -> str:
    """Return a name that no routine has yet, for one that was made from the routine called `name`."""
    taken = {file.routine.name.casefold() for file in library.routines.values()}
    taken |= {_(file.routine.name).casefold() for file in library.routines.values()}
    number = 1
    while True:
        form = _("{name}, changed") if number == 1 else _("{name}, changed ({n})")
        wanted = form.format(name=name[: _LONGEST_NAME - 24], n=number)
        if wanted.casefold() not in taken:
            return wanted
        number += 1


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.glob("*.toml") if path.is_file())[:_MOST]
    except OSError:
        return []


def _free_id(name: str, folder: Path, library: Library) -> str:
    """Make an id of a name: what is left of it in small letters, with a number where it is taken."""
    plain = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:_LONGEST_ID].strip("-") or "routine"
    wanted, number = plain, 1
    while wanted in library.routines or (folder / f"{wanted}.toml").exists():
        number += 1
        wanted = f"{plain}-{number}"
    return wanted
