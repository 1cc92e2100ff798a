"""One thread that makes things in the background, a piece at a time; what it made arrives in the window's thread.

Nobody queues work here. Whoever may want something is asked for its most urgent wish each time the thread is free, and what
is worth most of a core is made, so that a wish nobody has any more costs nothing, and a drag or a jump in the session never
waits behind old work.

Nothing of Qt's may be taken apart in this thread: see `coach.drivers.collector`, which has to be at work (or Python's own
collector off) wherever there is a workshop.
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable
from threading import Condition, Thread
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal, Slot

from coach.clock import Clock
from coach.errors import CoachError
from coach.i18n import _

_NS_PER_S = 1_000_000_000
#: Python lets another thread go on after this long at the latest (5 ms by itself): a cue must not wait for a picture.
_SWITCH_S = 0.0005


class Job(NamedTuple):
    """A piece of work. `make` runs in the workshop; then `done` with what it returned, or `trouble` with a sentence, here.

    `duty` is the share of one core it may take: after a piece of work the workshop rests as long as that asks.
    """

    make: Callable[[], Any]
    done: Callable[[Any], None]
    trouble: Callable[[str], None]
    duty: float = 1.0


Wish = Callable[[], Job | None]


class Workshop(QObject):
    """Asks those who `serve` was called for; of wishes with the same duty the first comes first.

    The thread starts with the first job.
    """

    _finished = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = _Bench(clock)
        self._wishes: list[Wish] = []
        self._thread: Thread | None = None
        self._closed = False
        self._usual_s = 0.0
        # A job holds on to those it is for. The last to let go of it must be this thread, so it outlives its making.
        self._held: deque[Job] = deque(maxlen=8)
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def serve(self, wish: Wish, *, first: bool = False) -> None:
        """Ask `wish` from now on, before or after the others that are worth as much; called in this thread, it must be quick."""
        if wish not in self._wishes:
            self._wishes.insert(0 if first else len(self._wishes), wish)

    def leave(self, wish: Wish) -> None:
        """Ask it no more; what is being made for it is still delivered."""
        if wish in self._wishes:
            self._wishes.remove(wish)

    def wake(self) -> None:
        """Something is wanted, or wanted more urgently: look whether the workshop can begin with it."""
        if self._closed or self._bench.taken:
            return
        jobs = [job for wish in tuple(self._wishes) if (job := wish()) is not None]
        job = max(jobs, key=lambda job: job.duty, default=None)  # of equals the first
        if job is not None:
            self._held.append(job)
        self._bench.lay(job)
        if job is not None and self._thread is None:
            self._usual_s = sys.getswitchinterval()
            sys.setswitchinterval(_SWITCH_S)
            self._thread = Thread(target=self._work, name="workshop", daemon=True)
            self._thread.start()

    @property
    def idle(self) -> bool:
        """Say whether nothing is being made and nothing waits."""
        return self._bench.empty

    def settle(self, least: float = 0.0) -> None:
        """Wait until everybody has what they wish for; for pictures of pages and for tests.

        With `least` only until nothing is left that may take so much of a core: what is needed now, not what comes later.
        """
        self.wake()
        while not self.idle and self._bench.duty >= least:
            self._bench.wait()
            self._deliver()

    def close(self) -> None:
        """End the thread after the piece it is at; nothing is delivered any more."""
        self._closed = True
        self._wishes.clear()
        self._bench.close()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
            sys.setswitchinterval(self._usual_s)
        self._held.clear()

    def _work(self) -> None:
        while self._work_once():
            pass

    def _work_once(self) -> bool:
        """Take one job and do it; nothing of it is held on to while waiting for the next."""
        job = self._bench.take()
        if job is None:
            return False
        self._bench.hand_over(_made(job))
        self._finished.emit()
        return True

    @Slot()
    def _deliver(self) -> None:
        news = self._bench.fetch()
        if news is None or self._closed:
            return
        try:
            news()
        finally:
            self.wake()


class _Bench:
    """The one job between the two threads: laid down here, taken there."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._changed = Condition()
        self._job: Job | None = None
        self._news: Callable[[], None] | None = None
        self._taken_ns: int | None = None
        self._took_ns = 0
        self._ended_ns = 0
        self._hurry = False
        self._open = True

    @property
    def taken(self) -> bool:
        return self._taken_ns is not None

    @property
    def empty(self) -> bool:
        with self._changed:
            return self._job is None and self._taken_ns is None

    @property
    def duty(self) -> float:
        """The duty of the job that waits; of one that is being made, all there is."""
        with self._changed:
            return self._job.duty if self._job is not None else 1.0

    def lay(self, job: Job | None) -> None:
        """Put a job down in place of the one that nobody has begun."""
        with self._changed:
            self._job = job
            self._hurry = False
            self._changed.notify_all()

    def take(self) -> Job | None:
        """Wait for a job and its time, and take it; None once the bench is closed."""
        with self._changed:
            while self._open:
                rest_ns = self._rest_ns()
                if self._job is not None and rest_ns <= 0:
                    job, self._job = self._job, None
                    self._taken_ns = self._clock.now().awake_ns
                    return job
                self._changed.wait(None if self._job is None else rest_ns / _NS_PER_S)
            return None

    def hand_over(self, news: Callable[[], None]) -> None:
        """The job is done: what is to be told, and how long it took."""
        with self._changed:
            self._ended_ns = self._clock.now().awake_ns
            self._took_ns = self._ended_ns - (self._taken_ns or self._ended_ns)
            self._news = news
            self._changed.notify_all()

    def fetch(self) -> Callable[[], None] | None:
        """Take what is to be told; from here on the bench is free."""
        with self._changed:
            news, self._news = self._news, None
            if news is not None:
                self._taken_ns = None
            return news

    def wait(self) -> None:
        """Wait, without any rest, until there is something to be told or nothing to do."""
        with self._changed:
            self._hurry = True
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._news is not None or not self._open)

    def close(self) -> None:
        with self._changed:
            self._open = False
            self._changed.notify_all()

    def _rest_ns(self) -> int:
        """How long to rest still, so that the share of the core that the next job allows is kept."""
        if self._job is None or self._hurry:
            return 0
        whole = round(self._took_ns * (1 / self._job.duty - 1))
        return self._ended_ns + whole - self._clock.now().awake_ns


def _made(job: Job) -> Callable[[], None]:
    """Do a job and return what tells of it."""
    try:
        made = job.make()
    except CoachError as trouble:
        return _said(job.trouble, str(trouble))
    except Exception as error:  # noqa: BLE001 - every bug: it is raised where somebody sees it
        return _raised(job.trouble, error)
    return _said(job.done, made)


def _said(listener: Callable[[Any], None], words: Any) -> Callable[[], None]:
    return lambda: listener(words)


def _raised(listener: Callable[[str], None], error: Exception) -> Callable[[], None]:
    """Tell of a bug as well, or the same would be wished for, and fail, again and again."""

    def raise_it() -> None:
        listener(_("This cannot be drawn: {reason}.").format(reason=str(error) or type(error).__name__))
        raise error

    return raise_it
