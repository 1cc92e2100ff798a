"""The folder .venv: make it, look whether it is whole, fill it with hash-checked packages."""

from __future__ import annotations

import csv
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Iterator
from pathlib import Path

import stamp

_PROBE = "import sys, sysconfig; print(*sys.version_info[:2]); print(sysconfig.get_path('purelib'))"
_SMOKE = "import PySide6.QtWidgets, PySide6.QtNetwork, msgspec, tree_sitter_toml, coach"


def site_packages(root: str) -> Path | None:
    """Return the environment's site-packages; None when its interpreter does not run or is another version."""
    try:
        answer = subprocess.run([stamp.python(root), "-c", _PROBE], capture_output=True, text=True, check=False)
    except OSError:
        return None
    found = answer.stdout.splitlines()
    if answer.returncode or len(found) != 2 or not found[1].startswith(str(Path(root, ".venv"))):
        return None
    return Path(found[1]) if Path(found[1]).is_dir() else None


def damage(folder: Path) -> str | None:
    """Return the first sign that an installation broke off or files went missing; None when all is there.

    pip and uv write each package's list of files last, with sizes; so a missing list is an interrupted
    installation, and a file that is absent or has another size is a damaged one.
    """
    for info in sorted(folder.glob("*.dist-info")):
        if info.name.startswith("limber-"):
            continue  # a developer's editable install of ourselves; `link_project` writes over its script
        record = info / "RECORD"
        if not record.is_file():
            return f"{info.name} has no list of files"
        for name, size in _sized_files(record):
            path = folder / name
            if not path.is_file() or path.stat().st_size != size:
                return f"{name} is missing or damaged"
    return None


def _sized_files(record: Path) -> Iterator[tuple[str, int]]:
    with record.open(newline="", encoding="utf-8") as file:
        for row in csv.reader(file):
            if len(row) == 3 and row[2].isdigit() and not row[0].endswith(".pyc"):  # Python writes those anew
                yield row[0], int(row[2])


def state(root: str) -> str:
    """Return what is to be done with .venv: "new" (there is none), "repair" (not to be trusted) or "update"."""
    if not Path(root, ".venv").exists():
        return "new"
    folder = site_packages(root)
    return "update" if folder and damage(folder) is None else "repair"


def make(root: str) -> None:
    """Make an empty environment where there was none, or one not to be trusted."""
    folder = Path(root, ".venv")
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    shutil.rmtree(folder, ignore_errors=True)
    venv.EnvBuilder(with_pip=False, clear=True, symlinks=os.name != "nt").create(folder)


def pip_command(root: str) -> list[str] | None:
    """Return how to run pip for .venv: from the wheel that comes with Python, else this Python's own; None without.

    Running a wheel in place is what ensurepip itself does. Debian keeps ensurepip apart, in python3-venv.
    """
    for wheel in _pip_wheels():
        return [stamp.python(root), str(wheel / "pip")]
    if importlib.util.find_spec("pip") is not None:
        return [sys.executable, "-m", "pip", "--python", stamp.python(root)]
    return None


def _pip_wheels() -> list[Path]:
    importlib.invalidate_caches()  # it may have been installed a moment ago
    spec = importlib.util.find_spec("ensurepip")
    bundled = Path(spec.origin).parent / "_bundled" if spec and spec.origin else None
    folders = [bundled, *(Path(name) for name in [sysconfig.get_config_var("WHEEL_PKG_DIR")] if name)]
    return [wheel for folder in folders if folder for wheel in sorted(folder.glob("pip-*.whl"))]


def requirement_files(root: str, level: str) -> list[Path]:
    """Return the files that pin what a level installs."""
    names = (name for part in stamp.up_to(level) for name in stamp.FILES[part])
    return [Path(root, "packaging", name) for name in names if name.endswith(".txt")]


def fill(root: str, level: str) -> bool:
    """Install a level's packages, each checked against its hash; True when pip said yes.

    Wheels only: a package that would have to be compiled is a sentence of pip's, not an hour of compiling.
    """
    pip = pip_command(root)
    if pip is None:
        return False
    chosen = [part for path in requirement_files(root, level) for part in ("-r", str(path))]
    options = ["--require-hashes", "--only-binary", ":all:", "--no-warn-script-location", "--disable-pip-version-check"]
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    return subprocess.run([*pip, "install", *options, *quiet, *chosen], check=False).returncode == 0


def link_project(root: str) -> None:
    """Make `coach` importable in .venv and give it its command: two small files instead of a build.

    An editable install would need the build backend at run time, with hashes of its own, to write the same two files.
    """
    folder = site_packages(root)
    if folder is None:
        raise OSError(f"{Path(root, '.venv')} cannot be used")
    (folder / "limber.pth").write_text(root + "\n", encoding="utf-8")
    scripts = Path(stamp.python(root)).parent
    if os.name == "nt":
        (scripts / "limber.cmd").write_text('@"%~dp0python.exe" -P -m coach %*\n', encoding="utf-8")
        return
    script = scripts / "limber"
    script.unlink(missing_ok=True)  # not through a link, should it be one
    script.write_text('#!/bin/sh\nexec "$(dirname "$(readlink -f "$0")")/python" -P -m coach "$@"\n', encoding="utf-8")
    script.chmod(0o755)


def starts(root: str) -> str | None:
    """Return None when Qt and the program can be imported, else the last line of what Python says."""
    answer = subprocess.run([stamp.python(root), "-P", "-c", _SMOKE], capture_output=True, text=True, check=False)
    return None if answer.returncode == 0 else (answer.stderr.strip().splitlines() or ["no reason given"])[-1]
