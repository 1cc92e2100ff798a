"""A tray on a message bus of the test's own: icons register with it, their menus are read and chosen over the bus, as a panel does."""

from __future__ import annotations

from typing import Any

from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, prep_socket

from tests.desktop.private_bus import FakeDesktop
from tests.virtual_display import LONGEST_S

WATCHER = "org.kde.StatusNotifierWatcher"
_ITEM, _MENU = "org.kde.StatusNotifierItem", "com.canonical.dbusmenu"
#: A line of a menu: its number, what is known of it, and the lines below it.
Line = tuple[int, dict[str, Any], list["Line"]]


class TrayHost:
    """The panel. It answers only in `wait_for_icon`; `stop` and `start` are its restart."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._line = DBusConnection(prep_socket(address.removeprefix("unix:path=").partition(",")[0], enable_fds=False))
        from jeepney import message_bus

        self._line.send_and_get_reply(message_bus.Hello(), timeout=LONGEST_S)
        self.start()

    def start(self) -> None:
        """Be there."""
        self._desktop = FakeDesktop(self.address, (WATCHER,))
        self._desktop.answers["Get"] = "v", (("b", True),)

    def stop(self) -> None:
        """Be gone."""
        self._desktop.close()

    def wait_for_icon(self) -> str:
        """Wait until an icon registers, and return the name of the program on the bus."""
        self._desktop.work(lambda: "RegisterStatusNotifierItem" in self._desktop.methods())
        return str(next(body[0] for name, body in self._desktop.calls if name == "RegisterStatusNotifierItem"))

    def tip(self, icon: str) -> str:
        """Read the words at the icon."""
        _kind, (_name, _pictures, title, _text) = self._get(icon, _ITEM, "ToolTip")
        return str(title)

    def menu(self, icon: str) -> list[Line]:
        """Read the menu: (number, properties, lines below) of each line."""
        _revision, (_root, _properties, lines) = self._call(
            icon, self._place(icon), _MENU, "GetLayout", "iias", (0, -1, [])
        )
        return [_read(line) for line in lines]

    def choose(self, icon: str, words: str) -> None:
        """Click a line of the menu, wherever in it."""
        number = next(one for one, known, _below in _all(self.menu(icon)) if known.get("label") == words)
        self._call(icon, self._place(icon), _MENU, "Event", "isvu", (number, "clicked", ("s", ""), 0))

    def close(self) -> None:
        """Leave the bus."""
        self.stop()
        self._line.close()

    def _place(self, icon: str) -> str:
        return str(self._get(icon, _ITEM, "Menu")[1])

    def _get(self, icon: str, interface: str, name: str) -> Any:
        found = self._call(
            icon, "/StatusNotifierItem", "org.freedesktop.DBus.Properties", "Get", "ss", (interface, name)
        )
        return found[0]

    def _call(self, icon: str, path: str, interface: str, method: str, signature: str, body: tuple[Any, ...]) -> Any:
        address = DBusAddress(path, bus_name=icon, interface=interface)
        reply = self._line.send_and_get_reply(new_method_call(address, method, signature, body), timeout=LONGEST_S)
        assert reply.header.message_type is not MessageType.error, (method, reply.body)
        return reply.body


def words(lines: list[Line]) -> list[str]:
    """The words of the lines, '' for a line between."""
    return [str(known.get("label", "")) for _number, known, _below in lines]


def _read(line: Any) -> Line:
    _signature, (number, known, below) = line
    return number, {name: value for name, (_kind, value) in known.items()}, [_read(one) for one in below]


def _all(lines: list[Line]) -> list[Line]:
    return [one for line in lines for one in (line, *_all(line[2]))]
