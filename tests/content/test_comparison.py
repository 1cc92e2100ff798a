"""The shipped table of spasm and cramp: every cell has its sources, and none of them is a verdict."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

from coach.content.comparison import Comparison, Sourced
from coach.resources import assets
from tests.content.shipped import LIBRARY, sourced, tiers

TABLE = LIBRARY.comparison


def _cells(table: Comparison) -> Iterator[tuple[str, Sourced]]:
    for row in table.rows:
        yield f"{row.id}, spasm", row.spasm
        yield f"{row.id}, cramp", row.cramp
    for number, one in enumerate(table.overlaps):
        yield f"overlap {number}", one


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inside in value.items():
            if key not in {"id", "ids", "sources"}:
                yield from _texts(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from _texts(inside)
    else:
        yield str(value)


def _shipped_texts() -> list[str]:
    return list(_texts(tomllib.loads((assets() / "spasm-and-cramp.toml").read_text(encoding="utf-8"))))


def test_the_table_is_complete() -> None:
    """Eight features of both, in the order of an episode, then help; each heading and id only once."""
    ids = [row.id for row in TABLE.rows]
    assert ids == ["start", "feel", "length", "place", "besides", "brings", "stretching", "after"]
    assert len({row.heading for row in TABLE.rows}) == len(ids)
    told = (TABLE.title, TABLE.about, TABLE.sureness, TABLE.verdict, TABLE.help.heading)
    assert all((*told, TABLE.spasm.name, TABLE.spasm.words, TABLE.cramp.name, TABLE.cramp.words))


def test_every_cell_has_a_source_that_is_in_the_list() -> None:
    """No cell rests on nothing, on an unknown id or on a choice of our own."""
    for place, cell in _cells(TABLE):
        assert cell.sources, place
        assert set(cell.sources) <= set(LIBRARY.sources), place
        assert len(set(cell.sources)) == len(cell.sources), place


def test_official_sources_come_first() -> None:
    """Tier A is named before B and C in every cell."""
    for sources in sourced(TABLE):
        assert tiers(sources) == sorted(tiers(sources))


def test_help_is_said_in_the_words_of_the_warning_signs() -> None:
    """Both columns name signs that exist and have sources; what a cramp must not do is among them."""
    signs = {sign.id: sign for tier in LIBRARY.warning_signs.tiers for sign in tier.signs}
    for side in (TABLE.help.spasm, TABLE.help.cramp):
        assert side.ids
        assert all(signs[key].sources for key in side.ids)
    assert {"both_legs", "weak_fast", "one_leg"} <= set(TABLE.help.spasm.ids)
    assert {"long_cramp", "cramps", "clot_leg"} <= set(TABLE.help.cramp.ids)


def test_nothing_is_concluded_about_the_reader() -> None:
    """No diagnosis, no score, no "you have", no promise; what both share and that nothing is decided are said."""
    forbidden = (
        r"diagnos|\byou(r)? (have|are|suffer|condition|spasm|cramp)\b|likely|probabl|score|points?\b|treat|cure|reliev"
    )
    for text in _shipped_texts():
        assert not re.search(forbidden, text, re.IGNORECASE), text
        assert "!" not in text
    assert "They overlap" in TABLE.about
    assert "does not tell" in TABLE.about
    assert TABLE.overlaps


def test_cells_are_short_enough_to_be_compared() -> None:
    """Two cells are read beside each other, so none is longer than a few lines."""
    assert max(len(cell.text) for place, cell in _cells(TABLE) if "overlap" not in place) <= 180
