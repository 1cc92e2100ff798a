"""Set Limber up in .venv, and say first what is going to happen. Standard library only.

Called by main.py when .venv is not ready. Whatever goes wrong is one sentence and exit code 1; what was begun and not
finished is repaired by the next start, because the stamp is written last (stamp.py) and nothing without it is trusted.
"""

from __future__ import annotations

import os
import platform
import shlex
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import environment
import stamp
import system_packages
from system_packages import Need

OLDEST_GLIBC = {"x86_64": (2, 34), "aarch64": (2, 39)}
_PIP = Need("pip", (f"python{sys.version_info[0]}.{sys.version_info[1]}-venv",), "pip")


class StopError(Exception):
    """The one sentence after which nothing more is done."""


@dataclass(frozen=True)
class Plan:
    """What is going to happen; decided before anything is touched."""

    root: str
    level: str
    venv: str
    lacking: tuple[Need, ...]
    essential: tuple[Need, ...]
    prefix: tuple[str, ...] | None

    @property
    def installs_packages(self) -> bool:
        """Whether we install the system's packages ourselves."""
        return bool(self.lacking) and self.prefix is not None


def set_up(root: str, level: str, *, again: bool = False) -> int:
    """Bring .venv up to a level; 0 when it is ready. `again` looks at everything even where the stamp is right."""
    try:
        with only_one(Path(root, ".venv.lock")):
            if again or not stamp.ready(root, level):
                carry_out(make_plan(root, level))
    except StopError as stop:
        say(str(stop))
        return 1
    except OSError as error:
        say(f"Setting up stopped: {error}. Mend that and start again.")
        return 1
    except KeyboardInterrupt:
        say("Setting up was interrupted. The next start begins where it is needed.")
        return 1
    return 0


def say(sentence: str) -> None:
    """Speak to the person; on stderr, so that a command's own output stays clean."""
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()


@contextmanager
def only_one(path: Path) -> Iterator[None]:
    """Let one set-up at a time into this folder; the second waits and then finds it done."""
    with path.open("a+b") as file:
        try:
            _lock(file.fileno(), wait=False)
        except OSError:
            say("Another start of Limber is setting up; waiting for it.")
            _lock(file.fileno(), wait=True)
        yield  # closing the file, or dying, opens the lock


def _lock(descriptor: int, *, wait: bool) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))


def make_plan(root: str, level: str) -> Plan:
    """Look at everything and touch nothing."""
    if sentence := too_old_system(platform.libc_ver(), platform.machine()):
        raise StopError(sentence)
    linux = sys.platform.startswith("linux")
    lacking = system_packages.missing(level) if linux else []
    if environment.pip_command(root) is None:
        lacking = [_PIP, *lacking]
    essential = [need for need in lacking if system_packages.essential(need, level, os.environ)]
    can = bool(lacking) and linux and system_packages.can_install()
    prefix = system_packages.root_prefix() if can else None
    return Plan(
        root,
        level,
        environment.state(root),
        tuple(lacking),
        tuple(essential),
        None if prefix is None else tuple(prefix),
    )


def too_old_system(libc: tuple[str, str], machine: str) -> str | None:
    """Return the sentence for a Linux that Qt's packages do not run on; None where they do, or where it is not known."""
    oldest = OLDEST_GLIBC.get(machine)
    parts = libc[1].split(".")
    if libc[0] != "glibc" or oldest is None or not all(part.isdigit() for part in parts[:2]):
        return None
    if tuple(int(part) for part in parts[:2]) >= oldest:
        return None
    wanted = ".".join(str(part) for part in oldest)
    return f"Limber's Qt needs glibc {wanted} or newer on {machine}; this system has {libc[1]}."


def describe(plan: Plan) -> list[str]:
    """Return what is going to happen, line by line, for the person who may want to stop it."""
    venv = {
        "new": f"make a Python environment in {plan.root}/.venv",
        "repair": f"make the Python environment in {plan.root}/.venv anew, because it is not whole",
        "update": f"bring the Python environment in {plan.root}/.venv up to date",
    }[plan.venv]
    files = environment.requirement_files(plan.root, plan.level)
    names = " and ".join(path.name for path in files)
    todo = [venv, f"install the packages pinned in packaging/{names}, each checked against its hash"]
    if plan.venv != "update":
        todo[1] += " (some 150 MB to fetch, 500 MB on the disk)"
    if plan.installs_packages:
        how = " ".join([*(plan.prefix or ()), "apt-get"])
        todo.insert(0, f"install system packages with {how}: {' '.join(system_packages.packages_of(plan.lacking))}")
    return ["Limber sets itself up now. It is going to", *(f"  - {line}" for line in todo)]


def ask_for(lacking: Sequence[Need]) -> str:
    """Return the sentence with the one command that the person has to run."""
    command = system_packages.install_command(lacking)
    if command is None:
        return "Install what holds these, with your system's package manager: " + ", ".join(n.probe for n in lacking)
    return "Run this once, as root: " + shlex.join(command)


def carry_out(plan: Plan) -> None:
    """Do what was described; raises StopError with a sentence at the first thing that cannot be done."""
    if plan.prefix is None:
        stop_if_hopeless(plan, plan.lacking)
    for line in describe(plan):
        say(line)
    lacking = install_system_packages(plan)
    stop_if_hopeless(plan, lacking)
    stamp.remove(plan.root)
    if plan.venv != "update":
        environment.make(plan.root)
    if not environment.fill(plan.root, plan.level):
        raise StopError("The packages could not be installed; pip says why above. Mend that and start again.")
    environment.link_project(plan.root)
    if reason := environment.starts(plan.root):
        raise StopError(f"Everything is installed, but it does not start: {reason}")
    stamp.write(plan.root, stamp.up_to(plan.level))
    say("Limber is set up.")
    if lacking:
        say(f"Not possible here so far: {_lost(lacking)}. {ask_for(lacking)}")


def stop_if_hopeless(plan: Plan, lacking: Sequence[Need]) -> None:
    """Stop where Qt could not run; the one command brings everything else as well, so that it is asked for once."""
    if hopeless := [need for need in lacking if need in plan.essential]:
        raise StopError(f"Not possible here yet: {_lost(hopeless)}. {ask_for(lacking)}\nThen start again.")


def install_system_packages(plan: Plan) -> list[Need]:
    """Install what is lacking where we may; return what is lacking still."""
    if plan.prefix is None or not plan.lacking:
        return list(plan.lacking)
    if not system_packages.install(plan.lacking, list(plan.prefix)) and plan.essential:
        system_packages.install(plan.essential, list(plan.prefix))  # one unknown package refuses them all
    return [need for need in plan.lacking if not _there(need, plan.root)]


def _there(need: Need, root: str) -> bool:
    return environment.pip_command(root) is not None if need == _PIP else system_packages.is_there(need.probe)


def _lost(lacking: Sequence[Need]) -> str:
    return ", ".join(dict.fromkeys(system_packages.GROUPS[need.group] for need in lacking))
