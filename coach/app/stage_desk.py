"""One session in the window: the engine's events go to the stage and into the journal, answers go to the engine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from coach.app.sittings import Sitting
from coach.clock import Clock
from coach.content.library import Library
from coach.content.vocabulary import When
from coach.drivers.journal_driver import JournalDriver
from coach.drivers.session_driver import SessionDriver
from coach.journal.scribe import Scribe
from coach.session.events import Event, Finished
from coach.session.state import Phase, Snapshot
from coach.ui.player.page import StagePage
from coach.ui.player.state import RatingInput


class StageDesk(QObject):
    """Owns the session that is on the stage. `finished` carries how it ended; `left` the stage is free again."""

    finished = Signal(object)
    left = Signal()

    def __init__(self, stage: StagePage, journal: JournalDriver, clock: Clock, library: Library, parent: QObject) -> None:
        super().__init__(parent)
        self._stage, self._journal, self._clock, self._library = stage, journal, clock, library
        self._sitting: Sitting | None = None
        self._driver: SessionDriver | None = None
        self._scribe: Scribe | None = None
        stage.intent.connect(self._intend)
        stage.rating.connect(self._rate)
        stage.leave.connect(self._leave)

    @property
    def busy(self) -> bool:
        """Return whether a session is on the stage and not over."""
        return self._driver is not None and self._driver.snapshot_now().phase is not Phase.OVER

    @property
    def pack_on(self) -> bool:
        """Return whether a heat or cold pack is on right now."""
        return self._driver is not None and self._driver.snapshot_now().pack is not None

    def begin(self, sitting: Sitting) -> None:
        """Put a session on the stage and start it; a resumed one waits, paused, for the person."""
        self._drop()
        self._sitting, self._scribe = sitting, Scribe(sitting.recorder)
        self._driver = SessionDriver(sitting.engine, self._clock, speed=sitting.speed, parent=self)
        self._driver.happened.connect(self._happened)
        self._driver.changed.connect(self._stage.show_snapshot)
        self._stage.begin(sitting.timeline, self._library, sitting.speed)
        if sitting.resumed:
            self._stage.show_snapshot(self._driver.snapshot_now())
        else:
            self._journal.save(sitting.recorder.started())
            self._driver.start()

    def close(self) -> None:
        """Write a last checkpoint, so that the next start can offer to go on."""
        if self.busy:
            self._write((), last=True)
        self._drop()
