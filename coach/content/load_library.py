"""Read all shipped content into one `Library`."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path
from typing import TypeVar

import msgspec

from coach.content.exercise import Exercise
from coach.content.library import Library, RoutineFile
from coach.content.routine import Routine
from coach.content.safety_texts import Caution, Source, WarningSigns
from coach.content.thermal import Thermal
from coach.content.vocabulary import Category
from coach.errors import DataError

T = TypeVar("T")
_CATEGORIES = list(Category)


def load_library(assets: Path) -> Library:
    """All content under `assets`; DataError with file and line for the first problem found."""
    exercises = [_read(path, Exercise) for path in sorted((assets / "exercises").glob("*.toml"))]
    routines = [_routine(path) for path in sorted((assets / "routines").glob("*.toml"))]
    exercises.sort(key=lambda e: (_CATEGORIES.index(e.category), e.name))
    routines.sort(key=lambda r: (r.routine.place == "desk", bool(r.routine.modes), r.routine.name))
    sources = _read(assets / "sources.toml", dict[str, list[Source]])["sources"]
    cautions = _read(assets / "cautions.toml", dict[str, list[Caution]])["cautions"]
    return Library(
        exercises={e.id: e for e in exercises},
        routines={r.routine.id: r for r in routines},
        sources={s.id: s for s in sources},
        cautions={c.tag: c for c in cautions},
        thermal=_read(assets / "thermal.toml", Thermal),
        warning_signs=_read(assets / "warning-signs.toml", WarningSigns),
    )


def _routine(path: Path) -> RoutineFile:
    data = path.read_bytes()
    return RoutineFile(_read(path, Routine), data.decode(), hashlib.sha256(data).hexdigest(), path)


def _read(path: Path, model: type[T]) -> T:
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), model)
    except (OSError, ValueError, msgspec.ValidationError) as error:
        raise DataError(f"{path}: {error}") from error
