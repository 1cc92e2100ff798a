"""A voice by espeak-ng, one short process for each sentence: it plays through the sound system by itself."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer

from coach.desktop.processes import let_go
from coach.i18n import _
from coach.plan.pacing import speech_ms
from coach.ports.voice import Hear, Manner, News, one_line

NAME = "espeak-ng"
#: Words a minute at rate 0; half and twice as many at -100 and 100.
_WORDS_A_MINUTE = 160
#: A sentence that takes this many times as long as expected, and a little more, does not come to its end.
_TOO_LONG, _AND_MS = 3, 5_000


def arguments(manner: Manner) -> list[str]:
    """Return what espeak-ng is called with; the sentence itself goes through its standard input, which nobody sees."""
    voice = manner.name.replace(" ", "_") or manner.language.lower()
    words_a_minute = round(_WORDS_A_MINUTE * 2 ** (manner.rate / 100))
    return ["-v", voice, "-s", str(words_a_minute), "-a", str(manner.volume), "--stdin"]


class Espeak(QObject):
    """See `coach.ports.voice.Voice`. `program` is where espeak-ng is; by default it is looked for."""

    def __init__(self, program: Sequence[str] | None = None) -> None:
        super().__init__()
        found = shutil.which(NAME)
        self._program = list(program) if program is not None else [found] if found else []
        self._hear: Hear | None = None
        self._process: QProcess | None = None
        self._number = 0
        self._limit = QTimer(self, singleShot=True)
        self._limit.timeout.connect(lambda: self._fail(_("espeak-ng does not come to the end of a sentence.")))
        self._ready = QTimer(self, singleShot=True)
        self._ready.timeout.connect(self._look)

    @property
    def name(self) -> str:
        """What the engine is called."""
        return NAME

    def open(self, hear: Hear) -> None:
        """Look whether it is installed."""
        self._hear = hear
        self._ready.start(0)

    def say(self, number: int, text: str, manner: Manner) -> None:
        """Say a sentence now."""
        self._end()
        self._number = number
        process = self._process = QProcess(self)
        process.started.connect(lambda: self._started(process, number))
        process.finished.connect(lambda _code, _status: self._finished(process, number))
        process.errorOccurred.connect(lambda error: self._error(process, error))
        process.start(self._program[0], [*self._program[1:], *arguments(manner)])
        process.write(one_line(text).encode())
        process.closeWriteChannel()
        self._limit.start(_TOO_LONG * speech_ms(text) + _AND_MS)

    def stop(self) -> None:
        """Fall silent."""
        number, was = self._number, self._process
        self._end()
        if was is not None:
            self._tell(News.ENDED, number)

    def close(self) -> None:
        """End the process that speaks, by force."""
        self._hear = None
        self._ready.stop()
        self._end()
        self.deleteLater()

    def _look(self) -> None:
        if self._program and Path(self._program[0]).exists():
            self._tell(News.READY, 0)
        else:
            self._fail(_("espeak-ng is not installed."))

    def _end(self) -> None:
        """Kill what speaks; its end is not waited for."""
        self._limit.stop()
        process, self._process = self._process, None
        if process is not None:
            let_go(process)

    def _started(self, process: QProcess, number: int) -> None:
        if process is self._process:
            self._tell(News.BEGUN, number)

    def _finished(self, process: QProcess, number: int) -> None:
        if process is not self._process:
            return
        self._limit.stop()
        self._process = None
        silent = b"error" in bytes(process.readAllStandardError().data()).lower() or process.exitCode() != 0
        process.deleteLater()
        if silent:  # it says so, and that it went well
            self._fail(_("espeak-ng found no sound device."))
        else:
            self._tell(News.ENDED, number)

    def _error(self, process: QProcess, error: QProcess.ProcessError) -> None:
        if process is self._process and error == QProcess.ProcessError.FailedToStart:
            self._process = None
            self._fail(_("espeak-ng could not be started."))

    def _tell(self, news: News, number: int) -> None:
        if self._hear is not None:
            self._hear(news, number, "")

    def _fail(self, why: str) -> None:
        hear, self._hear = self._hear, None
        self._end()
        if hear is not None:
            hear(News.FAILED, 0, why)
