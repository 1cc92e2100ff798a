"""Which reminders have a rhythm now: the person's cadences, or sit, stand and move in turn; gentler in a flare-up."""

from __future__ import annotations

from typing import NamedTuple

from coach.content.vocabulary import BreakKind
from coach.settings.breaks import MOVE, NUDGE, STAND, Breaks, Cadence

_MIN = 60_000
_S = 1_000
#: In a flare-up: no movement break longer, no nudge rarer, than this.
FLARE_MOVE_MS = 60 * _S
FLARE_NUDGE_MS = 20 * _MIN
#: Below this a movement break has nothing to offer.
SHORTEST_MS = 45 * _S
_SHORTER_MS = 60 * _S
_STAND_READ_MS = 60 * _S
#: Of two that come due together the later one here is asked.
_WEIGHT = {BreakKind.NUDGE: 0, BreakKind.STAND: 1, BreakKind.MOVE: 2}


class Pace(NamedTuple):
    """One reminder as it runs now: due after `every_ms` seated (`while_standing`: standing) milliseconds, `length_ms` long."""

    key: str
    kind: BreakKind
    every_ms: int
    length_ms: int
    while_standing: bool = False

    @property
    def weight(self) -> int:
        """Which of two is asked when both are due: the greater."""
        return _WEIGHT[self.kind]


def paces_of(breaks: Breaks, *, flare: bool = False) -> tuple[Pace, ...]:
    """Return what runs now, each key once, in the person's order."""
    found: dict[str, Pace] = {}
    turn = breaks.rotation
    if turn.on:
        found[STAND] = Pace(STAND, BreakKind.STAND, turn.sit_min * _MIN, _STAND_READ_MS)
        found[MOVE] = Pace(MOVE, BreakKind.MOVE, turn.stand_min * _MIN, turn.move_min * _MIN, while_standing=True)
    for cadence in breaks.cadences:
        if cadence.on and not (turn.on and cadence.key in {NUDGE, MOVE}):
            found.setdefault(cadence.key, _pace(cadence))
    return tuple(_gentler(pace) if flare else pace for pace in found.values())


def shorter_ms(length_ms: int) -> int:
    """Return the length of the shorter break, the same when there is none."""
    return min(length_ms, _SHORTER_MS if length_ms > _SHORTER_MS else SHORTEST_MS)


def _pace(cadence: Cadence) -> Pace:
    kind = BreakKind.MOVE if cadence.moves else BreakKind.NUDGE
    return Pace(cadence.key, kind, cadence.every_min * _MIN, cadence.length_s * _S)


def _gentler(pace: Pace) -> Pace:
    """Shorter movement, and a change of position more often; the rotation changes position often enough."""
    if pace.kind is BreakKind.MOVE:
        return pace._replace(length_ms=min(pace.length_ms, FLARE_MOVE_MS))
    if pace.kind is BreakKind.NUDGE and pace.key == NUDGE:
        return pace._replace(every_ms=min(pace.every_ms, FLARE_NUDGE_MS))
    return pace
