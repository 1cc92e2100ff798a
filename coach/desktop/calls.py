"""What is asked of a service on a message bus, whoever carries it there: the window's loop or a thread that waits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, Protocol

from coach.i18n import _

#: Told what a method returned and '', or nothing and why not.
Answer = Callable[[tuple[Any, ...], str], None]


class Call(NamedTuple):
    """One method of one object of one service."""

    service: str
    path: str
    interface: str
    method: str
    signature: str = ""
    values: tuple[Any, ...] = ()


class Carrier(Protocol):
    """Takes calls to a bus."""

    def call(self, call: Call, answer: Answer | None = None) -> None:
        """Call a method; `answer` comes later or at once."""
        ...

    def close(self) -> None:
        """Leave the bus; what was held on it is free."""
        ...


def refusal_words(fault: str) -> str:
    """Say why a call was refused; `fault` is the name of the error, as in "org.freedesktop.DBus.Error.ServiceUnknown"."""
    name = fault.rpartition(".")[2] or fault
    return {
        "ServiceUnknown": _("no service for it is running"),
        "NameHasNoOwner": _("no service for it is running"),
        "AccessDenied": _("it is not allowed here"),
        "InteractiveAuthorizationRequired": _("it is not allowed here"),
        "UnknownMethod": _("this desktop has no way to ask for it"),
        "NotSupported": _("this desktop has no way to ask for it"),
        "NoReply": _("the desktop does not answer"),
    }.get(name, name)
