"""Packs that alternate over hours, in the background: values in, values out.

Time without a pack is counted on the clock that runs through sleep, and after a restart of the machine on the wall
clock: it is real time on the skin that matters. A pack itself is worn in an `Engine` of its own, with everything that
engine asks and refuses. Nothing here ever puts a pack on: the person does, each time, or nothing happens.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from coach.content.vocabulary import Mode
from coach.plan.rounds import Rounds, Turn
from coach.session.events import WORSE_REASONS, Event, Finished, PackOff, PackRefused, PartEnded
from coach.session.resting import Ending, Point, Reading, Rest, passed_ms
from coach.session.state import Checkpoint

#: So long a pack that is due waits to be put on; then nobody seems to be there, and it ends (our own choice).
PATIENCE_MS = 3 * 60 * 60_000
#: Reasons of a part after which no further pack is offered.
_STOPS = {
    **dict.fromkeys((*WORSE_REASONS, "worse"), Ending.WORSE),
    "skin": Ending.SKIN,
    "no-answer": Ending.NO_ANSWER,
    "ended": Ending.ENDED,
}


class Sight(NamedTuple):
    """What can be seen at one moment: the clocks, why a pack is not offered now ('' when it is), and whether a pack
    has been on as often as it may be in a day. Both come from the journal, and are asked only when it matters.
    """

    now: Reading
    refusal: Callable[[Turn], str]
    enough: Callable[[Turn], bool]
    speed: float = 1.0


class Worn(NamedTuple):
    """What became of one pack: whether it was on, how long, and why no further pack is offered, if so."""

    mode: Mode
    was_on: bool
    worn_ms: int
    ending: Ending | None


def begin(session: str) -> Point:
    """Return the beginning: the first pack is looked at next."""
    return Point(programme="alternating", session=session, rest=Rest.OFF)


def look(point: Point, rounds: Rounds, sight: Sight) -> Point:
    """Return where it stands now: still off, the next pack due, or over."""
    if point.rest not in {Rest.OFF, Rest.DUE}:
        return point
    if point.rest is Rest.DUE and _waited_too_long(point, sight):
        return over(point, Ending.NOBODY)
    point = _past_the_day(point, rounds, sight)
    if point.rest is Rest.OVER:
        return point
    if left_ms(point, rounds, sight):
        return replace(point, rest=Rest.OFF, due_since=None, held="")
    held = sight.refusal(rounds.turn(point.turn))
    if held:
        return replace(point, rest=Rest.OFF, due_since=None, held=held)
    return replace(point, rest=Rest.DUE, due_since=point.due_since or sight.now, held="")


def left_ms(point: Point, rounds: Rounds, sight: Sight) -> int:
    """Return how long no pack may go on yet: what the plan says, and the gap between two of one mode."""
    waits = [0]
    if point.off_since is not None:
        waits.append(point.off_ms - passed_ms(point.off_since, sight.now, sight.speed))
    mode = rounds.turn(point.turn).pack.mode
    last = point.last.get(mode)
    if last is not None:
        waits.append(rounds.gap_ms[mode] - passed_ms(last, sight.now, sight.speed))
    return max(waits)


def open_pack(point: Point, rounds: Rounds, sight: Sight) -> Point:
    """Return the point at which the pack that is due is asked about; unchanged where it may not go on (any more)."""
    point = look(point, rounds, sight)
    return replace(point, rest=Rest.PACK) if point.rest is Rest.DUE else point


def leave_out(point: Point, rounds: Rounds, now: Reading) -> Point:
    """Leave the pack that is due out; the next one comes after its usual time."""
    if point.rest not in {Rest.DUE, Rest.PACK} or point.pack is not None:
        return point
    return _next(point, rounds, now)


def pack_over(point: Point, rounds: Rounds, worn: Worn, now: Reading) -> Point:
    """Return where it stands after the pack is off, or was not put on."""
    if point.rest is not Rest.PACK:
        return point
    point = replace(point, inner=None, pack=None)
    if worn.was_on:
        point = replace(point, last={**point.last, worn.mode: now}, worn_ms=point.worn_ms + worn.worn_ms)
        point = replace(point, planned_ms=point.planned_ms + rounds.turn(point.turn).pack.ms)
    if worn.ending is not None:
        return over(point, worn.ending)
    return _next(point, rounds, now)


def written(point: Point, rounds: Rounds, said: Sequence[Event], inner: Checkpoint, now: Reading) -> Point:
    """Return the point to write down while a pack's engine runs, whose events so far are `said`.

    From the moment the pack is off, what comes after it is written: were the program to end before the engine does,
    this pack would not be due again, and nothing that ended all of it would be forgotten.
    """
    worn = worn_of(said, rounds.turn(point.turn).pack.mode)
    if worn is not None:
        return pack_over(point, rounds, worn, now)
    pack = None if inner.pack is None else replace(inner.pack, exposure=point.turn + 1)
    return replace(point, inner=inner, pack=pack)


def over(point: Point, ending: Ending) -> Point:
    """Return the end. Not while a pack is on: that comes off first."""
    if point.pack is not None and point.rest is Rest.PACK and ending is Ending.ENDED:
        return point
    return replace(point, rest=Rest.OVER, ending=ending, inner=None, pack=None, due_since=None, held="")


def restarted(point: Point, now: Reading, speed: float = 1.0) -> Point:
    """Return where it stands when the program begins anew: only the time without a pack went on meanwhile.

    A pack that was asked about but not on is due again; one that was on is for its engine to take off. What nobody
    came back to for hours is over.
    """
    if point.rest is Rest.PACK and point.pack is None:
        point = replace(point, rest=Rest.DUE, inner=None)
    if point.rest is Rest.OFF and point.off_since is not None:
        late_ms = passed_ms(point.off_since, now, speed) - point.off_ms
        return over(point, Ending.NOBODY) if late_ms > PATIENCE_MS else point
    return point


def worn_of(events: Sequence[Event], mode: Mode) -> Worn | None:
    """Read from the events of one pack's engine what became of it; None while the pack is asked about or on."""
    off = next((event for event in events if isinstance(event, PackOff)), None)
    if off is None and not any(isinstance(event, Finished) for event in events):
        return None
    said = [event.reason for event in events if isinstance(event, PartEnded)]
    ending = next((_STOPS[reason] for reason in reversed(said) if reason in _STOPS), None)
    if ending is None and any(isinstance(event, PackRefused) for event in events):
        ending = Ending.REFUSED
    return Worn(mode, off is not None, off.worn_ms if off is not None else 0, ending)


def _next(point: Point, rounds: Rounds, now: Reading) -> Point:
    """Go on to the next pack: nothing is on for as long as the plan says."""
    if point.turn + 1 >= rounds.packs:
        return over(point, Ending.DONE)
    off_ms = rounds.turn(point.turn).off_ms
    return replace(
        point,
        rest=Rest.OFF,
        turn=point.turn + 1,
        off_since=now,
        off_ms=off_ms,
        inner=None,
        due_since=None,
        held="",
    )


def _past_the_day(point: Point, rounds: Rounds, sight: Sight) -> Point:
    """Step over packs that had their number for today; over, when that is true of all of them."""
    if left_ms(point, rounds, sight):
        return point
    ahead = [sight.enough(turn) for turn in rounds.turns]
    if all(ahead):
        return over(point, Ending.ENOUGH)
    while ahead[point.turn % len(ahead)]:
        if point.turn + 1 >= rounds.packs:
            return over(point, Ending.ENOUGH)
        point = replace(point, turn=point.turn + 1, due_since=None)
    return point


def _waited_too_long(point: Point, sight: Sight) -> bool:
    return point.due_since is not None and passed_ms(point.due_since, sight.now, sight.speed) > PATIENCE_MS
