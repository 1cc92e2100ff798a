"""Is .venv ready? Asked at every start, so this file is small and imports next to nothing."""

from __future__ import annotations

import os
import zlib

#: What each level installs, on top of the levels before it. A change in any of these files calls for a new set-up.
FILES = {
    "run": ("stamp.py", "environment.py", "system_packages.py", "requirements.txt"),
    "test": ("requirements-test.txt",),
    "dev": ("requirements-dev.txt",),
}
LEVELS = tuple(FILES)


def wish(arguments: list[str]) -> tuple[str, list[str]]:
    """Return what is asked for, "setup", "test" or "run", and the arguments that go with it."""
    if arguments and arguments[0] in {"setup", "test"}:
        return arguments[0], arguments[1:]
    return "run", arguments


def level(asked: str, rest: list[str]) -> str:
    """Return how much has to be installed for a wish."""
    if asked == "setup":
        return "dev" if rest == ["dev"] else "test"
    return asked


def up_to(wanted: str) -> tuple[str, ...]:
    """Return the levels that a level includes, itself last."""
    return LEVELS[: LEVELS.index(wanted) + 1]


def python(root: str) -> str:
    """Return the path of the environment's interpreter."""
    return os.path.join(root, ".venv", *(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))


def command(root: str, asked: str, rest: list[str]) -> list[str]:
    """Return the command that does what is asked; -P keeps a `coach` folder elsewhere from being taken for ours."""
    return [python(root), "-P", "-m", "pytest" if asked == "test" else "coach", *rest]


def digest(root: str, wanted: str) -> str:
    """Return a short text that changes with what a level installs. It reminds; it does not protect."""
    total = 0
    for name in (name for part in up_to(wanted) for name in FILES[part]):
        with open(os.path.join(root, "packaging", name), "rb") as file:
            total = zlib.crc32(file.read(), total)
    return f"{wanted} {total:08x}"


def lines(root: str, levels: tuple[str, ...]) -> list[str]:
    """Return what the stamp says: where it was made, with which interpreter, and what was installed."""
    return [f"root {root}", f"python {os.path.realpath(python(root))}", *(digest(root, part) for part in levels)]


def _path(root: str) -> str:
    return os.path.join(root, ".venv", "limber-stamp.txt")


def ready(root: str, wanted: str) -> bool:
    """Say whether .venv holds what the level needs: set up here, to the end, with an interpreter that is still there."""
    try:
        with open(_path(root), encoding="utf-8") as file:
            found = file.read().splitlines()
    except (OSError, ValueError):
        return False
    return os.path.exists(python(root)) and not set(lines(root, (wanted,))) - set(found)


def write(root: str, levels: tuple[str, ...]) -> None:
    """Say that everything up to these levels is installed; whole or not at all."""
    with open(_path(root) + ".new", "w", encoding="utf-8") as file:
        file.write("\n".join(lines(root, levels)) + "\n")
    os.replace(_path(root) + ".new", _path(root))


def remove(root: str) -> None:
    """Take back what the stamp said, before anything is changed."""
    if os.path.exists(_path(root)):
        os.remove(_path(root))
