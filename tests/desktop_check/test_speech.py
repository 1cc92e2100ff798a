"""Real speech: speech-dispatcher and espeak-ng speak into a null sink, and what came out is looked at.

Skipped, with the reason, where they are not installed: `apt-get install speech-dispatcher espeak-ng pulseaudio`.
"""

from __future__ import annotations

import array
import json
import math
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent.parent
_PROGRAMS = ("pulseaudio", "parec", "pactl", "speech-dispatcher", "espeak-ng")
_MISSING = [program for program in _PROGRAMS if shutil.which(program) is None]
pytestmark = pytest.mark.skipif(bool(_MISSING), reason=f"not installed: {', '.join(_MISSING)}")

_SENTENCES = (
    "The first sentence is spoken by the daemon.",
    "The second sentence is spoken by the daemon, too.",
    "The third sentence comes after the daemon was killed.",
    "The fourth sentence is heard again, by the other engine.",
    "The fifth sentence is the last one.",
)
_ROUTINE = """
id = "real-speech"
name = "Real speech"
place = "floor"
summary = "For the check of real speech."
"""
_RATE = 8_000
_NS = 1_000_000_000


class Desk(NamedTuple):
    """A runtime folder with a sound server and a daemon that logs what it speaks."""

    env: dict[str, str]
    folder: Path

    def strike_daemon(self, how: signal.Signals) -> None:
        """End speech-dispatcher as a crash would, or let it hang; it writes down its own number, for it leaves its parent."""
        number = self.folder / "speech-dispatcher" / "pid" / "speech-dispatcher.pid"
        if number.exists():
            with suppress(ProcessLookupError):
                os.kill(int(number.read_text()), how)

    def log(self) -> str:
        """What the daemon and its module wrote about every sentence."""
        return "".join(path.read_text(errors="replace") for path in self.folder.rglob("*.log"))


def _until(program: list[str], env: dict[str, str]) -> None:
    """Ask until the answer is yes; each question takes its own time."""
    for _try in range(200):
        if subprocess.run(program, env=env, capture_output=True, check=False).returncode == 0:
            return
    raise AssertionError(f"{program[0]} never answered")


