"""A checkout of nothing but the files that the set-up looks at."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent.parent
sys.path.insert(0, str(REPOSITORY / "packaging"))  # as main.py does it

import stamp  # noqa: E402


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with packaging/ and no .venv."""
    root = tmp_path / "check out"  # people have spaces in their folders
    shutil.copytree(REPOSITORY / "packaging", root / "packaging", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(REPOSITORY / "main.py", root)
    return root


@pytest.fixture
def interpreter(checkout: Path) -> Path:
    """A .venv whose interpreter is this one, by a link."""
    path = Path(stamp.python(str(checkout)))
    path.parent.mkdir(parents=True)
    path.symlink_to(sys.executable)
    return path
