"""Do not disturb, as KDE, dunst, GNOME, MATE and Xfce tell it on a real bus and in a real file of settings."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from coach.desktop.bus import Bus
from coach.desktop.busy.dconf import read_switch
from coach.desktop.busy.quiet import QuietDconf, desktop_quiet
from coach.desktop.sensors import About, Door
from coach.ports.sensor import UNKNOWN, Sense
from tests.desktop.private_bus import FakeDesktop

#: Written by dconf 0.40: show-banners=false, application-children=['a','b'], color-scheme='prefer-dark', enable-animations=true.
_FILE = base64.b64decode(
    "R1ZhcmlhbnQAAAAAAAAAABgAAAA4AQAAAAAAKAoAAAAAAAAAAQAAAAIAAAACAAAAAgAAAAIAAAADAAAABQAAAAcAAAAKAAAA1LUC"
    "AP////84AQAAAQBMADwBAABAAQAA2YK1HAQAAABAAQAADAB2AFABAABTAQAAS1CQCwAAAABTAQAABABMAFgBAABcAQAAwH9fPgYA"
    "AABcAQAAEQB2AHABAABzAQAAwh2MhQUAAABzAQAADgBMAIQBAACMAQAAuYj92gkAAACMAQAACABMAJQBAACcAQAAOcU7TwUAAACc"
    "AQAACgBMAKgBAACwAQAAmke3lgYAAACwAQAADAB2AMABAADOAQAArA/pDQQAAADOAQAAFAB2AOgBAADxAQAAsLckMAIAAADxAQAA"
    "BgBMAPgBAAD8AQAALwAAAAIAAABzaG93LWJhbm5lcnMAAAAAAABib3JnLwAJAAAAZW5hYmxlLWFuaW1hdGlvbnMAAAABAGJub3Rp"
    "ZmljYXRpb25zLwAAAAgAAAABAAAAZGVza3RvcC8GAAAABAAAAGludGVyZmFjZS8AAAcAAAADAAAAY29sb3Itc2NoZW1lAAAAAHBy"
    "ZWZlci1kYXJrAABzYXBwbGljYXRpb24tY2hpbGRyZW4AAAAAAABhAGIAAgQAYXNnbm9tZS8ABQAAAA=="
)
_BANNERS = "/org/gnome/desktop/notifications/show-banners"
_PROPERTIES = ("/org/freedesktop/Notifications", "org.freedesktop.DBus.Properties", "PropertiesChanged", "sa{sv}as")
_NOTES = "org.freedesktop.Notifications"


class Desk:
    """A door, and what it told."""

    def __init__(self, desktop: FakeDesktop, environ: dict[str, str]) -> None:
        self.desktop, self.bus, self.seen = desktop, Bus(), list[Sense]()
        self.door = Door(About(lambda: "quiet", lambda: "nobody tells ({why})"), [desktop_quiet(self.bus, environ)])
        self.door.watch(self.seen.append)

    def now(self, sense: Sense) -> None:
        self.desktop.work(lambda: self.seen[-1:] == [sense])

    def close(self) -> None:
        self.door.close()
        self.bus.close()


def test_kde(desktop: FakeDesktop) -> None:
    """Read at first, told at each change, asked again where only the change is told."""
    desktop.answers["Get"] = ("v", (("b", True),))
    desk = Desk(desktop, {})
    desk.now(Sense(True))
    assert desktop.calls[-1] == ("Get", (_NOTES, "Inhibited"))
    changed: tuple[str, dict[str, tuple[str, object]], list[str]] = (_NOTES, {"Inhibited": ("b", False)}, ["x"])
    desktop.tell(*_PROPERTIES, changed)
    desk.now(Sense(False))
    desktop.tell(*_PROPERTIES, (_NOTES, {"Other": ("b", True)}, ["Inhibited"]))
    desk.now(Sense(True))
    desk.close()


def test_dunst(desktop: FakeDesktop) -> None:
    """Its own property is asked for where KDE's is not there."""

    def answers() -> object:
        yield "org.freedesktop.DBus.Error.InvalidArgs"
        while True:
            yield ("v", (("b", False),))

    desktop.answers["Get"] = answers()  # type: ignore[assignment]
    desk = Desk(desktop, {})
    desk.now(Sense(False))
    assert desktop.calls[-1] == ("Get", ("org.dunstproject.cmd0", "paused"))
    desktop.tell(*_PROPERTIES, ("org.dunstproject.cmd0", {"paused": ("b", True)}, ["x"]))
    desk.now(Sense(True))
    desk.close()


