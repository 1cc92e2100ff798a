"""Everything Limber can be told about the desk it stands on."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from coach.ports.autostart import Autostart
from coach.ports.busy import Busy
from coach.ports.idle import Idle
from coach.ports.probe import Finding
from coach.ports.sensor import Sensor
from coach.ports.suspend import Suspend


class Doors(NamedTuple):
    """One door for each thing."""

    idle: Idle
    lock: Sensor
    suspend: Suspend
    busy: Busy

    def findings(self) -> list[Finding]:
        """Say of each how it is seen, or why it cannot be seen here."""
        single = (self.idle.finding(), self.lock.finding(), self.suspend.finding())
        return [*single, *(door.finding() for door in self.busy.values())]


class Desk(Protocol):
    """The doors, and what stands behind all of them."""

    @property
    def doors(self) -> Doors:
        """The doors; each is opened by whoever watches."""
        ...

    @property
    def autostart(self) -> Autostart:
        """Starting at login."""
        ...

    def close(self) -> None:
        """Watch nothing any more and leave the desktop."""
        ...
