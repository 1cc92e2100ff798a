"""Something the system only answers when it is asked: it is asked every few seconds, by a call that costs next to nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer

from coach.desktop.ways import Ended
from coach.i18n import _
from coach.ports.sensor import Sense

LOOK_MS: Final = 5_000


class NothingToSeeError(OSError):
    """There is nothing to look at here; the text is a sentence for the person, without its full stop."""


#: Returns what is seen; raises `OSError` where the system does not say.
Look = Callable[[], Sense]


class Polled:
    """See `coach.desktop.ways.Way`: tells at first and when it changes."""

    def __init__(self, look: Look, words: Callable[[], str], parent: QObject | None = None) -> None:
        self._look, self._words = look, words
        self._last: Sense | None = None
        self._tell: Callable[[Sense], None] = lambda _sense: None
        self._ended: Ended = lambda _why: None
        self._timer = QTimer(parent)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.look)

    def open(self, tell: Callable[[Sense], None], ended: Ended) -> None:
        """Look for the first time."""
        self._tell, self._ended, self._last = tell, ended, None
        self._timer.start(LOOK_MS)
        self.look()

    def close(self) -> None:
        """Look no more."""
        self._timer.stop()

    def words(self) -> str:
        """Who tells."""
        return self._words()

    def look(self) -> None:
        """Look, and tell what has changed."""
        try:
            seen = self._look()
        except NothingToSeeError as trouble:
            self._end(str(trouble))
            return
        except (OSError, AttributeError, ImportError, ValueError):
            self._end(_("the system does not say"))
            return
        if seen != self._last:
            self._last = seen
            self._tell(seen)

    def _end(self, why: str) -> None:
        self._timer.stop()
        self._ended(why)
