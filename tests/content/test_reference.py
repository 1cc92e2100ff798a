"""docs/routine-format.md, whose tables come from the models."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from coach.content.check import check_files
from coach.content.library import Library
from coach.content.reference import filled, main
from coach.content.routine import Group, HoldStep, Routine
from coach.content.vocabulary import SidePlan

PAGE = Path(__file__).parents[2] / "docs" / "routine-format.md"


def test_the_page_is_up_to_date() -> None:
    """Run python -m coach.content.reference docs/routine-format.md when this fails."""
    page = PAGE.read_text(encoding="utf-8")
    assert filled(page) == page


def test_every_field_and_every_choice_is_on_the_page() -> None:
    """Fields of routines, steps and groups, and all ways to work the sides."""
    page = PAGE.read_text(encoding="utf-8")
    for model in (Routine, HoldStep, Group):
        for field in msgspec.structs.fields(model):
            assert f"| `{field.encode_name}` |" in page
    assert all(f"`{side}`" in page for side in SidePlan)


def test_the_routine_to_copy_is_right(tmp_path: Path, library: Library) -> None:
    """The first example of the page passes every check."""
    found = re.search(r"```toml\n(id = .*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    path = tmp_path / "my-evening.toml"
    path.write_text(found[1], encoding="utf-8")
    assert check_files([path], library) == []


def test_tables_are_written_between_their_markers(tmp_path: Path) -> None:
    """Only what stands between the markers changes."""
    page = tmp_path / "page.md"
    stale = re.sub(r"(in \[\[steps\]\]|\| `switch_s`.*\n)", "", PAGE.read_text(encoding="utf-8"))
    page.write_text(stale, encoding="utf-8")
    main([str(page)])
    assert page.read_text(encoding="utf-8") == PAGE.read_text(encoding="utf-8")


def test_numbers_in_the_text_are_those_of_thermal_toml(library: Library) -> None:
    """The caps that the page names in words are the caps that hold."""
    page = " ".join(PAGE.read_text(encoding="utf-8").split())
    heat, cold, contrast = library.thermal.heat, library.thermal.cold, library.thermal.contrast
    assert f"at most {heat.max_selectable_min:.0f} minutes of heat or {cold.max_selectable_min:.0f} of cold" in page
    assert f"need {heat.same_mode_gap_min:.0f} minutes of `off`" in page
    assert f"every {library.thermal.skin_check.every_min:.0f} minutes" in page
    low, high = contrast.heat_min
    assert f"{low:.0f} to {high:.0f} minutes of heat" in page
    assert f"{contrast.cycles[0]} or {contrast.cycles[1]} rounds, {contrast.hard_total_min:.0f} minutes" in page
