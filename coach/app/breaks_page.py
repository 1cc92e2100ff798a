"""The Breaks page in the open program: what it shows, and what becomes of a press."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, QTimer

from coach.app.breaks_desk import BreaksDesk
from coach.app.frame import Frame
from coach.drivers.desk_watch import DeskWatch
from coach.i18n import _
from coach.ports.desk import Doors
from coach.reminders.view import State
from coach.settings.breaks import Breaks

if TYPE_CHECKING:
    from coach.ui.breaks.page import BreaksPage
    from coach.ui.breaks.page_state import Do

#: While the page is looked at, what the desk tells is shown anew so often.
LOOK_MS = 2_000
_MINUTE_US = 60_000_000


class BreaksPageDesk(QObject):
    """Nothing is looked at, and nothing wakes the program, while nobody sees the page."""

    def __init__(self, frame: Frame, desk: BreaksDesk, doors: Doors, parent: QObject) -> None:
        super().__init__(parent)
        self._frame, self._desk, self._doors = frame, desk, doors
        self._page: BreaksPage | None = None
        self._trial: DeskWatch | None = None
        self._minute = 0
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self._sense)
        desk.changed.connect(self._changed)

    def page(self) -> BreaksPage:
        """Make the page and connect its wishes."""
        from coach.ui.breaks.page import BreaksPage

        made = self._page = BreaksPage()
        made.changed.connect(self._keep)
        made.wished.connect(self._do)
        made.seen.connect(self._see)
        made.look_asked.connect(self._try)
        made.login_asked.connect(self._login)
        return made

    def show(self) -> None:
        """Show how it stands now."""
        from coach.ui.breaks.page_state import BreaksState

        context = self._frame.context
        if self._page is None or context is None:
            return
        driver, now = self._desk.driver, self._frame.clock.stamp()
        self._minute = now.utc_us // _MINUTE_US
        self._page.show_state(
            BreaksState(
                now=now,
                breaks=context.settings.breaks,
                view=driver.view(),
                spans=driver.today(),
                sensed=self._sensed(),
                records=context.memory.breaks,
                flare=driver.sight().flare,
            )
        )
        if not (self._watched and self._page.isVisible() and not self._page.window().isMinimized()):
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def close(self) -> None:
        """Look at nothing any more."""
        self._timer.stop()
        self._end_trial()

    @property
    def _watched(self) -> bool:
        context = self._frame.context
        return self._trial is not None or (context is not None and context.settings.breaks.on)

    def _sensed(self) -> tuple[Any, ...]:
        from coach.ui.breaks.sensing import sensed_of

        return sensed_of(self._doors) if self._watched else ()

    def _changed(self) -> None:
        if self._page is not None and self._page.isVisible():
            self.show()

    def _see(self, on: bool) -> None:  # noqa: FBT001  a Qt signal's value
        """Follow the desk while the page is looked at."""
        if on:
            self.show()
        else:
            self.close()

    def _sense(self) -> None:
        """Show what the desk tells; once a minute the day goes on as well."""
        if self._page is None or not self._watched:
            return
        if self._frame.clock.stamp().utc_us // _MINUTE_US != self._minute:
            self.show()
        else:
            self._page.show_sensed(self._sensed())

    def _try(self) -> None:
        """Open the doors for as long as somebody looks, though reminders are off."""
        if not self._watched:
            self._trial = DeskWatch(self._doors, self._sense)
            self._trial.open()
            self.show()

    def _login(self) -> None:
        """Show where Limber is made to start by itself."""
        self._frame.window.show_page("settings")
        page: Any = self._frame.window.page("settings")
        QTimer.singleShot(0, page, page.show_login)  # once it has its size

    def _end_trial(self) -> None:
        trial, self._trial = self._trial, None
        if trial is not None:
            trial.close()

    def _keep(self, breaks: Breaks) -> None:
        context = self._frame.context
        if context is None:
            return
        if breaks.on:
            self._end_trial()  # before the doors are opened for good
        self._frame.change_settings(replace(context.settings, breaks=breaks))

    def _do(self, do: Do, value: Any) -> None:
        self._words(value)[do]()
        self.show()

    def _words(self, value: Any) -> dict[Do, Callable[[], object]]:
        from coach.ui.breaks.page_state import Do

        desk = self._desk
        return {
            Do.TAKE: lambda: desk.now(shorter=value),
            Do.DONE: desk.take,
            Do.LATER: desk.snooze,
            Do.SKIP: self._skip,
            Do.PAUSE: lambda: desk.pause(value),
            Do.PAUSE_UNTIL_TOMORROW: desk.pause_until_tomorrow,
            Do.RESUME: desk.resume,
            Do.MEETING: lambda: desk.meeting(value),
            Do.ANYWAY: self._anyway,
            Do.UNDO_CREDIT: desk.undo_credit,
            Do.STAND: lambda: desk.stands(standing=value),
            Do.GENTLE: lambda: desk.gentle_today(on=value),
            Do.WHY: lambda: desk.say_why(value),
            Do.BACK: self._frame.window.break_asked.emit,
        }

    def _skip(self) -> None:
        view = self._desk.view()
        self._desk.skip(sure=view.state is State.CARD and view.card is not None and view.card.offered)

    def _anyway(self) -> None:
        meeting = self._desk.view().meeting_ms is not None
        self._desk.ask_anyway()
        if not meeting:
            self._frame.tell(_("What it sees now is not heeded until it has ended once."))
