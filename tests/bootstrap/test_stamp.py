"""When .venv counts as ready."""

from __future__ import annotations

from pathlib import Path

import pytest
import stamp


def test_no_environment_is_not_ready(checkout: Path) -> None:
    """A fresh clone is not ready for anything."""
    assert [level for level in stamp.LEVELS if stamp.ready(str(checkout), level)] == []


def test_a_level_is_ready_with_what_it_includes(checkout: Path, interpreter: Path) -> None:
    """Set up for the tests, the program runs as well, and the developer's tools are still missing."""
    stamp.write(str(checkout), stamp.up_to("test"))
    assert interpreter.exists()
    assert [level for level in stamp.LEVELS if stamp.ready(str(checkout), level)] == ["run", "test"]


@pytest.mark.usefixtures("interpreter")
def test_changed_requirements_are_noticed(checkout: Path) -> None:
    """A pull that changes what the tests need asks for a set-up of the tests, not of the program."""
    stamp.write(str(checkout), stamp.up_to("test"))
    with (checkout / "packaging" / "requirements-test.txt").open("a") as file:
        file.write("# one more\n")
    assert stamp.ready(str(checkout), "run")
    assert not stamp.ready(str(checkout), "test")


@pytest.mark.usefixtures("interpreter")
@pytest.mark.parametrize("name", ["requirements.txt", "system_packages.py", "environment.py", "stamp.py"])
def test_a_changed_set_up_is_noticed(checkout: Path, name: str) -> None:
    """Whatever decides what is installed asks for a set-up when it changes."""
    stamp.write(str(checkout), stamp.up_to("run"))
    with (checkout / "packaging" / name).open("a") as file:
        file.write("# one more\n")
    assert not stamp.ready(str(checkout), "run")


def test_another_interpreter_is_noticed(checkout: Path, interpreter: Path, tmp_path: Path) -> None:
    """After the system's Python was replaced, the environment made with the old one is not trusted."""
    stamp.write(str(checkout), stamp.up_to("run"))
    newer = tmp_path / "python3.99"
    newer.touch()
    interpreter.unlink()
    interpreter.symlink_to(newer)
    assert not stamp.ready(str(checkout), "run")


def test_a_vanished_interpreter_is_noticed(checkout: Path, interpreter: Path) -> None:
    """A stamp without an interpreter behind it says nothing."""
    stamp.write(str(checkout), stamp.up_to("run"))
    interpreter.unlink()
    assert not stamp.ready(str(checkout), "run")


@pytest.mark.usefixtures("interpreter")
def test_a_moved_checkout_is_noticed(checkout: Path) -> None:
    """A copy of the folder would run the code of the original; it is set up again instead."""
    stamp.write(str(checkout), stamp.up_to("run"))
    moved = checkout.rename(checkout.parent / "elsewhere")
    assert not stamp.ready(str(moved), "run")


@pytest.mark.usefixtures("interpreter")
@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"run deadbeef\n"])
def test_a_broken_stamp_says_nothing(checkout: Path, content: bytes) -> None:
    """An empty, unreadable or wrong stamp is a set-up, never a crash."""
    (checkout / ".venv" / "limber-stamp.txt").write_bytes(content)
    assert not stamp.ready(str(checkout), "run")


@pytest.mark.usefixtures("interpreter")
def test_a_removed_stamp_is_not_ready(checkout: Path) -> None:
    """Before anything is changed the stamp goes, so that an interruption is seen."""
    stamp.write(str(checkout), stamp.up_to("dev"))
    stamp.remove(str(checkout))
    stamp.remove(str(checkout))
    assert not stamp.ready(str(checkout), "run")


@pytest.mark.parametrize(
    ("arguments", "asked", "level"),
    [
        ([], "run", "run"),
        (["plan", "test"], "run", "run"),
        (["test", "-x"], "test", "test"),
        (["setup"], "setup", "test"),
        (["setup", "dev"], "setup", "dev"),
    ],
)
def test_what_is_asked_for(arguments: list[str], asked: str, level: str) -> None:
    """The first word chooses between the program, its tests and setting up."""
    wish, rest = stamp.wish(arguments)
    assert (wish, stamp.level(wish, rest)) == (asked, level)


def test_arguments_are_handed_on_as_they_are() -> None:
    """What follows goes to pytest or to the program, untouched."""
    assert stamp.command("/x", "test", ["-k", "a b"])[1:] == ["-P", "-m", "pytest", "-k", "a b"]
    assert stamp.command("/x", "run", ["play", "--text"])[1:] == ["-P", "-m", "coach", "play", "--text"]
