"""Exports on the disk: whole, private, and over nothing unasked."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from coach.errors import DataError
from coach.exchange.export import Export
from coach.exchange.writing import write_export
from coach.files import TEMPORARY_MARK

FILE = Export({"": b"new"}, "", [])
FOLDER = Export({"a.csv": b"new a", "b.csv": b"new b"}, "", [])


def test_a_file_is_private_and_never_overwritten_unasked(tmp_path: Path) -> None:
    """The second time it asks for --force; the old one is untouched until then."""
    path = tmp_path / "out.jsonl"
    write_export(FILE, path, force=False)
    path.write_bytes(b"old")
    with pytest.raises(DataError, match=r"out\.jsonl is there already and was left as it is.*--force"):
        write_export(FILE, path, force=False)
    assert path.read_bytes() == b"old"
    write_export(FILE, path, force=True)
    assert path.read_bytes() == b"new"
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_folder_comes_with_all_its_files(tmp_path: Path) -> None:
    """Private, made where there was none; nothing else lies beside it."""
    path = tmp_path / "out"
    write_export(FOLDER, path, force=False)
    assert sorted(found.name for found in path.iterdir()) == ["a.csv", "b.csv"]
    assert [found.name for found in tmp_path.iterdir()] == ["out"]
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o700
        assert {stat.S_IMODE(found.stat().st_mode) for found in path.iterdir()} == {0o600}


def test_what_lies_in_a_folder_stays(tmp_path: Path) -> None:
    """Other files are nobody's business, and one of ours stops all of it before anything is written."""
    path = tmp_path / "out"
    path.mkdir()
    (path / "mine.txt").write_bytes(b"mine")
    (path / "b.csv").write_bytes(b"old b")
    with pytest.raises(DataError, match=r"b\.csv is there already"):
        write_export(FOLDER, path, force=False)
    assert not (path / "a.csv").exists()
    write_export(FOLDER, path, force=True)
    assert {found.name: found.read_bytes() for found in path.iterdir()} == {
        "mine.txt": b"mine",
        "a.csv": b"new a",
        "b.csv": b"new b",
    }


def test_the_wrong_kind_of_place_is_said(tmp_path: Path) -> None:
    """A folder where a file is meant, a file where a folder is, a parent that is missing."""
    (tmp_path / "file").write_bytes(b"")
    for export, path, words in (
        (FILE, tmp_path, "is a folder; name a file"),
        (FOLDER, tmp_path / "file", "is a file; name a folder"),
        (FILE, tmp_path / "no" / "out", "could not be written to"),
        (FOLDER, tmp_path / "file" / "out", "could not be written to"),
    ):
        with pytest.raises(DataError, match=words):
            write_export(export, path, force=True)


def test_a_full_disk_leaves_the_old_and_no_scraps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The export before it is untouched, and so is the folder it lies in."""
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"old")

    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    for export, target in ((FILE, path), (FOLDER, tmp_path / "folder")):
        with pytest.raises(DataError, match="No space left"):
            write_export(export, target, force=True)
    assert [found.name for found in tmp_path.iterdir()] == ["out.jsonl"]
    assert path.read_bytes() == b"old"


def test_scraps_of_a_killed_export_are_swept(tmp_path: Path) -> None:
    """Only those beside the same name; signs that mean something to a search are taken as they are."""
    path = tmp_path / "my [year]*.csv"
    scrap, folder = (
        tmp_path / f"{path.name}{TEMPORARY_MARK}ab",
        tmp_path / f"{path.name}{TEMPORARY_MARK}cd",
    )
    other = tmp_path / f"my y.csv{TEMPORARY_MARK}ef"
    scrap.write_bytes(b"half")
    folder.mkdir()
    (folder / "a.csv").write_bytes(b"half")
    other.write_bytes(b"somebody else's")
    write_export(FILE, path, force=False)
    assert sorted(found.name for found in tmp_path.iterdir()) == sorted([path.name, other.name])
