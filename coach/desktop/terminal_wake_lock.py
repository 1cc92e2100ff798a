"""Keeping the machine awake from the terminal: a thread of its own waits for the desktop, so that no cue is late."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

from coach.desktop.calls import Answer, Call, refusal_words
from coach.desktop.inhibitions import Awake, elsewhere, on_the_bus
from coach.i18n import _
from coach.ports.wake_lock import Hold, Told

#: So long an answer is waited for (RELIABILITY 39).
_PATIENCE_S = 1.0


class WaitingBus:
    """See `coach.desktop.calls.Carrier`: every call waits for its answer, a second at most."""

    def __init__(self, *, system: bool = False) -> None:
        self._system = system
        self._line: Any = None

    def call(self, call: Call, answer: Answer | None = None) -> None:
        """Call a method and tell `answer` before returning."""
        values, why = self._asked(call)
        if answer is not None:
            answer(values, why)

    def close(self) -> None:
        """Leave the bus."""
        line, self._line = self._line, None
        if line is not None:
            line.close()

    def _asked(self, call: Call) -> tuple[tuple[Any, ...], str]:
        try:
            from jeepney import DBusAddress, HeaderFields, MessageType, new_method_call

            at = DBusAddress(call.path, bus_name=call.service, interface=call.interface)
            message = new_method_call(at, call.method, call.signature or None, call.values)
            reply = self._open().send_and_get_reply(message, timeout=_PATIENCE_S)
        except TimeoutError:
            self.close()
            return (), _("the desktop does not answer")
        except (ImportError, AttributeError, KeyError, OSError, RuntimeError, ValueError):
            self.close()
            return (), _("no system bus is running") if self._system else _("no session bus is running")
        if reply.header.message_type is MessageType.error:
            name = str(reply.header.fields.get(HeaderFields.error_name, ""))
            return (), refusal_words(name)
        return tuple(reply.body), ""

    def _open(self) -> Any:
        """Get onto the bus, once."""
        if self._line is None:
            from jeepney.bus import get_bus
            from jeepney.io.blocking import DBusConnection, prep_socket

            address = get_bus("SYSTEM" if self._system else "SESSION")
            sock = prep_socket(address, enable_fds=self._system, timeout=_PATIENCE_S)
            self._line = DBusConnection(sock, enable_fds=self._system)
        return self._line


class TerminalWakeLock:
    """See `coach.ports.wake_lock.WakeLock`; `told` is called in the thread that waits."""

    def __init__(self, awake: Awake) -> None:
        self._awake = awake
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="wake-lock")

    def hold(self, hold: Hold, told: Told) -> None:
        """Hold this and let the rest go, in a moment."""
        self._thread.submit(self._awake.hold, hold, told)

    def close(self) -> None:
        """Let everything go."""
        self._thread.submit(self._awake.close)
        self._thread.shutdown()


def terminal_wake_lock() -> TerminalWakeLock:
    """Return what this system has."""
    return TerminalWakeLock(elsewhere() or on_the_bus(WaitingBus(), WaitingBus(system=True)))
