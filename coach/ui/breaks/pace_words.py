"""The lengths that are offered for reminders, and their words. No Qt."""

from __future__ import annotations

from coach.i18n import _
from coach.settings.breaks import Breaks, Cadence
from coach.ui.words import number_text

#: Minutes between reminders that are offered for each kind, and lengths in seconds.
NUDGE_EVERY = (20, 30, 45, 60)
MOVE_EVERY = (30, 45, 60, 90, 120)
OWN_EVERY = (20, 30, 45, 60, 90, 120, 180)
LENGTHS = (45, 60, 90, 120, 150, 180, 300)
_OWN = "own-{number}"
#: So many reminders there may be at most.
MOST = 12


def every_words(minutes: int) -> str:
    """Write minutes: "45 min"."""
    return _("{n} min").format(n=minutes)


def length_words(seconds: int) -> str:
    """Write the length of a break: "45 s", "2.5 min"."""
    if seconds < 60:
        return _("{n} s").format(n=seconds)
    return _("{n} min").format(n=number_text(round(seconds / 60, 1)))


def cadence_of(breaks: Breaks, key: str) -> Cadence:
    """Return a reminder by its key; the usual one where the settings have none."""
    found = (one for one in (*breaks.cadences, *Breaks().cadences) if one.key == key)
    return next(found)


def own_of(breaks: Breaks) -> tuple[Cadence, ...]:
    """Return the reminders that the person made."""
    usual = {one.key for one in Breaks().cadences}
    return tuple(one for one in breaks.cadences if one.key not in usual)


def with_cadence(breaks: Breaks, changed: Cadence) -> tuple[Cadence, ...]:
    """Return all reminders with one of them changed, or one more."""
    if any(one.key == changed.key for one in breaks.cadences):
        return tuple(changed if one.key == changed.key else one for one in breaks.cadences)
    return (*breaks.cadences, changed)


def without_cadence(breaks: Breaks, key: str) -> tuple[Cadence, ...]:
    """Return all reminders but one."""
    return tuple(one for one in breaks.cadences if one.key != key)


def free_key(breaks: Breaks) -> str:
    """Return a key that no reminder has."""
    taken = {one.key for one in breaks.cadences}
    return next(key for number in range(1, MOST + 2) if (key := _OWN.format(number=number)) not in taken)


def own_words(cadence: Cadence) -> str:
    """Say how often one's own reminder comes, and what for."""
    if cadence.moves:
        form = _("Every {every}: you get up for {length}.")
        return form.format(every=every_words(cadence.every_min), length=length_words(cadence.length_s))
    if not cadence.text or cadence.text == cadence.name:  # its name stands above
        return _("Every {every}.").format(every=every_words(cadence.every_min))
    return _("Every {every}: “{text}”").format(every=every_words(cadence.every_min), text=cadence.text)
