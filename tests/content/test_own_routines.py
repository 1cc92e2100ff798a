"""The person's own routines: written, read back, and left out where they are not right."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from coach.content.library import Library
from coach.content.load_library import load_library, routine_from_text
from coach.content.own_routines import (
    DELETED,
    FOLDER,
    changed_name,
    keep,
    own_keys,
    remove,
    rename,
    take_back,
    with_own,
)
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


def _kept(shipped: Library, data: Path, name: str = "Mine") -> Library:
    """A shelf with one own routine on it, whose file somebody has written a remark into."""
    file = keep(data, msgspec.structs.replace(shipped.routines["neutral"].routine, name=name), shipped)
    assert file.path is not None
    file.path.write_text("# for the knee\n" + file.path.read_text(encoding="utf-8"), encoding="utf-8")
    return with_own(data, shipped).library


def test_another_name_keeps_the_id_and_every_remark(shipped: Library, tmp_path: Path) -> None:
    """The journal still knows it; only the name differs, whatever signs it has, and it can be taken back."""
    shelf = _kept(shipped, tmp_path)
    path = tmp_path / FOLDER / "mine.toml"
    text = path.read_text(encoding="utf-8")
    assert own_keys(tmp_path, shelf) == {"mine"}
    for name in ("Evening", 'The "good" \\1 one'):
        before = rename(tmp_path, "mine", name, shelf)
        after = with_own(tmp_path, shipped).library.routines["mine"]
        assert after.routine == msgspec.structs.replace(shelf.routines["mine"].routine, name=name)
        assert after.text.startswith("# for the knee\n")
        take_back(before)
        assert path.read_text(encoding="utf-8") == text


def test_a_name_over_several_lines_is_replaced_whole(shipped: Library, tmp_path: Path) -> None:
    """Where one line is not the name, the file is written anew rather than broken."""
    shelf = _kept(shipped, tmp_path)
    path = tmp_path / FOLDER / "mine.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('name = "Mine"', 'name = """\nMine"""'), encoding="utf-8")
    rename(tmp_path, "mine", "Yours", shelf)
    after = with_own(tmp_path, shipped)
    assert (after.problems, after.library.routines["mine"].routine.name) == ((), "Yours")


def test_deleted_and_brought_back(shipped: Library, tmp_path: Path) -> None:
    """It is off the shelf, its file is kept aside, and comes back as it was; a second of that name is no trouble."""
    remove(tmp_path, "mine", _kept(shipped, tmp_path))
    shelf = _kept(shipped, tmp_path)
    text = shelf.routines["mine"].text
    before = remove(tmp_path, "mine", shelf)
    assert "mine" not in with_own(tmp_path, shipped).library.routines
    aside = sorted(path.name for path in (tmp_path / FOLDER / DELETED).iterdir())
    assert aside == ["mine-2.toml", "mine.toml"]
    take_back(before)
    assert with_own(tmp_path, shipped).library.routines["mine"].text == text
    assert [path.name for path in (tmp_path / FOLDER / DELETED).iterdir()] == ["mine.toml"]


def test_bringing_back_writes_over_nothing(shipped: Library, tmp_path: Path) -> None:
    """Another routine has its place by now: one sentence, and both are still there."""
    before = remove(tmp_path, "mine", _kept(shipped, tmp_path))
    shelf = _kept(shipped, tmp_path)
    with pytest.raises(DataError, match=r"mine\.toml could not be brought back"):
        take_back(before)
    assert with_own(tmp_path, shipped).library.routines["mine"].text == shelf.routines["mine"].text
    assert before.aside is not None
    assert before.aside.exists()


def test_only_one_s_own_can_be_changed(shipped: Library, tmp_path: Path) -> None:
    """Neither a shipped one nor one that is not there; nor to no name."""
    shelf = _kept(shipped, tmp_path)
    for key in ("morning-ease", "nothing"):
        with pytest.raises(DataError, match="none of your own"):
            remove(tmp_path, key, shelf)
        with pytest.raises(DataError, match="none of your own"):
            rename(tmp_path, key, "New", shelf)
    assert shipped.routines["morning-ease"].path is not None
    assert shipped.routines["morning-ease"].path.exists()
    (tmp_path / FOLDER / "mine.toml").unlink()
    with pytest.raises(DataError):
        rename(tmp_path, "mine", "New", shelf)
    with pytest.raises(DataError):
        remove(tmp_path, "mine", shelf)
