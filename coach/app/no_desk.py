"""A desk that tells nothing: for the tour and the tests. Everything is unknown, and nothing is ever written."""

from __future__ import annotations

from collections.abc import Callable

from coach.i18n import _
from coach.ports.busy import BusyKind
from coach.ports.desk import Doors
from coach.ports.probe import Finding
from coach.ports.sensor import UNKNOWN, Sense


class NoIdle:
    """Nobody is known to be away."""

    def watch(self, pause_s: float, told: Callable[[], None]) -> None:
        """Tell nothing."""

    def idle_s(self) -> float | None:
        """Know nothing."""
        return None

    def finding(self) -> Finding:
        """Say so."""
        return _nothing(_("idle time"))

    def close(self) -> None:
        """Have nothing to leave."""


class NoSensor:
    """Something that is not known."""

    def __init__(self, name: Callable[[], str]) -> None:
        self._name = name

    def watch(self, told: Callable[[Sense], None]) -> None:
        """Tell that nothing is known."""
        told(UNKNOWN)

    def sense(self) -> Sense:
        """Know nothing."""
        return UNKNOWN

    def finding(self) -> Finding:
        """Say so."""
        return _nothing(self._name())

    def close(self) -> None:
        """Have nothing to leave."""


class NoSuspend:
    """A machine that never says that it sleeps."""

    def watch(self, told: Callable[[bool], None]) -> None:
        """Tell nothing."""

    def finding(self) -> Finding:
        """Say so."""
        return _nothing(_("sleep"))

    def close(self) -> None:
        """Have nothing to leave."""


class NoAutostart:
    """A system where nothing is started at login."""

    def trouble(self) -> str:
        """Say so."""
        return _("Nothing can be started at login here.")

    def place(self) -> str:
        """Have no place for it."""
        return ""

    def entry(self) -> str:
        """Have nothing to write."""
        return ""

    def is_on(self) -> bool:
        """Never start."""
        return False

    def turn(self, *, on: bool) -> str:
        """Change nothing."""
        del on
        return self.trouble()


class NoDesk:
    """See `coach.ports.desk.Desk`."""

    def __init__(self) -> None:
        self._doors = Doors(
            NoIdle(),
            NoSensor(lambda: _("screen lock")),
            NoSuspend(),
            {
                BusyKind.MICROPHONE: NoSensor(lambda: _("microphone")),
                BusyKind.SCREEN: NoSensor(lambda: _("screen kept on")),
                BusyKind.QUIET: NoSensor(lambda: _("do not disturb")),
                BusyKind.FULL_SCREEN: NoSensor(lambda: _("full screen")),
            },
        )
        self._autostart = NoAutostart()

    @property
    def doors(self) -> Doors:
        """Doors that stay closed."""
        return self._doors

    @property
    def autostart(self) -> NoAutostart:
        """Nothing at login."""
        return self._autostart

    def close(self) -> None:
        """Have nothing to leave."""


def _nothing(name: str) -> Finding:
    return Finding(name, False, _("nothing here tells it"))
