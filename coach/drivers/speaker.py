"""Speaks by the first engine that works, and never waits for one: what hangs or dies is let go, and the next is tried."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from coach.clock import Clock
from coach.i18n import _
from coach.plan.pacing import speech_ms
from coach.ports.voice import Manner, News, Voice

#: From asking to beginning, and for the first sentence of an engine or until it is ready.
PATIENCE_MS, FIRST_PATIENCE_MS = 2_000, 5_000
#: A sentence whose moment is longer ago than this is not said any more.
LATE_MS = 1_500
#: A sentence waits so long for the end of one that is as heavy or heavier, before it stops that one or is dropped: real
#: voices are a little slower than planned now and then, and a clipped last word is worse than a moment's wait.
GRACE_MS = 1_200
#: An engine that never tells the end of a sentence is believed to be silent after this many times the usual length.
_LENGTHS, _AND_MS = 2, 2_000
_NS_PER_MS = 1_000_000


class _Asked(NamedTuple):
    number: int
    text: str
    weight: int
    due_ns: int


class Speaker(QObject):
    """At most one sentence at a time. `begun(text)` when one is heard; `silent(why)` once, when no engine is left.

    A sentence stops a lighter one at once and one of its own weight after a short grace; while a heavier one is being
    said, and for longer than that, it is dropped. `engines` make a voice each, the best first.
    """

    begun = Signal(str)
    silent = Signal(str)

    def __init__(
        self,
        engines: Sequence[Callable[[], Voice]],
        clock: Clock,
        manner: Manner | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._left = list(engines)
        self._clock = clock
        self._manner = manner or Manner()
        self._voice: Voice | None = None
        self._ready = self._heard = self._over = False
        self._number = 0
        self._asked: _Asked | None = None
        self._waiting: _Asked | None = None
        self._begun = False
        self._until_ns = 0
        self._reasons: list[str] = []
        self._watch = QTimer(self, singleShot=True)
        self._watch.timeout.connect(self._too_long)
        self._grace = QTimer(self, singleShot=True, interval=GRACE_MS)
        self._grace.timeout.connect(self._grace_over)

    @property
    def engine(self) -> str:
        """Return the name of the engine in use, '' when there is none."""
        return self._voice.name if self._voice is not None else ""

    @property
    def speaking(self) -> int | None:
        """Return the weight of the sentence that is being said, or is about to be; None in silence."""
        if self._asked is None or (self._until_ns and self._now() > self._until_ns):
            return None
        return self._asked.weight

    def open(self) -> None:
        """Get the first engine ready; asked for again it does nothing."""
        if self._voice is None and not self._over:
            self._next()

    def say(self, text: str, weight: int = 0, due_ns: int | None = None) -> None:
        """Say a sentence in place of any other; `due_ns` is its moment on the awake clock, now if not given."""
        self.open()
        due_ns = self._now() if due_ns is None else due_ns
        if not text or self._over or self._late(due_ns):
            return
        self._number += 1
        asked = _Asked(self._number, text, weight, due_ns)
        busy = self.speaking
        if busy is None or weight > busy or (weight == busy and not self._begun):
            self._put(asked)
        elif self._ready:
            self._waiting = asked
            self._grace.start(GRACE_MS)
        elif self._asked is not None and self._late(self._asked.due_ns):
            self._put(asked)  # before there is an engine a heavier one keeps its place for as long as it is in time

    def stop(self) -> None:
        """Fall silent now."""
        was, self._asked, self._waiting = self._asked, None, None
        self._grace.stop()
        if self._ready:
            self._watch.stop()
            if was is not None and self._voice is not None:
                self._voice.stop()

    def close(self) -> None:
        """Let the engine go; nothing is said any more."""
        self._over = True
        self._drop()
        self._left.clear()

    def _now(self) -> int:
        return self._clock.now().awake_ns

    def _late(self, due_ns: int) -> bool:
        return self._now() - due_ns > LATE_MS * _NS_PER_MS

    def _next(self) -> None:
        """Try the engine that comes next; without one say so, once."""
        if not self._left:
            self._over, self._asked = True, None
            self.silent.emit(" ".join(self._reasons))
            return
        voice = self._voice = self._left.pop(0)()
        self._ready = self._heard = False
        self._watch.start(FIRST_PATIENCE_MS)
        voice.open(lambda news, number, why: self._hear(voice, news, number, why))

    def _put(self, asked: _Asked | None) -> None:
        """Say this one now, or as soon as there is an engine; with None there is nothing to say."""
        self._asked, self._waiting, self._begun, self._until_ns = asked, None, False, 0
        self._grace.stop()
        if self._ready:
            self._ask()

    def _grace_over(self) -> None:
        waiting, self._waiting = self._waiting, None
        busy = self.speaking
        if waiting is not None and (busy is None or waiting.weight >= busy):
            self._put(waiting)

    def _ask(self) -> None:
        asked = self._asked
        if asked is None or self._voice is None:
            return
        self._watch.start(PATIENCE_MS if self._heard else FIRST_PATIENCE_MS)
        self._voice.say(asked.number, asked.text, self._manner)

    def _hear(self, voice: Voice, news: News, number: int, why: str) -> None:
        if voice is not self._voice:
            return
        if news is News.READY:
            self._be_ready()
        elif news is News.FAILED:
            self._fail(why)
        elif self._asked is not None and number == self._asked.number:
            self._watch.stop()
            if news is News.BEGUN:
                self._heard = self._begun = True
                length_ms = _LENGTHS * speech_ms(self._asked.text) + _AND_MS
                self._until_ns = self._now() + length_ms * _NS_PER_MS
                self.begun.emit(self._asked.text)
            else:
                self._put(self._waiting)

    def _be_ready(self) -> None:
        """Say what was asked meanwhile, unless its moment has passed."""
        self._ready = True
        self._watch.stop()
        if self._asked is None:
            return
        if self._late(self._asked.due_ns):
            self._asked = None
        else:
            self._ask()

    def _too_long(self) -> None:
        self._fail(_("{engine} does not answer.").format(engine=self.engine))

    def _fail(self, why: str) -> None:
        """Let this engine go and try the next; a sentence still in time is said by that one, the newest of them."""
        self._reasons += [why] if why else []
        self._asked = self._waiting or self._asked
        self._drop()
        self._next()

    def _drop(self) -> None:
        voice, self._voice = self._voice, None
        self._ready = self._begun = False
        self._waiting, self._until_ns = None, 0
        self._watch.stop()
        self._grace.stop()
        if voice is not None:
            voice.close()
