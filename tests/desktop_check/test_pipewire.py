"""Who uses the microphone, by the real PipeWire: it answers like PulseAudio, and is another program."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coach.desktop.busy.pulse import PulseMicrophone
from coach.ports.sensor import Sense
from tests.desktop.private_bus import private_bus, short_folder, why_not

_NEEDED = ("pipewire", "wireplumber", "pipewire-pulse", "pactl", "parec")
_MISSING = [name for name in _NEEDED if shutil.which(name) is None]

pytestmark = pytest.mark.skipif(bool(_MISSING or why_not()), reason=f"{_MISSING} not installed; {why_not()}")

_LONGEST_MS = 30_000
_MODULES = (
    ("module-null-sink", "sink_name=out"),
    ("module-null-sink", "media.class=Audio/Source/Virtual", "sink_name=mic", "channel_map=mono"),
    ("module-echo-cancel", "source_name=cancelled"),
)


class Sound:
    """The sound server on a bus of its own, with a loudspeaker, a microphone and a filter that records all day."""

    def __init__(self, folder: Path, address: str) -> None:
        self.environ = {"XDG_RUNTIME_DIR": str(folder)}
        self._all = {**os.environ, "XDG_RUNTIME_DIR": str(folder), "HOME": str(folder)}
        self._all |= {"DBUS_SESSION_BUS_ADDRESS": address}
        self._all.pop("PULSE_SERVER", None)
        self.running = [self.start(name) for name in _NEEDED[:3]]

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(command, env=self._all, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def ready(self, *words: str) -> bool:
        command = ["pactl", *words]
        return subprocess.run(command, env=self._all, capture_output=True, timeout=30, check=False).returncode == 0

    def stop(self) -> None:
        for one in reversed(self.running):
            one.kill()
            one.wait(30)


@pytest.fixture
def sound(qtbot: QtBot) -> Iterator[Sound]:
    """Yield it once it answers."""
    folder = short_folder()
    folder.chmod(0o700)
    with private_bus(folder) as address:
        made = Sound(folder, address)
        for module in (("info",), *(("load-module", *words) for words in _MODULES)):
            qtbot.waitUntil(lambda module=module: made.ready(*module), timeout=_LONGEST_MS)  # type: ignore[misc]
        yield made
        made.stop()
    shutil.rmtree(folder, ignore_errors=True)


def test_a_real_sound_server(qtbot: QtBot, sound: Sound) -> None:
    """Who records the microphone is seen and named; who records what is played, and the filter, are not."""
    seen, ended = list[Sense](), list[str]()
    way = PulseMicrophone(None, sound.environ)
    way.open(seen.append, ended.append)
    qtbot.waitUntil(lambda: seen[-1:] == [Sense(False)], timeout=_LONGEST_MS)
    sound.running.append(sound.start("parec", "-d", "out.monitor"))
    before = len(seen)
    qtbot.waitUntil(lambda: len(seen) > before, timeout=_LONGEST_MS)
    assert {sense.on for sense in seen} == {False}
    speaking = sound.start("parec", "-d", "mic")
    qtbot.waitUntil(lambda: seen[-1] == Sense(True, "parec"), timeout=_LONGEST_MS)
    speaking.kill()
    speaking.wait(30)
    qtbot.waitUntil(lambda: seen[-1] == Sense(False), timeout=_LONGEST_MS)
    sound.running[2].kill()
    qtbot.waitUntil(lambda: ended == ["the sound server has gone"], timeout=_LONGEST_MS)
