"""Who keeps the screen on: a call, a film, slides. Asked of whoever the desktop has for it, and of logind beside it.

Not asked is the X server's own screen saver: "disabled" there means only that it has no time set, as on many desktops.
"""

from __future__ import annotations

import os
from typing import Any, Final

from coach.desktop.bus import Bus
from coach.desktop.bus_way import BusWay
from coach.desktop.busy.names import is_ours, shown
from coach.desktop.calls import Call
from coach.i18n import _
from coach.ports.sensor import Sense

_KDE: Final = ("org.kde.Solid.PowerManagement.PolicyAgent", "/org/kde/Solid/PowerManagement/PolicyAgent")
_GNOME: Final = ("org.gnome.SessionManager", "/org/gnome/SessionManager")
_POWER: Final = ("org.freedesktop.PowerManagement", "/org/freedesktop/PowerManagement/Inhibit")
_LOGIND: Final = ("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")
_KDE_SCREEN, _GNOME_IDLE = 4, 8


def _first_other(names: list[str]) -> Sense:
    """Make it so when anybody but us is named."""
    others = [name for name in names if not is_ours(name)]
    return Sense(True, shown(others[0])) if others else Sense(False)


class _Inhibitors(BusWay[Sense]):
    def words(self) -> str:
        """Who tells."""
        return _("the desktop tells when a program keeps the screen on")


class KdeInhibitors(_Inhibitors):
    """Those of KDE's power management."""

    def begin(self) -> None:
        """Look now and at each change."""
        self.live_with(_KDE[0])
        self.hear(_KDE[0], "InhibitionsChanged", lambda _values: self._look(), _KDE[1])
        self._look()

    def _look(self) -> None:
        self.ask(Call(*_KDE, _KDE[0], "HasInhibition", "u", (_KDE_SCREEN,)), self._known)

    def _known(self, values: tuple[Any, ...]) -> None:
        if not values[0]:
            self.tell(Sense(False))
            return
        names = Call(*_KDE, _KDE[0], "ListInhibitions")
        self.wonder(names, self._named, lambda: self.tell(Sense(True)))

    def _named(self, values: tuple[Any, ...]) -> None:
        self.tell(_first_other([str(who) for who, _why in values[0]]))


class GnomeInhibitors(_Inhibitors):
    """Those of GNOME's session manager and of its relatives (Cinnamon, MATE)."""

    def begin(self) -> None:
        """Look now and at each change."""
        self._looks = 0
        self.live_with(_GNOME[0])
        for signal in ("InhibitorAdded", "InhibitorRemoved"):
            self.hear(_GNOME[0], signal, lambda _values: self._look(), _GNOME[1])
        self._look()

    def _look(self) -> None:
        self._looks += 1
        self.ask(Call(*_GNOME, _GNOME[0], "IsInhibited", "u", (_GNOME_IDLE,)), self._known)

    def _known(self, values: tuple[Any, ...]) -> None:
        if not values[0]:
            self.tell(Sense(False))
            return
        look = self._looks
        self.ask(Call(*_GNOME, _GNOME[0], "GetInhibitors"), lambda found: self._next(look, [str(p) for p in found[0]]))

    def _next(self, look: int, paths: list[str]) -> None:
        """Take the first that keeps the screen on and is not ours; one that has gone meanwhile does not count."""
        if look != self._looks:
            return
        if not paths:
            self.tell(Sense(False))
            return
        where = (_GNOME[0], paths[0], _GNOME[0] + ".Inhibitor")

        def rest() -> None:
            self._next(look, paths[1:])

        def named(values: tuple[Any, ...]) -> None:
            if is_ours(str(values[0])):
                rest()
            else:
                self.tell(Sense(True, shown(str(values[0]))))

        def flagged(values: tuple[Any, ...]) -> None:
            if int(values[0]) & _GNOME_IDLE:
                self.wonder(Call(*where, "GetAppId"), named, rest)
            else:
                rest()

        self.wonder(Call(*where, "GetFlags"), flagged, rest)


class PowerInhibitors(_Inhibitors):
    """Those of Xfce's and LXQt's power management."""

    def begin(self) -> None:
        """Look now and at each change."""
        self.live_with(_POWER[0])
        self.hear(_POWER[0] + ".Inhibit", "HasInhibitChanged", lambda _values: self._look(), _POWER[1])
        self._look()

    def _look(self) -> None:
        self.wonder(Call(*_POWER, _POWER[0] + ".Inhibit", "GetInhibitors"), self._named, self._unnamed)

    def _named(self, values: tuple[Any, ...]) -> None:
        self.tell(_first_other([str(who) for who in values[0]]))

    def _unnamed(self) -> None:
        call = Call(*_POWER, _POWER[0] + ".Inhibit", "HasInhibit")
        self.ask(call, lambda values: self.tell(Sense(bool(values[0]))))


class LogindInhibitors(BusWay[Sense]):
    """Those that logind holds against idleness, taken by programs of this person."""

    def begin(self) -> None:
        """Look now and at each change."""
        self.live_with(_LOGIND[0])
        self.hear_property(_LOGIND[1], _LOGIND[2], self._changed)
        self._look()

    def words(self) -> str:
        """Who tells."""
        return _("the system tells when a program keeps the computer from idling")

    def _changed(self, properties: dict[str, Any]) -> None:
        if "BlockInhibited" in properties:
            self._look()

    def _look(self) -> None:
        self.ask(Call(*_LOGIND, "ListInhibitors"), self._listed)

    def _listed(self, values: tuple[Any, ...]) -> None:
        mine = [
            str(who)
            for what, who, _why, mode, user, _process in values[0]
            if "idle" in str(what).split(":") and mode == "block" and user == os.getuid()
        ]
        self.tell(_first_other(mine))


def desktop_inhibitors(session: Bus) -> list[BusWay[Sense]]:
    """Return what desktops have, in order of preference."""
    return [KdeInhibitors(session), GnomeInhibitors(session), PowerInhibitors(session)]
