"""The program's own ceilings for heat and cold: whatever thermal.toml says, it cannot go beyond these.

Numbers are those of docs/safety.md: heat and cold end at 20 minutes (HW-HEATICE2, MPFT-COLD), three times a day on one
place (MPFT-HEAT, HW-HEATICE), 120 minutes apart (HKEHS, SH-ICEHEAT, SFH); heat and cold in turn 25 minutes, twice a day,
and one after the other 30 minutes apart (TMMAG), twice a day.
"""

from __future__ import annotations

from typing import TypeVar

from msgspec.structs import replace

from coach.content.thermal import AlternatingLimits, ContrastLimits, ModeLimits, PairLimits, SkinCheck, Thermal

_Number = TypeVar("_Number", int, float)

_HARD_STOP_MIN = 20.0
_SELECTABLE_MIN = {"heat": 20.0, "cold": 15.0}
_A_DAY = 3
_GAP_MIN = 120.0
_CONTRAST_MIN = 25.0
_CONTRAST_A_DAY = 2
_CONTRAST_PACK_MIN = {"heat": 4.0, "cold": 2.0}
_CONTRAST_CYCLES = 4
_PAIR_REST_MIN, _PAIR_WITHIN_MIN, _PAIRS_A_DAY = 30.0, 60.0, 2
_OFF_MIN = (60.0, 240.0)
_ROUNDS = 3
_CHECK_MIN = 5.0
_PAUSE_S, _END_S = 60.0, 120.0


def held(thermal: Thermal) -> Thermal:
    """Return the same limits, every one of them at least as careful as the program's own."""
    return replace(
        thermal,
        heat=_mode(thermal.heat, _SELECTABLE_MIN["heat"]),
        cold=_mode(thermal.cold, _SELECTABLE_MIN["cold"]),
        contrast=_contrast(thermal.contrast),
        pair=_pair(thermal.pair),
        alternating=_alternating(thermal.alternating),
        skin_check=_check(thermal.skin_check),
    )


def _mode(limits: ModeLimits, most_min: float) -> ModeLimits:
    return replace(
        limits,
        default_min=min(limits.default_min, most_min),
        max_selectable_min=min(limits.max_selectable_min, most_min),
        hard_stop_min=min(limits.hard_stop_min, _HARD_STOP_MIN),
        max_per_area_per_day=min(limits.max_per_area_per_day, _A_DAY),
        same_mode_gap_min=max(limits.same_mode_gap_min, _GAP_MIN),
    )


def _contrast(limits: ContrastLimits) -> ContrastLimits:
    return replace(
        limits,
        heat_min=_at_most(limits.heat_min, _CONTRAST_PACK_MIN["heat"]),
        cold_min=_at_most(limits.cold_min, _CONTRAST_PACK_MIN["cold"]),
        cycles=_at_most(limits.cycles, _CONTRAST_CYCLES),
        hard_total_min=min(limits.hard_total_min, _CONTRAST_MIN),
        max_per_day=min(limits.max_per_day, _CONTRAST_A_DAY),
    )


def _pair(limits: PairLimits) -> PairLimits:
    return replace(
        limits,
        rest_min=max(limits.rest_min, _PAIR_REST_MIN),
        within_min=max(limits.within_min, _PAIR_WITHIN_MIN),
        max_per_day=min(limits.max_per_day, _PAIRS_A_DAY),
    )


def _alternating(limits: AlternatingLimits) -> AlternatingLimits:
    least, most = limits.off_min
    return replace(
        limits,
        off_min=(max(least, _OFF_MIN[0]), min(most, _OFF_MIN[1])),
        max_rounds_per_day=min(limits.max_rounds_per_day, _ROUNDS),
    )


def _at_most(range_: tuple[_Number, _Number], most: _Number) -> tuple[_Number, _Number]:
    return min(range_[0], most), min(range_[1], most)


def _check(check: SkinCheck) -> SkinCheck:
    return replace(
        check,
        every_min=min(check.every_min, _CHECK_MIN),
        pause_after_s=min(check.pause_after_s, _PAUSE_S),
        end_after_s=min(check.end_after_s, _END_S),
    )
