"""Tries voice and sounds out for the Settings page, and says in a sentence what it found."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from coach.clock import Clock
from coach.drivers.speaker import FIRST_PATIENCE_MS, Speaker
from coach.i18n import _
from coach.ports.sounds import Earcon, Sounds

#: The sentence may be said as late as engines take to be tried; afterwards it has time to be heard.
_LATEST_MS, _HEARD_MS = 3 * FIRST_PATIENCE_MS, 8_000
_NS_PER_MS = 1_000_000


class Trial(QObject):
    """One at a time. `found(sentence)` once for every `run`."""

    found = Signal(str)

    def __init__(self, sounds: Sounds, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sounds, self._clock = sounds, clock
        self._speaker: Speaker | None = None
        self._open = False
        self._pending: tuple[Earcon, int] | None = None
        self._voice_words = self._sound_words = ""
        self._running = False
        self._end = QTimer(self, singleShot=True)
        self._end.timeout.connect(self.close)

    def run(self, speaker: Speaker | None, earcon: Earcon, level: int) -> None:
        """Speak (without a speaker the voice is off) and play one sound."""
        self._hang_up()
        self._voice_words, self._running = "" if speaker is not None else _("The voice is off."), True
        self._speaker = speaker
        if speaker is not None:
            speaker.begun.connect(lambda _text: self._voice(_("{engine} speaks.").format(engine=speaker.engine)))
            speaker.silent.connect(self._voice)
            due_ns = self._clock.now().awake_ns + _LATEST_MS * _NS_PER_MS
            speaker.say(_("This is how it sounds. Hold for ten seconds, left side."), due_ns=due_ns)
        self.play(earcon, level)
        self._look()

    def play(self, earcon: Earcon, level: int) -> None:
        """Play one sound, as soon as there is something to play it with."""
        self._end.start(_LATEST_MS + _HEARD_MS)
        if self._open:
            self._sounds.play(earcon, level)
            return
        self._pending, self._sound_words = (earcon, level), ""
        self._sounds.open(self._sound)

    def close(self) -> None:
        """Let engine and device go."""
        self._end.stop()
        self._hang_up()
        self._sounds.close()
        self._open = self._running = False

    def _sound(self, why: str) -> None:
        self._open = not why
        self._sound_words = why or _("Sounds are played.")
        pending, self._pending = self._pending, None
        if self._open and pending is not None:
            self._sounds.play(*pending)
        if why:
            self._sounds.close()
        self._look()

    def _voice(self, words: str) -> None:
        self._voice_words = words
        self._look()

    def _look(self) -> None:
        """When both are known, say so, and let the sentence be heard to its end."""
        if self._running and self._voice_words and self._sound_words:
            self._running = False
            self._end.start(_HEARD_MS)
            words = f"{self._voice_words} {self._sound_words}"
            self.found.emit(words[:1].upper() + words[1:])

    def _hang_up(self) -> None:
        speaker, self._speaker = self._speaker, None
        if speaker is not None:
            speaker.close()
            speaker.deleteLater()
