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
        contrast=replace(plain.contrast, hard_total_min=80, max_per_day=9),
        skin_check=replace(plain.skin_check, every_min=30, pause_after_s=900, end_after_s=1800),
    )
    kept = held(careless)
    assert (kept.heat.hard_stop_min, kept.heat.max_selectable_min, kept.heat.default_min) == (20, 20, 20)
    assert (kept.cold.hard_stop_min, kept.cold.max_selectable_min) == (20, 15)
    assert (kept.heat.same_mode_gap_min, kept.cold.max_per_area_per_day) == (120, 3)
    assert (kept.contrast.hard_total_min, kept.contrast.max_per_day) == (25, 2)
    assert (kept.skin_check.every_min, kept.skin_check.pause_after_s, kept.skin_check.end_after_s) == (5, 60, 120)


def test_what_is_more_careful_stays() -> None:
    """A shorter time, a longer gap or a lower count is nobody's business."""
    plain = thermal()
    careful = replace(plain, heat=replace(plain.heat, hard_stop_min=10, same_mode_gap_min=240, max_per_area_per_day=1))
    kept = held(careful)
    assert kept.heat.hard_stop_min == 10
    assert (kept.heat.same_mode_gap_min, kept.heat.max_per_area_per_day) == (240, 1)


def test_the_shipped_numbers_are_under_the_ceilings_and_a_changed_file_is_too(tmp_path: Path) -> None:
    """The library that the program loads is held, whatever somebody wrote into the file."""
    shipped = load_library(assets()).thermal
    assert held(shipped) == shipped
    shutil.copytree(assets(), tmp_path / "assets")
    file = tmp_path / "assets" / "thermal.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("hard_stop_min = 20", "hard_stop_min = 55"), "utf-8")
    changed = load_library(tmp_path / "assets").thermal
    assert {changed.limits(mode).hard_stop_min for mode in Mode} == {20}
