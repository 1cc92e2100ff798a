"""The program's own ceilings for heat and cold: whatever thermal.toml says, it cannot go beyond these.

Numbers are those of docs/safety.md: heat and cold end at 20 minutes (HW-HEATICE2, MPFT-COLD), three times a day on one
place (MPFT-HEAT, HW-HEATICE), 120 minutes apart (HKEHS, SH-ICEHEAT, SFH); heat and cold in turn 25 minutes, twice a day.
"""

from __future__ import annotations

from msgspec.structs import replace

from coach.content.thermal import ContrastLimits, ModeLimits, SkinCheck, Thermal

_HARD_STOP_MIN = 20.0
_SELECTABLE_MIN = {"heat": 20.0, "cold": 15.0}
_A_DAY = 3
_GAP_MIN = 120.0
_CONTRAST_MIN = 25.0
_CONTRAST_A_DAY = 2
_CHECK_MIN = 5.0
_PAUSE_S, _END_S = 60.0, 120.0


def held(thermal: Thermal) -> Thermal:
    """Return the same limits, every one of them at least as careful as the program's own."""
    return replace(
        thermal,
        heat=_mode(thermal.heat, _SELECTABLE_MIN["heat"]),
        cold=_mode(thermal.cold, _SELECTABLE_MIN["cold"]),
        contrast=_contrast(thermal.contrast),
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
        hard_total_min=min(limits.hard_total_min, _CONTRAST_MIN),
        max_per_day=min(limits.max_per_day, _CONTRAST_A_DAY),
    )


def _check(check: SkinCheck) -> SkinCheck:
    return replace(
        check,
        every_min=min(check.every_min, _CHECK_MIN),
        pause_after_s=min(check.pause_after_s, _PAUSE_S),
        end_after_s=min(check.end_after_s, _END_S),
    )
