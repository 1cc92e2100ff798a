"""main.py, the file that every Python must be able to read."""

from __future__ import annotations

import ast
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.bootstrap.conftest import REPOSITORY

OLD = REPOSITORY / "main.py"


@pytest.fixture
def main() -> dict[str, Any]:
    """What main.py defines, without running it."""
    return runpy.run_path(str(OLD))


def test_an_old_python_gets_one_sentence(main: dict[str, Any]) -> None:
    """Python 3.9 is told what is needed and what it is."""
    sentence = main["too_old"]((3, 9, 2), "/usr/bin/python3")
    assert sentence == "Limber needs Python 3.11 or newer; this is Python 3.9 (/usr/bin/python3)."


def test_a_new_python_gets_none(main: dict[str, Any]) -> None:
    """Python 3.11 and newer are fine."""
    assert main["too_old"]((3, 11, 0), "python3") is None
    assert main["too_old"]((4, 0, 0), "python3") is None


def test_an_old_python_can_read_it() -> None:
    """Nothing in main.py is newer than Python 3.4 can parse, and it imports only `sys` and `os` before it has checked."""
    tree = ast.parse(OLD.read_text(encoding="utf-8"), feature_version=(3, 4))
    modern = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr | ast.NamedExpr | ast.AnnAssign)]
    assert not modern
    imports = [name.name for node in tree.body if isinstance(node, ast.Import) for name in node.names]
    assert imports == ["os", "sys"]


def test_an_old_python_stops_with_code_one(main: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    """The sentence goes to stderr, nothing is touched, and the exit code is 1."""
    main["main"].__globals__["OLDEST"] = (99, 0)
    assert main["main"](["--version"]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.count("\n") == 1
    assert "99.0" in shown.err


def test_being_ready_costs_few_imports(checkout: Path, interpreter: Path) -> None:
    """When .venv is ready, main.py loads neither pathlib nor subprocess nor the set-up before it hands over."""
    code = (
        "import sys; before = set(sys.modules); sys.path.insert(0, 'packaging')\n"
        "import stamp; stamp.write(sys.argv[1], stamp.up_to('run')); assert stamp.ready(sys.argv[1], 'run')\n"
        "import main; print(*sorted(set(sys.modules) - before))"
    )
    assert interpreter.exists()
    answer = subprocess.run(
        [sys.executable, "-c", code, str(checkout)], cwd=checkout, capture_output=True, text=True, check=True
    )
    assert answer.stdout.split() == ["__future__", "main", "stamp", "zlib"]
