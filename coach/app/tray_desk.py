"""The icon in the tray: there for as long as the program lives in it, with what comes next and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from enum import StrEnum
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from coach.app.packs_desk import PacksDesk
from coach.app.tray_words import MEETING, PAUSE, tray_state
from coach.clock import Clock
from coach.ports.tray import Tray, TrayState
from coach.reminders.view import View
from coach.settings.model import Settings

#: How often it is looked at whether the tray is still, or again, there, as nobody tells: soon after it went missing, for a
#: panel may be starting anew, else seldom, for it costs a new line to the message bus each time.
SOON_MS, LOOK_MS = 10_000, 60_000
#: Looks without a tray after which it is gone, and not only being restarted.
_GONE = 2


class TrayBreaks(Protocol):
    """What a person can say to breaks from the tray; see `coach.app.breaks_desk.BreaksDesk`. `changed` is a signal."""

    @property
    def changed(self) -> Any:
        """What `view` says is different."""
        ...

    def view(self) -> View:
        """Return how it stands."""
        ...

    def refused(self) -> str:
        """Say why no break can be opened now; '' when one can."""
        ...

    def now(self, *, shorter: bool = False) -> object:
        """Take a break now."""
        ...

    def pause(self, minutes: int) -> object:
        """Ask nothing for some minutes."""
        ...

    def pause_until_tomorrow(self) -> object:
        """Ask nothing until the morning."""
        ...

    def resume(self) -> object:
        """End the pause."""
        ...

    def meeting(self, until: time) -> object:
        """In a meeting until this time of day."""
        ...

    def ask_anyway(self) -> object:
        """Not busy, whatever it looks like."""
        ...

    def stands(self, *, standing: bool) -> object:
        """The person stands, or sits."""
        ...


class Stays(StrEnum):
    """Why the program goes on without its window; NOTHING: it does not."""

    PACKS = "packs"
    BREAKS = "breaks"
    WISH = "wish"
    NOTHING = ""


class TrayDesk(QObject):
    """`lost`: there is no tray any more, said again with each look; `open_asked` and so on come from the menu."""

    lost = Signal()
    open_asked = Signal()
    breaks_asked = Signal()
    note_asked = Signal()
    quit_asked = Signal()

    def __init__(  # noqa: PLR0917  what it shows and asks
        self, tray: Tray, breaks: TrayBreaks, packs: PacksDesk, clock: Clock, settings: Settings, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._tray, self._breaks, self._packs, self._clock, self._settings = tray, breaks, packs, clock, settings
        self._shown: TrayState | None = None
        self._missing = 0
        self.started_here = False
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.look)
        breaks.changed.connect(self.update)
        packs.told.connect(self.update)

    @property
    def stays(self) -> Stays:
        """Why the program goes on when its window is closed."""
        if self._packs.run is not None:
            return Stays.PACKS
        if self._settings.breaks.on:
            return Stays.BREAKS
        return Stays.WISH if self._settings.stay_in_tray or self.started_here else Stays.NOTHING

    def trouble(self) -> str:
        """Say why there can be no icon right now, '' when there can."""
        return self._tray.trouble()

    def use(self, settings: Settings) -> None:
        """Live in the tray, or not, as these settings say."""
        self._settings = settings
        self.update()

    def update(self) -> None:
        """Show what has changed; the icon is there while the program lives in the tray."""
        if self.stays is Stays.NOTHING:
            self.close()
            return
        state = tray_state(self._breaks.view(), self._settings, self._clock.stamp(), self._packs.tray)
        if state != self._shown:
            self._shown = state if self._tray.show(state, self.act) else None
        if not self._timer.isActive():
            self._timer.start(LOOK_MS if self._shown is not None else SOON_MS)

    def look(self) -> None:
        """See whether the tray has gone, or come back; the timer's business."""
        if self._tray.trouble():
            self._tray.hide()
            self._shown = None
            self._missing += 1
            self._timer.start(SOON_MS if self._missing < _GONE else LOOK_MS)
            if self._missing >= _GONE:
                self.lost.emit()
            return
        self._missing = 0
        self._timer.start(LOOK_MS)
        self.update()

    def act(self, key: str) -> None:
        """Do what a line of the menu stands for."""
        if key.startswith(PAUSE):
            self._breaks.pause(int(key.removeprefix(PAUSE)))
        elif key.startswith(MEETING):
            self._breaks.meeting(time.fromisoformat(key.removeprefix(MEETING)))
        else:
            self._acts().get(key, lambda: None)()

    def close(self) -> None:
        """Take the icon away."""
        self._timer.stop()
        self._shown, self._missing = None, 0
        self._tray.hide()

    def _take(self, *, shorter: bool) -> None:
        """Take a break; where that cannot be, the window says why."""
        if self._breaks.refused():
            self.open_asked.emit()
        self._breaks.now(shorter=shorter)

    def _acts(self) -> dict[str, Callable[[], object]]:
        breaks = self._breaks
        return {
            "now": lambda: self._take(shorter=False),
            "shorter": lambda: self._take(shorter=True),
            "until-tomorrow": breaks.pause_until_tomorrow,
            "resume": breaks.resume,
            "anyway": breaks.ask_anyway,
            "stand": lambda: breaks.stands(standing=True),
            "sit": lambda: breaks.stands(standing=False),
            "end": self._packs.end,
            "open": self._packs.turn_to if self._packs.run is not None else self.open_asked.emit,
            "breaks": self.breaks_asked.emit,
            "note": self.note_asked.emit,
            "quit": self.quit_asked.emit,
        }
