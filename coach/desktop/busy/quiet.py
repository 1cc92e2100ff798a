"""Do not disturb: each desktop has its own switch for it, and no two tell it the same way."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from coach.desktop.bus import Bus
from coach.desktop.bus_way import PROPERTIES, BusWay
from coach.desktop.busy.dconf import read_switch
from coach.desktop.calls import Call
from coach.i18n import _
from coach.ports.sensor import Sense

_NOTES: Final = ("org.freedesktop.Notifications", "/org/freedesktop/Notifications")
_XFCONF: Final = ("org.xfce.Xfconf", "/org/xfce/Xfconf", "org.xfce.Xfconf")
_CHANNEL, _KEY = "xfce4-notifyd", "/do-not-disturb"
_WRITER: Final = "ca.desrt.dconf.Writer"


class _Quiet(BusWay[Sense]):
    def words(self) -> str:
        """Who tells."""
        return _("the desktop tells when “Do not disturb” is on")


class QuietProperty(_Quiet):
    """A property of the service that shows messages: KDE's `Inhibited`, dunst's `paused`."""

    def __init__(self, bus: Bus, interface: str, name: str) -> None:
        super().__init__(bus)
        self._interface, self._name = interface, name

    def begin(self) -> None:
        """Read it now and at each change."""
        self.live_with(_NOTES[0])
        self.hear_property(_NOTES[1], self._interface, self._changed)
        self._look()

    def _look(self) -> None:
        call = Call(*_NOTES, PROPERTIES, "Get", "ss", (self._interface, self._name))
        self.ask(call, lambda values: self.tell(Sense(bool(values[0][1]))))

    def _changed(self, properties: dict[str, Any]) -> None:
        if self._name not in properties:
            return
        if properties[self._name] is None:
            self._look()
        else:
            self.tell(Sense(bool(properties[self._name])))


class QuietXfce(_Quiet):
    """Xfce keeps it among its settings."""

    def begin(self) -> None:
        """Read it now and at each change."""
        self.live_with(_XFCONF[0])
        self.hear(_XFCONF[2], "PropertyChanged", self._changed, _XFCONF[1], _CHANNEL)
        self.wonder(Call(*_XFCONF, "PropertyExists", "ss", (_CHANNEL, _KEY)), self._exists, self._refused)

    def _exists(self, values: tuple[Any, ...]) -> None:
        if not values[0]:
            self.tell(Sense(False))  # never switched yet
            return
        call = Call(*_XFCONF, "GetProperty", "ss", (_CHANNEL, _KEY))
        self.ask(call, lambda values: self.tell(Sense(bool(values[0][1]))))

    def _refused(self) -> None:
        self.end(_("the desktop has no such switch that Limber knows"))

    def _changed(self, values: tuple[Any, ...]) -> None:
        if values[1] == _KEY:
            self.tell(Sense(bool(values[2][1])))


class Switch(NamedTuple):
    """A switch in the settings of GNOME or a relative: its place, and what it stands at when do not disturb is on."""

    path: str
    quiet: bool


#: By desktops' names in XDG_CURRENT_DESKTOP; their schemas: org.gnome.desktop.notifications and its relatives.
SWITCHES: Final[Mapping[str, Switch]] = {
    "GNOME": Switch("/org/gnome/desktop/notifications/show-banners", quiet=False),
    "Unity": Switch("/org/gnome/desktop/notifications/show-banners", quiet=False),
    "X-Cinnamon": Switch("/org/cinnamon/desktop/notifications/display-notifications", quiet=False),
    "MATE": Switch("/org/mate/notification-daemon/do-not-disturb", quiet=True),
}


class QuietDconf(_Quiet):
    """GNOME and its relatives keep it in a file of settings, and their service for writing tells of each change."""

    def __init__(
        self, bus: Bus, environ: Mapping[str, str] = os.environ, read: Callable[[Path, str], bool | None] = read_switch
    ) -> None:
        super().__init__(bus)
        self._read = read
        names = environ.get("XDG_CURRENT_DESKTOP", "").split(":")
        self._switch = next((SWITCHES[name] for name in names if name in SWITCHES), None)
        folder = environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
        self._file = Path(folder) / "dconf" / "user"

    def begin(self) -> None:
        """Read it now and at each change."""
        if self._switch is None:
            self.end(_("the desktop has no such switch that Limber knows"))
            return
        self.hear(_WRITER, "Notify", self._changed)
        self._look()

    def _look(self) -> None:
        if self._switch is None:
            return
        try:
            stands = self._read(self._file, self._switch.path)
        except (OSError, ValueError):
            self.end(_("the desktop's settings cannot be read"))
            return
        self.tell(Sense(stands is not None and stands == self._switch.quiet))

    def _changed(self, values: tuple[Any, ...]) -> None:
        """A change has a path and, below it, the keys that changed."""
        prefix, keys = str(values[0]), values[1]
        if self._switch is not None and any(self._switch.path.startswith(prefix + str(key)) for key in keys):
            self._look()


def desktop_quiet(session: Bus, environ: Mapping[str, str] = os.environ) -> list[BusWay[Sense]]:
    """Return what desktops have, in order of preference."""
    return [
        QuietProperty(session, _NOTES[0], "Inhibited"),
        QuietProperty(session, "org.dunstproject.cmd0", "paused"),
        QuietDconf(session, environ),
        QuietXfce(session),
    ]
