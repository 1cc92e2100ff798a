"""One session in the window: the engine's events go to the stage and into the journal, answers go to the engine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from coach.app.asking import Asking
from coach.app.live_dose import changes, dose_words, limit_words, turned
from coach.app.sittings import Sitting
from coach.clock import Clock, Stamp
from coach.content.library import Library
from coach.drivers.journal_driver import JournalDriver
from coach.drivers.session_driver import SessionDriver
from coach.journal.entries import answer_draft
from coach.journal.repository import Draft, ResumeNote
from coach.journal.scribe import CHECKPOINT_EVERY_NS, Scribe
from coach.plan.timeline import Timeline
from coach.safety.suitability import numb_key
from coach.session.events import CheckAnswered, CheckAsked, Event, Finished, PackDue, PackOff, PackOn
from coach.session.state import PackState, Phase, Snapshot
from coach.settings.model import OwnDose
from coach.ui.player.page import StagePage
from coach.ui.player.state import RatingInput

_NS_PER_MS = 1_000_000
_ALARM = 2
#: What the stage may ask of the engine, by the engine's own names, and whether it carries a value.
_WITHOUT = frozenset(
    [
        "pause",
        "resume",
        "skip",
        "back",
        "go_on",
        "pack_is_on",
        "skin_ok",
        "skin_not_ok",
        "pack_is_off",
        "mistake",
        "choose_end",
        "end",
    ]
)
_WITH = frozenset({"nudge", "worse", "confirm_pack", "choose_continue", "wait_for_me"})


class StageDesk(QObject):
    """Owns the session that is on the stage. `finished` carries how it ended; `left`: the stage is free again;
    `urgent`: a pack asks for the person, whatever is looked at meanwhile. Who listens is told of the session as well:
    `begun(sitting)`, `told(event, session_ms)` in order, `moved(snapshot)`, `replanned(timeline, segment)` before anything
    is told of another dose. `dose_kept(routine, doses)`: the person wants to keep theirs. `answered(key, value)`: they
    said something about their health, which is on its way to the journal.
    """

    finished = Signal(object)
    left = Signal()
    full_screen = Signal(bool)
    answered = Signal(str, object)
    help_asked = Signal()
    urgent = Signal()
    begun = Signal(object)
    told = Signal(object, int)
    moved = Signal(object)
    replanned = Signal(object, int)
    dose_kept = Signal(str, object)

    def __init__(
        self, stage: StagePage, journal: JournalDriver, clock: Clock, library: Library, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._stage, self._journal, self._clock, self._library = stage, journal, clock, library
        self._sitting: Sitting | None = None
        self._driver: SessionDriver | None = None
        self._scribe: Scribe | None = None
        self._batch: list[Event] = []
        self._unsaved: set[str] = set()
        self._over = False
        self._called: tuple[type[Event], int] | None = None
        self.asking = Asking(self)
        self.asking.go_on.connect(lambda: self.intend("go_on"))
        self.kept_doses: dict[str, dict[str, OwnDose]] = {}
        # Runs only while a session runs: a checkpoint every five seconds even when nothing happens.
        self._noting = QTimer(self, interval=CHECKPOINT_EVERY_NS // _NS_PER_MS)
        self._noting.timeout.connect(self._write)
        stage.intent.connect(self.intend)
        stage.rating.connect(self._rate)
        stage.leave.connect(self._leave)
        stage.full_screen.connect(self.full_screen)
        stage.help_asked.connect(self.help_asked)
        stage.save_again.connect(lambda: self._save([]))
        stage.dose_kept.connect(self._keep_dose)
        journal.saved.connect(self._committed)
        journal.failed.connect(lambda sentence, _drafts: stage.save_failed(sentence))

    @property
    def busy(self) -> bool:
        """Return whether a session is on the stage and not over."""
        return self._driver is not None and self._driver.snapshot_now().phase is not Phase.OVER

    @property
    def pack(self) -> PackState | None:
        """Return the heat or cold pack that is on right now."""
        return self._driver.snapshot_now().pack if self._driver is not None else None

    def begin(self, sitting: Sitting) -> None:
        """Put a session on the stage and start it; a resumed one waits, paused, for the person."""
        self._drop()
        self._sitting, self._scribe = sitting, Scribe(sitting.recorder)
        self._driver = SessionDriver(sitting.engine, self._clock, speed=sitting.speed, parent=self)
        self._driver.happened.connect(self._happened)
        self._driver.changed.connect(self._changed)
        self._stage.begin(sitting.timeline, self._library, sitting.speed)
        self.asking.begin(sitting.timeline)
        self.begun.emit(sitting)
        if sitting.resumed:
            self._stage.since = _time_of_day(sitting.pack_since)
            self._changed(self._driver.snapshot_now())
            return
        self._save(sitting.recorder.started(), sitting.recorder.resume_note(sitting.engine.checkpoint()))
        self._driver.start()

    @property
    def timeline(self) -> Timeline | None:
        """Return the plan that is on the stage."""
        return self._sitting.timeline if self._sitting is not None else None

    def tick(self) -> None:
        """Look at the clocks now; the tour moves its clock by hand."""
        if self._driver is not None:
            self._driver.tick()

    def snapshot(self) -> Snapshot | None:
        """Return the session at this moment, None when none is on the stage."""
        return self._driver.snapshot_now() if self._driver is not None else None

    def ask_skin(self) -> None:
        """Somebody is back who was away: have them look under the pack."""
        if self._driver is not None:
            self._driver.ask_skin()

    def show_full_screen(self) -> None:
        """Tell the stage that the window fills the screen."""
        self._stage.show_full_screen(on=True)

    def close(self) -> None:
        """Write a last checkpoint, so that the next start can offer to go on."""
        if self.busy:
            self._note_now()
        self._drop()

    def _drop(self) -> None:
        self._noting.stop()
        if self._driver is not None:
            self._driver.stop()
            self._driver.deleteLater()
        self._driver = self._sitting = self._scribe = None
        self._batch.clear()
        self._unsaved.clear()
        self._over = False
        self._called = None

    def _save(self, drafts: Sequence[Draft], note: ResumeNote | None = None) -> None:
        self._unsaved.update(draft.id for draft in drafts)
        self._journal.save(drafts, note)

    def _committed(self, ids: Sequence[str]) -> None:
        """Say "Saved" only when everything of the session is in the journal."""
        self._unsaved.difference_update(ids)
        if self._over and not self._unsaved:
            self._stage.saved()

    def _happened(self, event: Event) -> None:
        self._batch.append(event)
        self._stage.show_event(event)
        self.asking.hear(event)
        if self._driver is not None and not self.asking.silent(event):
            self.told.emit(event, self._driver.session_ms)
        if isinstance(event, PackOn):
            self._stage.since = _time_of_day(self._clock.stamp())
        if isinstance(event, CheckAsked | PackDue):
            self._call(event)
        elif isinstance(event, CheckAnswered | PackOff):
            self._called = None
        if isinstance(event, Finished):
            self._over = True
            self._offer_dose()
            self._write()
            self.finished.emit(event)

    def _call(self, event: CheckAsked | PackDue) -> None:
        """Ask for the stage once at every level of urgency, and again each time at the alarm."""
        asked = (type(event), event.urgency)
        if asked != self._called or event.urgency >= _ALARM:
            self._called = asked
            self.urgent.emit()

    def _changed(self, snapshot: Snapshot) -> None:
        self._stage.show_snapshot(snapshot)
        self.moved.emit(snapshot)
        self._write()
        ticking = self._driver is not None and self._driver.ticking
        if ticking != self._noting.isActive():
            self._noting.start() if ticking else self._noting.stop()

    def _write(self) -> None:
        """Hand what has happened to the journal; nothing waits for the disk."""
        if self._driver is None or self._scribe is None or self._sitting is None:
            return
        batch, self._batch = self._batch, []
        writing = self._scribe.take(batch, self._driver.checkpoint, self._clock.now())
        if writing is None:
            return
        if writing.drafts:
            self._save(writing.drafts, writing.note)
        elif writing.note is not None:
            self._journal.note(writing.note)
        if writing.over:
            self._journal.forget(self._sitting.session)

    def _note_now(self) -> None:
        if self._driver is not None and self._sitting is not None:
            self._journal.note(self._sitting.recorder.resume_note(self._driver.checkpoint()))

    def intend(self, name: str, value: Any = None) -> None:
        """Hand an answer of the person to the engine; names that are not its own do nothing."""
        if self._driver is None:
            return
        if name == "dose":
            self._turn_dose(str(value))
        elif name == "numb":
            self._numb(self._driver)
        elif name in _WITHOUT:
            action: Callable[[], None] = getattr(self._driver, name)
            action()
        elif name in _WITH:
            with_value: Callable[[Any], None] = getattr(self._driver, name)
            with_value(value)

    def _numb(self, driver: SessionDriver) -> None:
        """No pack goes on skin that is numb: not now, and not again today, in whatever session."""
        at = driver.snapshot_now().segment
        here = self._sitting.timeline.segments[at] if self._sitting is not None and at >= 0 else None
        if here is not None and here.area is not None:
            stamp = self._clock.stamp()
            self._save([answer_draft(numb_key(here.area, here.side), stamp.local_day, stamp)])
            self.answered.emit(numb_key(here.area, here.side), stamp.local_day)
        driver.numb()

    def _turn_dose(self, what: str) -> None:
        """Change how much of this step is done from now on, and say how much that is."""
        sitting, driver = self._sitting, self._driver
        snapshot = self.snapshot()
        if sitting is None or driver is None or snapshot is None or snapshot.segment < 0:
            return
        step = sitting.timeline.parts[sitting.timeline.segments[snapshot.segment].part].step
        new = turned(sitting, step, what, self._library)
        if new is None or not driver.replan(new, lambda: self._replanned(sitting, new)):
            self._stage.show_note(limit_words(what))
        else:
            self._stage.show_note(dose_words(new, step))
            self._note_now()

    def _replanned(self, sitting: Sitting, new: Timeline) -> None:
        """Everybody who knows the plan has to know the new one before the next event."""
        self._sitting = msgspec.structs.replace(sitting, timeline=new)
        sitting.recorder.replan(new)
        self._stage.replan(new)
        self.replanned.emit(new, sitting.engine.snapshot().segment)

    def _offer_dose(self) -> None:
        """At the end, offer to keep the dose where it is not the one that is kept."""
        if self._sitting is not None:
            timeline = self._sitting.timeline
            self._stage.offer_dose(tuple(changes(timeline, self.kept_doses.get(timeline.routine, {}))))

    def _keep_dose(self) -> None:
        if self._sitting is not None:
            timeline = self._sitting.timeline
            self.dose_kept.emit(timeline.routine, timeline.preferences.doses)

    def _rate(self, given: RatingInput) -> None:
        if self._sitting is not None:
            done = self._sitting.just_done()
            entry = self._sitting.recorder.entry
            self._save([entry(given.tightness, given.area, given.side, when=given.when, exercise=done)])

    def _leave(self) -> None:
        self._drop()
        self.left.emit()


def _time_of_day(stamp: Stamp | None) -> str:
    return f"{stamp.local():%H:%M}" if stamp is not None else ""
