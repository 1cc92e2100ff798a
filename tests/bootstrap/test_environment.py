"""What is trusted in .venv, and what is made anew."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import environment
import pytest
import stamp


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    """A site-packages with one whole package."""
    folder = tmp_path / "site-packages"
    write_package(folder, "calm", {"calm/__init__.py": "breathe = 4\n"})
    return folder


def write_package(folder: Path, name: str, files: dict[str, str]) -> None:
    """Write a package as pip leaves it: files, then the list of them."""
    rows = [f"{name}-1.0.dist-info/RECORD,,", f"{name}/__pycache__/x.cpython-311.pyc,sha256=x,99"]
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
        rows.append(f"{path},sha256=x,{len(text)}")
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir()
    (info / "RECORD").write_text("\n".join(rows) + "\n")


def test_a_whole_installation_is_whole(packages: Path) -> None:
    """Every listed file is there with its size; byte code is Python's own affair."""
    assert environment.damage(packages) is None


def test_an_interrupted_installation_is_seen(packages: Path) -> None:
    """A package without its list of files was not installed to the end."""
    (packages / "calm-1.0.dist-info" / "RECORD").unlink()
    assert environment.damage(packages) == "calm-1.0.dist-info has no list of files"


def test_a_missing_file_is_seen(packages: Path) -> None:
    """A file that was deleted is named."""
    (packages / "calm" / "__init__.py").unlink()
    assert environment.damage(packages) == "calm/__init__.py is missing or damaged"


def test_a_truncated_file_is_seen(packages: Path) -> None:
    """A file cut short, as a full disk does it, is named."""
    (packages / "calm" / "__init__.py").write_text("brea")
    assert environment.damage(packages) == "calm/__init__.py is missing or damaged"


def test_our_own_script_may_differ(packages: Path) -> None:
    """A developer's editable install of Limber is left alone: the set-up writes over its script."""
    write_package(packages, "limber", {"limber/script": "#!python"})
    (packages / "limber" / "script").write_text("#!/bin/sh")
    assert environment.damage(packages) is None


def test_no_environment_is_new(checkout: Path) -> None:
    """Where there is no .venv, one is made."""
    assert environment.state(str(checkout)) == "new"


def test_a_half_made_environment_is_made_anew(checkout: Path) -> None:
    """A .venv whose interpreter does not even start is not trusted."""
    (checkout / ".venv").mkdir()
    assert environment.state(str(checkout)) == "repair"


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_borrowed_interpreter_is_not_an_environment(checkout: Path, interpreter: Path) -> None:
    """A link to some Python, without the rest, would install into somebody else's packages: made anew."""
    assert interpreter.exists()
    assert environment.state(str(checkout)) == "repair"


@pytest.fixture
def made(checkout: Path) -> Path:
    """A checkout with an empty environment, linked to a program of two lines."""
    environment.make(str(checkout))
    (checkout / "coach").mkdir()
    (checkout / "coach" / "__init__.py").touch()
    (checkout / "coach" / "__main__.py").write_text("import sys\nprint(sys.argv[1:], sys.prefix)\n")
    return checkout


def test_a_made_environment_is_used_on(made: Path) -> None:
    """An environment that is whole is brought up to date, not thrown away."""
    assert environment.state(str(made)) == "update"


def test_an_old_environment_gives_way(made: Path) -> None:
    """Making one anew leaves nothing of the old, whatever it was."""
    (made / ".venv" / "leftover").touch()
    environment.make(str(made))
    assert not (made / ".venv" / "leftover").exists()


@pytest.mark.skipif(os.name == "nt", reason="a .cmd there")
def test_the_command_works_from_anywhere(made: Path, tmp_path: Path) -> None:
    """`.venv/bin/limber` runs the checkout's program, through a link and from a folder with a `coach` of its own."""
    environment.link_project(str(made))
    (tmp_path / "coach.py").write_text("raise SystemExit('the wrong coach')")
    link = tmp_path / "limber"
    link.symlink_to(made / ".venv" / "bin" / "limber")
    answer = subprocess.run([link, "a b", "c"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert answer.stdout == f"['a b', 'c'] {made / '.venv'}\n", answer.stderr


def test_a_program_that_does_not_start_says_why(made: Path) -> None:
    """The last line of Python's complaint is handed on."""
    environment.link_project(str(made))
    assert environment.starts(str(made)) == "ModuleNotFoundError: No module named 'PySide6'"


def test_pip_is_found_without_being_installed(made: Path) -> None:
    """pip runs from the wheel that comes with Python; .venv itself holds none."""
    command = environment.pip_command(str(made))
    assert command is not None
    answer = subprocess.run([*command, "--version"], capture_output=True, text=True, check=True)
    assert answer.stdout.startswith("pip ")


def test_no_pip_at_all_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Debian without python3-venv has neither ensurepip nor pip."""
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    monkeypatch.setattr("sysconfig.get_config_var", lambda _name: None)
    assert environment.pip_command("/nowhere") is None


def test_each_level_installs_its_files(checkout: Path) -> None:
    """A level installs what the levels before it pin, then its own."""
    names = {level: [p.name for p in environment.requirement_files(str(checkout), level)] for level in stamp.LEVELS}
    assert names["run"] == ["requirements.txt"]
    assert names["dev"] == ["requirements.txt", "requirements-test.txt", "requirements-dev.txt"]
    assert all(path.exists() for path in environment.requirement_files(str(checkout), "dev"))


def test_this_very_environment_is_whole() -> None:
    """The check agrees with the environment the tests run in: no false alarm on real packages."""
    if sys.prefix == sys.base_prefix:
        pytest.skip("not in an environment")
    paths = [Path(path) for path in sys.path if path.endswith("site-packages") and path.startswith(sys.prefix)]
    assert [environment.damage(path) for path in paths] == [None]
