"""What has to agree before a release."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

import coach

ROOT = Path(__file__).parent.parent


@pytest.fixture
def project() -> dict[str, Any]:
    """The pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_the_version_is_said_once(project: dict[str, Any]) -> None:
    """The version stands in coach/__init__.py, and the build reads it from there."""
    assert "version" in project["project"]["dynamic"]
    assert project["tool"]["hatch"]["version"]["path"] == "coach/__init__.py"
    assert re.fullmatch(r"\d+\.\d+\.\d+((a|b|rc)\d+)?", coach.__version__)


def test_the_changelog_begins_with_this_version() -> None:
    """The newest heading of the changelog is the version of the program, with a day or "unreleased"."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## \[([^\]]+)\] - (\d{4}-\d{2}-\d{2}|unreleased)$", text, re.MULTILINE)
    assert headings[0][0] == coach.__version__


def test_licence_files_are_there(project: dict[str, Any]) -> None:
    """Every licence that the package names is in the repository, and the overview names every part."""
    files = project["project"]["license-files"]
    assert [name for name in files if not (ROOT / name).is_file()] == []
    overview = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert [part for part in ("MIT", "BY 4.0", "assets/fonts", "assets/icons") if part not in overview] == []


def test_the_lock_knows_what_is_depended_on(project: dict[str, Any]) -> None:
    """Every dependency of pyproject.toml is pinned in the requirements that are installed from."""
    groups = project["dependency-groups"]
    wanted = {
        "requirements.txt": project["project"]["dependencies"],
        "requirements-test.txt": groups["test"],
        "requirements-dev.txt": [one for one in groups["dev"] if isinstance(one, str)],
    }
    for file, dependencies in wanted.items():
        pinned = re.findall(r"^([a-z0-9-]+)==", (ROOT / "packaging" / file).read_text(encoding="utf-8"), re.MULTILINE)
        spelt = (re.split(r"[<>=~!\[ ]", one, maxsplit=1)[0] for one in dependencies)
        names = {re.sub(r"[-_.]+", "-", one).lower() for one in spelt}  # as package indexes do (PEP 503)
        assert names <= set(pinned), f"run `make requirements`: {file} lacks {sorted(names - set(pinned))}"


def test_qt_stays_below_the_broken_release() -> None:
    """PySide6 6.12.0 aborts on Python < 3.12 (PYSIDE-3474); the lock holds 6.11."""
    pinned = (ROOT / "packaging" / "requirements.txt").read_text(encoding="utf-8")
    versions = set(re.findall(r"^(?:pyside6-\w+|shiboken6)==(\d+\.\d+)\.", pinned, re.MULTILINE))
    assert versions == {"6.11"}


def test_the_wheel_and_the_source_hold_the_assets(project: dict[str, Any]) -> None:
    """Built, the shipped files lie where `resources.assets()` looks for them."""
    build = project["tool"]["hatch"]["build"]["targets"]
    assert build["wheel"]["force-include"] == {"assets": "coach/assets"}
    listed = [name.strip("/") for name in build["sdist"]["include"]]
    assert [name for name in listed if not (ROOT / name).exists()] == []
    assert {"assets", "coach", "packaging"} <= set(listed)
