"""Who uses the microphone: on a real sound server, on one that the test plays, and by the kernel's own files."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.desktop.busy import pulse_wire as wire
from coach.desktop.busy.alsa import alsa_microphone
from coach.desktop.busy.pulse import PulseMicrophone, server_paths
from coach.ports.sensor import Sense
from tests.desktop.busy.sound_server import (
    SPEECH,
    FakeSoundServer,
    pulseaudio,
    recording,
    why_no_pulseaudio,
)
from tests.desktop.private_bus import short_folder


@pytest.fixture
def folder(qapp: QApplication) -> Iterator[Path]:
    """A folder whose path leaves room for a socket's name."""
    made = short_folder()
    yield made
    shutil.rmtree(made)


class Look:
    """One way to a server that the test plays."""

    def __init__(self, folder: Path) -> None:
        self.server = FakeSoundServer(folder)
        self.seen: list[Sense] = []
        self.ended: list[str] = []
        self.way = PulseMicrophone(None, self.server.environ)

    def open(self) -> None:
        self.way.open(self.seen.append, self.ended.append)

    def now(self, sense: Sense) -> None:
        count = len(self.seen)
        self.server.work(lambda: len(self.seen) > count or bool(self.ended))
        assert (self.seen[-1:], self.ended) == ([sense], [])

    def over(self, why: str) -> None:
        self.server.work(lambda: bool(self.ended))
        assert self.ended == [why]

    def close(self) -> None:
        self.way.close()
        self.server.close()


@pytest.mark.skipif(bool(why_no_pulseaudio()), reason=why_no_pulseaudio() or "-")
def test_a_real_sound_server(qtbot: QtBot, folder: Path) -> None:
    """A program that records the microphone is seen and named; one that records what is played is not."""
    with pulseaudio(folder) as environ:
        seen, ended = list[Sense](), list[str]()
        way = PulseMicrophone(None, {"XDG_RUNTIME_DIR": str(folder)})

        def there() -> bool:
            if not seen:
                ended.clear()
                way.open(seen.append, ended.append)
                qtbot.wait(100)
            return bool(seen)

        qtbot.waitUntil(there, timeout=20_000)
        assert seen[-1] == Sense(False)
        programs = []
        for device, sense in (("out.monitor", Sense(False)), ("mic", Sense(True, "parec"))):
            before = len(seen)
            command = ["parec", "-d", device, "--client-name=parec"]
            programs.append(subprocess.Popen(command, env=environ, stdout=subprocess.DEVNULL))
            qtbot.waitUntil(lambda before=before: len(seen) > before, timeout=20_000)  # type: ignore[misc]
            assert seen[-1] == sense
        for program in reversed(programs):
            program.kill()
            program.wait(20)
        qtbot.waitUntil(lambda: seen[-1] == Sense(False), timeout=20_000)
        assert ended == []
    qtbot.waitUntil(lambda: ended == ["the sound server has gone"], timeout=20_000)


def test_somebody_speaks(folder: Path) -> None:
    """Told when it begins and when it ends; only recordings are told of, and nobody asks again meanwhile."""
    look = Look(folder)
    look.open()
    look.now(Sense(False))
    assert look.server.asked == [wire.AUTH, wire.SET_CLIENT_NAME, wire.SUBSCRIBE, wire.GET_SOURCE_OUTPUTS]
    look.server.recordings = [recording(2, SPEECH)]
    look.server.change()
    look.now(Sense(True, "Zoom"))
    look.server.recordings = []
    look.server.change()
    look.now(Sense(False))
    look.close()


