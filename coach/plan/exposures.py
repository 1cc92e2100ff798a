"""Which packs of a routine may follow each other; what does not is left out, with the reason."""

from __future__ import annotations

from collections.abc import Sequence

from coach.content.thermal import ContrastLimits, Thermal
from coach.content.vocabulary import Mode
from coach.plan import pacing, words
from coach.plan.packs import Pack
from coach.safety.exposure import Wanted, alike, most_a_day, rest_min
from coach.safety.places import place


class Exposures:
    """The packs laid down so far in one routine, and the time without any since each."""

    def __init__(self, thermal: Thermal) -> None:
        self._thermal = thermal
        self._worn: list[Wanted] = []
        self._off_ms: list[int] = []

    def off(self, ms: int) -> None:
        """Count a time without a pack towards every gap."""
        self._off_ms = [off + ms for off in self._off_ms]

    def reason_against(self, pack: Pack, *, contrast: bool) -> str:
        """Why this pack is left out, as a sentence; '' when it may stay."""
        wanted = Wanted(pack.mode, pack.area, pack.side, contrast)
        for worn, off_ms in zip(self._worn, self._off_ms, strict=True):
            rest_ms = round(rest_min(wanted, worn, self._thermal) * pacing.MINUTE_MS)
            if off_ms < rest_ms:
                return words.left_out_gap(wanted, worn, rest_ms)
        most = most_a_day(wanted, self._thermal)
        if sum(alike(wanted, worn) for worn in self._worn) >= most:
            return words.left_out_count(None if contrast else pack.mode, place(pack.area, pack.side), most)
        return ""

    def wear(self, pack: Pack, *, contrast: bool) -> None:
        """Remember a pack (or a contrast set by its first pack) that is part of the plan."""
        self._worn.append(Wanted(pack.mode, pack.area, pack.side, contrast))
        self._off_ms.append(0)


def contrast_within(packs: Sequence[Pack], limits: ContrastLimits) -> list[Pack]:
    """Bring a contrast set under its caps: each pack, the rounds, and the whole with its swaps.

    Rounds are dropped from the end two packs at a time, so that the set still ends on the pack it asked for.
    """
    most = {Mode.HEAT: limits.heat_min[1], Mode.COLD: limits.cold_min[1]}
    kept = [pack._replace(ms=min(pack.ms, round(most[pack.mode] * pacing.MINUTE_MS))) for pack in packs]
    rounds = 2 * limits.cycles[1] + 1
    while len(kept) > 1 and (len(kept) > rounds or _total_ms(kept, limits) > limits.hard_total_min * pacing.MINUTE_MS):
        del kept[-min(2, len(kept) - 1) :]
    return kept


def _total_ms(packs: Sequence[Pack], limits: ContrastLimits) -> int:
    return sum(pack.ms for pack in packs) + round(limits.swap_s * pacing.MS) * (len(packs) - 1)
