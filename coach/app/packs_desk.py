"""Packs that alternate in the window: beside everything else, with a line at the foot of the window and in the tray."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from coach.app.alerts import Alerts
from coach.app.frame import Frame
from coach.app.one_session import take_packs
from coach.app.packs_bar import bar_of
from coach.app.packs_page import PacksPage
from coach.app.packs_run import PacksRun, new_run, run_again
from coach.app.packs_words import (
    Running,
    due_notice,
    ending_words,
    left_on_words,
    pack_word,
    tray_state,
    urgent_notice,
)
from coach.app.sessions_desk import SessionsDesk
from coach.app.sittings import Circumstances
from coach.content.library import RoutineFile
from coach.errors import CoachError
from coach.i18n import _
from coach.journal.records import Unfinished
from coach.journal.unfinished import end_unfinished, trace_of
from coach.lock import FileLock
from coach.ports.tray import TrayState
from coach.session.resting import Ending, Rest

#: How often it is looked at while no pack is on: the words change by the minute, and a sleep is noticed soon.
LOOK_MS = 15_000
#: After these, what the person should look at or read stays on the page.
_STAY = frozenset({Ending.SKIN, Ending.WORSE, Ending.NO_ANSWER})


class PacksDesk(QObject):
    """One run at a time. Nothing is made before the first one: no page and no timer.

    `told` when `tray`, what is said at the tray icon, may be another; `ended` when nothing runs any more.
    """

    told = Signal()
    ended = Signal()

    def __init__(self, frame: Frame, sessions: SessionsDesk, alerts: Alerts, parent: QObject) -> None:
        super().__init__(parent)
        self._frame, self._sessions, self._alerts = frame, sessions, alerts
        self._run: PacksRun | None = None
        self._page = PacksPage(frame, sessions, self)
        self._lock: FileLock | None = None
        self._told_due = False
        self.tray: TrayState | None = None
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        sessions.background = self.start
        frame.window.page_shown.connect(lambda _key: self._show())
        self._page.made.connect(self._connect)
        self._page.called.connect(self._called)
        alerts.chosen.connect(self.act)

    @property
    def run(self) -> PacksRun | None:
        """What runs, None when nothing does."""
        return self._run

    @property
    def page(self) -> PacksPage:
        """The page on which a pack is put on, looked under and taken off."""
        return self._page

    def pack_words(self) -> str:
        """Name the pack that is on, '' when none is."""
        run = self._run
        return pack_word(run.turn.pack.mode) if run is not None and self._page.pack_is_on else ""

    def start(self, found: RoutineFile) -> None:
        """Begin a routine that runs in the background; while one runs, turn to that."""
        if self._run is not None:
            self.turn_to()
            return
        run = new_run(found, self._frame.journal, self._ask, self._frame.speed)
        if run is None:
            return
        why = run.begin()
        if why:
            self._frame.complain(why)
            return
        self._begin(run)
        self.open_pack()

    def restore(self, waiting: tuple[Unfinished, ...]) -> None:
        """Go on where the program stopped: with the time off only; a pack that was on is to be taken off."""
        if self._run is not None or not waiting:
            return
        run = run_again(waiting[0], self._frame.journal, self._ask)
        if run is None:
            self._give_up(waiting[0])
            return
        self._begin(run)
        sitting = run.taken_up()
        if sitting is not None:
            self._take_lock()
            self._page.begin(sitting)
            self._alerts.show(urgent_notice())
            self._called()
        else:
            run.settle()
            self.look()

    def _give_up(self, one: Unfinished) -> None:
        """End what cannot be read any more; that a pack was on is said, and counts."""
        self._frame.journal.save(end_unfinished(one))
        self._frame.journal.forget(one.session)
        if trace_of(one.checkpoint).pack is not None:
            self._frame.complain(left_on_words(_(one.routine_name)))

    def look(self) -> None:
        """See whether the next pack is due; the timer's business."""
        run = self._run
        if run is None:
            return
        run.look()
        if run.over:
            self._ended(run)
            return
        self._tell_due(run)
        self._show()

    def open_pack(self) -> None:
        """Ask about the pack that is due, on a page of its own."""
        run = self._run
        if run is None or run.point.rest is not Rest.DUE:
            self._show()
            return
        if not self._take_lock():
            return
        sitting = run.open_pack()
        if sitting is None:
            self._let_go()
            self.look()
            return
        self._alerts.withdraw()
        self._page.begin(sitting)
        self._page.show()
        self._show()

    def leave_out(self) -> None:
        """Leave the pack that is due out."""
        if self._run is not None and self._run.point.rest is Rest.DUE:
            self._run.leave_out()
            self._told_due = False
            self._alerts.withdraw()
            self.look()

    def end(self) -> None:
        """End it: at once, or as soon as the pack that is on is off."""
        run = self._run
        if run is None:
            return
        if self._page.busy:
            self._page.show()
            self._page.end()
        else:
            run.end()
            self._ended(run)

    def turn_to(self) -> None:
        """Show what it is about now: the pack, or the window."""
        if not self._frame.window.isActiveWindow():
            self._frame.window.bring_forward()
        if self._run is not None and self._run.point.rest is Rest.DUE:
            self.open_pack()
        elif self._page.busy:
            self._page.show()

    def act(self, key: str) -> None:
        """Do what a button of the bar or of a message stands for."""
        acts: dict[str, Callable[[], None]] = {
            "open": self.turn_to,
            "begin": self.turn_to,
            "act": self.turn_to,
            "other": self._page.back if self._page.shown else self.leave_out,
            "end": self.end,
        }
        if key in acts:
            acts[key]()

    def close(self) -> None:
        """Write down where it stands and let the desktop go."""
        self._timer.stop()
        self._page.close()
        self._let_go()

    def _begin(self, run: PacksRun) -> None:
        self._run, self._told_due = run, False
        self._frame.window.running.pressed.connect(self.act)
        self._timer.start()
        self._show()

    def _connect(self) -> None:
        """The page has been made: hear what happens on it."""
        desk = self._page.desk
        desk.finished.connect(lambda _event: self._pack_over())
        desk.moved.connect(lambda _snapshot: self._show())

    def _pack_over(self) -> None:
        run = self._run
        if run is None or not run.pack_over():
            return
        self._told_due = False
        self._let_go()
        self._alerts.withdraw()
        if run.point.ending not in _STAY:
            self._page.leave_soon()
        if run.over:
            self._ended(run)
        else:
            self._show()
        self._frame.refresh()

    def _ended(self, run: PacksRun) -> None:
        self._run = None
        self._timer.stop()
        self._alerts.withdraw()
        self._frame.window.running.pressed.disconnect(self.act)
        self._show()
        if run.point.ending is not None:
            self._frame.tell(ending_words(_(run.found.routine.name), run.point.ending))
        self._frame.refresh()
        self.ended.emit()

    def _called(self) -> None:
        """A pack asks for the person."""
        self._page.call()

    def _tell_due(self, run: PacksRun) -> None:
        """Say once that a pack is due; while the window is looked at, the line at its foot is enough."""
        if run.point.rest is not Rest.DUE:
            self._told_due = False
        elif not self._told_due:
            self._told_due = True
            self._alerts.show_unless_seen(due_notice())

    def _show(self) -> None:
        """Bring the line at the foot of the window and the lines of the tray up to date."""
        run, context, window = self._run, self._frame.context, self._frame.window
        if run is None:
            self.tray = None
            if window.has_running:
                window.running.show_running(None)
            self.told.emit()
            return
        if context is None:
            return
        left_ms = round(run.left_ms() / run.speed)
        mode = run.turn.pack.mode
        running = Running(_(run.found.routine.name), run.point, mode, left_ms, context.now, self._page.snapshot)
        self.tray = tray_state(running)
        window.running.show_running(bar_of(running, window.key, on_its_page=self._page.shown))
        self.told.emit()

    def _ask(self) -> Circumstances:
        context = self._frame.context
        if context is None:
            raise RuntimeError("nothing runs before content has been read")
        return self._sessions.circumstances(context)

    def _take_lock(self) -> bool:
        """Take the right to put a pack on; says why not."""
        if self._lock is not None:
            return True
        try:
            self._lock = take_packs(self._frame.folder)
        except CoachError as trouble:
            self._frame.complain(str(trouble))
        return self._lock is not None

    def _let_go(self) -> None:
        lock, self._lock = self._lock, None
        if lock is not None:
            lock.release()
