"""Heat and cold on one place: how much in a day, how long apart. Pure rules over what was worn."""

from __future__ import annotations

from coach.content.vocabulary import Area, Mode, Side


def same_skin(area: Area, side: Side | None, other_area: Area, other_side: Side | None) -> bool:
    """Whether two packs lie on the same skin: the same area, and not on opposite sides."""
    opposite = {side, other_side} == {Side.LEFT, Side.RIGHT}
    return area is other_area and not opposite


def modes_of(mode: Mode, *, contrast: bool) -> frozenset[Mode]:
    """What the skin had: a contrast set is both heat and cold."""
    return frozenset(Mode) if contrast else frozenset({mode})
