"""The session of a break on its stage: heard as any session, and written down only as part of the break."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from coach.app.break_stage import BreakStage
from coach.app.sounding import Sounding
from coach.clock import Clock
from coach.content.library import Library
from coach.drivers.session_driver import SessionDriver
from coach.plan.timeline import Timeline
from coach.session.engine import Engine
from coach.session.events import MISTAKE, Event, Finished, GotWorse, PartEnded
from coach.session.state import Phase, Snapshot
from coach.settings.model import Settings

#: What the stage may ask of the session, by the engine's own names, without a value and with one.
_WITHOUT = frozenset({"pause", "resume", "skip", "back", "go_on", "mistake", "choose_end", "end"})
_WITH = frozenset({"nudge", "worse", "choose_continue"})


class BreakPlay(QObject):
    """`finished(Finished)` when it is over, by itself or by the person; `moved(Snapshot)` whenever it is shown anew."""

    finished = Signal(object)
    moved = Signal(object)

    def __init__(self, stage: BreakStage, sounding: Sounding, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._stage, self._sounding, self._clock = stage, sounding, clock
        self._driver: SessionDriver | None = None
        self.ended: list[PartEnded] = []
        #: Why the person stopped (`WORSE_REASONS`), '' as long as they did not.
        self.reason = ""
        stage.intent.connect(self.intend)
        sounding.show_flashes(stage)

    @property
    def phase(self) -> Phase:
        """What it is doing; OVER when there is none."""
        return self._driver.snapshot_now().phase if self._driver is not None else Phase.OVER

    def ready(self, timeline: Timeline, library: Library, settings: Settings, *, key: str, speed: float) -> None:
        """Put it on the stage, not begun yet."""
        self.drop()
        self.ended, self.reason = [], ""
        engine = Engine(timeline, library.thermal, key)
        self._driver = SessionDriver(engine, self._clock, speed=speed, parent=self)
        self._driver.happened.connect(self._happened)
        self._driver.changed.connect(self._changed)
        self._stage.use_settings(settings)
        self._stage.begin(timeline, library, speed)
        self._sounding.use(settings)
        self._sounding.begin(timeline, speed)

    def start(self) -> None:
        """Begin."""
        if self._driver is not None:
            self._driver.start()

    def end(self) -> None:
        """End it here; `finished` follows at once."""
        if self._driver is not None:
            self._driver.end()

    def tick(self) -> None:
        """Look at the clocks now; the tour moves its clock by hand."""
        if self._driver is not None:
            self._driver.tick()

    def drop(self) -> None:
        """Let it go, silently."""
        driver, self._driver = self._driver, None
        if driver is not None:
            driver.stop()
            driver.deleteLater()
            self._sounding.driver.end()

    def intend(self, name: str, value: Any = None) -> None:
        """Hand an answer of the person to the session; what has no place in a break does nothing."""
        if self._driver is None:
            return
        if name in _WITHOUT:
            action: Callable[[], None] = getattr(self._driver, name)
            action()
        elif name in _WITH:
            with_value: Callable[[Any], None] = getattr(self._driver, name)
            with_value(value)

    def _happened(self, event: Event) -> None:
        if self._driver is None:
            return
        self._stage.show_event(event)
        self._sounding.driver.hear(event, self._driver.session_ms)
        if isinstance(event, PartEnded):
            self.ended.append(event)
        elif isinstance(event, GotWorse):
            self.reason = "" if event.reason == MISTAKE else event.reason
        elif isinstance(event, Finished):
            self.finished.emit(event)

    def _changed(self, snapshot: Snapshot) -> None:
        if self._driver is None or snapshot.phase is Phase.OVER:
            return
        self._stage.show_snapshot(snapshot)
        self._sounding.driver.follow(snapshot)
        self.moved.emit(snapshot)
