"""The person's own routines: TOML files in one folder, read beside the shipped ones and written one at a time."""

from __future__ import annotations

import re
from dataclasses import replace
from errno import EEXIST
from os import strerror
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

#: The folder inside the data folder, and the one inside it for what was deleted: nothing a person made is destroyed.
FOLDER = "routines"
DELETED = "deleted"
#: More files than this are not read: somebody has put something else there.
_MOST = 200
_LONGEST_ID = 56
_NAME = re.compile(r"^name *=.*$", re.MULTILINE)
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
    _write(path, text)
    return load_routine(str(path), library)


class Before(NamedTuple):
    """What takes a change back: the text that was at `path`, or the file that was put `aside`."""

    path: Path
    text: str
    aside: Path | None = None


def own_keys(data: Path, library: Library) -> frozenset[str]:
    """Return the ids of the person's own routines."""
    folder = data / FOLDER
    return frozenset(key for key, file in library.routines.items() if file.path and file.path.parent == folder)


def rename(data: Path, key: str, name: str, library: Library) -> Before:
    """Give an own routine another name; its id stays, and with it what the journal knows of it, and so do comments in the file.

    Raises `DataError` with a sentence when the name is not right or the file cannot be written; then nothing has changed.
    """
    from coach.content.check import check_routine

    file, path = _own(data, key, library)
    new = msgspec.structs.replace(file.routine, name=name)
    others = {other: found for other, found in library.routines.items() if other != key}
    problems = check_routine(new, replace(library, routines=others), {}, new.name)
    if problems:
        raise DataError(problems[0].sentence)
    whole = routine_toml(new)
    line = next(one for one in whole.splitlines() if _NAME.match(one))
    text = _NAME.sub(lambda _found: line, file.text, count=1)
    _write(path, text if _says(text, new) else whole)
    return Before(path, file.text)


def remove(data: Path, key: str, library: Library) -> Before:
    """Take an own routine off the shelf: its file goes to the folder of deleted ones. Raises `DataError` with a sentence."""
    file, path = _own(data, key, library)
    folder = path.parent / DELETED
    aside, number = folder / path.name, 1
    while aside.exists():
        number += 1
        aside = folder / f"{path.stem}-{number}.toml"
    try:
        private_folder(folder)
        path.rename(aside)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise DataError(_("{path} could not be deleted: {reason}.").format(path=path, reason=reason)) from error
    return Before(path, file.text, aside)


def take_back(before: Before) -> None:
    """Undo a change. Raises `DataError` with a sentence."""
    if before.aside is None or not before.aside.exists():
        _write(before.path, before.text)
        return
    try:
        if before.path.exists():
            raise FileExistsError(EEXIST, strerror(EEXIST))
        before.aside.rename(before.path)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        sentence = _("{path} could not be brought back: {reason}.")
        raise DataError(sentence.format(path=before.path, reason=reason)) from error


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


def _own(data: Path, key: str, library: Library) -> tuple[RoutineFile, Path]:
    """Return an own routine as its file says it now."""
    found = library.routines.get(key)
    if found is None or found.path is None or key not in own_keys(data, library):
        raise DataError(_('"{id}" is none of your own routines.').format(id=key))
    return load_routine(str(found.path), library), found.path


def _says(text: str, routine: Routine) -> bool:
    try:
        return routine_from_text(text, routine.id).routine == routine
    except CoachError:
        return False


def _write(path: Path, text: str) -> None:
    try:
        private_folder(path.parent)
        write_atomic(path, text.encode())
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise DataError(
            _("The routine could not be saved as {path}: {reason}.").format(path=path, reason=reason)
        ) from error


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
