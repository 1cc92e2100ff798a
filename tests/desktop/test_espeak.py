"""A voice by espeak-ng, with a program of ours in its place."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coach.desktop.espeak import Espeak, arguments
from coach.desktop.processes import dying
from coach.ports.voice import Manner, News

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="espeak-ng is used on Linux only")

News_ = list[tuple[News, int, str]]
_WRITES = "import sys; text = sys.stdin.read(); open(sys.argv[1], 'a').write(text + '|')"
_HANGS = "import sys; sys.stdin.read(); open(sys.argv[1], 'a').write('on'); import threading; threading.Event().wait()"
_SILENT = "import sys; print('error: No such file or directory', file=sys.stderr)"


@pytest.fixture
def open_voice(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[str], tuple[Espeak, News_]]]:
    """Open a voice whose program is a line of Python; what it hears goes into tmp_path/heard."""
    made: list[Espeak] = []

    def opened(source: str) -> tuple[Espeak, News_]:
        voice = Espeak([sys.executable, "-c", source, str(tmp_path / "heard")])
        made.append(voice)
        news: News_ = []
        voice.open(lambda *told: news.append(told))
        qtbot.waitUntil(lambda: bool(news))
        assert news == [(News.READY, 0, "")]
        return voice, news

    yield opened
    for voice in made:
        voice.close()
    qtbot.waitUntil(lambda: not dying)


def test_a_sentence_goes_through_standard_input(
    qtbot: QtBot, tmp_path: Path, open_voice: Callable[[str], tuple[Espeak, News_]]
) -> None:
    """It is begun and ended, as one line, and nobody can read it in the list of processes."""
    voice, news = open_voice(_WRITES)
    voice.say(3, "Hold.\nFor ten.", Manner())
    qtbot.waitUntil(lambda: news[1:] == [(News.BEGUN, 3, ""), (News.ENDED, 3, "")], timeout=20_000)
    assert (tmp_path / "heard").read_text() == "Hold. For ten.|"
    assert not any("Hold" in word for word in arguments(Manner()))


def test_a_newer_sentence_and_a_stop_kill_the_process(
    qtbot: QtBot, tmp_path: Path, open_voice: Callable[[str], tuple[Espeak, News_]]
) -> None:
    """Whatever hangs goes at once, without being waited for."""
    voice, news = open_voice(_HANGS)
    voice.say(1, "One.", Manner())
    qtbot.waitUntil((tmp_path / "heard").exists, timeout=20_000)
    voice.say(2, "Two.", Manner())
    qtbot.waitUntil(lambda: (News.BEGUN, 2, "") in news, timeout=20_000)
    voice.stop()
    assert news[-1] == (News.ENDED, 2, "")
    qtbot.waitUntil(lambda: not dying)
    assert (News.ENDED, 1, "") not in news


def test_without_a_sound_device_it_fails(qtbot: QtBot, open_voice: Callable[[str], tuple[Espeak, News_]]) -> None:
    """It says that all went well and has written an error: nothing was heard."""
    voice, news = open_voice(_SILENT)
    voice.say(1, "One.", Manner())
    qtbot.waitUntil(lambda: news[-1][0] is News.FAILED, timeout=20_000)
    assert news[-1][2] == "espeak-ng found no sound device."


def test_a_sentence_without_an_end_fails(qtbot: QtBot, open_voice: Callable[[str], tuple[Espeak, News_]]) -> None:
    """When it takes several times as long as it should, the engine is given up."""
    voice, news = open_voice(_HANGS)
    voice.say(1, "One.", Manner())
    assert voice._limit.isActive()
    voice._limit.timeout.emit()
    assert news[-1] == (News.FAILED, 0, "espeak-ng does not come to the end of a sentence.")


@pytest.mark.parametrize("program", [[], ["/nowhere/espeak-ng"]])
def test_what_is_not_installed_fails(qtbot: QtBot, program: list[str]) -> None:
    """That is said, and not from within open."""
    voice = Espeak(program)
    news: News_ = []
    voice.open(lambda *told: news.append(told))
    assert news == []
    qtbot.waitUntil(lambda: bool(news))
    assert news == [(News.FAILED, 0, "espeak-ng is not installed.")]
    voice.close()


def test_manner_becomes_arguments() -> None:
    """Rate doubles and halves the words a minute; a voice's name has underscores; the language is its code."""
    assert arguments(Manner("en-GB", 0, 70)) == ["-v", "en-gb", "-s", "160", "-a", "70", "--stdin"]
    assert arguments(Manner("en", -100, 100, "English (America)"))[:4] == ["-v", "English_(America)", "-s", "80"]
