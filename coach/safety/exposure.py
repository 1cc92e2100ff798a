"""Heat and cold on one place: how much in a day, how long apart. Pure rules over what was worn.

Numbers and their sources are in thermal.toml; docs/decisions/0020-pacing.md says what counts as the same place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from coach.clock import Stamp
from coach.content.thermal import Thermal
from coach.content.vocabulary import Area, Mode, Side
from coach.safety import sentences

_US_PER_MS = 1_000
_US_PER_MINUTE = 60_000_000
#: A pack recorded further ahead than this was written by a clock set wrong, and is left aside.
_BELIEVABLE_AHEAD_US = 24 * 60 * _US_PER_MINUTE


class Worn(msgspec.Struct, frozen=True, kw_only=True):
    """A pack that was on. A contrast set is one: `contrast` True, `mode` that of its first pack.

    `off_utc_us` is when it came off, where that is known; else it is taken to have come off after `worn_ms`.
    """

    mode: Mode
    area: Area
    side: Side | None
    on_utc_us: int
    local_day: str
    worn_ms: int
    contrast: bool
    off_utc_us: int | None = None

    @property
    def end_utc_us(self) -> int:
        """When it came off, in microseconds since 1970 UTC."""
        counted = self.on_utc_us + self.worn_ms * _US_PER_MS
        return counted if self.off_utc_us is None else max(counted, self.off_utc_us)


class Wanted(NamedTuple):
    """A pack somebody wants to put on; `contrast`: heat and cold in turn."""

    mode: Mode
    area: Area
    side: Side | None
    contrast: bool = False


def same_skin(area: Area, side: Side | None, other_area: Area, other_side: Side | None) -> bool:
    """Whether two packs lie on the same skin: the same area, and not on opposite sides."""
    opposite = {side, other_side} == {Side.LEFT, Side.RIGHT}
    return area is other_area and not opposite


def modes_of(mode: Mode, *, contrast: bool) -> frozenset[Mode]:
    """What the skin had: a contrast set is both heat and cold."""
    return frozenset(Mode) if contrast else frozenset({mode})


def rest_min(wanted: Wanted, worn: Wanted, thermal: Thermal) -> float:
    """How many minutes without a pack lie between the two; 0 on other skin.

    What both have in common asks for its gap, the strictest one; heat and cold for the rest between a pair.
    """
    if not same_skin(wanted.area, wanted.side, worn.area, worn.side):
        return 0
    shared = modes_of(wanted.mode, contrast=wanted.contrast) & modes_of(worn.mode, contrast=worn.contrast)
    return max((thermal.limits(mode).same_mode_gap_min for mode in shared), default=thermal.pair.rest_min)


def alike(wanted: Wanted, worn: Wanted) -> bool:
    """Whether `worn` counts towards the day's number of `wanted`.

    Heat and cold are counted per place; contrast sets have a count of their own, whatever the place.
    """
    if wanted.contrast or worn.contrast:
        return wanted.contrast and worn.contrast
    return wanted.mode is worn.mode and same_skin(wanted.area, wanted.side, worn.area, worn.side)


def most_a_day(wanted: Wanted, thermal: Thermal) -> int:
    """How often in a day a pack like this may be on."""
    return thermal.contrast.max_per_day if wanted.contrast else thermal.limits(wanted.mode).max_per_area_per_day


def had_enough(
    wanted: Wanted, history: Iterable[Worn], thermal: Thermal, today: str, planned: Sequence[Wanted] = ()
) -> bool:
    """Whether packs like this were on, or are planned, as often as they may be on the local day `today`."""
    worn = (_as_wanted(one) for one in history if one.local_day == today)
    return sum(alike(wanted, other) for other in (*worn, *planned)) >= most_a_day(wanted, thermal)


def refusal(
    wanted: Wanted, history: Sequence[Worn], thermal: Thermal, now: Stamp, planned: Sequence[Wanted] = ()
) -> str:
    """Why a pack is not offered now and from when it is, as sentences; '' when nothing speaks against it.

    `planned` are packs that come before it in the same session: they count towards the day's number.
    """
    believed = [worn for worn in history if worn.on_utc_us <= now.utc_us + _BELIEVABLE_AHEAD_US]
    if had_enough(wanted, believed, thermal, now.local_day, planned):
        most = most_a_day(wanted, thermal)
        return sentences.enough_today(wanted.mode, wanted.area, wanted.side, most, contrast=wanted.contrast)
    if _pairs(believed, now, thermal) >= thermal.pair.max_per_day and _would_pair(
        wanted, believed, planned, thermal, now
    ):
        return sentences.enough_pairs(wanted.area, wanted.side, thermal.pair.max_per_day)
    latest, free_us = _latest(wanted, believed, thermal, now)
    if latest is None or free_us <= now.utc_us:
        return ""
    ended = min(latest.end_utc_us, now.utc_us)
    told = sentences.was_on(latest.mode, latest.area, latest.side, ended, now, contrast=latest.contrast)
    gap_us = free_us - ended
    return f"{told} {sentences.leave(gap_us // _US_PER_MS, free_us, now)}"


def _latest(wanted: Wanted, history: Iterable[Worn], thermal: Thermal, now: Stamp) -> tuple[Worn | None, int]:
    """The pack that keeps the place locked longest, and the moment it is free again."""
    latest: tuple[Worn | None, int] = (None, 0)
    for worn in history:
        minutes = rest_min(wanted, _as_wanted(worn), thermal)
        if minutes:
            # One that would end in the future ended by now at the latest: the clock was set back.
            free_us = min(worn.end_utc_us, now.utc_us) + round(minutes * _US_PER_MINUTE)
            latest = max(latest, (worn, free_us), key=lambda found: found[1])
    return latest


def _paired(one: Wanted, other: Wanted) -> bool:
    """Whether heat and cold meet on the same skin, neither of them a contrast set."""
    apart = one.contrast or other.contrast or one.mode is other.mode
    return not apart and same_skin(one.area, one.side, other.area, other.side)


def _pairs(history: Sequence[Worn], now: Stamp, thermal: Thermal) -> int:
    """How often today a pack followed one of the other mode on the same skin, soon enough to be a pair."""
    within_us = thermal.pair.within_min * _US_PER_MINUTE
    return sum(
        any(
            _paired(_as_wanted(one), _as_wanted(before)) and 0 <= one.on_utc_us - before.end_utc_us < within_us
            for before in history
        )
        for one in history
        if one.local_day == now.local_day
    )


def _would_pair(
    wanted: Wanted, history: Sequence[Worn], planned: Sequence[Wanted], thermal: Thermal, now: Stamp
) -> bool:
    """Whether a pack would follow one of the other mode: one that has just been on, or one of the same session."""
    within_us = thermal.pair.within_min * _US_PER_MINUTE
    lately = (_as_wanted(worn) for worn in history if now.utc_us - worn.end_utc_us < within_us)
    return any(_paired(wanted, other) for other in (*lately, *planned))


def _as_wanted(worn: Worn) -> Wanted:
    return Wanted(worn.mode, worn.area, worn.side, worn.contrast)
