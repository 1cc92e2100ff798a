"""The person's own routines: written, read back, and left out where they are not right."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from coach.content.library import Library
from coach.content.load_library import load_library, routine_from_text
from coach.content.own_routines import FOLDER, changed_name, keep, with_own
from coach.content.redose import turned
from coach.content.write_routine import routine_toml
from coach.errors import DataError
from coach.resources import assets


@pytest.fixture(scope="module")
def shipped() -> Library:
    """The shipped content."""
    return load_library(assets())


def test_every_shipped_routine_survives_being_written(shipped: Library) -> None:
    """What is written reads back as the same routine, groups, notes and all."""
    for file in shipped.routines.values():
        assert routine_from_text(routine_toml(file.routine), "again").routine == file.routine


def test_odd_names_survive(shipped: Library) -> None:
    """Quotes, back-slashes, new lines, and emoji come back as they were."""
    routine = shipped.routines["morning-ease"].routine
    odd = msgspec.structs.replace(routine, name='My "own" \\ routine ☀️', notes='One\ntwo """ three\\')
    assert routine_from_text(routine_toml(odd), "again").routine == odd


def test_a_kept_routine_is_on_the_shelf(shipped: Library, tmp_path: Path) -> None:
    """It gets an id of its own from its name, stands behind the shipped ones, and is the person's alone."""
    routine = shipped.routines["morning-ease"].routine
    new = msgspec.structs.replace(routine, name=changed_name(routine.name, shipped))
    file = keep(tmp_path, new, shipped)
    assert file.routine.id == "morning-ease-changed"
    assert file.path == tmp_path / FOLDER / "morning-ease-changed.toml"
    assert file.path.stat().st_mode & 0o077 == 0
    shelf = with_own(tmp_path, shipped)
    assert shelf.problems == ()
    assert list(shelf.library.routines)[-1] == "morning-ease-changed"
    assert changed_name(routine.name, shelf.library) == "Morning ease, changed (2)"


def test_a_second_one_of_that_name_gets_a_number(shipped: Library, tmp_path: Path) -> None:
    """Nothing that is there is written over."""
    routine = msgspec.structs.replace(shipped.routines["neutral"].routine, name="Für Ölga")
    first = keep(tmp_path, routine, shipped)
    second = keep(tmp_path, routine, shipped)
    assert (first.routine.id, second.routine.id) == ("f-r-lga", "f-r-lga-2")


def test_a_routine_over_a_cap_is_not_kept(shipped: Library, tmp_path: Path) -> None:
    """The checks hold here too, and there is no file afterwards."""
    routine = shipped.routines["neutral"].routine
    doubled = msgspec.structs.replace(routine, steps=routine.steps * 20)
    with pytest.raises(DataError):
        keep(tmp_path, doubled, shipped)
    assert not list(tmp_path.rglob("*.toml"))


def test_a_name_the_reader_refuses_leaves_no_file(shipped: Library, tmp_path: Path) -> None:
    """What would not read back is not written."""
    routine = msgspec.structs.replace(shipped.routines["neutral"].routine, name="In\x01visible")
    with pytest.raises(DataError, match="invisible"):
        keep(tmp_path, routine, shipped)
    assert not list(tmp_path.rglob("*.toml"))


def test_a_folder_that_cannot_be_written_is_one_sentence(shipped: Library, tmp_path: Path) -> None:
    """A file where the folder should be: `DataError` that names the path."""
    (tmp_path / FOLDER).write_text("in the way")
    with pytest.raises(DataError, match="neutral"):
        keep(tmp_path, shipped.routines["neutral"].routine, shipped)


def test_bad_files_are_named_and_left_out(shipped: Library, tmp_path: Path) -> None:
    """Files that are no routine, or take the id of another, cost themselves only."""
    folder = tmp_path / FOLDER
    folder.mkdir()
    (folder / "a.toml").write_text("kind = \n")
    (folder / "b.toml").write_text(routine_toml(shipped.routines["neutral"].routine))
    keep(tmp_path, msgspec.structs.replace(shipped.routines["neutral"].routine, name="Mine"), shipped)
    shelf = with_own(tmp_path, shipped)
    assert [name in shelf.problems[number] for number, name in enumerate(("a.toml", "b.toml"))] == [True, True]
    assert set(shelf.library.routines) - set(shipped.routines) == {"mine"}


def test_a_changed_dose_is_in_the_file(shipped: Library, tmp_path: Path) -> None:
    """What was turned is what the file says."""
    routine = shipped.routines["morning-ease"].routine
    path = ("steps", 3)
    changed = turned(routine, path, "hold", True, shipped)
    assert changed is not None
    text = keep(tmp_path, msgspec.structs.replace(changed, name="Mine"), shipped).text
    assert "hold_s = " in text
