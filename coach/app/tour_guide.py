"""Walks through the real window on a clock moved by hand, pressing what a person presses, and takes pictures."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from coach.app.hand_clock import HandClock
from coach.app.outside import Outside
from coach.app.seed import seeded
from coach.app.shelf import library
from coach.app.shell import Shell
from coach.content.vocabulary import Area
from coach.desktop.ownership import Owner
from coach.errors import CoachError, DataError
from coach.i18n import _
from coach.plan.timeline import SegmentKind
from coach.session.state import Need, Phase, Snapshot
from coach.settings.model import Settings
from coach.settings.store import save_settings
from coach.ui.library.page import ExercisesPage
from coach.ui.main_window import STAGE, WARNINGS
from coach.ui.progress.page import ProgressPage

SIZE = (1280, 800)
PAGES = ("today", "exercises", "routines", "progress", "journal", "settings", WARNINGS)
#: The exercise that is shown open.
_KNOWN = "knee_to_chest_single"
#: Figures are waited for as far as they are seen; what would be seen later is left out.
_NEEDED_NOW = 0.25
_STEP_MS = 500
_LONGEST_STEPS = 20_000


class Guide:
    """One walk; `walk` returns the pictures it took."""

    def __init__(
        self, folder: Path, out: Path, at: datetime, theme: Literal["light", "dark"], *, outside: Outside | None = None
    ) -> None:
        held = QApplication.instance()
        self._app = held if isinstance(held, QApplication) else QApplication(["limber"])
        self._clock = HandClock(at)
        owner = Owner.acquire(folder)
        if owner is None:
            raise CoachError(_("The tour's own folder is in use."))
        self._owner, self._out = owner, out
        self._theme = theme
        self._taken: list[Path] = []
        save_settings(folder, Settings(theme=theme))
        self._shell = Shell(self._app, owner, folder, self._clock, 1.0, outside=outside)
        self._shell.window.resize(*SIZE)

    def close(self) -> None:
        """End the threads and let the folder go."""
        self._shell.window.close()
        self._shell.close()
        self._owner.release()

    def walk(self) -> list[Path]:
        """See the first start, every page with ten weeks of data, and one session from start to the chart."""
        self._shell.open()
        self._until_loaded()
        self._take("first-start")
        drafts = seeded(library(), self._clock.stamp().local())
        self._shell.journal.call(lambda store: store.append(drafts)).result()
        self._shell.refresh()
        self._settle()
        for key in PAGES:
            self._shell.window.show_page(key)
            self._open_exercise(key)
            self._take(key)
        self._shell.sessions.suits.open()
        self._take("what-suits-you")
        self._presenting()
        self._session()
        return self._taken

    def _session(self) -> None:
        """Start, rate, hold, pause, go on to the end, rate again, and look at the chart."""
        window = self._shell.window
        window.show_page("today")
        self._settle()
        self._press(window.page("today"), _("Start"))
        stage = window.page(STAGE)
        self._key(stage, Qt.Key.Key_6)
        self._take("stage-rating")
        self._rate(Qt.Key.Key_6)
        self._run_to(SegmentKind.PREPARE)
        self._pass(4_000)
        self._take("stage-get-ready")
        self._run_to(SegmentKind.HOLD, _KNOWN)
        self._pass(2_000)
        self._take("stage-hold")
        self._key(stage, Qt.Key.Key_Space)
        self._take("stage-paused")
        self._key(stage, Qt.Key.Key_Space)
        self._run_to(SegmentKind.ASK)
        self._rate(Qt.Key.Key_4)
        self._take("stage-done")
        self._key(stage, Qt.Key.Key_Return)
        self._settle()
        window.show_page("progress")
        self._take("progress-after")

    def _rate(self, key: Qt.Key) -> None:
        """Give every place that is asked about the same number."""
        stage = self._shell.window.page(STAGE)
        for _place in Area:
            snapshot = self._snapshot()
            if snapshot is None or snapshot.need is not Need.RATING:
                return
            self._key(stage, key)
            self._key(stage, Qt.Key.Key_Return)
            self._settle()

    def _presenting(self) -> None:
        """Show an exercise to somebody: the presenter's page, and the stage as it fills another screen."""
        self._shell.present("exercise", _KNOWN)
        desk = self._shell.presenting
        if desk is None or desk.stage is None:
            raise DataError(_("The tour could not present an exercise."))
        desk.wish("pose", 1)
        self._settle()
        desk.wish("freeze")
        self._take("presenter")
        desk.stage.resize(*SIZE)
        self._take("presenter-stage", desk.stage)
        desk.wish("end")

    def _open_exercise(self, key: str) -> None:
        """On the page of exercises, read the one that everybody knows."""
        page = self._shell.window.page(key)
        if isinstance(page, ExercisesPage):
            self._settle()
            page.show_exercise(_KNOWN)

    def _run_to(self, kind: SegmentKind, exercise: str = "") -> None:
        """Let time pass until a segment of this kind is on the stage, of this exercise if it is said."""
        for _step in range(_LONGEST_STEPS):
            snapshot = self._snapshot()
            desk = self._shell.sessions.stage
            timeline = desk.timeline if desk is not None else None
            if snapshot is None or timeline is None or snapshot.phase is Phase.OVER:
                break
            here = timeline.segments[snapshot.segment]
            fits = here.kind is kind and exercise in {"", here.exercise}
            if fits and snapshot.phase is not Phase.RESUMING:
                return
            self._pass(_STEP_MS)
        raise DataError(_("The tour did not reach a segment called {kind}.").format(kind=kind.value))

    def _pass(self, milliseconds: int) -> None:
        """Let awake time pass, never so much at once that it would count as a gap."""
        desk = self._shell.sessions.stage
        for _part in range(0, milliseconds, _STEP_MS):
            self._clock.pass_ms(_STEP_MS)
            if desk is not None:
                desk.tick()
        self._app.processEvents()

    def _snapshot(self) -> Snapshot | None:
        desk = self._shell.sessions.stage
        return desk.snapshot() if desk is not None else None

    def _take(self, name: str, window: QWidget | None = None) -> None:
        """Save what is on the screen, in the program's window or another."""
        self._settle()
        path = self._out / f"{name}-{self._theme}.png"
        if not (window or self._shell.window).grab().save(str(path)):
            raise DataError(_("{path} could not be written.").format(path=path))
        self._taken.append(path)

    def _press(self, page: QWidget, words: str) -> None:
        """Press the button that says `words`."""
        for button in page.findChildren(QAbstractButton):
            if button.text() == words and button.isVisible():
                button.click()
                self._settle()
                return
        raise DataError(_("The tour found no button called {words}.").format(words=words))

    def _key(self, page: QWidget, key: Qt.Key) -> None:
        """Press a key on a page."""
        text = chr(key) if key < Qt.Key.Key_Escape else ""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            self._app.sendEvent(page, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
        self._settle()

    def _until_loaded(self) -> None:
        """Wait until the journal has been read for the first time."""
        loop = QEventLoop()
        guard = QTimer(singleShot=True, interval=60_000)
        guard.timeout.connect(loop.quit)
        guard.start()
        self._shell.loaded.connect(loop.quit)
        loop.exec()
        guard.stop()
        self._settle()

    def _settle(self) -> None:
        """Let the journal's thread and the window finish what they began."""
        for _round in range(3):
            self._round()
        page = self._shell.window.page(self._shell.window.key)
        while isinstance(page, ProgressPage) and not page.filled():
            self._round()
        self._round()

    def _round(self) -> None:
        self._shell.journal.call(lambda _store: None).result()
        self._app.processEvents()
        self._shell.figures.workshop.settle(least=_NEEDED_NOW)
