"""Sounds from a process of their own: played at once, and let go when it hangs, dies or has no device."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.cli import build_parser
from coach.desktop import effects
from coach.desktop.effects import Effects
from coach.desktop.processes import dying
from coach.desktop.sounds import OwnSounds, ProcessSounds, command_of, missing_words
from coach.ports.sounds import Earcon
from coach.resources import assets

_PLAYS = """
import sys
print("ready", flush=True)
for line in sys.stdin:
    open(sys.argv[1], "a").write(line)
    print("played", flush=True)
"""
_ONCE = """
import sys
print("ready", flush=True)
sys.stdin.readline()
print("none end", flush=True)
sys.stdin.read()
"""
_DEAF = """
import sys, threading
print("ready", flush=True)
threading.Event().wait()
"""
Opened = Callable[[str], tuple[ProcessSounds, list[str]]]


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    """Sounds whose process is some lines of Python; what it was asked to play goes into tmp_path/played."""
    made: list[ProcessSounds] = []

    def open_sounds(source: str) -> tuple[ProcessSounds, list[str]]:
        sounds = ProcessSounds(tmp_path, [sys.executable, "-c", source, str(tmp_path / "played")])
        made.append(sounds)
        troubles: list[str] = []
        sounds.open(troubles.append)
        return sounds, troubles

    yield open_sounds
    for sounds in made:
        sounds.close()
    qtbot.waitUntil(lambda: not dying)


def test_what_is_played_reaches_the_process(qtbot: QtBot, tmp_path: Path, opened: Opened) -> None:
    """Each sound with its level, in order; none before the process is ready."""
    sounds, troubles = opened(_PLAYS)
    sounds.play(Earcon.TICK, 30)
    qtbot.waitUntil(lambda: sounds._ready, timeout=20_000)
    sounds.open(troubles.append)
    sounds.play(Earcon.START, 70)
    sounds.play(Earcon.ALARM, 100)
    played = tmp_path / "played"
    qtbot.waitUntil(lambda: played.exists() and played.read_text() == "start 70\nalarm 100\n")
    qtbot.waitUntil(lambda: not sounds._watch.isActive())
    assert troubles == [""]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("print('none library')", "Sound cannot be played, because a library is missing (libpulse0 on Linux)."),
        ("print('none device')", "No sound device was found."),
        ("raise SystemExit(1)", "The program that plays sounds has stopped."),
    ],
)
def test_trouble_is_told_once(qtbot: QtBot, opened: Opened, source: str, words: str) -> None:
    """A missing library, no device, a process that ends: one sentence; playing then does nothing."""
    sounds, troubles = opened(source)
    qtbot.waitUntil(lambda: bool(troubles), timeout=20_000)
    sounds.play(Earcon.START, 70)
    assert troubles == [words]


def test_a_device_that_goes_away_is_asked_for_again(qtbot: QtBot, opened: Opened) -> None:
    """Once a sound never ends the process is let go and that is told; a while later a new one plays, or is let go for good."""
    sounds, troubles = opened(_ONCE)
    qtbot.waitUntil(lambda: sounds._ready, timeout=20_000)
    sounds.play(Earcon.ALARM, 100)
    qtbot.waitUntil(lambda: len(troubles) == 2)
    assert troubles == ["", "The sound system does not answer."]
    assert sounds._process is None
    assert sounds._again.isActive()
    sounds._again.timeout.emit()
    qtbot.waitUntil(lambda: sounds._ready, timeout=20_000)
    assert troubles[2:] == [""]
    sounds.play(Earcon.ALARM, 100)
    qtbot.waitUntil(lambda: len(troubles) == 4)
    sounds._command = [sys.executable, "-c", "print('none device')"]
    sounds._again.timeout.emit()
    qtbot.waitUntil(lambda: len(troubles) == 5, timeout=20_000)
    assert not sounds._again.isActive()


def test_closing_asks_for_nothing_again(qtbot: QtBot, opened: Opened) -> None:
    """The end of a session, told or not, is the end of trying."""
    sounds, troubles = opened(_ONCE)
    qtbot.waitUntil(lambda: sounds._ready, timeout=20_000)
    sounds.play(Earcon.ALARM, 100)
    qtbot.waitUntil(lambda: len(troubles) == 2)
    sounds.close()
    assert not sounds._again.isActive()


def test_a_hanging_sound_system_is_let_go(qtbot: QtBot, opened: Opened) -> None:
    """The process that does not answer is killed; the window never asked the sound system itself."""
    sounds, troubles = opened(_DEAF)
    qtbot.waitUntil(lambda: sounds._ready, timeout=20_000)
    sounds.play(Earcon.START, 70)
    assert sounds._watch.isActive()
    sounds._watch.timeout.emit()
    assert troubles == ["", "The sound system does not answer."]
    assert sounds._process is None


def test_a_program_that_is_not_there_is_trouble(qtbot: QtBot, tmp_path: Path) -> None:
    """A process that cannot be started is told like any other trouble."""
    sounds = ProcessSounds(tmp_path, ["/nowhere/python"])
    troubles: list[str] = []
    sounds.open(troubles.append)
    qtbot.waitUntil(lambda: bool(troubles))
    sounds.close()


@pytest.mark.skipif(sys.platform == "win32", reason="a process of its own is used on Linux only")
def test_the_real_process_says_what_it_finds(qtbot: QtBot) -> None:
    """Without a sound server it says that there is no device (or no library), and ends."""
    sounds = ProcessSounds(assets() / "sounds")
    troubles: list[str] = []
    sounds.open(troubles.append)
    qtbot.waitUntil(lambda: bool(troubles) or sounds._ready, timeout=20_000)
    assert troubles in ([""], [missing_words("library")], [missing_words("device")])
    sounds.close()
    qtbot.waitUntil(lambda: not dying)


class FakeEffect(QObject):
    """A sound that begins when it is played, and ends when the test says so."""

    class Status(Enum):
        """As Qt's, as far as it is asked for."""

        Ready = 1
        Error = 2

    statusChanged, playingChanged = Signal(), Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._playing = False

    def setSource(self, _url: QUrl) -> None:
        self.statusChanged.emit()

    def setVolume(self, _share: float) -> None: ...

    def status(self) -> Status:
        return self.Status.Ready

    def isPlaying(self) -> bool:
        return self._playing

    def play(self) -> None:
        self.turn(on=True)

    def turn(self, *, on: bool) -> None:
        if self._playing is not on:
            self._playing = on
            self.playingChanged.emit()


