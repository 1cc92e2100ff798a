"""Starting, resuming and leaving sessions in the window."""

from __future__ import annotations

from PySide6.QtCore import QObject

from coach.app.context import Context
from coach.app.frame import Frame
from coach.app.journals import preferences_of
from coach.app.sittings import Circumstances, Sitting, fresh, resumed
from coach.app.stage_desk import StageDesk
from coach.content.library import RoutineFile
from coach.content.load_library import load_routine
from coach.content.vocabulary import Mode
from coach.errors import CoachError
from coach.i18n import _
from coach.journal.records import Unfinished
from coach.journal.unfinished import discard_unfinished, end_unfinished
from coach.ui.main_window import STAGE
from coach.ui.player.page import StagePage


class SessionsDesk(QObject):
    """One session at a time; a second start while one runs goes back to it."""

    def __init__(self, frame: Frame, parent: QObject) -> None:
        super().__init__(parent)
        self._frame = frame
        self._desk: StageDesk | None = None

    def start(self, routine: str) -> None:
        """Start a routine by id or file name."""
        context = self._frame.context
        if context is None or self._go_back():
            return
        try:
            found: RoutineFile = load_routine(routine, context.library)
            sitting = fresh(found, self._circumstances(context))
        except CoachError as trouble:
            self._frame.complain(str(trouble))
            return
        self._begin(sitting)

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
        """Go on with an interrupted session, from its last checkpoint, paused."""
        context, found = self._frame.context, self._unfinished(session)
        if context is None or found is None or self._go_back():
            return
        try:
            sitting = resumed(found, self._circumstances(context))
        except CoachError as trouble:
            self._frame.complain(str(trouble))
            return
        self._begin(sitting)

    def end_unfinished(self, session: str) -> None:
        """End an interrupted session and keep what was done."""
        found = self._unfinished(session)
        if found is not None:
            self._frame.journal.save(end_unfinished(found))
            self._frame.journal.forget(session)

    def discard_unfinished(self, session: str) -> None:
        """Discard an interrupted session; packs worn stay in the heat history."""
        found = self._unfinished(session)
        if found is not None:
            self._frame.journal.save(discard_unfinished(found, self._frame.clock.stamp()))
            self._frame.journal.forget(session)

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

    def _begin(self, sitting: Sitting) -> None:
        frame = self._frame
        desk = self._made()
        frame.window.set_session(on=True)
        frame.window.show_page(STAGE)
        if frame.context is not None and frame.context.settings.full_screen:
            frame.window.set_full_screen(on=True)
            desk.show_full_screen()
        desk.ask_ratings = frame.context is None or frame.context.settings.ask_ratings
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
            self._desk.full_screen.connect(lambda on: frame.window.set_full_screen(on=on))
            self._desk.help_asked.connect(frame.window.show_warnings)
        return self._desk

    def _left(self) -> None:
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

    def _circumstances(self, context: Context) -> Circumstances:
        return Circumstances(
            library=context.library,
            clock=context.clock,
            exposures=context.memory.exposures,
            preferences=preferences_of(context.settings),
            worse_side=context.memory.worse_side(context.now),
            speed=self._frame.speed,
        )

    def _unfinished(self, session: str) -> Unfinished | None:
        memory = self._frame.context.memory if self._frame.context else None
        return next((one for one in memory.unfinished if one.session == session), None) if memory else None
