"""What the set-up says and does, with its hands tied."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import bootstrap
import environment
import pytest
import stamp
import system_packages
from bootstrap import Plan, StopError
from system_packages import Need

EGL = Need("libEGL.so.1", ("libegl1",), "qt")
PULSE = Need("libpulse.so.0", ("libpulse0",), "sound")
CALLS = {
    "install": system_packages,
    "make": environment,
    "fill": environment,
    "link_project": environment,
    "starts": environment,
}


def plan(root: Path, *lacking: Need, venv: str = "new", prefix: tuple[str, ...] | None = None) -> Plan:
    """A plan; what belongs to Qt is essential."""
    return Plan(str(root), "run", venv, lacking, tuple(need for need in lacking if need.group == "qt"), prefix)


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch, interpreter: Path) -> list[str]:
    """What was done, in order; nothing is really done, and everything succeeds."""
    assert interpreter.exists()
    calls: list[str] = []

    def note(name: str, answer: object) -> None:
        def call(*_arguments: object) -> object:
            calls.append(name)
            return answer

        monkeypatch.setattr(CALLS[name], name, call)

    for name in ("install", "fill"):
        note(name, answer=True)
    for name in ("make", "link_project", "starts"):
        note(name, None)
    monkeypatch.setattr(system_packages, "is_there", lambda _probe: True)
    return calls


def test_it_says_first_what_it_is_going_to_do(checkout: Path) -> None:
    """System packages, the environment and the pinned files are all named beforehand."""
    lines = "\n".join(bootstrap.describe(plan(checkout, EGL, PULSE, prefix=("sudo", "-n"))))
    assert "sudo -n apt-get: libegl1 libpulse0" in lines
    assert f"{checkout}/.venv" in lines
    assert "packaging/requirements.txt" in lines


def test_it_does_not_announce_what_it_may_not_do(checkout: Path) -> None:
    """Without root no system package is announced."""
    assert "libegl1" not in "\n".join(bootstrap.describe(plan(checkout, EGL)))


def test_a_first_set_up(checkout: Path, done: list[str]) -> None:
    """Packages of the system, an environment, its packages, the program; then it is ready."""
    bootstrap.carry_out(plan(checkout, EGL, prefix=()))
    assert done == ["install", "make", "fill", "link_project", "starts"]
    assert stamp.ready(str(checkout), "run")


def test_an_update_keeps_the_environment(checkout: Path, done: list[str]) -> None:
    """What is whole is not thrown away."""
    bootstrap.carry_out(plan(checkout, venv="update"))
    assert done == ["fill", "link_project", "starts"]


def test_qt_without_its_libraries_stops_early(
    checkout: Path, done: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is announced or fetched where it could not run; the one command brings all that is lacking."""
    with pytest.raises(StopError) as stop:
        bootstrap.carry_out(plan(checkout, EGL, PULSE))
    assert str(stop.value).startswith("Not possible here yet: Qt itself. ")
    assert "libegl1 libpulse0" in str(stop.value) or "libEGL.so.1" in str(stop.value)
    assert done == []
    assert capsys.readouterr().err == ""


def test_without_sound_it_goes_on(checkout: Path, done: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """What is not essential is said at the end, and everything else works."""
    bootstrap.carry_out(plan(checkout, PULSE))
    assert stamp.ready(str(checkout), "run")
    assert done[-1] == "starts"
    assert "Not possible here so far: sound. " in capsys.readouterr().err.splitlines()[-1]


def test_a_failed_installation_leaves_no_stamp(
    checkout: Path, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a failure the old stamp is gone as well, so that the next start looks again."""
    stamp.write(str(checkout), ("run",))
    monkeypatch.setattr(environment, "fill", lambda *_: False)
    with pytest.raises(StopError, match="could not be installed"):
        bootstrap.carry_out(plan(checkout))
    assert done == ["make"]
    assert not stamp.ready(str(checkout), "run")


def test_a_program_that_does_not_start_leaves_no_stamp(
    checkout: Path, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Installed is not enough: it has to import."""
    monkeypatch.setattr(environment, "starts", lambda _root: "ImportError: libGL.so.1")
    with pytest.raises(StopError, match=r"does not start: ImportError: libGL\.so\.1"):
        bootstrap.carry_out(plan(checkout))
    assert done[-1] == "link_project"
    assert not stamp.ready(str(checkout), "run")


def test_one_unknown_package_does_not_spoil_the_rest(
    checkout: Path, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """When apt refuses the whole list, what is essential is tried alone."""
    tried: list[list[str]] = []

    def install(lacking: list[Need], _prefix: list[str]) -> bool:
        tried.append([need.probe for need in lacking])
        return len(lacking) == 1

    monkeypatch.setattr(system_packages, "install", install)
    monkeypatch.setattr(system_packages, "is_there", lambda probe: probe == EGL.probe)
    bootstrap.carry_out(plan(checkout, EGL, PULSE, prefix=()))
    assert tried == [[EGL.probe, PULSE.probe], [EGL.probe]]
    assert done[-1] == "starts"


@pytest.mark.parametrize(
    ("libc", "machine", "sentence"),
    [
        (("glibc", "2.36"), "x86_64", None),
        (("glibc", "2.31"), "x86_64", "Limber's Qt needs glibc 2.34 or newer on x86_64; this system has 2.31."),
        (("glibc", "2.36"), "aarch64", "Limber's Qt needs glibc 2.39 or newer on aarch64; this system has 2.36."),
        (("", ""), "x86_64", None),
        (("glibc", "2.36"), "riscv64", None),
    ],
)
def test_too_old_a_system_is_told_before_anything_is_fetched(
    libc: tuple[str, str], machine: str, sentence: str | None
) -> None:
    """Qt's wheels have a floor; below it there is one sentence."""
    assert bootstrap.too_old_system(libc, machine) == sentence


def test_trouble_is_a_sentence_and_code_one(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A full disk, a read-only folder: no traceback."""
    monkeypatch.setattr(
        bootstrap, "make_plan", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device"))
    )
    assert bootstrap.set_up(str(checkout), "run") == 1
    assert capsys.readouterr().err == (
        "Setting up stopped: [Errno 28] No space left on device. Mend that and start again.\n"
    )


def test_the_second_of_two_waits_and_finds_it_done(checkout: Path, interpreter: Path) -> None:
    """While one start sets up, another one waits for it; then there is nothing left to do."""
    assert interpreter.exists()
    code = "import sys, bootstrap; sys.exit(bootstrap.set_up(sys.argv[1], 'run'))"
    with bootstrap.only_one(checkout / ".venv.lock"):
        second = subprocess.Popen(
            [sys.executable, "-c", code, str(checkout)], cwd=checkout / "packaging", stderr=subprocess.PIPE, text=True
        )
        assert second.stderr is not None
        assert second.stderr.readline() == "Another start of Limber is setting up; waiting for it.\n"
        stamp.write(str(checkout), ("run",))
    with second:
        assert second.communicate(timeout=30)[1] == ""
    assert second.returncode == 0
