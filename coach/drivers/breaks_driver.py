"""The seam between breaks and Qt: what the desk tells and one lazy timer bring time to the engine, signals say what happened."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import time

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from coach.clock import Clock
from coach.drivers.desk_watch import DeskWatch
from coach.ports.desk import Doors
from coach.reminders.engine import Engine
from coach.reminders.events import Event, Reason, Why
from coach.reminders.memory import Span
from coach.reminders.sight import Busy, Sight
from coach.reminders.status import Status
from coach.reminders.view import View
from coach.settings.breaks import Breaks

#: Worth writing down at least this often, counted while the machine is awake.
KEEP_NS = 5 * 60 * 1_000_000_000
_MIN_MS = 60_000

Keep = Callable[[bytes], None]


class BreaksDriver(QObject):
    """Runs one engine. `happened(event)` for each event in order, then `changed()` once when `view` says something else.

    One coarse single-shot timer is armed for the engine's next look. While breaks are off and none is asked for there is
    no timer and no door is watched. `kept`: what an engine before wrote down; `keep` is called with what to write after
    events and every five minutes. Nothing is told before the loop runs, or the first question.
    """

    changed = Signal()
    happened = Signal(object)

    def __init__(  # noqa: PLR0917  one engine and all it is handed
        self,
        doors: Doors,
        clock: Clock,
        breaks: Breaks,
        kept: bytes = b"",
        keep: Keep = lambda _state: None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock, self._breaks, self._keep = clock, breaks, keep
        self._desk = DeskWatch(doors, self.tick)
        self._session = self._flare = self._presents = self._closed = False
        self._queue: deque[Event] = deque()
        self._telling = False
        self._shown: tuple[object, ...] | None = None
        self._kept_ns = clock.now().awake_ns
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.tick)
        if breaks.on:
            self._desk.open()
        self._engine = Engine(breaks, self._see(), kept)
        self._timer.start(0)

    @property
    def ticking(self) -> bool:
        """Whether anything will wake the program."""
        return self._timer.isActive()

    def view(self) -> View:
        """Return how it stands now."""
        self._look()
        return self._engine.view()

    def status(self) -> Status:
        """Return the short answer now."""
        self._look()
        return self._engine.status()

    def today(self) -> tuple[Span, ...]:
        """Return the timeline of today."""
        self._look()
        return self._engine.today()

    def sight(self) -> Sight:
        """Return what can be seen now; what nobody watches is unknown or not so."""
        self._look()
        return self._see()

    def tick(self) -> None:
        """Look now: the timer's business, and that of every door that has something to tell."""
        self._look()

    def use(self, breaks: Breaks) -> None:
        """Go on with other settings; the doors are watched while breaks are on."""
        if breaks == self._breaks:
            return
        if breaks.on and not self._breaks.on:
            self._desk.open()
        self._look()
        self._breaks = breaks
        if not breaks.on:
            self._desk.close()
        self._say(lambda: self._engine.settle(breaks))

    def session(self, *, on: bool) -> None:
        """An exercise session is on the stage, or not any more."""
        if on != self._session:
            self._look()
            self._session = on
            self._look()

    def presents(self, *, on: bool) -> None:
        """The person shows an exercise to somebody, which fills the screen like a window of another program."""
        if on != self._presents:
            self._presents = on
            self._look()

    def flare(self, *, on: bool) -> None:
        """The journal says that today is a flare-up, or not."""
        if on != self._flare:
            self._flare = on
            self._look()

    def take(self, *, shorter: bool = False) -> list[Event]:
        """Yes: open the break, the shorter one if asked. Returns, like each word below, what followed from it at once."""
        return self._say(lambda: self._engine.take(shorter=shorter))

    def now(self, *, shorter: bool = False) -> list[Event]:
        """Take a movement break now, due or not."""
        return self._say(lambda: self._engine.now(shorter=shorter))

    def snooze(self) -> list[Event]:
        """Ask again in some minutes."""
        return self._say(self._engine.snooze)

    def skip(self, *, sure: bool = False) -> list[Event]:
        """Leave this one out; unless `sure` a shorter one is offered first."""
        return self._say(lambda: self._engine.skip(sure=sure))

    def leave(self, done_ms: int | None = None) -> list[Event]:
        """Esc was held."""
        return self._say(lambda: self._engine.leave(done_ms))

    def finish(self, done_ms: int, *, whole: bool = False, why: Why = Why.ANSWERED) -> list[Event]:
        """The break window is through, by the person or (`why`) for a session."""
        return self._say(lambda: self._engine.finish(done_ms, whole=whole, why=why))

    def pause(self, minutes: int) -> list[Event]:
        """Ask nothing for some minutes."""
        return self._say(lambda: self._engine.pause(minutes))

    def pause_until_tomorrow(self) -> list[Event]:
        """Ask nothing until five in the morning."""
        return self._say(self._engine.pause_until_tomorrow)

    def resume(self) -> list[Event]:
        """End pause and meeting."""
        return self._say(self._engine.resume)

    def meeting(self, until: time) -> list[Event]:
        """In a meeting until this time of day."""
        return self._say(lambda: self._engine.meeting(until))

    def ask_anyway(self) -> list[Event]:
        """Not busy, whatever it looks like."""
        return self._say(self._engine.ask_anyway)

    def stands(self, *, standing: bool) -> list[Event]:
        """The person stands, or sits, at the desk now."""
        return self._say(lambda: self._engine.stands(standing=standing))

    def undo_credit(self) -> list[Event]:
        """The last absence was no break."""
        return self._say(self._engine.undo_credit)

    def say_why(self, reason: Reason | None) -> list[Event]:
        """Answer the question after three skips; None leaves it."""
        return self._say(lambda: self._engine.say_why(reason))

    def gentle_today(self, *, on: bool) -> list[Event]:
        """Let today go as in a flare-up, or not any more."""
        return self._say(lambda: self._engine.gentle_today(on=on))

    def withdraw(self) -> list[Event]:
        """The card is gone from the screen without an answer."""
        return self._say(self._engine.withdraw)

    def close(self) -> None:
        """Watch nothing any more and write down how it stands."""
        if not self._closed:
            self._look()
            self._closed = True
            self._timer.stop()
            self._desk.close()
            self._keep(self._engine.checkpoint())

    def _see(self) -> Sight:
        seen = self._desk.sight(self._clock)
        busy = seen.busy | {Busy.FULL_SCREEN} if self._presents else seen.busy
        return seen._replace(busy=busy, in_session=self._session, flare=self._flare)

    def _say(self, word: Callable[[], list[Event]]) -> list[Event]:
        """Look once, say it, and tell what followed."""
        if self._closed:
            return []
        self._look()
        events = word()
        self._publish(events, said=True)
        return events

    def _look(self) -> None:
        if not self._closed:
            self._publish(self._engine.look(self._see()))

    def _publish(self, events: list[Event], *, said: bool = False) -> None:
        """Arm the timer, write down, and tell: in order, even when somebody who is told says a word in turn."""
        self._queue.extend(events)
        self._arm()  # a door may tell something at once: that comes after
        awake_ns = self._clock.now().awake_ns
        if events or said or awake_ns - self._kept_ns >= KEEP_NS:
            self._kept_ns = awake_ns
            self._keep(self._engine.checkpoint())
        if self._telling:
            return
        self._telling = True
        try:
            self._tell_all()
        finally:
            self._telling = False

    def _tell_all(self) -> None:
        while True:
            while self._queue:
                self.happened.emit(self._queue.popleft())
            shown = _differs_by(self._engine.view())
            if shown == self._shown:
                return
            self._shown = shown
            self.changed.emit()

    def _arm(self) -> None:
        """Look again in time; a pause in typing is watched for only while a card waits for one."""
        view = self._engine.view()
        self._desk.wait_for_hands(view.state, self._breaks.typing_pause_s)
        if not self._breaks.on and view.card is None:
            self._timer.stop()
            return
        self._timer.start(self._engine.next_look_ms())


def _differs_by(view: View) -> tuple[object, ...]:
    """Return what somebody who shows it would show differently: whole minutes; a card counts its seconds by itself."""
    card, next_one = view.card, view.next
    return view._replace(
        card=None if card is None else card._replace(open_ms=0, opens_in_ms=None if card.opens_in_ms is None else 0),
        next=None if next_one is None else next_one._replace(left_ms=-(-next_one.left_ms // _MIN_MS)),
        pause_ms=_part(view.pause_ms, _MIN_MS),
        meeting_ms=_part(view.meeting_ms, _MIN_MS),
        seated_ms=view.seated_ms // _MIN_MS,
    )


def _part(ms: int | None, part_ms: int) -> int | None:
    return None if ms is None else -(-ms // part_ms)