@pytest.fixture
def desk() -> Iterator[Desk]:
    """Everything in a folder of its own, with a short name: sockets have little room for theirs."""
    folder = Path(tempfile.mkdtemp(prefix="lim-"))
    env = {**os.environ, "XDG_RUNTIME_DIR": str(folder), "HOME": str(folder), "OPENBLAS_NUM_THREADS": "1"}
    sink = ["-L", "module-null-sink sink_name=null", "-L", "module-native-protocol-unix"]
    server = subprocess.Popen(
        ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", *sink],
        env=env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _until(["pactl", "info"], env)
    path = folder / "speech-dispatcher" / "speechd.sock"
    path.parent.mkdir()
    subprocess.run(
        ["speech-dispatcher", "-d", "-l", "5", "-L", str(folder), "-c", "unix_socket", "-S", str(path), "-t", "0"],
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
        timeout=20,
    )
    _until(["test", "-S", str(path)], env)
    made = Desk(env, folder)
    yield made
    made.strike_daemon(signal.SIGKILL)
    server.kill()
    server.wait(10)
    shutil.rmtree(folder, ignore_errors=True)


def _routine(folder: Path) -> Path:
    steps = "".join(f'\n[[steps]]\nkind = "say"\ntext = "{text}"\nduration_s = 5\n' for text in _SENTENCES)
    path = folder / "real-speech.toml"
    path.write_text(_ROUTINE + steps)
    return path


def _loudness(recorded: bytes, begin_s: float, seconds: float) -> float:
    """How loud a stretch of the recording is, 0 to 32767 (root of the mean square)."""
    first, count = round(begin_s * _RATE), round(seconds * _RATE)
    samples = array.array("h", recorded[2 * first : 2 * (first + count)])
    return math.sqrt(sum(value * value for value in samples) / max(len(samples), 1))


def _play(desk: Desk, how: signal.Signals) -> tuple[list[tuple[int, str, str]], bytes]:
    """Play the routine; kill the daemon, or let it hang, as soon as the second sentence is heard."""
    recorded = desk.folder / "recorded.raw"
    listen = ["parec", "-d", "null.monitor", "--format=s16le", f"--rate={_RATE}", "--channels=1", "--latency-msec=20"]
    command = [sys.executable, "-P", "-m", "tests.desktop_check.speaking", str(_routine(desk.folder))]
    lines: list[tuple[int, str, str]] = []
    with (
        recorded.open("wb") as file,
        subprocess.Popen(listen, env=desk.env, stdout=file) as recorder,
        subprocess.Popen(
            command, env={**desk.env, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, cwd=ROOT
        ) as speaking,
    ):
        assert speaking.stdout is not None
        for raw in speaking.stdout:
            at, what, words = json.loads(raw)
            lines.append((at, what, words))
            if words == _SENTENCES[1]:
                desk.strike_daemon(how)
        code = speaking.wait(30)
        recorder.terminate()
    assert code == 0
    return lines, recorded.read_bytes()


def test_the_right_sentences_come_out_and_a_killed_engine_is_replaced(desk: Desk) -> None:
    """The daemon speaks what the plan says until it is killed; espeak-ng goes on; the session ends, nothing stalls."""
    lines, recorded = _play(desk, signal.SIGKILL)
    heard = _heard(lines)
    assert heard[:2] == [("speech-dispatcher", text) for text in _SENTENCES[:2]]
    again = [("espeak-ng", text) for text in (*_SENTENCES[1:], "All done.")]
    assert heard[2:] in (again, again[1:]), "the sentence that was cut off is said once more while it is in time"
    log = desk.log()
    assert all(text in log for text in _SENTENCES[:2])
    assert not any(text in log for text in _SENTENCES[2:])
    _went_on(lines)
    assert _loudness(recorded, 0.1, 0.4) < 5, "before anything is said there is silence"
    assert _loudest_seconds(recorded) > len(_SENTENCES), "every sentence sounds for more than a second"


def test_a_hanging_engine_is_let_go(desk: Desk) -> None:
    """It takes the connection and never answers again: after two seconds espeak-ng speaks, and the session never waited."""
    lines, recorded = _play(desk, signal.SIGSTOP)
    heard = _heard(lines)
    assert heard[:2] == [("speech-dispatcher", text) for text in _SENTENCES[:2]]
    assert heard[2:] == [("espeak-ng", text) for text in (*_SENTENCES[3:], "All done.")], (
        "the third one's moment is gone"
    )
    _went_on(lines)
    assert _loudest_seconds(recorded) > len(_SENTENCES) - 1


def _heard(lines: list[tuple[int, str, str]]) -> list[tuple[str, str]]:
    """Which engine said what, in order; written out with its moment."""
    begun = [(at, what.removeprefix("begun by "), words) for at, what, words in lines if what.startswith("begun")]
    sys.stdout.write("".join(f"{at / _NS:.2f} {engine}: {words}\n" for at, engine, words in begun))
    return [(engine, words) for _at, engine, words in begun]


def _went_on(lines: list[tuple[int, str, str]]) -> None:
    """The session came to its end, nobody was bothered, and the event loop was never held up."""
    assert ("finished", "done") in [(what, words) for _at, what, words in lines]
    assert not [words for _at, what, words in lines if what in {"notice", "silent"}]
    assert int(lines[-1][2]) < 1_000, "the event loop was held up"  # an engine that is waited for costs seconds


def _loudest_seconds(recorded: bytes) -> int:
    """How many seconds of the recording are not silent."""
    length_s = len(recorded) / 2 / _RATE
    return sum(_loudness(recorded, second, 1) > 100 for second in range(int(length_s)))
