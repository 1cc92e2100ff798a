"""Which packs of a timeline are not offered today, because of what the skin has had already."""

from __future__ import annotations

from collections.abc import Sequence

from coach.clock import Stamp
from coach.content.thermal import Thermal
from coach.content.vocabulary import Mode
from coach.plan.timeline import Timeline
from coach.safety.exposure import Wanted, Worn, refusal


def refusals(timeline: Timeline, history: Sequence[Worn], thermal: Thermal, now: Stamp) -> dict[int, str]:
    """Return, by part, the sentence why its pack is not offered; parts that may go on are left out.

    Judged as if every pack went on at `now`: time the routine leaves before a pack can be skipped, so it does
    not count. `history` holds neither rehearsals nor deleted packs: the caller leaves them out.
    """
    refused: dict[int, str] = {}
    planned: list[Wanted] = []
    for part, wanted in packs_of(timeline).items():
        reason = refusal(wanted, history, thermal, now, planned)
        if reason:
            refused[part] = reason
        else:
            planned.append(wanted)
    return refused


def packs_of(timeline: Timeline) -> dict[int, Wanted]:
    """Return the packs of a timeline by part; an exposure with both heat and cold is a contrast set."""
    modes: dict[int | None, set[Mode]] = {}
    for segment in timeline.segments:
        if segment.mode is not None:
            modes.setdefault(segment.exposure, set()).add(segment.mode)
    packs: dict[int, Wanted] = {}
    for segment in timeline.segments:
        if segment.mode is not None and segment.area is not None and segment.part not in packs:
            contrast = len(modes[segment.exposure]) > 1
            packs[segment.part] = Wanted(segment.mode, segment.area, segment.side, contrast)
    return packs
