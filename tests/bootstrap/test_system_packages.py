"""Which system packages are missing, and which command brings them."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

import pytest
import stamp
import system_packages
from system_packages import Need


def only(*programs: str) -> Callable[[str], str | None]:
    """A path on which just these programs are."""
    return lambda name: f"/usr/bin/{name}" if name in programs else None


def lacking(*probes: str) -> list[Need]:
    """What is missing where just these are missing."""
    return system_packages.missing("dev", lambda probe: probe not in probes)


def test_nothing_missing_is_nothing_to_do() -> None:
    """Where every library loads nothing is asked for."""
    assert lacking() == []


def test_a_missing_library_is_its_package() -> None:
    """The library that Qt cannot open a window without is named by its Debian package."""
    found = lacking("libxcb-cursor.so.0")
    assert system_packages.install_command(found, only("apt-get")) == [
        *("apt-get", "install", "-y", "--no-install-recommends"),
        "libxcb-cursor0",
    ]


def test_a_missing_program_brings_all_its_packages() -> None:
    """Speech needs the daemon and its voice."""
    assert system_packages.packages_of(lacking("speech-dispatcher")) == [
        "speech-dispatcher",
        "speech-dispatcher-espeak-ng",
    ]


def test_each_level_asks_for_more() -> None:
    """The program needs no Xvfb, the tests no make."""
    probes = {level: {need.probe for need in system_packages.needs(level)} for level in stamp.LEVELS}
    assert probes["run"] < probes["test"] < probes["dev"]
    assert probes["test"] - probes["run"] == {"Xvfb", "xauth"}
    assert probes["dev"] - probes["test"] == {"make"}


def test_fedora_is_asked_for_the_library_itself() -> None:
    """dnf takes what a package provides, so no second list of names is needed."""
    command = system_packages.install_command(lacking("libEGL.so.1", "Xvfb"), only("dnf"))
    assert command == ["dnf", "install", "-y", "libEGL.so.1()(64bit)", "/usr/bin/Xvfb"]


def test_elsewhere_no_command_is_made_up() -> None:
    """Where we do not know the package names we do not guess them."""
    assert system_packages.install_command(lacking("libEGL.so.1"), only("pacman")) is None


def test_root_needs_no_sudo() -> None:
    """As root the command runs as it is."""
    assert system_packages.root_prefix(0, only()) == []


@pytest.mark.parametrize(("code", "prefix"), [(0, ["sudo", "-n"]), (1, None)])
def test_sudo_only_without_a_password(code: int, prefix: list[str] | None) -> None:
    """An ordinary user's sudo is used when it asks for nothing; a password is never waited for."""
    calls: list[list[str]] = []

    def run(command: list[str], **_options: object) -> subprocess.CompletedProcess[bytes]:
        calls.append(command)
        return subprocess.CompletedProcess(command, code)

    assert system_packages.root_prefix(1000, only("sudo"), run) == prefix
    assert calls == [["sudo", "-n", "true"]]


def test_no_sudo_is_no_root() -> None:
    """Without sudo an ordinary user cannot install."""
    assert system_packages.root_prefix(1000, only()) is None


@pytest.mark.parametrize(
    ("probe", "level", "environ", "essential"),
    [
        ("libEGL.so.1", "test", {}, True),
        ("libpulse.so.0", "run", {}, False),
        ("libxcb-cursor.so.0", "run", {"DISPLAY": ":0"}, True),
        ("libxcb-cursor.so.0", "run", {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, False),
        ("libxcb-cursor.so.0", "test", {"DISPLAY": ":0"}, False),
        ("Xvfb", "test", {}, False),
        ("make", "dev", {}, True),
    ],
)
def test_what_nothing_works_without(probe: str, level: str, environ: dict[str, str], *, essential: bool) -> None:
    """Qt's own libraries stop the set-up, and those of X11 where that is the screen; sound and voice are done without."""
    (need,) = lacking(probe)
    assert system_packages.essential(need, level, environ) is essential


def test_every_group_has_words() -> None:
    """Whatever is missing can be said to a person."""
    assert {need.group for need in system_packages.needs("dev")} <= set(system_packages.GROUPS)


def test_looking_finds_what_is_there() -> None:
    """A library that every Linux has is found by loading it, a nonsense name is not; the same with programs."""
    assert system_packages.is_there("libc.so.6")
    assert not system_packages.is_there("libnonsense.so.77")
    assert system_packages.is_there("sh")
    assert not system_packages.is_there("no-such-program")
