"""A desk, a clock and a driver of breaks, for tests."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QTimer

from coach.drivers.breaks_driver import BreaksDriver
from coach.reminders.events import Event
from coach.reminders.view import State
from coach.settings.breaks import Breaks
from tests.fake_desk import FakeDesk
from tests.fakes import FakeClock
from tests.reminders.world import ALWAYS

#: Rested hands, and not away yet.
RESTS_S = 4.0


class Office:
    """A desk, a clock, a driver, and what it said."""

    def __init__(self) -> None:
        self.clock, self.desk = FakeClock(), FakeDesk()
        self.heard: list[Event] = []
        self.changes = 0
        self.kept: list[bytes] = []
        self.drivers: list[BreaksDriver] = []
        self.begin(ALWAYS)

    def begin(self, breaks: Breaks, kept: bytes = b"") -> BreaksDriver:
        """Start the program, once more perhaps."""
        self.driver = BreaksDriver(self.desk.doors, self.clock, breaks, kept, self.kept.append)
        self.driver.happened.connect(self.heard.append)
        self.driver.changed.connect(self._count)
        self.drivers.append(self.driver)
        return self.driver

    @property
    def timer(self) -> QTimer:
        return self.driver.findChildren(QTimer)[0]

    def sit(self, minutes: float) -> int:
        """Let time pass as the driver's timer would; return how often it rang."""
        left_ms, rang = round(minutes * 60_000), 0
        while left_ms > 0 and self.timer.isActive():
            wait_ms = min(left_ms, max(self.timer.interval(), 1))
            left_ms, rang = left_ms - wait_ms, rang + 1
            self.clock.advance_ns(wait_ms * 1_000_000)
            self.driver.tick()
        self.clock.advance_ns(left_ms * 1_000_000)
        return rang

    def rest_hands(self) -> None:
        """Touch nothing for a moment."""
        self.desk.idle.set(RESTS_S)
        self.desk.idle.set(0.0)

    def until_card(self) -> None:
        """Sit until the movement break is asked for."""
        self.desk.idle.seconds = RESTS_S
        self.driver.use(replace(ALWAYS, cadences=ALWAYS.cadences[1:]))
        self.sit(60)
        assert self.driver.view().state is State.CARD
        self.desk.idle.seconds = 0.0

    def kinds(self) -> list[str]:
        return [type(event).__name__ for event in self.heard]

    def _count(self) -> None:
        self.changes += 1
