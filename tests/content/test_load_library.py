"""The shipped content as a library, and single routines by id, file or text."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from coach.content.library import Library
from coach.content.load_library import load_library, load_routine, routine_from_text
from coach.errors import DataError, WrongUseError
from coach.resources import assets
from tests.content.texts import ROUTINE, routine

IDS = [
    "morning-ease",
    "evening-unwind",
    "gentle-start",
    "bending-friendly",
    "arching-friendly",
    "neutral",
    "heat-stretch-cold",
    "contrast-packs",
    "alternating-packs",
    "desk-reset-neck",
    "desk-reset-back",
    "desk-reset-hips",
]


def test_everything_is_there(library: Library) -> None:
    """25 exercises, the 12 routines, all keyed by their ids."""
    assert len(library.exercises) == 25
    assert sorted(library.routines) == sorted(IDS)
    assert all(key == item.id for key, item in library.exercises.items())
    assert all(key == item.routine.id for key, item in library.routines.items())
    assert all(key == item.id for key, item in library.sources.items())
    assert all(key == item.tag for key, item in library.cautions.items())


def test_routines_come_floor_first_and_desk_last(library: Library) -> None:
    """Exercise sets, then those with packs, then the desk."""
    order = list(library.routines)
    assert order[-3:] == ["desk-reset-back", "desk-reset-hips", "desk-reset-neck"]
    assert set(order[-5:-3]) == {"contrast-packs", "heat-stretch-cold"}


def test_a_routine_knows_its_text_and_hash(library: Library) -> None:
    """The hash is SHA-256 of the text's UTF-8 bytes."""
    found = library.routines["neutral"]
    assert found.path is not None
    assert found.content_hash == hashlib.sha256(found.path.read_bytes()).hexdigest()
    assert found.text == found.path.read_bytes().decode()


def test_a_broken_shipped_file_is_named(tmp_path: Path) -> None:
    """A damaged installation says file, line and what is wrong."""
    copy = tmp_path / "assets"
    shutil.copytree(assets(), copy)
    path = copy / "thermal.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("default_min = 15", "default_min = nan"), encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace("min_min = 10", 'min_min = "10"'), encoding="utf-8")
    with pytest.raises(DataError, match=r"thermal\.toml:\d+: `default_min` must be a number.* 1 more problem"):
        load_library(copy)


def test_an_empty_installation_says_so(tmp_path: Path) -> None:
    """No content is an incomplete installation, not an empty library."""
    with pytest.raises(DataError, match="the installation is not complete"):
        load_library(tmp_path)


def test_a_routine_is_found_by_id_and_by_file(tmp_path: Path, library: Library) -> None:
    """An id names a shipped routine, anything else a file."""
    assert load_routine("neutral", library) is library.routines["neutral"]
    path = tmp_path / "mine.toml"
    path.write_text(ROUTINE, encoding="utf-8")
    found = load_routine(str(path), library)
    assert (found.routine.id, found.text, found.path) == ("mine", ROUTINE, path)


def test_an_unknown_routine_is_wrong_use(library: Library) -> None:
    """A misspelt id gets a suggestion, another word the way to the list."""
    with pytest.raises(WrongUseError, match='Did you mean "morning-ease"'):
        load_routine("mornin-ease", library)
    with pytest.raises(WrongUseError, match="limber routines lists them all"):
        load_routine("zumba", library)
    with pytest.raises(DataError, match="There is no such file"):
        load_routine("zumba.toml", library)


def test_a_routine_file_with_problems_is_refused_with_the_first(tmp_path: Path, library: Library) -> None:
    """The first problem, and how many there are besides; cross checks count as well."""
    path = tmp_path / "mine.toml"
    path.write_text(routine('kind = "hold"\nexercise = "headstand"'), encoding="utf-8")
    with pytest.raises(DataError, match=r'mine\.toml:7: There is no exercise "headstand"'):
        load_routine(str(path), library)
    path.write_text(routine('kind = "hold"\nexercise = 5\nreps = 0\nsets = 0'), encoding="utf-8")
    with pytest.raises(DataError, match=r"There are 2 more problems; limber check names them\."):
        load_routine(str(path), library)


def test_a_kept_text_becomes_its_routine_again() -> None:
    """The text in the journal is enough; when it no longer fits the format it says so."""
    found = routine_from_text(ROUTINE, "Mine")
    assert (found.routine.id, found.text, found.path) == ("mine", ROUTINE, None)
    assert found.content_hash == hashlib.sha256(ROUTINE.encode()).hexdigest()
    with pytest.raises(DataError, match="Mine:1: A routine has no `name`"):
        routine_from_text('id = "x"\nsummary = "x"\nsteps = []', "Mine")
