"""A message bus of the test's own, and a desktop on it that answers from the test's own loop: no thread, no waiting."""

from __future__ import annotations

import os
import select
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path={path}</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>"""

Answer = tuple[str, tuple[Any, ...]] | str | None


def why_not() -> str:
    """Say why no bus can be started here."""
    return "" if shutil.which("dbus-daemon") else "dbus-daemon is not installed"


@contextmanager
def private_bus(folder: Path) -> Iterator[str]:
    """Run a bus in `folder` (its path must be short) and yield its address."""
    path, config = folder / "bus", folder / "bus.conf"
    config.write_text(_CONFIG.format(path=path), encoding="utf-8")
    command = ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address=1"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert daemon.stdout is not None
    try:
        address = daemon.stdout.readline().decode().strip()
        assert address
        yield address
    finally:
        daemon.terminate()
        daemon.wait()
        daemon.stdout.close()


class FakeDesktop:
    """Owns names on the bus. `answers`: by method, what it returns as (signature, values), or a fault's name; several in turn."""

    def __init__(self, address: str, names: tuple[str, ...]) -> None:
        from jeepney import message_bus
        from jeepney.io.blocking import DBusConnection, prep_socket

        sock = prep_socket(address.removeprefix("unix:path=").partition(",")[0], enable_fds=True)
        self.line = DBusConnection(sock, enable_fds=True)
        for name in names:
            self.line.send_and_get_reply(message_bus.RequestName(name), timeout=5)
        self.calls: list[tuple[str, tuple[Any, ...]]] = []
        self.answers: dict[str, Answer | Iterator[Answer]] = {}
        self.given: list[socket.socket] = []
        self.sender = ""

    def own(self, name: str) -> None:
        """Come onto the bus as a service."""
        from jeepney import message_bus

        self.line.send(message_bus.RequestName(name))

    def disown(self, name: str) -> None:
        """Go from the bus as a service."""
        from jeepney import message_bus

        self.line.send(message_bus.ReleaseName(name))

    def methods(self) -> list[str]:
        return [name for name, _values in self.calls]

    def work(self, until: Callable[[], bool]) -> None:
        """Let the desktop and the program talk until something is so."""
        for _round in range(2_000):
            QCoreApplication.processEvents()
            if until():
                return
            readable, _w, _x = select.select([self.line.sock], [], [], 0.005)
            if readable:
                self._take()
        raise AssertionError(f"it never came to that; heard {self.calls}")

    def tell(self, path: str, interface: str, member: str, signature: str, values: tuple[Any, ...]) -> None:
        """Send a signal."""
        from jeepney import DBusAddress, new_signal

        self.line.send(new_signal(DBusAddress(path, interface=interface), member, signature, values))

    def hand_over(self) -> tuple[str, tuple[Any, ...]]:
        """Answer with a file descriptor; the other end is kept in `given`, and reads empty when it was let go."""
        ours, theirs = socket.socketpair()
        self.given.append(ours)
        return "h", (theirs,)

    def let_go(self, number: int) -> bool:
        """Whether the descriptor handed over is closed at the other side."""
        readable, _w, _x = select.select([self.given[number]], [], [], 0)
        return bool(readable) and self.given[number].recv(1) == b""

    def close(self) -> None:
        self.line.close()
        for one in self.given:
            one.close()

    def _take(self) -> None:
        from jeepney import HeaderFields, MessageType, new_error, new_method_return

        message = self.line.receive(timeout=0)
        if message.header.message_type is not MessageType.method_call:
            return
        method = message.header.fields[HeaderFields.member]
        self.calls.append((method, message.body))
        found = self.answers.get(method, ("", ()))
        answer = next(found) if isinstance(found, Iterator) else found
        if answer == "fd":
            answer = self.hand_over()
        if answer is None:
            return
        if isinstance(answer, str):
            self.line.send(new_error(message, answer))
            return
        self.line.send(new_method_return(message, answer[0] or None, answer[1]))
        if answer[0] == "h":
            answer[1][0].close()


def short_folder() -> Path:
    """Return a new folder whose path leaves room for a socket's name."""
    import tempfile

    return Path(tempfile.mkdtemp(prefix="lb-", dir=os.environ.get("TMPDIR", "/tmp")))  # noqa: S108
