"""No timer ticks when nothing is due: timer events counted in a running event loop, in real time."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from coach.app.shell import Shell
from coach.clock import SystemClock
from coach.drivers.session_driver import WATCH_MS, SessionDriver
from coach.session.engine import Engine
from tests.session.building import build, thermal

_LOOK_MS = 2_000


class Counter(QObject):
    """Counts the timer events that reach any object of the application."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.ticks = 0
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count; let everything through."""
        self.ticks += event.type() is QEvent.Type.Timer and watched is not self
        return False

    def timerEvent(self, event: QEvent) -> None:
        """The end of a look; its own tick does not count."""
        del event
        self.loop.quit()

    def look(self, milliseconds: int) -> int:
        """Run the event loop for a while and return how many timers ticked."""
        self.ticks, self.loop = 0, QEventLoop()
        timer = self.startTimer(milliseconds)
        self.loop.exec()
        self.killTimer(timer)
        return self.ticks


@pytest.fixture
def counter(qapp: QApplication) -> Iterator[Counter]:
    """A counter, taken out again afterwards."""
    found = Counter(qapp)
    yield found
    qapp.removeEventFilter(found)
    found.deleteLater()


def _driver(routine: str) -> SessionDriver:
    driver = SessionDriver(Engine(build(routine), thermal(), "bench"), SystemClock())
    driver.start()
    return driver


def _paused(driver: SessionDriver) -> None:
    driver.pause()


def _stopped(driver: SessionDriver) -> None:
    driver.worse("pain")


def _ended(driver: SessionDriver) -> None:
    driver.end()


def _asked(driver: SessionDriver) -> None:
    driver.skip()


def test_the_counter_can_see_a_timer(counter: Counter) -> None:
    """A harness that cannot fail does not count: a timer of 100 ms is seen about twenty times."""
    timer = QTimer()
    timer.start(100)
    ticks = counter.look(_LOOK_MS)
    timer.stop()
    assert 15 <= ticks <= 21


@pytest.mark.parametrize("act", [_paused, _stopped, _ended, _asked])
def test_nothing_ticks_while_the_session_stands_still(counter: Counter, act: Callable[[SessionDriver], None]) -> None:
    """Paused, stopped, over, or waiting for an answer: not one timer event in two seconds."""
    driver = _driver("off: off 600\nask low-back before:")
    act(driver)
    ticks = counter.look(_LOOK_MS)
    driver.stop()
    driver.deleteLater()
    print(f"\n{act.__name__.removeprefix('_'):<8} {ticks} timer events in {_LOOK_MS} ms")
    assert ticks == 0


def test_a_running_session_ticks_as_often_as_the_watch(counter: Counter) -> None:
    """Twice a second while nothing else is due."""
    driver = _driver("off: off 600")
    ticks = counter.look(_LOOK_MS)
    driver.stop()
    driver.deleteLater()
    print(f"\nrunning  {ticks} timer events in {_LOOK_MS} ms")
    assert ticks <= _LOOK_MS // WATCH_MS + 1


def test_the_idle_window_ticks_nothing(counter: Counter, shell: Shell) -> None:
    """Today, with nobody touching it: not one timer event in two seconds, once what opens has opened."""
    counter.look(_LOOK_MS)
    ticks = counter.look(_LOOK_MS)
    print(f"\nwindow   {ticks} timer events in {_LOOK_MS} ms")
    assert shell.window.isVisible()
    assert ticks == 0


def test_the_paused_stage_ticks_nothing(counter: Counter, shell: Shell) -> None:
    """A session paused on the stage: ring, clock and checkpoints all stand still."""
    shell.sessions.start("desk-reset-back")
    running = counter.look(_LOOK_MS)
    stage = shell.sessions.stage
    assert stage is not None
    assert stage._driver is not None
    stage._driver.pause()
    counter.look(_LOOK_MS)
    paused = counter.look(_LOOK_MS)
    print(f"\nstage    {running} timer events in {_LOOK_MS} ms running, {paused} paused")
    assert running > 0
    assert paused == 0
