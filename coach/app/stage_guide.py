"""The tour of the stage: every state a session can be in, in a window and filling a screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt

from coach.app.shelf import library
from coach.app.tour_guide import Guide
from coach.content.vocabulary import Side
from coach.errors import DataError
from coach.i18n import _
from coach.journal.entries import answer_draft
from coach.plan.timeline import SegmentKind
from coach.safety.suitability import SCREENING, screening_value
from coach.session.state import Need, Phase, Snapshot
from coach.ui.main_window import STAGE
from coach.ui.player.page import StagePage
from coach.ui.widgets.checks import CheckRow

#: A usual screen.
FULL = (1920, 1080)
_EXERCISE = "knee_to_chest_single"
_SLEPT = timedelta(minutes=40)
_LOOK_MS = 2_000
_LONGEST_STEPS = 20_000
_ANSWERS = {Need.SKIN_CHECK: "skin_ok", Need.ADVANCE: "go_on"}


class StageGuide(Guide):
    """One walk through a session's states; `full`: as it fills the screen."""

    def __init__(self, folder: Path, out: Path, at: datetime, theme: Literal["light", "dark"], *, full: bool) -> None:
        super().__init__(folder, out, at, theme)
        self._prefix = "full" if full else "window"
        self._full = full
        if full:
            self._shell.window.resize(*FULL)

    def walk(self) -> list[Path]:
        """Follow a session to its end, then heat, cold and a machine that slept, then an exercise until it gets worse."""
        self._enter()
        self._begin("gentle-start")
        self._until(lambda snapshot: snapshot.phase is Phase.OVER)
        self._see("finished")
        self._leave()
        self._packs()
        self._exercises()
        return self._taken

    def after_restart(self) -> list[Path]:
        """Show what the next start offers after a session that was cut off."""
        self._enter()
        self._see("resume-offer")
        return self._taken

    def leave_in_a_hold(self) -> list[Path]:
        """Begin a session and stop in the middle of it, as a crash does."""
        self._enter()
        self._begin("morning-ease")
        self._run_to(SegmentKind.HOLD, _EXERCISE)
        self._pass(3_000)
        return []

    def _enter(self) -> None:
        """Open the window of somebody for whom everything suits."""
        now = self._clock.stamp()
        screened = answer_draft(SCREENING, screening_value({}, library().screening, now), now)
        self._shell.journal.save([screened])
        self._shell.open()
        self._until_loaded()

    def _exercises(self) -> None:
        self._begin("morning-ease")
        self._run_to(SegmentKind.PREPARE, _EXERCISE)
        self._pass(2_000)
        self._see("get-ready")
        for side in (Side.LEFT, Side.RIGHT):
            self._run_to_side(SegmentKind.HOLD, side)
            self._pass(4_000)
            self._see(f"hold-{side.value}")
            if side is Side.LEFT:
                self._run_to_side(SegmentKind.REST, side)
                self._pass(1_000)
                self._see("rest")
                self._run_to(SegmentKind.SWITCH, _EXERCISE)
                self._see("switch")
        self._worse()
        self._leave()

    def _worse(self) -> None:
        """Stop, say why, and end there."""
        self._key(self._stage, Qt.Key.Key_W)
        self._see("worse-asked")
        focus = self._app.focusWidget()
        self._key(focus if focus is not None else self._stage, Qt.Key.Key_Space)
        self._see("worse")
        self._press(self._stage, _("End here"))
        self._see("ended")

    def _packs(self) -> None:
        """Heat with its questions, cold, and a machine that slept under it."""
        self._begin("heat-stretch-cold")
        self._pack_on("heat")
        self._until(lambda snapshot: snapshot.need is Need.SKIN_CHECK)
        self._see("skin-check")
        self._key(self._stage, Qt.Key.Key_Return)
        self._until(lambda snapshot: snapshot.need is Need.PACK_OFF)
        self._see("take-it-off")
        self._key(self._stage, Qt.Key.Key_Return)
        self._pack_on("cold")
        self._clock.sleep(_SLEPT)
        self._pass(_LOOK_MS)
        self._see("after-sleep")
        self._key(self._stage, Qt.Key.Key_Return)
        self._see("after-the-pack")
        desk = self._shell.sessions.stage
        if desk is not None:
            desk.intend("end")
        self._settle()
        self._leave()

    def _pack_on(self, name: str) -> None:
        """Go on until a pack is due, answer what is asked, and wear it for a while."""
        self._until(lambda snapshot: snapshot.need is Need.CONFIRM_PACK)
        self._see(f"{name}-confirm")
        for point in self._stage.findChildren(CheckRow):
            if point.isVisible():
                self._key(point, Qt.Key.Key_Space)
        self._key(self._stage, Qt.Key.Key_Return)
        self._see(f"{name}-put-on")
        self._key(self._stage, Qt.Key.Key_Return)
        self._pass(90_000)
        self._see(name)

    @property
    def _stage(self) -> StagePage:
        stage = self._shell.window.page(STAGE)
        if not isinstance(stage, StagePage):
            raise TypeError("the stage page is a StagePage")
        return stage

    def _begin(self, routine: str) -> None:
        self._shell.sessions.start(routine)
        desk = self._shell.sessions.stage
        if self._full and desk is not None:
            desk.show_full_screen()
        self._settle()
        self._rated()

    def _rated(self) -> None:
        """Leave ratings out; the tour of the pages shows one."""
        desk, snapshot = self._shell.sessions.stage, self._snapshot()
        while desk is not None and snapshot is not None and snapshot.need is Need.RATING:
            desk.intend("go_on")
            snapshot = self._snapshot()

    def _leave(self) -> None:
        """Close the end of a session."""
        self._key(self._stage, Qt.Key.Key_Return)

    def _run_to_side(self, kind: SegmentKind, side: Side) -> None:
        """Let time pass until this kind of segment of the exercise is on, on this side."""
        desk = self._shell.sessions.stage
        timeline = desk.timeline if desk is not None else None
        if timeline is None:
            raise DataError(_("The tour has no session."))
        wanted = {
            number
            for number, one in enumerate(timeline.segments)
            if one.kind is kind and one.side is side and one.exercise == _EXERCISE
        }
        self._until(lambda snapshot: snapshot.segment in wanted)

    def _until(self, reached: Callable[[Snapshot], bool]) -> None:
        """Let time pass until a moment is reached; nothing is painted meanwhile."""
        window = self._shell.window
        window.setUpdatesEnabled(False)
        try:
            self._look_until(reached)
        finally:
            window.setUpdatesEnabled(True)

    def _look_until(self, reached: Callable[[Snapshot], bool]) -> None:
        """Answer questions on the way as they come."""
        desk = self._shell.sessions.stage
        for _step in range(_LONGEST_STEPS):
            self._rated()
            snapshot = self._snapshot()
            if snapshot is None or reached(snapshot):
                return
            if snapshot.phase is Phase.OVER:
                break
            if desk is not None and snapshot.need in _ANSWERS:
                desk.intend(_ANSWERS[snapshot.need])
            self._pass(_LOOK_MS)
        raise DataError(_("The tour did not come as far as it should."))

    def _see(self, name: str) -> None:
        self._take(f"{self._prefix}-{name}")
