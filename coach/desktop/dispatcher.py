"""A voice by speech-dispatcher, over its socket; the daemon is started where it does not run yet."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer
from PySide6.QtNetwork import QLocalSocket

from coach.desktop.ssip import Conversation, SsipError
from coach.i18n import _
from coach.ports.voice import Hear, Manner, News

NAME = "speech-dispatcher"
#: How often, and how long in all, a daemon that was just started is looked for.
_AGAIN_MS, _TRIES = 100, 45


def socket_path(environ: Mapping[str, str] = os.environ) -> str:
    """Return where the daemon listens, '' where it is told to listen on something else than a socket file."""
    named = environ.get("SPEECHD_ADDRESS", "")
    if named:
        kind, _colon, path = named.partition(":")
        return path if kind == "unix_socket" else ""
    runtime = environ.get("XDG_RUNTIME_DIR") or environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return str(Path(runtime) / "speech-dispatcher" / "speechd.sock")


def start_daemon(path: str) -> bool:
    """Start the daemon without waiting for it; False where it is not installed."""
    program = shutil.which(NAME)
    if program is None:
        return False
    process = QProcess()
    process.setProgram(program)
    process.setArguments(["--spawn", "--communication-method", "unix_socket", "--socket-path", path])
    process.setStandardOutputFile(QProcess.nullDevice())
    process.setStandardErrorFile(QProcess.nullDevice())
    started: object = process.startDetached()  # a bool, or a pair with one, whatever the stubs say
    return bool(started[0] if isinstance(started, tuple) else started)


class Dispatcher(QObject):
    """One connection; see `coach.ports.voice.Voice`."""

    def __init__(self, path: str | None = None, start: Callable[[str], bool] = start_daemon) -> None:
        super().__init__()
        self._path = socket_path() if path is None else path
        self._start = start
        self._hear: Hear | None = None
        self._started = self._connected = False
        self._tries = 0
        self._talk = Conversation()
        self._socket = QLocalSocket(self)
        self._socket.connected.connect(self._greet)
        self._socket.readyRead.connect(self._read)
        self._socket.errorOccurred.connect(lambda _error: self._lost())
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self._connect)

    @property
    def name(self) -> str:
        """What the engine is called."""
        return NAME

    def open(self, hear: Hear) -> None:
        """Connect, starting the daemon first where nobody listens."""
        self._hear = hear
        self._again.start(0)

    def say(self, number: int, text: str, manner: Manner) -> None:
        """Say a sentence now."""
        self._talk.say(number, text, manner)
        self._send()

    def stop(self) -> None:
        """Fall silent."""
        if self._connected:
            self._talk.stop()
            self._send()

    def close(self) -> None:
        """Fall silent and hang up: the daemon would speak on for somebody who is gone."""
        self._hear = None
        self._again.stop()
        if self._connected:
            self._socket.write(b"CANCEL self\r\nQUIT\r\n")
            self._socket.flush()
        self._socket.abort()
        self.deleteLater()

    def _connect(self) -> None:
        if not self._path:
            self._fail(_("speech-dispatcher is set to an address that Limber does not use."))
            return
        self._tries += 1
        self._socket.connectToServer(self._path)

    def _greet(self) -> None:
        self._connected = True
        self._talk.greet()
        self._send()

    def _lost(self) -> None:
        """Nobody listens, or the line broke."""
        if self._hear is None:
            return
        if self._connected:
            self._fail(_("speech-dispatcher has stopped."))
        elif not self._started:
            self._started = True
            if self._start(self._path):
                self._again.start(_AGAIN_MS)
            else:
                self._fail(_("speech-dispatcher is not installed."))
        elif self._tries < _TRIES:
            self._again.start(_AGAIN_MS)
        else:
            self._fail(_("speech-dispatcher did not start."))

    def _read(self) -> None:
        try:
            told = self._talk.hear(bytes(self._socket.readAll().data()))
        except SsipError as trouble:
            self._fail(str(trouble))
            return
        self._send()
        for news, number in told:
            if self._hear is not None:
                self._hear(news, number, "")

    def _send(self) -> None:
        out, self._talk.out = self._talk.out, b""
        if out:
            self._socket.write(out)

    def _fail(self, why: str) -> None:
        hear, self._hear = self._hear, None
        self._again.stop()
        self._connected = False
        self._socket.abort()
        if hear is not None:
            hear(News.FAILED, 0, why)