@pytest.mark.parametrize(
    "one",
    [
        recording(2, SPEECH, paused=True),
        recording(2, SPEECH, client=wire.NOTHING),
        recording(2, {**SPEECH, "node.link-group": "echo-cancel-1"}),
        recording(2, {**SPEECH, "resample.peaks": "true"}),
        recording(2, {"application.name": "Volume", "application.id": "org.PulseAudio.pavucontrol"}),
        recording(2, {"application.name": "Limber"}),
        recording(3, SPEECH),
    ],
)
def test_nobody_speaks(folder: Path, one: bytes) -> None:
    """Paused, a filter that runs all day, a level meter, ourselves, or what comes out of the loudspeakers."""
    look = Look(folder)
    look.server.recordings, look.server.monitors = [one], {3}
    look.open()
    look.now(Sense(False))
    look.close()


def test_a_microphone_behind_a_monitor(folder: Path) -> None:
    """Each recording is looked at, and one whose source went meanwhile is left out."""
    look = Look(folder)
    look.server.recordings, look.server.monitors = [recording(3, SPEECH), recording(2, SPEECH)], {3}
    look.open()
    look.now(Sense(True, "Zoom"))
    look.server.refused = {wire.GET_SOURCE_INFO}
    look.server.change()
    look.now(Sense(False))
    look.close()


def test_changes_while_it_is_asked(folder: Path) -> None:
    """They are not lost: it is asked once more after that."""
    look = Look(folder)
    look.open()
    look.now(Sense(False))
    for _time in range(5):
        look.server.change()
    look.server.recordings = [recording(2, SPEECH)]
    look.now(Sense(True, "Zoom"))
    assert look.server.asked.count(wire.GET_SOURCE_OUTPUTS) == 3
    look.close()


@pytest.mark.parametrize("said", [b"\xff" * 20, wire.packet(wire.REPLY, 4, b"?"), wire.packet(wire.REPLY, 4, b"L\0")])
def test_nonsense(folder: Path, said: bytes) -> None:
    """A server that says what is none of its words is left."""
    look = Look(folder)
    look.open()
    look.now(Sense(False))
    look.server.say(said)
    look.over("the sound server says what is not understood")
    look.close()


def test_refused_and_gone(folder: Path) -> None:
    """Each in a sentence."""
    look = Look(folder)
    look.server.refused = {wire.AUTH}
    look.open()
    look.over("the sound server does not let Limber look")
    look.ended.clear()
    look.server.refused = set()
    look.open()
    look.now(Sense(False))
    look.server.go()
    look.over("the sound server has gone")
    look.close()


def test_where_it_listens() -> None:
    """On this machine only; where none is running, one sentence says so."""
    assert server_paths({"PULSE_SERVER": "unix:/run/p"}) == server_paths({"PULSE_SERVER": "/run/p"}) == ["/run/p"]
    assert server_paths({"PULSE_SERVER": "tcp:elsewhere"}) == server_paths({}) == []
    both = {"PULSE_RUNTIME_PATH": "/a", "XDG_RUNTIME_DIR": "/b"}
    assert server_paths(both) == ["/a/native", "/b/pulse/native"]
    ended: list[str] = []
    PulseMicrophone(None, {"XDG_RUNTIME_DIR": "/nowhere"}).open(list[Sense]().append, ended.append)
    assert ended == ["no sound server is running"]


def test_sound_cards(qapp: QApplication, tmp_path: Path) -> None:
    """By the first line of each recording half; without a card one sentence says so."""
    seen, ended = list[Sense](), list[str]()
    way = alsa_microphone(qapp, tmp_path)
    way.open(seen.append, ended.append)
    assert ended == ["there is no sound card that can record"]
    for place, words in (("pcm0c", "closed\n"), ("pcm0p", "state: RUNNING\n")):
        (tmp_path / "card1" / place / "sub0").mkdir(parents=True)
        (tmp_path / "card1" / place / "sub0" / "status").write_text(words)
    way.open(seen.append, ended.append)
    (tmp_path / "card1" / "pcm0c" / "sub0" / "status").write_text("state: RUNNING\nowner_pid   : 77\n")
    way.look()
    assert seen == [Sense(False), Sense(True)]
    assert way.words() == "the sound cards are looked at every few seconds"
    way.close()
