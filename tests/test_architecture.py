"""The shape of the code: who imports whom, how long things are, and what nobody writes."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from contextlib import redirect_stdout
from functools import cache
from io import StringIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent
LONGEST_FILE = 300
LONGEST_FUNCTION = 60
USUAL_FUNCTION = 25
GETTEXT = {"_", "N_", "ngettext", "pgettext"}


@cache
def sources(*folders: str) -> tuple[Path, ...]:
    """All Python files of these folders of the repository."""
    return tuple(sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py")))


def everything() -> tuple[Path, ...]:
    """All Python files of the repository."""
    return (ROOT / "main.py", *sources("coach", "packaging", "tests"))


@cache
def tree(path: Path) -> ast.Module:
    """A file, parsed once for all tests here."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a file."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` to the end, docstring included."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def place(path: Path, node: ast.stmt | ast.expr) -> str:
    """Where to look."""
    return f"{path.relative_to(ROOT)}:{node.lineno}"


def contracts() -> dict[str, dict[str, Any]]:
    """The import contracts of pyproject.toml by id."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {contract["id"]: contract for contract in project["tool"]["importlinter"]["contracts"]}


def children(package: Path) -> set[str]:
    """Modules and packages that live directly in a package."""
    packages = {path.parent.name for path in package.glob("*/__init__.py")}
    return packages | {path.stem for path in package.glob("*.py")} - {"__init__"}


def test_imports_keep_their_contracts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every import contract in pyproject.toml holds."""
    monkeypatch.chdir(ROOT)
    printed = StringIO()
    with redirect_stdout(printed):
        code = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert code == 0, printed.getvalue()


def test_no_core_package_is_left_out() -> None:
    """Whatever the layers put below `drivers`, and store, sync and console, is forbidden to know Qt; the figure may use NumPy."""
    layers: list[str] = contracts()["layers"]["layers"]
    core = layers[layers.index("drivers | drawing") + 1 :]
    names = {name.strip(" ()") for layer in core for name in layer.split("|")} | {"store", "sync", "console"}
    expected = {f"coach.{name}" for name in names & children(ROOT / "coach")}
    listed = [*contracts()["core-knows-no-qt"]["source_modules"], *contracts()["figure-knows-no-qt"]["source_modules"]]
    assert sorted(listed) == sorted(expected)


def test_no_page_is_left_out() -> None:
    """Every package of coach/ui is a page that does not know the others, or stands below the pages for all of them."""
    listed = {name.strip(" ()") for layer in contracts()["pages"]["layers"][1:] for name in layer.split("|")}
    packages = {path.parent.name for path in (ROOT / "coach" / "ui").glob("*/__init__.py")}
    assert packages <= listed


@pytest.mark.parametrize("path", everything(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_can_be_read_in_one_sitting(path: Path) -> None:
    """No file is longer than 300 lines, no function longer than 60."""
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST_FILE, f"{lines} lines"
    too_long = [
        f"{place(path, f)} {f.name}: {length(f)} lines" for f in functions(path) if length(f) > LONGEST_FUNCTION
    ]
    assert not too_long


@pytest.mark.parametrize("folder", ["coach", "tests", "packaging"])
def test_functions_are_short(folder: str) -> None:
    """Nine functions in ten stay under 25 lines."""
    lengths = [length(f) for path in sources(folder) for f in functions(path)]
    long = sum(one >= USUAL_FUNCTION for one in lengths)
    assert long * 10 <= len(lengths), (
        f"{long} of {len(lengths)} functions in {folder} have {USUAL_FUNCTION} lines or more"
    )


def test_every_package_of_tests_says_what_it_is_about() -> None:
    """Each folder of tests is a package, so that two files may share a name."""
    without = {path.parent for path in sources("tests") if not (path.parent / "__init__.py").exists()}
    assert {str(path.relative_to(ROOT)) for path in without} == set()


def test_every_test_says_what_should_happen() -> None:
    """Each test has a docstring of a line."""
    silent = [
        f"{place(path, f)} {f.name}"
        for path in sources("tests")
        for f in functions(path)
        if path.name.startswith(("test_", "bench_")) and f.name.startswith("test_") and not ast.get_docstring(f)
    ]
    assert not silent


def test_nothing_is_translated_while_importing() -> None:
    """`_()` is called at run time only: at import the language is not known yet."""
    early = [
        place(path, call)
        for path in sources("coach")
        for call in import_time_calls(tree(path))
        if isinstance(call.func, ast.Name) and call.func.id in GETTEXT - {"N_"}
    ]
    assert not early


def import_time_calls(node: ast.AST) -> Iterator[ast.Call]:
    """Calls that run when a module is imported: everything that is not inside a function."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(child, ast.Call):
            yield child
        yield from import_time_calls(child)


def test_sentences_for_translators_are_constant() -> None:
    """What goes into `_()` to be collected is a plain string: an f-string would never be found in the catalogue."""
    built = [
        place(path, call)
        for path in sources("coach")
        for call in ast.walk(tree(path))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in GETTEXT
        if any(isinstance(argument, ast.JoinedStr | ast.BinOp) for argument in call.args[:2])
    ]
    assert not built


def test_no_package_but_the_first_does_anything_when_imported() -> None:
    """An `__init__` holds a docstring only (and the future import); only coach/__init__.py holds the version."""
    busy = [
        place(path, statement)
        for path in sources("coach")
        if path.name == "__init__.py" and path.parent.name != "coach"
        for statement in tree(path).body
        if not isinstance(statement, ast.Expr) and not _is_future(statement)
    ]
    assert not busy


def _is_future(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.ImportFrom) and statement.module == "__future__"


def test_packaging_is_not_a_package() -> None:
    """An `__init__.py` there would hide the library `packaging`."""
    assert not list((ROOT / "packaging").rglob("__init__.py"))


def test_requirements_are_locked_and_name_no_host() -> None:
    """Lock and requirements pin with hashes and leave it to pip's and uv's configuration where to fetch from."""
    for path in (ROOT / "uv.lock", *sorted((ROOT / "packaging").glob("requirements*.txt"))):
        text = path.read_text(encoding="utf-8")
        hosts = {piece.split("/", 1)[0] for piece in text.split("://")[1:]}
        assert hosts <= {"index.invalid"}, f"{path.name} names {sorted(hosts)}"
        assert "sha256:" in text


def test_requirements_have_a_hash_for_every_package() -> None:
    """Each pinned line of a requirements file is followed by its hashes."""
    for path in sorted((ROOT / "packaging").glob("requirements*.txt")):
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.lstrip().startswith("#")]
        for line, after in pairwise([*lines, ""]):
            assert "==" not in line or after.startswith("    --hash=sha256:"), f"{path.name}: {line}"
