"""What this desktop tells about the desk right now, thing by thing. No Qt."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from coach.i18n import _
from coach.ports.busy import BusyKind
from coach.ports.desk import Doors
from coach.ports.probe import Finding
from coach.ports.sensor import Sensor
from coach.reminders.why import minutes_words

_BUSY = (BusyKind.MICROPHONE, BusyKind.SCREEN, BusyKind.QUIET, BusyKind.FULL_SCREEN)


class Seen(StrEnum):
    """What is seen of one thing now. NOTICED: it works, and is told only when it happens; LOOKING: not known yet."""

    YES = "yes"
    NO = "no"
    NOTICED = "noticed"
    LOOKING = "looking"
    IMPOSSIBLE = "impossible"


class Sensed(NamedTuple):
    """One thing: `key` is "here", "lock", "sleep" or a `BusyKind`; `words` what is seen now ('' while nobody looks), `how` through what or why not.

    `who`: the program that does it, as it calls itself; '' where none is told.
    """

    key: str
    title: str
    seen: Seen
    words: str
    how: str
    who: str = ""


def sensed_of(doors: Doors) -> tuple[Sensed, ...]:
    """Return what the doors tell now; somebody has to watch them."""
    busy = (_busy(kind, doors.busy[kind]) for kind in _BUSY if kind in doors.busy)
    return (_here(doors), _locked(doors), _asleep(doors), *busy)


def not_looked() -> tuple[Sensed, ...]:
    """Return the same things while nobody watches."""
    keys = ("here", "lock", "sleep", *(kind.value for kind in _BUSY))
    return tuple(Sensed(key, thing_title(key), Seen.LOOKING, "", "") for key in keys)


def thing_title(key: str) -> str:
    """Name a thing as a statement that is so or not so."""
    return {
        "here": _("You are at the desk"),
        "lock": _("The screen is locked"),
        "sleep": _("The computer sleeps"),
        BusyKind.MICROPHONE: _("The microphone is in use"),
        BusyKind.SCREEN: _("A program keeps the screen on"),
        BusyKind.QUIET: _("“Do not disturb” is on"),
        BusyKind.FULL_SCREEN: _("A window fills the screen"),
    }[key]


def _here(doors: Doors) -> Sensed:
    idle_s = doors.idle.idle_s()
    on = None if idle_s is None else idle_s < 5 * 60
    made = _one("here", on, doors.idle.finding())
    if idle_s is not None and idle_s >= 30:
        untouched = minutes_words(round(idle_s * 1000))
        form = _("yes, nothing touched for {length}") if on else _("no, nothing touched for {length}")
        return made._replace(words=form.format(length=untouched))
    return made


def _locked(doors: Doors) -> Sensed:
    return _one("lock", doors.lock.sense().on, doors.lock.finding())


def _asleep(doors: Doors) -> Sensed:
    finding = doors.suspend.finding()
    made = _one("sleep", None, finding)
    return made._replace(seen=Seen.NOTICED, words=_("noticed when it happens")) if finding.ok else made


def _busy(kind: BusyKind, door: Sensor) -> Sensed:
    sense = door.sense()
    made = _one(kind.value, sense.on, door.finding())
    if sense.on and sense.who:
        return made._replace(words=_("yes, by {program}").format(program=sense.who), who=sense.who)
    return made


def _one(key: str, on: bool | None, finding: Finding) -> Sensed:  # noqa: FBT001  three-valued, as doors tell it
    if on is not None:
        seen, words = (Seen.YES, _("yes")) if on else (Seen.NO, _("no"))
    elif finding.ok or finding.looking:
        seen, words = Seen.LOOKING, _("being looked for")
    else:
        seen, words = Seen.IMPOSSIBLE, _("not possible here")
    how = "" if finding.looking else _sentence(finding.sentence)
    return Sensed(key, thing_title(key), seen, words, how)


def _sentence(words: str) -> str:
    """Make a sentence of what a finding says."""
    words = words.strip()
    return f"{words[:1].upper()}{words[1:]}" + ("" if words.endswith((".", "…")) or not words else ".")
