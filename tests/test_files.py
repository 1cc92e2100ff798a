"""Small promises about files: private, whole, on the disk."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach import files
from coach.files import (
    create_private,
    private_folder,
    private_umask,
    sweep_temporaries,
    temporary_name,
    try_own,
    writable,
    write_atomic,
)


def mode(path: Path) -> int:
    """The permission bits."""
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture(params=[0o000, 0o022, 0o077], ids=lambda value: f"umask {value:03o}")
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    """Each umask a desktop may have."""
    old = os.umask(request.param)
    yield request.param
    os.umask(old)


@pytest.mark.usefixtures("umask")
def test_everything_is_private(tmp_path: Path) -> None:
    """Folders 0700 and files 0600, whatever the umask says; a folder that was open is tightened."""
    folder = tmp_path / "a" / "b"
    private_folder(folder)
    write_atomic(folder / "file", b"x")
    os.close(create_private(folder / "other"))
    assert (mode(folder), mode(folder / "file"), mode(folder / "other")) == (0o700, 0o600, 0o600)
    folder.chmod(0o755)
    private_folder(folder)
    assert mode(folder) == 0o700


def test_the_umask_of_the_program() -> None:
    """After `private_umask` a plain file is private as well."""
    old = os.umask(0o022)
    private_umask()
    assert os.umask(old) == 0o077


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    """The new bytes are there, nothing else is, and an open reader keeps the old ones."""
    path = tmp_path / "file"
    write_atomic(path, b"old")
    with path.open("rb") as reader:
        write_atomic(path, b"new" * 100_000)
        assert reader.read() == b"old"
    assert path.read_bytes() == b"new" * 100_000
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("broken", ["write_all", "sync_file"])
def test_a_disk_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str) -> None:
    """The error comes out, the old bytes stay, the temporary file goes."""
    path = tmp_path / "file"
    write_atomic(path, b"old")

    def fail(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, broken, fail)
    with pytest.raises(OSError, match="No space"):
        write_atomic(path, b"new")
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (b"old", [path])


def test_the_order_of_the_syncs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bytes are synced before the name changes, the folder after: a power cut finds the old file or the new one."""
    seen: list[str] = []
    monkeypatch.setattr(files, "sync_file", lambda _descriptor: seen.append("file"))
    monkeypatch.setattr(files, "sync_folder", lambda _folder: seen.append("folder"))
    replace = Path.replace
    monkeypatch.setattr(Path, "replace", lambda self, to: (seen.append("rename"), replace(self, to))[1])  # type: ignore[func-returns-value]
    write_atomic(tmp_path / "file", b"x")
    assert seen == ["file", "rename", "folder"]


def test_what_is_there_is_never_created_again(tmp_path: Path) -> None:
    """Neither a file nor a link that somebody put in the way is opened."""
    (tmp_path / "file").write_bytes(b"mine")
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    for name in ("file", "link"):
        with pytest.raises(FileExistsError):
            create_private(tmp_path / name)
    assert not (tmp_path / "elsewhere").exists()


def test_leftovers_are_swept_and_nothing_else(tmp_path: Path) -> None:
    """Only names with our mark go."""
    keep = tmp_path / "journal.db"
    keep.touch()
    for _ in range(3):
        temporary_name(keep).touch()
    assert sweep_temporaries(tmp_path) == 3
    assert list(tmp_path.iterdir()) == [keep]


def test_a_folder_has_one_owner(tmp_path: Path) -> None:
    """The lock is held until it is released, also against this same process."""
    lock = try_own(tmp_path)
    assert lock is not None
    assert try_own(tmp_path) is None
    lock.release()
    again = try_own(tmp_path)
    assert again is not None
    again.release()


def test_whether_a_folder_can_be_written(tmp_path: Path) -> None:
    """It is tried, and leaves no trace."""
    assert writable(tmp_path)
    assert not writable(tmp_path / "nowhere")
    assert list(tmp_path.iterdir()) == []
