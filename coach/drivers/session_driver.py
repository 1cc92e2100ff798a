"""The seam between a session and Qt: one timer brings time to the engine, signals carry out what happened."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from coach.clock import Clock
from coach.plan.timeline import Timeline
from coach.session.engine import Engine
from coach.session.events import Event
from coach.session.pacemaker import Pacemaker
from coach.session.state import Checkpoint, Snapshot

#: How often the clocks are looked at while something runs, so that a gap is seen early (RELIABILITY 3.6: 250 ms to 1 s).
WATCH_MS = 500
_NS_PER_MS = 1_000_000


class SessionDriver(QObject):
    """Runs one engine in real time (times `speed`).

    `happened(event)` for each event in order, then `changed(snapshot)` once. One precise single-shot timer is armed
    for the next due moment on the awake clock, at most `WATCH_MS` away; while nothing ticks (a pause or a question
    without a pack) there is no timer at all. Inputs mirror the engine's; each first brings it up to date.
    """

    happened = Signal(object)
    changed = Signal(object)

    def __init__(self, engine: Engine, clock: Clock, *, speed: float = 1.0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._clock = clock
        self._pacemaker = Pacemaker(clock, speed)
        self._queue: deque[Event] = deque()
        self._shown: Snapshot | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)

    @property
    def ticking(self) -> bool:
        """Whether a timer is running."""
        return self._timer.isActive()

    @property
    def session_ms(self) -> int:
        """Session time as of the last look at the clocks: an event that is told late is due before it."""
        return self._engine.session_ms

    def snapshot_now(self) -> Snapshot:
        """Return the engine at this very moment; what falls due on the way is told as ever."""
        events = self._pacemaker.beat(self._engine)
        self._publish(events, show=bool(events))
        return self._engine.snapshot()

    def checkpoint(self) -> Checkpoint:
        """Return where the session stands, to be written down."""
        return self._engine.checkpoint()

    def tick(self) -> None:
        """Look at the clocks and tell what has happened; the timer's business."""
        self._publish(self._pacemaker.beat(self._engine))

    def stop(self) -> None:
        """Watch the clocks no more (the window closes); the next input would start again."""
        self._timer.stop()

    def start(self) -> None:
        """Begin with the first segment."""
        self._do(self._engine.start)

    def pause(self) -> None:
        """Stand still; a pack's time runs on."""
        self._do(self._engine.pause)

    def resume(self) -> None:
        """Go on after the get-ready."""
        self._do(self._engine.resume)

    def skip(self) -> None:
        """Go to the next block."""
        self._do(self._engine.skip)

    def back(self) -> None:
        """Go to the start of this block, or to the one before."""
        self._do(self._engine.back)

    def nudge(self, delta_ms: int) -> None:
        """Move by `delta_ms` inside the block."""
        self._do(lambda: self._engine.nudge(delta_ms))

    def go_on(self) -> None:
        """Leave a move, a rating or a manual wait."""
        self._do(self._engine.go_on)

    def wait_for_me(self, on: bool) -> None:  # noqa: FBT001  as confirm_pack
        """Let every change of step wait for the person, or go on by itself."""
        self._do(lambda: self._engine.wait_for_me(on))

    def replan(self, timeline: Timeline, taken: Callable[[], None]) -> bool:
        """Go on in another dose. `taken` is called before anything is told of the new plan; False where it cannot be."""
        self.snapshot_now()
        events = self._engine.replan(timeline)
        if self._engine.timeline is not timeline:
            self._publish(events)
            return False
        taken()
        self._shown = None
        self._publish(events)
        return True

    def confirm_pack(self, all_yes: bool, reason: str = "") -> None:  # noqa: FBT001  named in CONTRACTS
        """Answer the confirmations."""
        self._do(lambda: self._engine.confirm_pack(all_yes, reason))

    def numb(self) -> None:
        """The place is numb: no pack goes there."""
        self._do(self._engine.numb)

    def pack_is_on(self) -> None:
        """The pack is on the skin."""
        self._do(self._engine.pack_is_on)

    def ask_skin(self) -> None:
        """The person was away: look under the pack now."""
        self._do(self._engine.ask_skin)

    def skin_ok(self) -> None:
        """The skin looks well."""
        self._do(self._engine.skin_ok)

    def skin_not_ok(self) -> None:
        """A stop sign was seen."""
        self._do(self._engine.skin_not_ok)

    def pack_is_off(self) -> None:
        """The pack is off the skin."""
        self._do(self._engine.pack_is_off)

    def worse(self, reason: str) -> None:
        """Stop at once."""
        self._do(lambda: self._engine.worse(reason))

    def mistake(self) -> None:
        """After a stop: it was pressed by mistake."""
        self._do(self._engine.mistake)

    def choose_end(self) -> None:
        """After a stop: end the session."""
        self._do(self._engine.choose_end)

    def choose_continue(self, skip_part: bool = True) -> None:  # noqa: FBT001, FBT002  named in CONTRACTS
        """After a stop: go on without that step, or with it in an easier way."""
        self._do(lambda: self._engine.choose_continue(skip_part))

    def end(self) -> None:
        """End the session here."""
        self._do(self._engine.end)

    def _do(self, act: Callable[[], list[Event]]) -> None:
        """Bring the engine up to date, then let the person act on it."""
        events = self._pacemaker.beat(self._engine)
        self._publish([*events, *act()])

    def _publish(self, events: list[Event], *, show: bool = True) -> None:
        """Tell events, then arm the timer. A listener that answers in the middle hears the rest first: order holds."""
        self._queue.extend(events)
        self._arm()
        while self._queue:
            self.happened.emit(self._queue.popleft())
        snapshot = self._engine.snapshot()
        if show and snapshot != self._shown:
            self._shown = snapshot
            self.changed.emit(snapshot)

    def _arm(self) -> None:
        """Set the timer to the next due moment, or to nothing."""
        if not self._engine.ticking:
            self._timer.stop()
            return
        wait_ms = WATCH_MS
        due_ms = self._engine.next_due_ms()
        if due_ms is not None:
            until_ns = self._pacemaker.deadline_ns(due_ms) - self._clock.now().awake_ns
            wait_ms = min(wait_ms, max(0, -(-until_ns // _NS_PER_MS)))
        self._timer.start(wait_ms)
