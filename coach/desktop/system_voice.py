"""A voice by Qt's speech module, on Windows and macOS. On Linux it would hold up the window for seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QObject, QTimer

from coach.i18n import _
from coach.ports.voice import Hear, Manner, News, one_line

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech


class SystemVoice(QObject):
    """See `coach.ports.voice.Voice`. `engine` is Qt's name for one, '' for the system's own."""

    def __init__(self, engine: str = "") -> None:
        super().__init__()
        self._engine = engine
        self._hear: Hear | None = None
        self._speech: QTextToSpeech | None = None
        self._manner: Manner | None = None
        self._number = 0
        self._speaking = False
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._make)

    @property
    def name(self) -> str:
        """What the engine is called."""
        return _("the system's own voice")

    def open(self, hear: Hear) -> None:
        """Load the module."""
        self._hear = hear
        self._later.start(0)

    def say(self, number: int, text: str, manner: Manner) -> None:
        """Say a sentence now."""
        speech = self._speech
        if speech is None:
            return
        self.stop()
        self._number = number
        if manner != self._manner:
            self._manner = manner
            dress(speech, manner)
        speech.say(one_line(text))

    def stop(self) -> None:
        """Fall silent."""
        if self._speech is not None and self._speaking:
            self._speech.stop()

    def close(self) -> None:
        """Let the engine go."""
        self._hear = None
        self._later.stop()
        if self._speech is not None:
            self._speech.stop()
        self.deleteLater()

    def _make(self) -> None:
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech
        except ImportError:
            self._fail(_("The system's voices cannot be reached."))
            return
        speech = QTextToSpeech(self._engine, self) if self._engine else QTextToSpeech(self)
        self._speech = speech
        speech.stateChanged.connect(self._changed)
        if speech.state() == QTextToSpeech.State.Ready:
            self._tell(News.READY, 0)
        elif speech.state() == QTextToSpeech.State.Error:
            self._fail(speech.errorString())

    def _changed(self, state: Any) -> None:
        from PySide6.QtTextToSpeech import QTextToSpeech

        if state == QTextToSpeech.State.Error:
            self._fail(self._speech.errorString() if self._speech is not None else "")
        elif state == QTextToSpeech.State.Speaking and not self._speaking:
            self._speaking = True
            self._tell(News.BEGUN, self._number)
        elif state == QTextToSpeech.State.Ready:
            was, self._speaking = self._speaking, False
            self._tell(News.ENDED if was else News.READY, self._number if was else 0)

    def _tell(self, news: News, number: int) -> None:
        if self._hear is not None:
            self._hear(news, number, "")

    def _fail(self, why: str) -> None:
        hear, self._hear = self._hear, None
        if hear is not None:
            hear(News.FAILED, 0, why or _("The system's voices cannot be reached."))


def dress(speech: QTextToSpeech, manner: Manner) -> None:
    """Speak in this manner; a voice that is not there leaves the language's usual one."""
    speech.setLocale(QLocale(manner.language))
    speech.setRate(manner.rate / 100)
    speech.setVolume(manner.volume / 100)
    for voice in speech.availableVoices():
        if manner.name and voice.name() == manner.name:
            speech.setVoice(voice)
