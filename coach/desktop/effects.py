"""Qt's own player for short sounds, loaded only when something is to be heard."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl

from coach.ports.sounds import Earcon

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

#: What can be missing: Qt's sound module or what it needs (libpulse0 on Linux), or a device.
NO_LIBRARY, NO_DEVICE = "library", "device"


class Effects(QObject):
    """Every sound, loaded. `told` is called once with '' when all can be played, else with what is missing."""

    def __init__(self, folder: Path, told: Callable[[str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: Callable[[str], None] | None = told
        self._effects: dict[Earcon, QSoundEffect] = {}
        os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")
        try:
            from PySide6.QtMultimedia import QMediaDevices, QSoundEffect
        except ImportError:
            self._tell(NO_LIBRARY)
            return
        if QMediaDevices.defaultAudioOutput().isNull():
            self._tell(NO_DEVICE)
            return
        for earcon in Earcon:
            effect = self._effects[earcon] = QSoundEffect(self)
            effect.statusChanged.connect(self._look)
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
            self._tell(NO_DEVICE)
        elif states == {QSoundEffect.Status.Ready}:
            self._tell("")

    def _tell(self, missing: str) -> None:
        told, self._told = self._told, None
        if told is not None:
            told(missing)
