"""What ways over a message bus have in common: they end with their service, and answers that come too late are not heard."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Generic, TypeVar

from coach.desktop.bus import Bus, Heard
from coach.desktop.calls import Call
from coach.desktop.ways import Ended
from coach.i18n import _

_Value = TypeVar("_Value")

PROPERTIES = "org.freedesktop.DBus.Properties"
_BUS = "org.freedesktop.DBus"
_NOT_UNDERSTOOD = (IndexError, KeyError, TypeError, ValueError, AttributeError)


class BusWay(Generic[_Value]):
    """See `coach.desktop.ways.Way`. A kind of it says what to ask in `begin` and what to tell then."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._tell: Callable[[_Value], None] = lambda _value: None
        self._ended: Ended = lambda _why: None
        self._stops: list[Callable[[], None]] = []
        self._turn = 0

    def open(self, tell: Callable[[_Value], None], ended: Ended) -> None:
        """Get onto the bus and begin."""
        self.close()
        why = self._bus.open()
        if why:
            ended(why)
            return
        self._tell, self._ended = tell, ended
        self._bus.lost.connect(self._lost)
        self._stops.append(self._deaf)
        self.begin()

    def close(self) -> None:
        """Listen no more."""
        self._turn += 1
        stops, self._stops = self._stops, []
        for stop in stops:
            stop()

    def begin(self) -> None:
        """Ask and listen; the service may not be there."""
        raise NotImplementedError

    def words(self) -> str:
        """Say who tells."""
        raise NotImplementedError

    def tell(self, value: _Value) -> None:
        """Tell what is so."""
        self._tell(value)

    def end(self, why: str) -> None:
        """It is not possible (any more)."""
        ended = self._ended
        self.close()
        ended(why)

    def ask(self, call: Call, answered: Callable[[tuple[Any, ...]], None]) -> None:
        """Call a method whose refusal is the end of this way."""
        turn = self._turn

        def came(values: tuple[Any, ...], why: str) -> None:
            if turn != self._turn:
                return
            if why:
                self.end(why)
            else:
                self._understand(answered, values)

        self._bus.call(call, came)

    def wonder(
        self, call: Call, answered: Callable[[tuple[Any, ...]], None], refused: Callable[[], None] = lambda: None
    ) -> None:
        """Call a method that may be refused, or answered with what is not understood."""
        turn = self._turn

        def came(values: tuple[Any, ...], why: str) -> None:
            if turn != self._turn:
                return
            if why:
                refused()
                return
            try:
                answered(values)
            except _NOT_UNDERSTOOD:
                refused()

        self._bus.call(call, came)

    def do(self, call: Call) -> None:
        """Call a method whose answer says nothing."""
        self._bus.call(call)

    def hear(
        self, interface: str, member: str, heard: Heard, path: str | None = None, first: str | None = None
    ) -> None:
        """Listen to a signal while this way is open."""
        said = partial(self._understand, heard)
        self._stops.append(self._bus.listen(interface, member, said, path, first))

    def hear_property(self, path: str, interface: str, heard: Callable[[dict[str, Any]], None]) -> None:
        """Listen to changed properties: told by name with their values, and None where only the change is told."""

        def changed(values: tuple[Any, ...]) -> None:
            _interface, known, unknown = values
            heard({name: value for name, (_kind, value) in known.items()} | dict.fromkeys(unknown))

        self.hear(PROPERTIES, "PropertiesChanged", changed, path, interface)

    def live_with(self, service: str) -> None:
        """End when the service goes."""

        def moved(values: tuple[Any, ...]) -> None:
            if not values[2]:
                self.end(_("its service has stopped"))

        self.hear(_BUS, "NameOwnerChanged", moved, None, service)

    def _understand(self, take: Heard, values: tuple[Any, ...]) -> None:
        """Whoever is on the bus may say anything: what is not as it should be ends this way, not the program."""
        try:
            take(values)
        except _NOT_UNDERSTOOD:
            self.end(_("it says what is not understood"))

    def _deaf(self) -> None:
        self._bus.lost.disconnect(self._lost)

    def _lost(self) -> None:
        self.end(_("the message bus is gone"))
