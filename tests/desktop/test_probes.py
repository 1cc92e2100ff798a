"""What `limber doctor` finds of voice and sound."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from coach.desktop import probes
from coach.ports.probe import Finding

pytestmark = pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="the system's own voice and sound are used")

Serve = Callable[[bytes], dict[str, str]]


@pytest.fixture
def serve(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """A daemon that answers every command with the same line, and a list of modules where it is asked for one."""
    listener = socket.socket(socket.AF_UNIX)
    threads: list[threading.Thread] = []

    def answer(modules: bytes) -> None:
        line, _address = listener.accept()
        with line:
            while asked := line.recv(4096):
                line.sendall(modules if asked.startswith(b"LIST") else b"220 OK\r\n")

    def begin(modules: bytes) -> dict[str, str]:
        path = tmp_path / "speechd.sock"
        listener.bind(str(path))
        listener.listen()
        threads.append(threading.Thread(target=answer, args=(modules,), daemon=True))
        threads[-1].start()
        return {"SPEECHD_ADDRESS": f"unix_socket:{path}"}

    monkeypatch.setattr(shutil, "which", lambda _name: None)
    yield begin
    for thread in threads:
        thread.join(5)
    listener.close()


def test_a_daemon_with_a_voice_speaks(serve: Serve) -> None:
    """It is asked, as the program itself asks it."""
    finding = probes.speech(serve(b"250-espeak-ng\r\n250 OK\r\n"))
    assert finding == Finding("voice", True, "speech-dispatcher speaks")


def test_a_daemon_without_a_voice_is_no_engine(serve: Serve) -> None:
    """The dummy module is not taken for a voice, and the sentence says what to install."""
    finding = probes.speech(serve(b"250-dummy\r\n250 OK\r\n"))
    assert not finding.ok
    assert "install speech-dispatcher-espeak-ng" in finding.sentence


@pytest.mark.parametrize(
    ("installed", "ok", "words"),
    [
        (set(), False, "speech-dispatcher is not installed. Every sentence is shown on screen instead."),
        ({"espeak-ng"}, True, "espeak-ng speaks. speech-dispatcher is not installed."),
        ({"speech-dispatcher"}, True, "speech-dispatcher speaks"),
        (
            {"speech-dispatcher", "espeak-ng"},
            True,
            "speech-dispatcher speaks; where it fails, espeak-ng does",
        ),
    ],
)
def test_what_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, installed: set[str], ok: bool, words: str
) -> None:
    """A daemon that does not run yet is started when it is needed; nothing is started by looking."""
    monkeypatch.setattr(shutil, "which", lambda name: name if name in installed else None)
    assert probes.speech({"XDG_RUNTIME_DIR": str(tmp_path)}) == Finding("voice", ok, words)


def test_sound_is_asked_of_the_program_that_plays_it() -> None:
    """Here, without a sound server, it says that and ends by itself."""
    finding = probes.audio()
    assert finding.name == "sound"
    assert finding.ok or finding.sentence.endswith("Every cue is shown on screen instead.")


def test_a_sound_system_that_hangs_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """After a few seconds the answer is that there is none."""

    def hang(*_arguments: object, **_more: object) -> None:
        raise subprocess.TimeoutExpired("play", 5)

    monkeypatch.setattr(subprocess, "run", hang)
    assert probes.audio().sentence.startswith("The sound system does not answer.")
