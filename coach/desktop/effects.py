"""Qt's own player for short sounds, loaded only when something is to be heard."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl

from coach.ports.sounds import Earcon

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

#: What can be missing: Qt's sound module or what it needs (libpulse0 on Linux), a device, the end of a sound.
NO_LIBRARY, NO_DEVICE, NO_END = "library", "device", "end"
#: The longest sound takes 1.7 s. Where one never ends its device or the sound server has gone: Qt tells it in no other way.
_TOO_LONG_MS = 4_000


class Effects(QObject):
    """Every sound, loaded. `told` is called with '' when all can be played, and with what is missing, then or later; each once."""

    def __init__(self, folder: Path, told: Callable[[str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: Callable[[str], None] | None = told
        self._effects: dict[Earcon, QSoundEffect] = {}
        self._ready = False
        self._end = QTimer(self, singleShot=True, interval=_TOO_LONG_MS)
        self._end.timeout.connect(lambda: self._lack(NO_END))
        os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")
        try:
            from PySide6.QtMultimedia import QMediaDevices, QSoundEffect
        except ImportError:
            self._lack(NO_LIBRARY)
            return
        if QMediaDevices.defaultAudioOutput().isNull():
            self._lack(NO_DEVICE)
            return
        for earcon in Earcon:
            effect = self._effects[earcon] = QSoundEffect(self)
            effect.statusChanged.connect(self._look)
            effect.playingChanged.connect(partial(self._follow, effect))
        for earcon, effect in self._effects.items():
            effect.setSource(QUrl.fromLocalFile(str(folder / f"{earcon.value}.wav")))

    def play(self, earcon: Earcon, level: int) -> None:
        """Begin a sound; `level` 1 to 100, as loud as the ear expects of it."""
        effect = self._effects.get(earcon)
        if effect is not None:
            effect.setVolume((level / 100) ** 2)
            effect.play()

    def _look(self) -> None:
        from PySide6.QtMultimedia import QSoundEffect

        states = {effect.status() for effect in self._effects.values()}
        if QSoundEffect.Status.Error in states:
            self._lack(NO_DEVICE)
        elif states == {QSoundEffect.Status.Ready} and not self._ready and self._told is not None:
            self._ready = True
            self._told("")

    def _follow(self, effect: QSoundEffect) -> None:
        """A sound begins or has come to its end: while any is heard, the next end is waited for."""
        if not effect.isPlaying():
            self._end.stop()
        if not self._end.isActive() and any(one.isPlaying() for one in self._effects.values()):
            self._end.start()

    def _lack(self, missing: str) -> None:
        """Say what is missing; after that nothing is told."""
        told, self._told = self._told, None
        if told is not None:
            told(missing)
