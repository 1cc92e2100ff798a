"""Which speech engines there are here, best first, and which voices they have."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QObject, QProcess, QTimer

from coach.desktop import dispatcher, espeak
from coach.desktop.processes import let_go
from coach.ports.voice import Voice

Engine = Literal["auto", "speech-dispatcher", "espeak-ng"]
Make = Callable[[], Voice]

_WAIT_MS = 2_000
#: Columns of `espeak-ng --voices`: priority, language, age and gender, name, file, other languages.
_COLUMNS = 5


def engines(chosen: Engine = "auto") -> list[Make]:
    """Return what can make a voice here, the best first; one that was chosen comes before the others."""
    if sys.platform in {"win32", "darwin"}:
        from coach.desktop.system_voice import SystemVoice

        return [SystemVoice]
    usual: dict[str, Make] = {dispatcher.NAME: dispatcher.Dispatcher, espeak.NAME: espeak.Espeak}
    return [usual[name] for name in sorted(usual, key=lambda name: name != chosen)]


class VoiceList(QObject):
    """Asks for the voices of one language, never for all that there are (espeak-ng alone has thousands)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._found: Callable[[tuple[str, ...]], None] | None = None
        self._watch = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._watch.timeout.connect(lambda: self._tell(()))

    def ask(self, language: str, found: Callable[[tuple[str, ...]], None]) -> None:
        """Tell `found` the names, or none where they cannot be listed; later, never from within this call."""
        self.close()
        self._found = found
        self._watch.start(_WAIT_MS)
        program = shutil.which(espeak.NAME)
        if program is None:
            self._watch.start(0)
            return
        process = self._process = QProcess(self)
        process.finished.connect(lambda *_end: self._read(process))
        process.errorOccurred.connect(lambda _error: self._tell(()))
        process.start(program, [f"--voices={language.partition('-')[0].partition('_')[0]}"])

    def close(self) -> None:
        """Ask no more."""
        self._watch.stop()
        self._found = None
        process, self._process = self._process, None
        if process is not None:
            let_go(process)

    def _read(self, process: QProcess) -> None:
        if process is self._process:
            self._tell(names(bytes(process.readAllStandardOutput().data()).decode("utf-8", "replace")))

    def _tell(self, found: tuple[str, ...]) -> None:
        tell = self._found
        self.close()
        if tell is not None:
            tell(found)


def names(listing: str) -> tuple[str, ...]:
    """Return the voices of a listing, without those that need other files (mbrola) and mere variants."""
    found = []
    for line in listing.splitlines()[1:]:
        columns = line.split()
        if len(columns) < _COLUMNS or columns[1] == "variant" or columns[4].startswith("mb/"):
            continue
        found.append(columns[3].replace("_", " "))
    return tuple(sorted(dict.fromkeys(found)))
