"""Which engines are tried in which order, which voices are offered, and Qt's speech module for other systems."""

from __future__ import annotations

import shutil
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coach.desktop.dispatcher import Dispatcher
from coach.desktop.espeak import Espeak
from coach.desktop.processes import dying
from coach.desktop.system_voice import SystemVoice
from coach.desktop.voices import VoiceList, engines, names
from coach.ports.voice import Manner, News

_LISTING = """\
Pty Language       Age/Gender VoiceName          File                 Other Languages
 2  en-gb           --/M      English_(Great_Britain) gmw/en               (en 2)
 3  en-uk           --/M      english-mb-en1     mb/mb-en1            (en-gb 3)(en 2)
 2  en-us           --/M      English_(America)  gmw/en-US            (en 3)
 5  variant         --/M      Storm              !v/Storm             (en-us 5)
broken
"""


def test_the_order_of_engines(monkeypatch: pytest.MonkeyPatch) -> None:
    """speech-dispatcher first, espeak-ng second, the other way round when chosen so; Qt's own elsewhere."""
    monkeypatch.setattr(sys, "platform", "linux")
    assert engines() == [Dispatcher, Espeak]
    assert engines("espeak-ng") == [Espeak, Dispatcher]
    monkeypatch.setattr(sys, "platform", "darwin")
    assert engines("espeak-ng") == [SystemVoice]


def test_only_voices_that_work_are_offered() -> None:
    """Those that need files of their own, and variants of others, are left out."""
    assert names(_LISTING) == ("English (America)", "English (Great Britain)")
    assert names("") == ()


@pytest.fixture
def voice_list(qtbot: QtBot) -> Iterator[VoiceList]:
    """A list, and nothing running after it."""
    made = VoiceList()
    yield made
    made.close()
    qtbot.waitUntil(lambda: not dying)


@pytest.mark.skipif(sys.platform == "win32", reason="espeak-ng is used on Linux only")
def test_voices_of_one_language_are_asked_for(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, voice_list: VoiceList
) -> None:
    """The program is asked for the language without its country, and answers later."""
    program = tmp_path / "espeak-ng"
    program.write_text(f'#!/bin/sh\nprintf "%s" "$1" > "{tmp_path}/asked"\ncat <<E\n{_LISTING}E\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(shutil, "which", lambda _name: str(program))
    found: list[tuple[str, ...]] = []
    voice_list.ask("en-GB", found.append)
    assert found == []
    qtbot.waitUntil(lambda: bool(found))
    assert found == [("English (America)", "English (Great Britain)")]
    assert (tmp_path / "asked").read_text() == "--voices=en"


def test_without_the_program_there_are_no_voices(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, voice_list: VoiceList
) -> None:
    """An empty list is the answer."""
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    found: list[tuple[str, ...]] = []
    voice_list.ask("en", found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert found == [()]


@pytest.mark.qt_log_ignore("pipewire")
def test_qts_own_module_speaks(qtbot: QtBot) -> None:
    """With Qt's silent engine in place of the system's: ready, begun, and ended when stopped."""
    voice = SystemVoice("mock")
    news: list[tuple[News, int, str]] = []
    voice.open(lambda *told: news.append(told))
    qtbot.waitUntil(lambda: news == [(News.READY, 0, "")])
    voice.say(4, "Hold for ten seconds.", Manner("en", 10, 50, "nobody"))
    qtbot.waitUntil(lambda: (News.BEGUN, 4, "") in news)
    voice.stop()
    qtbot.waitUntil(lambda: (News.ENDED, 4, "") in news)
    voice.close()


def test_an_engine_qt_does_not_have_fails(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the module is missing, that is told."""
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", None)
    voice = SystemVoice()
    news: list[tuple[News, int, str]] = []
    voice.open(lambda *told: news.append(told))
    qtbot.waitUntil(lambda: bool(news))
    voice.say(1, "One.", Manner())
    assert news == [(News.FAILED, 0, "The system's voices cannot be reached.")]
    voice.close()
