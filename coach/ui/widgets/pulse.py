"""Time that moves smoothly between two looks at the session: for drawing only, nothing is ever decided by it."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QObject, QTimeLine, QTimer, Signal

#: 30 pictures a second are smooth for a ring; more only warm the machine.
FRAME_MS = 34
#: The session is looked at at least once a second; without news for longer than this the ring stands still.
_RUNS_MS = 3_000
_MS_PER_S = 1000


class Pulse(QObject):
    """Emits `moved` with the session milliseconds gone by since `start`.

    Smooth: up to 30 times a second. Stepped (reduced motion): when the next whole second of `remaining_ms` is
    reached, so that the figures are right and nothing else moves. Stopped: no timer at all.
    """

    moved = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speed = 1.0
        self._gone_ms = 0
        self._line = QTimeLine(_RUNS_MS, self)
        self._line.setUpdateInterval(FRAME_MS)
        self._line.setEasingCurve(QEasingCurve(QEasingCurve.Type.Linear))
        self._line.valueChanged.connect(self._frame)
        self._step = QTimer(self, singleShot=True)
        self._step.timeout.connect(self._stepped)

    def start(self, remaining_ms: int, speed: float, *, smooth: bool) -> None:
        """Begin anew from what the session said just now."""
        self.stop()
        self._speed, self._gone_ms = speed, 0
        if smooth:
            self._line.setCurrentTime(0)
            self._line.start()
        else:
            self._gone_ms = remaining_ms % _MS_PER_S or _MS_PER_S
            self._step.start(max(1, round(self._gone_ms / speed)))

    def stop(self) -> None:
        """Stand still."""
        if self._line.state() is not QTimeLine.State.NotRunning:
            self._line.stop()
        self._step.stop()

    @property
    def running(self) -> bool:
        """Whether a timer is running."""
        return self._line.state() is QTimeLine.State.Running or self._step.isActive()

    def _frame(self) -> None:
        self.moved.emit(round(self._line.currentTime() * self._speed))

    def _stepped(self) -> None:
        self.moved.emit(self._gone_ms)
        self._gone_ms += _MS_PER_S
        if self._gone_ms <= _RUNS_MS * self._speed:
            self._step.start(max(1, round(_MS_PER_S / self._speed)))
