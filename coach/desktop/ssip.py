"""The language of speech-dispatcher (SSIP): what is sent, what comes back. No socket and no Qt here.

Reference: brailcom/speechd, doc/ssip.texi.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from coach.i18n import _
from coach.ports.voice import Manner, News, one_line

#: More than this without a whole reply is no speech-dispatcher.
_MOST_BYTES = 64 * 1024
_SPEAK, _SEND_DATA, _QUEUED, _MODULES = "SPEAK", 230, 225, "LIST OUTPUT_MODULES"
_NEWS = {701: News.BEGUN, 702: News.ENDED, 703: News.ENDED}
#: A module that only says that there is none.
_NO_MODULES = frozenset({"dummy"})
_EARLY = 16


class SsipError(Exception):
    """The other end does not speak SSIP, or refuses; the text is a sentence for the person."""


class Reply(NamedTuple):
    """One answer or event: its code, the lines before the last, and the last line's words."""

    code: int
    data: tuple[str, ...]
    words: str


class Told(NamedTuple):
    """News about a sentence."""

    news: News
    number: int


class Reader:
    """Cuts what arrives into replies."""

    def __init__(self) -> None:
        self._rest = b""
        self._data: list[str] = []
        self._held = 0

    def feed(self, arrived: bytes) -> Iterator[Reply]:
        """Give every reply that is whole by now; raises `SsipError` for what is none."""
        self._held += len(arrived)
        *lines, self._rest = (self._rest + arrived).split(b"\n")
        for raw in lines:
            reply = self._take(raw.rstrip(b"\r").decode("utf-8", "replace"))
            if reply is not None:
                self._held = len(self._rest)
                yield reply
        if self._held > _MOST_BYTES:
            raise SsipError(_garbled())

    def _take(self, line: str) -> Reply | None:
        code, mark, words = line[:3], line[3:4], line[4:]
        if not (code.isascii() and code.isdigit() and mark in {"-", " "}):
            raise SsipError(_garbled())
        if mark == "-":
            self._data.append(words)
            return None
        data, self._data = tuple(self._data), []
        return Reply(int(code), data, words)


class _Order(NamedTuple):
    """A command, and with SPEAK the sentence and its number."""

    command: str
    number: int = 0
    text: str = ""


class Conversation:
    """Our side of the line: one command at a time, the next when the last was answered.

    `out` holds what is to be sent. A sentence that was not sent yet is forgotten when a newer one comes.
    """

    def __init__(self) -> None:
        self.out = b""
        self._reader = Reader()
        self._waiting: deque[_Order] = deque()
        self._asked: _Order | None = None
        self._numbers: dict[str, int] = {}
        self._early: deque[tuple[str, News]] = deque(maxlen=_EARLY)
        self._manner: Manner | None = None
        self._greeted = False

    def greet(self) -> None:
        """Introduce ourselves; READY is told when that went well."""
        self._put("SET self CLIENT_NAME user:limber:coach")
        for event in ("BEGIN", "END", "CANCEL"):
            self._put(f"SET self NOTIFICATION {event} ON")
        self._put(_MODULES)

    def say(self, number: int, text: str, manner: Manner) -> None:
        """Say a sentence in place of the one that is being said."""
        self._forget()
        self._put("CANCEL self")
        for command in self._changes(manner):
            self._put(command)
        self._put(_SPEAK, number, one_line(text))

    def stop(self) -> None:
        """Fall silent."""
        self._forget()
        self._put("CANCEL self")

    def hear(self, arrived: bytes) -> list[Told]:
        """Take what arrived; raises `SsipError` when nothing can be said any more."""
        told: list[Told] = []
        for reply in self._reader.feed(arrived):
            told += self._event(reply) if reply.code in _NEWS else self._answer(reply)
        return told

    def _forget(self) -> None:
        """Take back what was not sent yet; the greeting stays."""
        if self._greeted and self._waiting:
            self._waiting.clear()
            self._manner = None

    def _changes(self, manner: Manner) -> list[str]:
        """Return the settings that the engine does not have yet."""
        before, self._manner = self._manner, manner
        commands = [
            ("language", f"SET self LANGUAGE {one_line(manner.language)}"),
            ("rate", f"SET self RATE {manner.rate}"),
            ("volume", f"SET self VOLUME {2 * manner.volume - 100}"),
            ("name", f"SET self SYNTHESIS_VOICE {one_line(manner.name)}" if manner.name else ""),
        ]
        return [
            command
            for field, command in commands
            if command and (before is None or getattr(before, field) != getattr(manner, field))
        ]

    def _put(self, command: str, number: int = 0, text: str = "") -> None:
        self._waiting.append(_Order(command, number, text))
        self._next()

    def _next(self) -> None:
        if self._asked is None and self._waiting:
            self._asked = self._waiting.popleft()
            self.out += f"{self._asked.command}\r\n".encode()

    def _answer(self, reply: Reply) -> list[Told]:
        """The last command was answered; what answers none is left alone."""
        asked = self._asked
        if asked is None:
            return []
        if reply.code == _SEND_DATA and asked.command == _SPEAK:
            stuffed = "." if asked.text.startswith(".") else ""
            self.out += f"{stuffed}{asked.text}\r\n.\r\n".encode()
            return []
        self._asked = None
        told = self._result(asked, reply)
        self._next()
        return told

    def _result(self, asked: _Order, reply: Reply) -> list[Told]:
        if asked.command == _SPEAK:
            if reply.code != _QUEUED or not reply.data:
                raise SsipError(_("speech-dispatcher did not take a sentence: {why}.").format(why=reply.words))
            return self._numbered(reply.data[0], asked.number)
        if asked.command == _MODULES:
            if not set(reply.data) - _NO_MODULES:
                raise SsipError(_("speech-dispatcher has no voice of its own; install speech-dispatcher-espeak-ng."))
            self._greeted = True
            return [Told(News.READY, 0)]
        if "NOTIFICATION" in asked.command and reply.code >= 300:
            raise SsipError(_("speech-dispatcher is too old: it does not tell when it speaks."))
        return []

    def _numbered(self, key: str, number: int) -> list[Told]:
        """From now on the engine's events name the sentence by `key`."""
        self._numbers = {key: number}
        early = [Told(news, number) for known, news in self._early if known == key]
        self._early.clear()
        return early

    def _event(self, reply: Reply) -> list[Told]:
        key, news = reply.data[0] if reply.data else "", _NEWS[reply.code]
        if key in self._numbers:
            return [Told(news, self._numbers[key])]
        self._early.append((key, news))
        return []


def _garbled() -> str:
    return _("speech-dispatcher answered with something that is not its language.")
