"""No file can raise a cap: whatever thermal.toml says, the program's own ceilings hold."""

from __future__ import annotations

import shutil
from pathlib import Path

from msgspec.structs import replace

from coach.content.ceilings import held
from coach.content.load_library import load_library
from coach.content.vocabulary import Mode
from coach.resources import assets
from tests.session.building import thermal


def test_a_careless_thermal_file_is_brought_back() -> None:
    """Minutes, counts and the time of a check go down, the gap goes up."""
    plain = thermal()
    careless = replace(
        plain,
        heat=replace(plain.heat, hard_stop_min=90, max_selectable_min=60, default_min=45, same_mode_gap_min=5),
        cold=replace(plain.cold, hard_stop_min=90, max_selectable_min=60, max_per_area_per_day=20),
        contrast=replace(
            plain.contrast, heat_min=(3, 30), cold_min=(5, 9), cycles=(3, 12), hard_total_min=80, max_per_day=9
        ),
        pair=replace(plain.pair, rest_min=5, within_min=6, max_per_day=7),
        alternating=replace(plain.alternating, off_min=(5, 999), max_rounds_per_day=8),
        skin_check=replace(plain.skin_check, every_min=30, pause_after_s=900, end_after_s=1800),
    )
    kept = held(careless)
    assert (kept.heat.hard_stop_min, kept.heat.max_selectable_min, kept.heat.default_min) == (20, 20, 20)
    assert (kept.cold.hard_stop_min, kept.cold.max_selectable_min) == (20, 15)
    assert (kept.heat.same_mode_gap_min, kept.cold.max_per_area_per_day) == (120, 3)
    assert (kept.contrast.hard_total_min, kept.contrast.max_per_day) == (25, 2)
    assert (kept.contrast.heat_min, kept.contrast.cold_min, kept.contrast.cycles) == ((3, 4), (2, 2), (3, 4))
    assert (kept.pair.rest_min, kept.pair.within_min, kept.pair.max_per_day) == (30, 60, 2)
    assert (kept.alternating.off_min, kept.alternating.max_rounds_per_day) == ((60, 240), 3)
    assert (kept.skin_check.every_min, kept.skin_check.pause_after_s, kept.skin_check.end_after_s) == (5, 60, 120)


def test_what_is_more_careful_stays() -> None:
    """A shorter time, a longer gap or a lower count is nobody's business."""
    plain = thermal()
    careful = replace(plain, heat=replace(plain.heat, hard_stop_min=10, same_mode_gap_min=240, max_per_area_per_day=1))
    kept = held(careful)
    assert kept.heat.hard_stop_min == 10
    assert (kept.heat.same_mode_gap_min, kept.heat.max_per_area_per_day) == (240, 1)


def test_the_shipped_numbers_are_those_of_the_sources() -> None:
    """Every time, count and gap that thermal.toml has, one by one: nobody changes one without changing this."""
    shipped = load_library(assets()).thermal
    fields = (
        "default_min",
        "min_min",
        "max_selectable_min",
        "hard_stop_min",
        "max_per_area_per_day",
        "same_mode_gap_min",
    )
    assert [getattr(shipped.heat, one) for one in fields] == [15, 10, 20, 20, 3, 120]
    assert [getattr(shipped.cold, one) for one in fields] == [10, 5, 15, 20, 3, 120]
    contrast, pair, alternating, check = shipped.contrast, shipped.pair, shipped.alternating, shipped.skin_check
    assert (contrast.heat_min, contrast.cold_min, contrast.cycles) == ((3, 4), (1, 2), (3, 4))
    assert (contrast.hard_total_min, contrast.max_per_day, contrast.swap_s) == (25, 2, 30)
    assert (pair.rest_min, pair.within_min, pair.max_per_day) == (30, 60, 2)
    assert (alternating.off_min, alternating.max_rounds_per_day) == ((60, 240), 3)
    assert (check.every_min, check.pause_after_s, check.end_after_s) == (5, 60, 120)
    assert len(shipped.confirmations) == 5
    assert "38-40 °C and never above 43 °C" in shipped.heat.basis["setting"]
    assert "never below 10 °C" in shipped.cold.setting


def test_the_shipped_numbers_are_under_the_ceilings_and_a_changed_file_is_too(tmp_path: Path) -> None:
    """The library that the program loads is held, whatever somebody wrote into the file."""
    shipped = load_library(assets()).thermal
    assert held(shipped) == shipped
    shutil.copytree(assets(), tmp_path / "assets")
    file = tmp_path / "assets" / "thermal.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("hard_stop_min = 20", "hard_stop_min = 55"), "utf-8")
    changed = load_library(tmp_path / "assets").thermal
    assert {changed.limits(mode).hard_stop_min for mode in Mode} == {20}
