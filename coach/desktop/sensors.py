"""A door to something that is so or not so: ways in order of preference, and beside them others that count as well."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject

from coach.desktop.ways import FirstOf, Way
from coach.i18n import _
from coach.ports.probe import Finding
from coach.ports.sensor import UNKNOWN, Sense

#: Ways of which the first that works is used.
Group = Sequence[Way[Sense]]


class About(NamedTuple):
    """What a door is called, and what is said where nothing works, with {why} in it; asked for anew each time."""

    name: Callable[[], str]
    missing: Callable[[], str]


class Door:
    """See `coach.ports.sensor.Sensor`. It is so as soon as one of the `groups` says it."""

    def __init__(self, about: About, groups: Sequence[Group], parent: QObject | None = None) -> None:
        self._about = about
        self._groups = [FirstOf(group, parent) for group in groups]
        self._senses = [UNKNOWN for _group in groups]
        self._told: Callable[[Sense], None] = lambda _sense: None
        self._last: Sense | None = None

    def watch(self, told: Callable[[Sense], None]) -> None:
        """Tell what is seen."""
        self.close()
        self._told = told
        if not self._groups:
            told(UNKNOWN)
        for number, group in enumerate(self._groups):
            group.open(partial(self._heard, number), partial(self._heard, number, UNKNOWN))

    def sense(self) -> Sense:
        """Return what is seen now."""
        on = [sense for sense in self._senses if sense.on]
        if on:
            return next((sense for sense in on if sense.who), on[0])
        return Sense(False) if any(sense.on is False for sense in self._senses) else UNKNOWN

    def finding(self) -> Finding:
        """Say how it is seen."""
        ways = [way for group in self._groups if (way := group.in_use) is not None]
        if ways:
            return Finding(self._about.name(), True, "; ".join(way.words() for way in ways))
        if not self.settled():
            return Finding(self._about.name(), False, _("being looked for"), looking=True)
        reasons = dict.fromkeys(group.reasons for group in self._groups if group.reasons)
        why = "; ".join(reasons) or (_("not looked for yet") if self._groups else _("this system does not tell it"))
        return Finding(self._about.name(), False, self._about.missing().format(why=why))

    def settled(self) -> bool:
        """Whether it is known by now whether anything can be told."""
        return all(group.settled() for group in self._groups)

    def close(self) -> None:
        """Watch no more."""
        for group in self._groups:
            group.close()
        self._senses = [UNKNOWN for _group in self._groups]
        self._last = None

    def _heard(self, number: int, sense: Sense) -> None:
        self._senses[number] = sense
        now = self.sense()
        if now != self._last and self.settled():
            self._last = now
            self._told(now)
