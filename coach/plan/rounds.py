"""Routines that run in the background: packs with an hour or more without one between them, round after round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from coach.content.library import Library, RoutineFile
from coach.content.routine import ColdStep, Group, HeatStep, OffStep, Routine, Step
from coach.content.thermal import Thermal
from coach.content.vocabulary import Mode
from coach.plan import pacing
from coach.plan.compile import compile as compile_routine
from coach.plan.packs import Pack, pack_of
from coach.plan.timeline import CueKind, Part, Preferences, Segment, Timeline
from coach.safety.exposure import Wanted


class Turn(NamedTuple):
    """One pack, and how long nothing is on after it came off."""

    pack: Pack
    off_ms: int

    @property
    def wanted(self) -> Wanted:
        """The pack as the rules about skin know it."""
        return Wanted(self.pack.mode, self.pack.area, self.pack.side)


class Rounds(NamedTuple):
    """Packs in turn: one round, how many rounds there are at most, and the least time between two of one mode."""

    turns: tuple[Turn, ...]
    most: int
    gap_ms: dict[Mode, int]

    @property
    def packs(self) -> int:
        """How many packs there are in all rounds."""
        return len(self.turns) * self.most

    def turn(self, number: int) -> Turn:
        """The pack number `number`, counted from 0 over all rounds."""
        return self.turns[number % len(self.turns)]


def rounds_of(routine: Routine, thermal: Thermal) -> Rounds | None:
    """Return the rounds of a routine that runs in the background; None for one that is done in one sitting.

    Such a routine holds nothing but packs, each followed by `off` steps of an hour or more (thermal.toml).
    """
    turns = _turns(list(_written_out(routine.steps)), thermal)
    least, most = thermal.alternating.off_min
    if not turns or any(not least <= turn.off_ms / pacing.MINUTE_MS <= most for turn in turns):
        return None
    gaps = {mode: round(thermal.limits(mode).same_mode_gap_min * pacing.MINUTE_MS) for mode in Mode}
    return Rounds(turns, thermal.alternating.max_rounds_per_day, gaps)


def one_pack(found: RoutineFile, pack: Pack, library: Library, preferences: Preferences) -> Timeline:
    """Return the plan of one pack of a routine: put it on, wear it with checks, take it off."""
    seconds = pack.ms / pacing.MS
    kind = HeatStep if pack.mode is Mode.HEAT else ColdStep
    step = kind(duration_s=seconds, area=pack.area, side=pack.side)
    routine = msgspec.structs.replace(found.routine, steps=(step,))
    timeline = compile_routine(routine, library, preferences)
    cues = tuple(cue for cue in timeline.cues if cue.kind is not CueKind.DONE)  # the day goes on
    return msgspec.structs.replace(timeline, content_hash=found.content_hash, cues=cues)


def all_packs(found: RoutineFile, rounds: Rounds, library: Library, preferences: Preferences) -> Timeline:
    """Return the plan of every pack of all rounds, one part each, for the journal; times without a pack are left out."""
    once = [one_pack(found, turn.pack, library, preferences) for turn in rounds.turns]
    parts: list[Part] = []
    segments: list[Segment] = []
    for number in range(rounds.packs):
        plan = once[number % len(once)]
        start_ms = segments[-1].end_ms if segments else 0
        parts += [msgspec.structs.replace(part, step=number) for part in plan.parts]
        segments += [
            msgspec.structs.replace(
                segment, part=number, block=number, exposure=number + 1, start_ms=start_ms + segment.start_ms
            )
            for segment in plan.segments
        ]
    return msgspec.structs.replace(once[0], parts=tuple(parts), segments=tuple(segments), cues=())


def _written_out(steps: Sequence[Step | Group]) -> Iterator[Step | None]:
    """Every step in order, groups repeated; None for heat and cold in turn as one exposure."""
    for item in steps:
        if isinstance(item, Group):
            yield from (None,) if item.exposure else item.steps * item.repeat
        else:
            yield item


def _turns(steps: Sequence[Step | None], thermal: Thermal) -> tuple[Turn, ...]:
    turns: list[Turn] = []
    for step in steps:
        if isinstance(step, HeatStep | ColdStep):
            turns.append(Turn(pack_of(step, thermal), 0))
        elif isinstance(step, OffStep) and turns:
            turns[-1] = turns[-1]._replace(off_ms=turns[-1].off_ms + round(step.duration_s * pacing.MS))
        else:
            return ()
    return tuple(turns)
