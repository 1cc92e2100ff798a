"""Who keeps the screen on, as KDE, GNOME, Xfce and logind list it on a real bus."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from coach.desktop.bus import Bus
from coach.desktop.bus_way import BusWay
from coach.desktop.busy.names import shown
from coach.desktop.busy.screen import GnomeInhibitors, KdeInhibitors, LogindInhibitors, PowerInhibitors
from coach.ports.sensor import Sense
from tests.desktop.private_bus import FakeDesktop

_KDE = ("/org/kde/Solid/PowerManagement/PolicyAgent", "org.kde.Solid.PowerManagement.PolicyAgent")
_GNOME = ("/org/gnome/SessionManager", "org.gnome.SessionManager")


class Look:
    """One way, and what it told."""

    def __init__(self, desktop: FakeDesktop, kind: type[BusWay[Sense]]) -> None:
        self.desktop, self.bus = desktop, Bus()
        self.seen: list[Sense] = []
        self.ended: list[str] = []
        self.way = kind(self.bus)
        self.way.open(self.seen.append, self.ended.append)

    def now(self, sense: Sense) -> None:
        self.desktop.work(lambda: self.seen[-1:] == [sense])

    def close(self) -> None:
        self.way.close()
        self.bus.close()


def test_kde(desktop: FakeDesktop) -> None:
    """Looked at again at each change; what only keeps the computer from sleeping is no reason, nor are we."""
    desktop.answers |= {
        "HasInhibition": ("b", (False,)),
        "ListInhibitions": ("a(ss)", ([("Limber", "A timer is running"), ("Firefox", "plays")],)),
    }
    desktop.own(_KDE[1])
    look = Look(desktop, KdeInhibitors)
    look.now(Sense(False))
    desktop.answers["HasInhibition"] = ("b", (True,))
    desktop.tell(*_KDE, "InhibitionsChanged", "a(ss)as", ([("Firefox", "plays")], ["x"]))
    look.now(Sense(True, "Firefox"))
    desktop.answers["ListInhibitions"] = ("a(ss)", ([("Limber", "A timer is running")],))
    desktop.tell(*_KDE, "InhibitionsChanged", "a(ss)as", ([("x", "y")], ["Firefox"]))
    look.now(Sense(False))
    assert ("HasInhibition", (4,)) in desktop.calls
    desktop.answers["ListInhibitions"] = "org.freedesktop.DBus.Error.UnknownMethod"
    desktop.tell(*_KDE, "InhibitionsChanged", "a(ss)as", ([("x", "y")], ["x"]))
    look.now(Sense(True))
    look.close()


def _gnome(desktop: FakeDesktop, flags: list[int], apps: list[str]) -> None:
    def one_after_another(kind: str, values: list[int] | list[str]) -> Iterator[tuple[str, tuple[object, ...]]]:
        while True:
            for value in values:
                yield kind, (value,)

    desktop.answers |= {
        "IsInhibited": ("b", (True,)),
        "GetInhibitors": ("ao", ([f"/i/{number}" for number in range(len(flags))],)),
        "GetFlags": one_after_another("u", flags),
        "GetAppId": one_after_another("s", apps),
    }


def test_gnome(desktop: FakeDesktop) -> None:
    """The first that keeps the screen on and is not ours; one against logging out does not count."""
    _gnome(desktop, [1, 8, 12], ["Limber", "org.gnome.Totem"])
    look = Look(desktop, GnomeInhibitors)
    look.now(Sense(True, "Totem"))
    assert ("IsInhibited", (8,)) in desktop.calls
    _gnome(desktop, [8], ["Limber"])
    desktop.tell(*_GNOME, "InhibitorRemoved", "o", ("/i/2",))
    look.now(Sense(False))
    _gnome(desktop, [8], ["org.freedesktop.DBus.Error.x"])
    desktop.answers["GetFlags"] = "org.freedesktop.DBus.Error.UnknownObject"
    desktop.tell(*_GNOME, "InhibitorAdded", "o", ("/i/3",))
    desktop.work(lambda: desktop.methods().count("GetFlags") == 5)
    look.now(Sense(False))
    desktop.answers["IsInhibited"] = ("b", (False,))
    desktop.tell(*_GNOME, "InhibitorRemoved", "o", ("/i/3",))
    look.now(Sense(False))
    assert look.ended == []
    look.close()


def test_gnome_goes(desktop: FakeDesktop) -> None:
    """With its session manager this way ends."""
    desktop.answers["IsInhibited"] = ("b", (False,))
    look = Look(desktop, GnomeInhibitors)
    look.now(Sense(False))
    desktop.disown(_GNOME[1])
    desktop.work(lambda: look.ended == ["its service has stopped"])
    look.close()


def test_xfce(desktop: FakeDesktop) -> None:
    """By names where they are told, else by whether there is anybody."""
    desktop.answers |= {"GetInhibitors": ("as", (["/usr/bin/mpv"],)), "HasInhibit": ("b", (True,))}
    desktop.own("org.freedesktop.PowerManagement")
    look = Look(desktop, PowerInhibitors)
    look.now(Sense(True, "mpv"))
    desktop.answers["GetInhibitors"] = "org.freedesktop.DBus.Error.UnknownMethod"
    where = ("/org/freedesktop/PowerManagement/Inhibit", "org.freedesktop.PowerManagement.Inhibit")
    desktop.tell(*where, "HasInhibitChanged", "b", (True,))
    look.now(Sense(True))
    look.close()


def test_logind(desktop: FakeDesktop) -> None:
    """What this person's programs hold against idleness; not what delays, is another's, is against sleep, or is ours."""
    me = os.getuid()
    others = [
        ("sleep", "NetworkManager", "", "delay", me, 1),
        ("shutdown:sleep", "apt", "", "block", me, 1),
        ("idle", "someone", "", "block", me + 1, 1),
        ("idle", "Limber", "", "block", me, 1),
    ]
    desktop.answers["ListInhibitors"] = ("a(ssssuu)", (others,))
    look = Look(desktop, LogindInhibitors)
    look.now(Sense(False))
    desktop.answers["ListInhibitors"] = ("a(ssssuu)", ([*others, ("sleep:idle", "vlc", "", "block", me, 1)],))
    changed = ("org.freedesktop.login1.Manager", {"BlockInhibited": ("s", "idle")}, ["x"])
    where = ("/org/freedesktop/login1", "org.freedesktop.DBus.Properties")
    desktop.tell(*where, "PropertiesChanged", "sa{sv}as", changed)
    look.now(Sense(True, "vlc"))
    look.close()


def test_nobody_there(desktop: FakeDesktop) -> None:
    """A desktop without it says so in a sentence."""
    look = Look(desktop, KdeInhibitors)
    desktop.work(lambda: look.ended == ["no service for it is running"])
    look.close()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("org.gnome.Totem", "Totem"),
        ("/usr/lib/firefox/firefox", "firefox"),
        ("My Program v1.2.3", "My Program v1.2.3"),
        ("zoom.desktop", "zoom"),
        ("a\x1b[31m\nb", "a [31m b"),
        ("x" * 60, "x" * 39 + "…"),
        ("", ""),
    ],
)
def test_names(name: str, words: str) -> None:
    """Short and printable, whatever a stranger's program calls itself."""
    assert shown(name) == words
