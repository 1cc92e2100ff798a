"""Starting, resuming and leaving sessions in the window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from coach.analysis.learning_week import learning_week
from coach.app.context import Context
from coach.app.frame import Frame
from coach.app.journals import preferences_of
from coach.app.one_session import session_of, take_packs, take_session
from coach.app.personal import suited
from coach.app.sittings import Circumstances, Sitting, fresh, history_start_us, resumed
from coach.app.stage_desk import StageDesk
from coach.app.suits_desk import SuitsDesk
from coach.content.library import RoutineFile
from coach.content.load_library import load_routine
from coach.content.vocabulary import Mode
from coach.errors import CoachError
from coach.i18n import _
from coach.journal.alternating import split
from coach.journal.records import Exposure, Unfinished
from coach.journal.repository import Draft, JournalReader
from coach.journal.unfinished import discard_unfinished, end_unfinished, trace_of
from coach.lock import FileLock
from coach.plan.gate import packs_of
from coach.plan.rounds import rounds_of
from coach.safety.suitability import said_of
from coach.settings.model import OwnDose, with_doses
from coach.ui.main_window import STAGE
from coach.ui.player.page import StagePage

_T = TypeVar("_T")
#: The person waits this long for the journal at most; it answers in milliseconds unless its disk hangs.
_LONGEST_S = 2.0


class SessionsDesk(QObject):
    """One session at a time; a second start while one runs goes back to it. `stage_made` carries the stage's desk."""

    stage_made = Signal(object)

    def __init__(self, frame: Frame, parent: QObject) -> None:
        super().__init__(parent)
        self._frame = frame
        self._desk: StageDesk | None = None
        self._lock: FileLock | None = None
        self._packs_lock: FileLock | None = None
        #: Begins a routine that runs in the background, beside the stage.
        self.background: Callable[[RoutineFile], None] | None = None
        self.suits = SuitsDesk(frame, self)

    def start(self, routine: str) -> None:
        """Start a routine by id or file name."""
        context = self._frame.context
        if context is None:
            return
        try:
            found = load_routine(routine, context.library)
        except CoachError as trouble:
            self._frame.complain(str(trouble))
            return
        if self.background is not None and rounds_of(found.routine, context.library.thermal) is not None:
            begin = self.background
            if not self.pack_first():
                self.suits.before(found, lambda: begin(found))
            return
        if self._go_back() or self.pack_first():
            return
        self.suits.before(found, lambda: self._begin(lambda: fresh(found, self.circumstances(context))))

    def resume_latest(self) -> None:
        """Go on with the session interrupted last, if there is one."""
        context = self._frame.context
        if context is None:
            return
        if context.memory.unfinished:
            self.resume(context.memory.unfinished[0].session)
        else:
            self._frame.complain(_("No interrupted session is waiting."))

    def resume(self, session: str) -> None:
        """Go on with an interrupted session, from its last checkpoint, paused; one with a pack left on comes first."""
        if not self.pack_first():
            self._resume(session)

    def _resume(self, session: str) -> None:
        context, found = self._frame.context, self._unfinished(session)
        if context is None or found is None or self._go_back():
            return
        self._begin(lambda: resumed(found, self.circumstances(context)))

    def pack_first(self) -> bool:
        """A pack that was on when the program stopped: ask for it before anything else. It never goes on again."""
        context = self._frame.context
        known = context.memory.unfinished if context is not None else ()
        waiting = self._read(lambda journal: split(journal.unfinished())[0], known)
        left_on = [one.session for one in waiting if trace_of(one.checkpoint).pack is not None]
        if left_on:
            self._resume(left_on[0])
        return bool(left_on)

    def end_unfinished(self, session: str) -> None:
        """End an interrupted session and keep what was done."""
        found = self._unfinished(session)
        if found is not None:
            self._settle(session, lambda: end_unfinished(found))

    def discard_unfinished(self, session: str) -> None:
        """Discard an interrupted session; packs worn stay in the heat history."""
        found = self._unfinished(session)
        if found is not None:
            self._settle(session, lambda: discard_unfinished(found, self._frame.clock.stamp()))

    def _settle(self, session: str, drafts: Callable[[], list[Draft]]) -> None:
        """Write how an interrupted session ends, unless it turns out to be running elsewhere."""
        try:
            with session_of(self._frame.folder):
                self._frame.journal.save(drafts())
                self._frame.journal.forget(session)
        except CoachError as trouble:
            self._frame.complain(str(trouble))

    def pack_words(self) -> str:
        """Name the pack that is on, '' when none is."""
        pack = self._desk.pack if self._desk is not None else None
        if pack is None:
            return ""
        return _("heat pack") if pack.mode is Mode.HEAT else _("cold pack")

    @property
    def stage(self) -> StageDesk | None:
        """Return the desk of the stage, None before the first session."""
        return self._desk

    def close(self) -> None:
        """Write a last checkpoint."""
        if self._desk is not None:
            self._desk.close()
        self._let_go()

    def _begin(self, make: Callable[[], Sitting]) -> None:
        """Put a session on the stage, unless one is running elsewhere with this data."""
        self._let_go()
        try:
            self._lock = take_session(self._frame.folder)
            sitting = make()
            if packs_of(sitting.timeline):
                self._packs_lock = take_packs(self._frame.folder)
        except CoachError as trouble:
            self._let_go()
            self._frame.complain(str(trouble))
            return
        self._show(sitting)

    def _let_go(self) -> None:
        locks = (self._packs_lock, self._lock)
        self._lock = self._packs_lock = None
        for lock in locks:
            if lock is not None:
                lock.release()

    def _show(self, sitting: Sitting) -> None:
        frame = self._frame
        desk = self._made()
        frame.window.set_session(on=True)
        frame.window.show_page(STAGE)
        if frame.context is not None and frame.context.settings.full_screen:
            frame.window.set_full_screen(on=True)
            desk.show_full_screen()
        desk.asking.wanted = frame.context is None or frame.context.settings.ask_ratings
        stage = frame.window.page(STAGE)
        if isinstance(stage, StagePage) and frame.context is not None:
            stage.tracked = frame.context.tracked
        desk.kept_doses = frame.context.settings.doses if frame.context is not None else {}
        desk.begin(sitting)

    def _made(self) -> StageDesk:
        frame = self._frame
        if self._desk is None:
            stage = frame.window.page(STAGE)
            context = frame.context
            if not isinstance(stage, StagePage) or context is None:
                raise TypeError("the stage page is a StagePage")
            self._desk = StageDesk(stage, frame.journal, frame.clock, context.library, self)
            self._desk.left.connect(self._left)
            self._desk.finished.connect(lambda _event: self._let_go())
            self._desk.full_screen.connect(lambda on: frame.window.set_full_screen(on=on))
            self._desk.urgent.connect(self._call)
            self._desk.help_asked.connect(frame.window.show_warnings)
            self._desk.dose_kept.connect(self.keep_dose)
            self._desk.answered.connect(self.suits.given.__setitem__)
            frame.sounding.attach(self._desk, stage)
            self.stage_made.emit(self._desk)
        return self._desk

    def _call(self) -> None:
        """A pack asks for the person: the stage comes to the front by itself."""
        self._frame.window.show_page(STAGE)
        if not self._frame.window.isActiveWindow():
            self._frame.window.bring_forward()

    def keep_dose(self, routine: str, doses: dict[str, OwnDose]) -> None:
        """Remember the person's own dose for a routine; {} takes it back."""
        settings = self._frame.context.settings if self._frame.context is not None else None
        if settings is not None:
            self._frame.change_settings(with_doses(settings, routine, doses))

    def _left(self) -> None:
        self._let_go()
        window = self._frame.window
        window.set_session(on=False)
        window.set_full_screen(on=False)
        window.show_page("today")
        self._frame.refresh()

    def _go_back(self) -> bool:
        """Show the session that is running instead of starting another."""
        if self._desk is None or not self._desk.busy:
            return False
        self._frame.window.show_page(STAGE)
        return True

    def circumstances(self, context: Context) -> Circumstances:
        """Return what a session depends on at this moment."""
        answers = {**self._read(lambda journal: journal.answers(), context.memory.answers), **self.suits.given}
        said = said_of(answers, context.now)
        return Circumstances(
            library=context.library,
            clock=context.clock,
            exposures=self._exposures(context),
            preferences=suited(preferences_of(context.settings), answers, said, context.library),
            worse_side=context.memory.worse_side(context.now),
            speed=self._frame.speed,
            said=said,
            doses=context.settings.doses,
            learning=learning_week(answers, date.fromisoformat(context.now.local_day)) is not None,
        )

    def _exposures(self, context: Context) -> tuple[Exposure, ...]:
        since = history_start_us(context.clock)
        return self._read(lambda journal: tuple(journal.exposures(since)), context.memory.exposures)

    def _unfinished(self, session: str) -> Unfinished | None:
        memory = self._frame.context.memory if self._frame.context else None
        known = memory.unfinished if memory else ()
        waiting = self._read(lambda journal: split(journal.unfinished())[0], known)
        return next((one for one in waiting if one.session == session), None)

    def _read(self, question: Callable[[JournalReader], _T], known: _T) -> _T:
        """Ask the journal as it is this moment, for a terminal may have written to it; else give what is known."""
        asked = self._frame.journal.call(question)
        try:
            return asked.result(_LONGEST_S)
        except (CoachError, TimeoutError):
            return known
