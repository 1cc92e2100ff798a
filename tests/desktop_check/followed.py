"""A whole session in a real window at speed 20, with a recording voice and loudspeaker, by keyboard only.

Usage: DISPLAY=:N python -m tests.desktop_check.followed FOLDER ROUTINE. A person who does what the stage asks: rates,
ticks the five points, puts the pack on, looks at the skin, takes the pack off. Writes a line of JSON for everything
that is due, said, played or shown, with the real milliseconds since the session began; ends with the session.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from coach.app.shelf import library
from coach.app.shell import Shell
from coach.app.sounding import Loud
from coach.app.stage_desk import StageDesk
from coach.clock import SystemClock
from coach.desktop.ownership import Owner
from coach.journal.entries import answer_draft
from coach.plan.pacing import speech_ms
from coach.ports.sounds import Earcon
from coach.ports.voice import Hear, Manner, News
from coach.safety.suitability import SCREENING, screening_value
from coach.session.events import CheckAsked, CueDue, Event, Finished, PackDue, SegmentStarted
from coach.session.state import Need, Snapshot
from coach.ui.main_window import STAGE
from coach.ui.player.page import StagePage
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.checks import CheckRow
from tests.app.real_window import run

SPEED = 20.0
_LOOK_MS = 60
_NS_PER_MS = 1_000_000
_CLOCK = SystemClock()
#: The keys that answer a need; a rating is a digit first.
_ANSWERS = {
    Need.RATING: (Qt.Key.Key_5, Qt.Key.Key_Return),
    Need.PACK_ON: (Qt.Key.Key_Return,),
    Need.SKIN_CHECK: (Qt.Key.Key_PageDown,),
    Need.PACK_OFF: (Qt.Key.Key_Return,),
    Need.ADVANCE: (Qt.Key.Key_Space,),
}


class Log(QObject):
    """Writes lines; times begin with the first session."""

    def __init__(self) -> None:
        super().__init__()
        self.began_ns = _CLOCK.now().awake_ns

    def line(self, what: str, words: str = "", due_ms: float = 0) -> None:
        """Write one line: real milliseconds since the beginning, what, which, and when it was due."""
        at_ms = (_CLOCK.now().awake_ns - self.began_ns) / _NS_PER_MS
        sys.stdout.write(json.dumps([round(at_ms), what, words, round(due_ms)]) + "\n")
        sys.stdout.flush()


class LoggedVoice(QObject):
    """Speaks into the log; a sentence lasts as long as it would, at the session's speed."""

    name = "log"

    def __init__(self, log: Log) -> None:
        super().__init__()
        self._log = log
        self._hear: Hear | None = None
        self._number = 0
        self._end = QTimer(self, singleShot=True)
        self._end.timeout.connect(lambda: self._tell(News.ENDED))

    def open(self, hear: Hear) -> None:
        self._hear = hear
        QTimer.singleShot(0, self, lambda: self._tell(News.READY))

    def say(self, number: int, text: str, manner: Manner) -> None:
        del manner
        self._number = number
        self._log.line("voice", text)
        self._tell(News.BEGUN)
        self._end.start(round(speech_ms(text) / SPEED))

    def stop(self) -> None:
        self._end.stop()
        self._tell(News.ENDED)

    def close(self) -> None:
        self._end.stop()
        self._hear = None

    def _tell(self, news: News) -> None:
        if self._hear is not None:
            self._hear(news, self._number, "")


class LoggedSounds:
    """Plays into the log."""

    def __init__(self, log: Log) -> None:
        self._log = log

    def open(self, told: object) -> None:
        """A loudspeaker that is there."""

    def play(self, earcon: Earcon, level: int) -> None:
        self._log.line("sound", earcon.value, level)

    def close(self) -> None:
        """Nothing to let go."""


class Person(QObject):
    """Does what the stage asks, by keyboard, a moment after it was asked."""

    def __init__(self, app: QApplication, shell: Shell, log: Log) -> None:
        super().__init__()
        self._app, self._shell, self._log = app, shell, log
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._answer)
        self._desk: StageDesk | None = None

    def begin(self, desk: StageDesk) -> None:
        """Watch a session."""
        self._desk = desk
        desk.told.connect(self._told)
        desk.finished.connect(lambda _event: self._look.stop())
        self._shell.sounding.driver.said.connect(lambda text: self._log.line("said", text))
        self._shell.sounding.driver.flashed.connect(lambda earcon: self._log.line("flash", earcon.value))
        self._log.began_ns = _CLOCK.now().awake_ns
        self._look.start()

    def _told(self, event: Event, session_ms: int) -> None:
        late_ms = (session_ms - event.at_ms) / SPEED
        due_ms = (_CLOCK.now().awake_ns - self._log.began_ns) / _NS_PER_MS - late_ms
        match event:
            case CueDue():
                self._log.line("cue", event.cue.text, due_ms)
            case SegmentStarted():
                self._log.line("segment", str(event.segment), due_ms)
            case CheckAsked() | PackDue():
                self._log.line("asked", type(event).__name__, due_ms)
            case Finished():
                self._log.line("finished", event.status.value, due_ms)
                QTimer.singleShot(500, self._app.quit)
            case _:
                pass

    def _answer(self) -> None:
        stage = self._shell.window.page(STAGE)
        snapshot: Snapshot | None = self._desk.snapshot() if self._desk is not None else None
        if snapshot is None or not isinstance(stage, StagePage):
            return
        if snapshot.need is Need.CONFIRM_PACK:
            self._tick_all(stage)
        if snapshot.need is Need.RATING:
            self._choose_side(stage)
        for key in _ANSWERS.get(snapshot.need, ()):
            self._press(stage, key)

    def _tick_all(self, stage: QWidget) -> None:
        """Go through the five points by keyboard, and say that all of them are true."""
        for row in (one for one in stage.findChildren(CheckRow) if one.isVisible() and not one.isChecked()):
            row.setFocus(Qt.FocusReason.TabFocusReason)
            QTest.keyClick(row, Qt.Key.Key_Space)
        self._press(stage, Qt.Key.Key_Return)

    def _choose_side(self, stage: QWidget) -> None:
        """Where a place has two sides, take the first that is offered."""
        sides = [one for one in stage.findChildren(Button) if one.isVisible() and one.text() in {"Left", "Right"}]
        if sides and not any(one.isChecked() for one in sides):
            sides[0].setFocus(Qt.FocusReason.TabFocusReason)
            QTest.keyClick(sides[0], Qt.Key.Key_Space)

    def _press(self, stage: QWidget, key: Qt.Key) -> None:
        focus = self._app.focusWidget()
        QTest.keyClick(focus if focus is not None and stage.isAncestorOf(focus) else stage, key)


def main() -> int:
    """Open the window, follow one routine to its end, and leave."""
    folder, routine = Path(sys.argv[1]), sys.argv[2]
    app = QApplication(sys.argv[:1])
    owner = Owner.acquire(folder)
    if owner is None:
        return 2
    log = Log()
    loud = Loud(lambda _settings: [lambda: LoggedVoice(log)], lambda: LoggedSounds(log), lambda *_asked: None)
    shell = Shell(app, owner, folder, _CLOCK, SPEED, loud=loud)
    person = Person(app, shell, log)
    shell.sessions.stage_made.connect(person.begin)
    screened = answer_draft(SCREENING, screening_value({}, library().screening, _CLOCK.stamp()), _CLOCK.stamp())
    shell.journal.save([screened])
    shell.open(routine=routine)
    return run(app, shell, owner)


if __name__ == "__main__":
    sys.exit(main())
