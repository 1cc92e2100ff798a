"""The sounds of the stage: on Linux played by a process of their own, elsewhere in this one."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer

from coach.desktop.effects import NO_END, NO_LIBRARY, Effects
from coach.desktop.processes import let_go, ourselves
from coach.i18n import _
from coach.ports.sounds import Earcon, Sounds

#: How long the process may take to start, and to answer that a sound was begun.
_START_MS, _ANSWER_MS = 5_000, 2_000
#: A process that had played and plays no more is begun anew after this long: a headset comes back, a sound server starts again.
_AGAIN_MS = 10_000


def sounds_here(folder: Path) -> Sounds:
    """Return what plays the sounds of `folder` on this system."""
    return OwnSounds(folder) if sys.platform in {"win32", "darwin"} else ProcessSounds(folder)


class ProcessSounds(QObject):
    """See `coach.ports.sounds.Sounds`. `command` starts the process that plays."""

    def __init__(self, folder: Path, command: Sequence[str] | None = None) -> None:
        super().__init__()
        self._command = command or command_of(folder)
        self._told: Callable[[str], None] | None = None
        self._process: QProcess | None = None
        self._ready = False
        self._watch = QTimer(self, singleShot=True)
        self._watch.timeout.connect(lambda: self._fail(missing_words(NO_END)))
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self._start)

    def open(self, told: Callable[[str], None]) -> None:
        """Start the process; asked for again while it runs this does nothing."""
        if self._process is None:
            self._told = told
            self._again.stop()
            self._start()

    def _start(self) -> None:
        process = self._process = QProcess(self)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(lambda: self._read(process))
        process.finished.connect(lambda *_end: self._ended(process))
        process.errorOccurred.connect(lambda _error: self._ended(process))
        process.start(self._command[0], list(self._command[1:]))
        self._watch.start(_START_MS)

    def play(self, earcon: Earcon, level: int) -> None:
        """Begin a sound now; before the process is ready there is none."""
        if self._process is not None and self._ready:
            self._process.write(f"{earcon.value} {level}\n".encode())
            if not self._watch.isActive():
                self._watch.start(_ANSWER_MS)

    def close(self) -> None:
        """End the process."""
        self._ready = False
        self._told = None
        self._watch.stop()
        self._again.stop()
        process, self._process = self._process, None
        if process is not None:
            let_go(process)

    def _read(self, process: QProcess) -> None:
        for line in bytes(process.readAllStandardOutput().data()).decode("ascii", "replace").splitlines():
            word, _space, missing = line.partition(" ")
            if process is self._process and word in {"ready", "played"}:
                was, self._ready = self._ready, True
                self._watch.stop()
                if self._told is not None and not was:
                    self._told("")
            elif process is self._process and word == "none":
                self._fail(missing_words(missing))

    def _ended(self, process: QProcess) -> None:
        if process is self._process:
            self._fail(_("The program that plays sounds has stopped."))

    def _fail(self, why: str) -> None:
        told, played = self._told, self._ready
        self.close()
        if told is not None:
            if played:
                self._told = told
                self._again.start()
            told(why)


class OwnSounds(QObject):
    """See `coach.ports.sounds.Sounds`; plays in this process."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._effects: Effects | None = None
        self._later = QTimer(self, singleShot=True)
        self._told: Callable[[str], None] | None = None
        self._later.timeout.connect(self._make)

    def open(self, told: Callable[[str], None]) -> None:
        """Load the sounds, once."""
        if self._effects is None:
            self._told = told
            self._later.start(0)

    def play(self, earcon: Earcon, level: int) -> None:
        """Begin a sound now."""
        if self._effects is not None:
            self._effects.play(earcon, level)

    def close(self) -> None:
        """Let the device go."""
        self._later.stop()
        self._told = None
        if self._effects is not None:
            self._effects.deleteLater()
            self._effects = None

    def _make(self) -> None:
        self._effects = Effects(self._folder, self._found, self)

    def _found(self, missing: str) -> None:
        if self._told is not None:
            self._told(missing_words(missing) if missing else "")


def command_of(folder: Path) -> list[str]:
    """Return what starts the process that plays the sounds of `folder`."""
    return [*ourselves(), "sound-process", str(folder)]


def missing_words(missing: str) -> str:
    """Say why nothing can be heard."""
    if missing == NO_LIBRARY:
        return _("Sound cannot be played, because a library is missing (libpulse0 on Linux).")
    if missing == NO_END:
        return _("The sound system does not answer.")
    return _("No sound device was found.")
