"""A voice over speech-dispatcher's socket, against one in this process. Nothing sleeps: it waits for news."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from coach.desktop.dispatcher import Dispatcher, socket_path
from coach.ports.voice import Manner, News
from tests.desktop.fake_dispatcher import FakeDispatcher

Line = Callable[..., tuple[Dispatcher, list[tuple[News, int, str]]]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the daemon listens."""
    return tmp_path / "speechd.sock"


@pytest.fixture
def line(qtbot: QtBot, path: Path) -> Iterator[Line]:
    """Open a voice and collect its news."""
    made: list[Dispatcher] = []

    def open_line(start: Callable[[str], bool] = lambda _path: False) -> tuple[Dispatcher, list[tuple[News, int, str]]]:
        voice = Dispatcher(str(path), start)
        made.append(voice)
        news: list[tuple[News, int, str]] = []
        voice.open(lambda *told: news.append(told))
        assert news == [], "news never come from within open"
        return voice, news

    yield open_line
    for voice in filter(shiboken6.isValid, made):
        voice.close()


def _daemon(path: Path, mood: str, made: list[FakeDispatcher]) -> FakeDispatcher:
    made.append(FakeDispatcher(path, mood))
    return made[-1]


@pytest.fixture
def daemons() -> Iterator[list[FakeDispatcher]]:
    """Those that listen; closed at the end."""
    made: list[FakeDispatcher] = []
    yield made
    for one in made:
        one.close()


def test_it_says_a_sentence_and_tells_its_begin_and_end(
    qtbot: QtBot, path: Path, line: Line, daemons: list[FakeDispatcher]
) -> None:
    """Ready, begun, ended, in that order; the words arrive as one line."""
    daemon = _daemon(path, "normal", daemons)
    voice, news = line()
    qtbot.waitUntil(lambda: news == [(News.READY, 0, "")])
    voice.say(5, "...then hold\r\n.\r\nfor ten seconds.", Manner("en-GB", -10, 80, "English (Scotland)"))
    qtbot.waitUntil(lambda: (News.BEGUN, 5, "") in news)
    daemon.end_sentence()
    qtbot.waitUntil(lambda: (News.ENDED, 5, "") in news)
    assert daemon.spoken == ["...then hold . for ten seconds."]
    assert daemon.commands[-5:] == [
        "SET self LANGUAGE en-GB",
        "SET self RATE -10",
        "SET self VOLUME 60",
        "SET self SYNTHESIS_VOICE English (Scotland)",  # refused here: the language's usual voice speaks
        "SPEAK",
    ]


def test_a_newer_sentence_stops_the_older(qtbot: QtBot, path: Path, line: Line, daemons: list[FakeDispatcher]) -> None:
    """Two sentences never sound at once, and the older one's end is not told for the newer."""
    daemon = _daemon(path, "normal", daemons)
    voice, news = line()
    qtbot.waitUntil(lambda: bool(news))
    voice.say(1, "One.", Manner())
    qtbot.waitUntil(lambda: (News.BEGUN, 1, "") in news)
    voice.say(2, "Two.", Manner())
    qtbot.waitUntil(lambda: (News.BEGUN, 2, "") in news)
    assert (News.ENDED, 2, "") not in news
    voice.stop()
    qtbot.waitUntil(lambda: (News.ENDED, 2, "") in news)
    assert daemon.spoken == ["One.", "Two."]


@pytest.mark.parametrize(
    ("mood", "words"),
    [("dying", "has stopped"), ("refusing", "did not take"), ("garbage", "not its language"), ("empty", "no voice")],
)
def test_trouble_is_told_once_in_a_sentence(
    qtbot: QtBot, path: Path, line: Line, daemons: list[FakeDispatcher], mood: str, words: str
) -> None:
    """A daemon that dies, refuses, babbles or has no voice fails, with the reason, and nothing comes after that."""
    _daemon(path, mood, daemons)
    voice, news = line()
    qtbot.waitUntil(lambda: bool(news))
    if news[-1][0] is News.READY:
        voice.say(1, "One.", Manner())
    qtbot.waitUntil(lambda: news[-1][0] is News.FAILED)
    assert words in news[-1][2]
    assert [told[0] for told in news].count(News.FAILED) == 1
    voice.stop()
    voice.close()


@pytest.mark.parametrize(("mood", "heard"), [("deaf", []), ("mute", [News.READY])])
def test_a_hanging_daemon_tells_nothing(
    qtbot: QtBot, path: Path, line: Line, daemons: list[FakeDispatcher], mood: str, heard: list[News]
) -> None:
    """It is not this class that waits: the speaker's watchdog hears nothing and lets it go."""
    daemon = _daemon(path, mood, daemons)
    voice, news = line()
    qtbot.waitUntil(lambda: bool(daemon.commands) and [told[0] for told in news] == heard)
    if heard:
        voice.say(1, "One.", Manner())
        qtbot.waitUntil(lambda: daemon.spoken == ["One."])
    voice.close()
    assert [told[0] for told in news] == heard


def test_a_daemon_that_does_not_run_is_started(
    qtbot: QtBot, path: Path, line: Line, daemons: list[FakeDispatcher]
) -> None:
    """It is started once, and a stale socket file is no obstacle."""
    path.touch()
    started: list[str] = []

    def start(where: str) -> bool:
        started.append(where)
        path.unlink()
        _daemon(path, "normal", daemons)
        return True

    _voice, news = line(start)
    qtbot.waitUntil(lambda: news == [(News.READY, 0, "")])
    assert started == [str(path)]


def test_hanging_up_stops_what_is_being_said(
    qtbot: QtBot, path: Path, line: Line, daemons: list[FakeDispatcher]
) -> None:
    """The daemon would say the sentence to its end: it is told to stop before the line is cut."""
    daemon = _daemon(path, "normal", daemons)
    voice, news = line()
    qtbot.waitUntil(lambda: bool(news))
    voice.say(1, "One.", Manner())
    qtbot.waitUntil(lambda: (News.BEGUN, 1, "") in news)
    before = len(daemon.commands)
    voice.close()
    qtbot.waitUntil(lambda: daemon.commands[before : before + 1] == ["CANCEL self"])


def test_without_a_daemon_it_fails(qtbot: QtBot, line: Line) -> None:
    """Nobody listens and nothing can be started: that is said."""
    _voice, news = line()
    qtbot.waitUntil(lambda: bool(news))
    assert news == [(News.FAILED, 0, "speech-dispatcher is not installed.")]


def test_where_the_daemon_listens() -> None:
    """The session's folder, its own variable before that, and nothing for an address of another kind."""
    assert socket_path({"XDG_RUNTIME_DIR": "/run/user/7"}) == "/run/user/7/speech-dispatcher/speechd.sock"
    assert socket_path({"SPEECHD_ADDRESS": "unix_socket:/srv/s", "XDG_RUNTIME_DIR": "/run"}) == "/srv/s"
    assert socket_path({"SPEECHD_ADDRESS": "inet_socket:host:6560"}) == ""
    assert socket_path({}).endswith("speech-dispatcher/speechd.sock")
