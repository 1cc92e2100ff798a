"""A sound server of a few words, and the real one where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from coach.desktop.busy import pulse_wire as wire
from tests.desktop.fake_service import FakeService

SPEECH = {"application.name": "Zoom", "application.process.binary": "zoom"}
_FORMAT, _CHANNELS, _DELAY = b"a\x03\x01\x00\x00\xac\x44", b"m\x01\x00", b"U" + bytes(8)


def recording(source: int, words: dict[str, str], *, paused: bool = False, client: int = 5) -> bytes:
    """Return one program that records, as the server lists it."""
    numbers = (wire.number(7), wire.text("rec"), wire.number(9), wire.number(client), wire.number(source))
    rest = (_FORMAT, _CHANNELS, _DELAY, _DELAY, wire.text("speex"), b"N", wire.words(words), b"1" if paused else b"0")
    return b"".join((*numbers, *rest))


def source(number: int, *, monitor: bool) -> bytes:
    """Return what the server says of a source."""
    loudness = b"v\x01\x00\x01\x00\x00"
    of = wire.number(3 if monitor else wire.NOTHING)
    parts = (wire.number(number), wire.text("mic"), b"N", _FORMAT, _CHANNELS, wire.number(1), loudness, b"0", of)
    return b"".join((*parts, b"N", _DELAY, wire.text("alsa"), wire.number(0)))


class FakeSoundServer(FakeService):
    """`recordings` and `monitors` are what there is; `asked` the commands, in order."""

    def __init__(self, folder: Path) -> None:
        (folder / "pulse").mkdir()
        self.environ = {"XDG_RUNTIME_DIR": str(folder), "XDG_CONFIG_HOME": str(folder)}
        super().__init__(folder / "pulse" / "native")
        self.recordings: list[bytes] = []
        self.monitors: set[int] = set()
        self.refused: set[int] = set()
        self.asked: list[int] = []

    def heard(self) -> object:
        """Return the commands."""
        return self.asked

    def change(self) -> None:
        """Tell that somebody began or ended."""
        self.say(wire.packet(wire.SUBSCRIBE_EVENT, wire.NOTHING, wire.number(0x25), wire.number(7)))

    def answer(self, data: bytes) -> bytes:
        """Answer one command."""
        size = wire.HEAD.unpack_from(data)[0]
        reader = wire.Reader(data[wire.HEAD.size : wire.HEAD.size + size])
        self._answer(reader.number(), reader.number(), reader)
        return data[wire.HEAD.size + size :]

    def _answer(self, command: int, tag: int, reader: wire.Reader) -> None:
        self.asked.append(command)
        if command in self.refused:
            self.say(wire.packet(wire.ERROR, tag, wire.number(1)))
            return
        answers: dict[int, Callable[[], bytes]] = {
            wire.AUTH: lambda: wire.number(35),
            wire.SET_CLIENT_NAME: lambda: wire.number(4),
            wire.SUBSCRIBE: lambda: b"",
            wire.GET_SOURCE_OUTPUTS: lambda: b"".join(self.recordings),
            wire.GET_SOURCE_INFO: lambda: self._source(reader.number()),
        }
        packet = wire.packet(wire.REPLY, tag, answers[command]())
        self.say(packet[:30])  # in pieces, as it may come
        self.say(packet[30:])

    def _source(self, number: int) -> bytes:
        return source(number, monitor=number in self.monitors)


@contextmanager
def pulseaudio(folder: Path) -> Iterator[dict[str, str]]:
    """Run PulseAudio with a microphone and a loudspeaker that are not there; yield what programs need to find it."""
    (folder / "pulse").mkdir()
    path = folder / "pulse" / "native"
    modules = ("module-null-sink sink_name=out", "module-null-source source_name=mic")
    words = [word for module in (*modules, f"module-native-protocol-unix socket={path}") for word in ("-L", module)]
    environ = {**os.environ, "XDG_RUNTIME_DIR": str(folder), "HOME": str(folder), "PULSE_SERVER": f"unix:{path}"}
    command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", *words]
    server = subprocess.Popen(command, env=environ, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield environ
    finally:
        server.terminate()
        server.wait(20)


def why_no_pulseaudio() -> str:
    """Say what is missing for the real one."""
    missing = [name for name in ("pulseaudio", "parec") if shutil.which(name) is None]
    return f"{missing[0]} is not installed" if missing else ""
