"""Broken files: each gets its sentences, with file and line, and nothing more."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest

from coach.content.check import check_files
from coach.content.library import Library
from coach.content.limits import MAX_BYTES
from tests.content.texts import HEAD, ROUTINE

BROKEN = Path(__file__).parent / "broken"
MANIFEST = tomllib.loads((BROKEN / "manifest.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", MANIFEST)
def test_a_broken_file_is_told_what_to_mend(name: str, library: Library) -> None:
    """Each file gives exactly the problems of the manifest: this line, this piece of a sentence."""
    path = BROKEN / f"{name}.toml"
    found = check_files([path], library)
    assert [problem.line for problem in found] == [line for line, _piece in MANIFEST[name]["problems"]]
    for problem, (_line, piece) in zip(found, MANIFEST[name]["problems"], strict=True):
        assert piece in problem.sentence
        assert str(problem) == f"{path}:{problem.line}: {problem.sentence}"


def test_the_manifest_names_every_broken_file() -> None:
    """No broken file lies there unchecked, and there are at least sixty."""
    assert {path.stem for path in BROKEN.glob("*.toml")} - {"manifest"} == set(MANIFEST)
    assert len(MANIFEST) >= 60


def test_every_sentence_is_one_for_people(library: Library) -> None:
    """No sentence speaks of tracebacks, classes or types, and each ends as a sentence does."""
    for problem in check_files([BROKEN / f"{name}.toml" for name in MANIFEST], library):
        assert problem.sentence[-1] in ".?"
        for word in ("Error", "Exception", "Traceback", "msgspec", "NoneType", "expected `", "class "):
            assert word not in problem.sentence


def checked(path: Path, library: Library) -> list[tuple[int, str]]:
    """Line and sentence of each problem of a file."""
    return [(problem.line, problem.sentence) for problem in check_files([path], library)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (HEAD + "x = " + "[" * 200 + "]" * 200 + "\n", 4),
        (HEAD + "\nx = " + "{ a = " * 200 + "1" + " }" * 200 + "\n", 5),
        (HEAD + "[" + ".".join("a" * 200) + "]\n", 4),
        (HEAD + ".".join("a" * 200) + " = 1\n", 4),
        (HEAD + "x = [\n" + "[\n" * 200, 20),
    ],
    ids=["lists", "braces", "heading", "names", "open lists"],
)
def test_two_hundred_levels_are_refused_before_parsing(text: str, line: int, tmp_path: Path, library: Library) -> None:
    """Brackets, braces, headings and dotted names 200 deep are one sentence, not a RecursionError."""
    path = tmp_path / "deep.toml"
    path.write_text(text, encoding="utf-8")
    assert checked(path, library) == [
        (line, "This is nested more than 16 levels deep. A routine needs no more than four; take brackets away.")
    ]


def test_ten_megabytes_are_not_read(tmp_path: Path, library: Library) -> None:
    """A file over the limit is refused, and only the limit is read of it."""
    path = tmp_path / "big.toml"
    path.write_text(ROUTINE + "# filler\n" * (10 * 1024 * 1024 // 9), encoding="utf-8")
    [(line, sentence)] = checked(path, library)
    assert "larger than 256 KiB" in sentence
    assert line == path.read_bytes().count(b"\n", 0, MAX_BYTES) + 1


def test_a_file_of_just_the_limit_is_read(tmp_path: Path, library: Library) -> None:
    """256 KiB is allowed; one byte more is not."""
    path = tmp_path / "full.toml"
    path.write_text(ROUTINE.ljust(MAX_BYTES - 1) + "\n", encoding="utf-8")
    assert checked(path, library) == []
    path.write_text(ROUTINE.ljust(MAX_BYTES) + "\n", encoding="utf-8")
    assert "larger than" in checked(path, library)[0][1]


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (ROUTINE.replace("Mine", "Früh").encode("latin-1"), 2),
        (ROUTINE.encode("utf-16"), 1),
        (b"\xff\xfe\x00", 1),
        (ROUTINE.encode() + b"# \xed\xa0\x80\n", 8),
    ],
    ids=["latin-1", "utf-16", "bytes", "surrogate"],
)
def test_what_is_not_utf8_says_so(data: bytes, line: int, tmp_path: Path, library: Library) -> None:
    """Other encodings get the line of the first bad byte and how to save the file."""
    path = tmp_path / "old.toml"
    path.write_bytes(data)
    sentence = "This file is not UTF-8 text. Save it again as UTF-8 in your editor."
    assert checked(path, library) == [(line, sentence)]


def test_a_folder_a_missing_file_and_a_pipe_are_not_files(tmp_path: Path, library: Library) -> None:
    """Each says what it is instead; a pipe is never waited for."""
    pipe = tmp_path / "pipe.toml"
    os.mkfifo(pipe)
    assert "This is a folder" in checked(tmp_path, library)[0][1]
    assert "There is no such file" in checked(tmp_path / "gone.toml", library)[0][1]
    assert "not an ordinary file" in checked(pipe, library)[0][1]
    assert "cannot be read" in checked(Path("no\0name.toml"), library)[0][1]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_says_so(tmp_path: Path, library: Library) -> None:
    """A file one may not read is named, with what to change."""
    path = tmp_path / "locked.toml"
    path.write_text(ROUTINE, encoding="utf-8")
    path.chmod(0)
    assert "not allowed to read" in checked(path, library)[0][1]


def test_a_number_of_five_thousand_digits_is_refused(tmp_path: Path, library: Library) -> None:
    """Python's own limit on digits becomes a sentence with the line."""
    path = tmp_path / "digits.toml"
    path.write_text(HEAD + "\n\nprep_s = " + "9" * 5000 + "\n", encoding="utf-8")
    assert checked(path, library) == [(6, "This number has far too many digits. Write a number such as 20.")]


def test_two_files_with_one_id_are_told_of_each_other(tmp_path: Path, library: Library) -> None:
    """The second of two files with the same id is named, with the first; the same file twice is not."""
    one, two = tmp_path / "one.toml", tmp_path / "two.toml"
    one.write_text(ROUTINE, encoding="utf-8")
    two.write_text(ROUTINE.replace("Mine", "Yours"), encoding="utf-8")
    [problem] = check_files([one, two], library)
    assert (problem.file, problem.line) == (str(two), 1)
    assert problem.sentence == f'The id "mine" is already used in {one}. Give each file an id of its own.'
    assert check_files([one, one], library) == []


def test_problems_come_in_the_order_of_the_files(tmp_path: Path, library: Library) -> None:
    """File by file as given, each from top to bottom."""
    paths = [BROKEN / "many-at-once.toml", BROKEN / "hold-text.toml", tmp_path / "gone.toml"]
    found = check_files(paths, library)
    assert [problem.file for problem in found] == [str(paths[0])] * 6 + [str(paths[1]), str(paths[2])]
    lines = [problem.line for problem in found[:6]]
    assert lines == sorted(lines)