def test_gnome(desktop: FakeDesktop, tmp_path: Path) -> None:
    """Read from the file of settings, and again when the service that writes it tells of this key."""
    desktop.answers["Get"] = "org.freedesktop.DBus.Error.UnknownProperty"
    environ = {"XDG_CURRENT_DESKTOP": "ubuntu:GNOME", "XDG_CONFIG_HOME": str(tmp_path)}
    desk = Desk(desktop, environ)
    desk.now(Sense(False))
    (tmp_path / "dconf").mkdir()
    (tmp_path / "dconf" / "user").write_bytes(_FILE)
    where = ("/ca/desrt/dconf/Writer/user", "ca.desrt.dconf.Writer", "Notify", "sass")
    desktop.tell(*where, ("/org/gnome/desktop/interface/", ["color-scheme"], "t"))
    desktop.tell(*where, ("/org/gnome/desktop/notifications/", ["show-banners"], "t"))
    desk.now(Sense(True))
    assert desk.door.finding().sentence == "the desktop tells when “Do not disturb” is on"
    (tmp_path / "dconf" / "user").write_bytes(b"something else")
    desktop.tell(*where, (_BANNERS, [""], "t"))
    desk.now(UNKNOWN)
    assert "the desktop's settings cannot be read" in desk.door.finding().sentence
    desk.close()


def test_mate_turns_it_the_other_way_round(tmp_path: Path, desktop: FakeDesktop) -> None:
    """There the switch is on when nobody is to be disturbed."""
    bus, seen = Bus(), list[Sense]()
    way = QuietDconf(bus, {"XDG_CURRENT_DESKTOP": "MATE", "HOME": str(tmp_path)}, lambda _path, key: "mate" in key)
    way.open(seen.append, pytest.fail)
    assert seen == [Sense(True)]
    way.close()
    bus.close()


def test_xfce(desktop: FakeDesktop) -> None:
    """Among its settings; a switch that was never turned is off."""
    desktop.answers |= {"Get": "org.freedesktop.DBus.Error.InvalidArgs", "PropertyExists": ("b", (False,))}
    desktop.own("org.xfce.Xfconf")
    desk = Desk(desktop, {"XDG_CURRENT_DESKTOP": "XFCE"})
    desk.now(Sense(False))
    where = ("/org/xfce/Xfconf", "org.xfce.Xfconf", "PropertyChanged", "ssv")
    desktop.tell(*where, ("xfce4-notifyd", "/theme", ("s", "x")))
    desktop.tell(*where, ("xfce4-notifyd", "/do-not-disturb", ("b", True)))
    desk.now(Sense(True))
    desk.close()
    desktop.answers |= {"PropertyExists": ("b", (True,)), "GetProperty": ("v", (("b", True),))}
    desk = Desk(desktop, {})
    desk.now(Sense(True))
    desk.close()


def test_another_desktop(desktop: FakeDesktop) -> None:
    """Where nobody tells it is not known, and one sentence says so."""
    desktop.answers["Get"] = "org.freedesktop.DBus.Error.InvalidArgs"
    desk = Desk(desktop, {"XDG_CURRENT_DESKTOP": "sway"})
    desk.now(UNKNOWN)
    assert "the desktop has no such switch that Limber knows" in desk.door.finding().sentence
    desk.close()


def test_a_file_of_settings(tmp_path: Path) -> None:
    """A switch is read by its whole path; what is not a switch, or never turned, is none."""
    path = tmp_path / "user"
    assert read_switch(path, _BANNERS) is None
    path.write_bytes(_FILE)
    assert read_switch(path, _BANNERS) is False
    assert read_switch(path, "/org/gnome/desktop/interface/enable-animations") is True
    assert read_switch(path, "/org/gnome/desktop/interface/color-scheme") is None
    assert read_switch(path, "/org/gnome/desktop/notifications/other") is None


@pytest.mark.parametrize("cut", [0, 7, 20, 30, 100, 200])
def test_a_file_that_was_cut_off(tmp_path: Path, cut: int) -> None:
    """It is no reason to fall over."""
    path = tmp_path / "user"
    path.write_bytes(_FILE[:cut])
    with pytest.raises(ValueError, match=r"settings|signature"):
        read_switch(path, _BANNERS)


def test_files_that_were_damaged(tmp_path: Path) -> None:
    """Whatever a byte is changed to: an answer or a `ValueError`, in no time."""
    path = tmp_path / "user"
    for place in range(16, len(_FILE)):
        path.write_bytes(_FILE[:place] + b"\xff" + _FILE[place + 1 :])
        try:
            assert read_switch(path, _BANNERS) in {True, False, None}
        except ValueError as error:
            assert str(error)  # noqa: PT017  either is right here
