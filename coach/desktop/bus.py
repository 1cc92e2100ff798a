"""A connection to a message bus that never makes the window wait: calls go out, answers come when they come.

Qt's own bus (QtDBus) cannot send the unsigned numbers that notifications and inhibitions need; docs/decisions/0050.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from coach.desktop.calls import Answer, Call, refusal_words
from coach.i18n import _

#: So long an answer is waited for (RELIABILITY 39), and getting onto the bus at most.
PATIENCE_MS = 1_000
_TICKS = 4
_READ = 4096

Heard = Callable[[tuple[Any, ...]], None]


@dataclass(slots=True)
class _Asked:
    """Somebody waits for an answer, for so many more ticks."""

    answer: Answer
    ticks: int = _TICKS


class _Ear(NamedTuple):
    """Somebody who listens: to one object or to any (None), to signals whose first word is `first` or to all."""

    heard: Heard
    path: str | None
    first: str | None


class Bus(QObject):
    """The session's bus, or the system's (`system`), which may hand over file descriptors.

    `lost`: the bus has gone, and with it whoever was listening; the next call looks for it again.
    """

    lost = Signal()

    def __init__(self, parent: QObject | None = None, *, system: bool = False) -> None:
        super().__init__(parent)
        self._system = system
        self._socket: socket.socket | None = None
        self._parser: Any = None
        self._ready: QSocketNotifier | None = None
        self._serial = 0
        self._asked: dict[int, _Asked] = {}
        self._watch = QTimer(self)  # one for all calls, and only while one waits
        self._watch.timeout.connect(self._tick)
        self._heard: dict[tuple[str, str], list[_Ear]] = {}

    def open(self) -> str:
        """Get onto the bus; asked for again it does nothing. Returns why not, '' when it is on."""
        if self._socket is not None:
            return ""
        try:
            from jeepney import Parser, message_bus
            from jeepney.bus import get_bus
            from jeepney.io.blocking import prep_socket

            address = get_bus("SYSTEM" if self._system else "SESSION")
            self._socket = prep_socket(address, enable_fds=self._system, timeout=PATIENCE_MS / 1000)
        except (ImportError, AttributeError, KeyError, OSError, RuntimeError, ValueError):
            return _("no system bus is running") if self._system else _("no session bus is running")
        self._socket.settimeout(PATIENCE_MS / 1000)
        self._parser = Parser()
        self._ready = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self)
        self._ready.activated.connect(self._read)
        self._send(message_bus.Hello(), None)
        return ""

    def call(self, call: Call, answer: Answer | None = None) -> None:
        """Call a method; `answer` gets what it returns and '', or nothing and why not, later or at once."""
        why = self.open()
        if why:
            if answer is not None:
                answer((), why)
            return
        from jeepney import DBusAddress, new_method_call

        at = DBusAddress(call.path, bus_name=call.service, interface=call.interface)
        self._send(new_method_call(at, call.method, call.signature or None, call.values), answer)

    def listen(
        self, interface: str, member: str, heard: Heard, path: str | None = None, first: str | None = None
    ) -> Callable[[], None]:
        """Be told a signal's values, of one object or of any; returns how to listen no more."""
        if self.open():
            return lambda: None
        from jeepney import MatchRule, message_bus

        ear, ears = _Ear(heard, path, first), self._heard.setdefault((interface, member), [])
        ears.append(ear)
        rule = MatchRule(type="signal", interface=interface, member=member, path=path)
        if first is not None:
            rule.add_arg_condition(0, first)
        self._send(message_bus.AddMatch(rule), None)

        def no_more() -> None:
            if ear in ears:
                ears.remove(ear)
                if self._heard.get((interface, member)) is ears:  # else the bus has gone meanwhile
                    self._send(message_bus.RemoveMatch(rule), None)

        return no_more

    def close(self) -> None:
        """Leave the bus; nothing is answered any more, and what was held on it is free."""
        self._asked.clear()
        self._heard.clear()
        self._watch.stop()
        if self._ready is not None:
            self._ready.setEnabled(False)
            self._ready.deleteLater()
        if self._socket is not None:
            self._socket.close()
        self._socket = self._ready = self._parser = None

    def _send(self, message: Any, answer: Answer | None) -> None:
        self._serial += 1
        serial = self._serial
        if answer is not None:
            self._asked[serial] = _Asked(answer)
            if not self._watch.isActive():
                self._watch.start(PATIENCE_MS // _TICKS)
        try:
            if self._socket is not None:
                self._socket.sendall(message.serialise(serial=serial))
        except OSError:
            self._lost()

    def _read(self) -> None:
        """Take what has come; the notifier calls again while there is more."""
        if self._socket is None:
            return
        try:
            data, descriptors = self._received(self._socket)
        except TimeoutError:
            return
        except OSError:
            data, descriptors = b"", []
        if not data:
            self._lost()
            return
        self._parser.add_data(data, fds=descriptors)
        while self._parser is not None and (message := self._parser.get_next_message()) is not None:
            self._take(message)

    def _received(self, from_: socket.socket) -> tuple[bytes, list[Any]]:
        if not self._system:
            return from_.recv(_READ), []
        from jeepney.fds import FileDescriptor, fds_buf_size

        data, ancillary, _flags, _address = from_.recvmsg(self._parser.bytes_desired(), fds_buf_size())
        return data, list(FileDescriptor.from_ancdata(ancillary))

    def _take(self, message: Any) -> None:
        from jeepney import HeaderFields, MessageType

        fields, kind = message.header.fields, message.header.message_type
        if kind is MessageType.signal:
            path = fields.get(HeaderFields.path)
            for ear in tuple(
                self._heard.get((fields.get(HeaderFields.interface), fields.get(HeaderFields.member)), ())
            ):
                if ear.path in {None, path} and (ear.first is None or message.body[:1] == (ear.first,)):
                    ear.heard(message.body)
        elif kind is MessageType.method_return:
            self._answered(fields.get(HeaderFields.reply_serial, 0), message.body, "")
        elif kind is MessageType.error:
            name = str(fields.get(HeaderFields.error_name, ""))
            self._answered(fields.get(HeaderFields.reply_serial, 0), (), refusal_words(name))

    def _answered(self, serial: int, values: tuple[Any, ...], why: str) -> None:
        asked = self._asked.pop(serial, None)
        if not self._asked:
            self._watch.stop()
        if asked is not None:
            asked.answer(values, why)

    def _tick(self) -> None:
        """Wait no longer for what should have been answered by now."""
        for serial, asked in list(self._asked.items()):
            asked.ticks -= 1
            if asked.ticks <= 0:
                self._answered(serial, (), _("the desktop does not answer"))

    def _lost(self) -> None:
        """The bus is gone: whoever waits is told."""
        waiting = [asked.answer for asked in self._asked.values()]
        self.close()
        for answer in waiting:
            answer((), _("the session bus is gone"))
        self.lost.emit()