def test_a_sound_that_never_ends_is_told(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every end is waited for a few seconds; what goes on for ever is a device or a server that has gone."""
    devices = SimpleNamespace(defaultAudioOutput=lambda: SimpleNamespace(isNull=lambda: False))
    module = SimpleNamespace(QMediaDevices=devices, QSoundEffect=FakeEffect)
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", module)
    told: list[str] = []
    made = Effects(assets() / "sounds", told.append)
    assert told == [""]
    (end,) = made.findChildren(QTimer)
    start, alarm = (made.findChildren(FakeEffect)[list(Earcon).index(one)] for one in (Earcon.START, Earcon.ALARM))
    made.play(Earcon.START, 50)
    made.play(Earcon.ALARM, 50)
    start.turn(on=False)
    assert end.isActive()
    alarm.turn(on=False)
    assert not end.isActive()
    made.play(Earcon.ALARM, 50)
    assert 2_000 <= end.interval() <= 5_000
    end.timeout.emit()
    end.timeout.emit()
    end.stop()
    assert told == ["", effects.NO_END]


def test_without_the_module_nothing_is_played(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where importing Qt's sound module fails, that is told and nothing raises."""
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    told: list[str] = []
    made = Effects(assets() / "sounds", told.append)
    made.play(Earcon.START, 50)
    assert told == [effects.NO_LIBRARY]
    troubles: list[str] = []
    own = OwnSounds(assets() / "sounds")
    own.open(troubles.append)
    qtbot.waitUntil(lambda: bool(troubles))
    own.play(Earcon.START, 50)
    own.close()
    assert troubles == [missing_words(effects.NO_LIBRARY)]


@pytest.mark.parametrize(("frozen", "start"), [(True, ["/opt/limber/limber"]), (False, ["/py", "-P", "-m", "coach"])])
def test_the_program_starts_itself(monkeypatch: pytest.MonkeyPatch, *, frozen: bool, start: list[str]) -> None:
    """A bundle is its own executable; anything else is Python with the package."""
    monkeypatch.setattr(sys, "frozen", frozen, raising=False)
    monkeypatch.setattr(sys, "executable", start[0])
    command = command_of(Path("sounds"))
    assert command == [*start, "sound-process", "sounds"]
    assert build_parser().parse_args(command[len(start) :]).folder == "sounds"
    assert "sound-process" not in build_parser().format_help()  # nobody else has a use for it
