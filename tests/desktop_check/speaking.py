"""A session spoken by this machine's own engines: `python -m tests.desktop_check.speaking ROUTINE.toml`.

Writes a line of JSON for everything that happens: when (awake ns), what, and the words. Ends with the session.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from coach.aloud.acts import choices_of
from coach.app.shelf import library
from coach.app.sounding import loud_here
from coach.clock import SystemClock
from coach.content.load_library import load_routine
from coach.desktop.processes import bury
from coach.drivers.aloud_driver import AloudDriver
from coach.drivers.session_driver import SessionDriver
from coach.drivers.speaker import Speaker
from coach.plan.compile import compile as compile_routine
from coach.ports.sounds import Earcon, Sounds
from coach.ports.voice import Manner
from coach.session.engine import Engine
from coach.session.events import Event, Finished
from coach.settings.model import Settings

_LOOK_MS = 10
_NS_PER_MS = 1_000_000
_CLOCK = SystemClock()


def log(what: str, words: str = "") -> None:
    """Write one line."""
    sys.stdout.write(json.dumps([_CLOCK.now().awake_ns, what, words]) + "\n")
    sys.stdout.flush()


class Heartbeat(QObject):
    """Measures how long the event loop was held up at most."""

    def __init__(self) -> None:
        super().__init__()
        self.longest_ns = 0
        self._last_ns = _CLOCK.now().awake_ns
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = _CLOCK.now().awake_ns
        self.longest_ns = max(self.longest_ns, now - self._last_ns - _LOOK_MS * _NS_PER_MS)
        self._last_ns = now


def logged(sounds: Sounds) -> Sounds:
    """Write down what is played as well."""
    play = sounds.play

    def played(earcon: Earcon, level: int) -> None:
        log("played", earcon.value)
        play(earcon, level)

    sounds.play = played  # type: ignore[method-assign]
    return sounds


def main(path: Path) -> int:
    """Play the routine at its own speed."""
    app = QCoreApplication(sys.argv[:1])
    loud, settings, shelf = loud_here(), Settings(), library()
    timeline = compile_routine(load_routine(str(path), shelf), shelf)

    def speaker(manner: Manner) -> Speaker:
        made = Speaker(loud.engines(settings), _CLOCK, manner)
        made.begun.connect(lambda text: log(f"begun by {made.engine}", text))
        made.silent.connect(lambda why: log("silent", why))
        return made

    aloud = AloudDriver(speaker, logged(loud.sounds()), _CLOCK)
    aloud.noticed.connect(lambda notice: log("notice", notice))
    session = SessionDriver(Engine(timeline, shelf.thermal, "real-speech"), _CLOCK)

    def happened(event: Event) -> None:
        aloud.hear(event, session.session_ms)
        if isinstance(event, Finished):
            log("finished", event.status.value)
            QTimer.singleShot(2_000, app.quit)

    session.happened.connect(happened)
    session.changed.connect(aloud.follow)
    beat = Heartbeat()
    aloud.begin(timeline, choices_of(settings, "en"))
    QTimer.singleShot(1_500, session.start)
    code = app.exec()
    aloud.end()
    bury()
    log("stall", str(round(beat.longest_ns / _NS_PER_MS)))
    return code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
