"""docs/safety.md says what the shipped files say."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

_ROOT = Path(__file__).resolve().parents[3]


def _doc() -> str:
    return (_ROOT / "docs" / "safety.md").read_text(encoding="utf-8")


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((_ROOT / "assets" / name).read_text(encoding="utf-8"))


def test_every_source_resolves() -> None:
    """Each id in square brackets is in sources.toml or in the page's own table, and the table holds nothing unused."""
    text = _doc()
    used = {key.strip() for group in re.findall(r"\[([A-Z0-9, \n-]+)\]", text) for key in group.split(",")}
    own = set(re.findall(r"^\| ([A-Z0-9-]+) \|", text, re.MULTILINE))
    shipped = {source["id"] for source in _toml("sources.toml")["sources"]}
    assert used - own - shipped == set()
    assert own - used == set()


@pytest.mark.parametrize(
    ("row", "unit", "fields"),
    [
        ("default", "min", ("default_min",)),
        ("you may choose", "min", ("min_min", "max_selectable_min")),
        ("the timer ends by itself at", "min", ("hard_stop_min",)),
        ("times a day on one area", "", ("max_per_area_per_day",)),
        ("before the same again", "min", ("same_mode_gap_min",)),
    ],
)
def test_the_numbers_are_those_of_thermal_toml(row: str, unit: str, fields: tuple[str, ...]) -> None:
    """The table of heat and cold repeats thermal.toml exactly."""
    thermal = _toml("thermal.toml")
    cells = []
    for mode in ("heat", "cold"):
        numbers = " to ".join(f"{thermal[mode][name]:g}" for name in fields)
        cells.append(f"{numbers} {unit}".strip())
    assert f"| {row} | {cells[0]} | {cells[1]} |" in _doc()
