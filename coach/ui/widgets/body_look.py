"""The look of the body map out of the theme in use."""

from __future__ import annotations

from coach.drawing.bodymap.look import MapLook
from coach.ui import tokens
from coach.ui.theme import Theme


def map_look(theme: Theme, surface: str = "") -> MapLook:
    """Return its colours on a card, or on another `surface`."""
    palette = theme.palette
    return MapLook.of(
        surface=surface or palette.surface,
        ink=palette.ink,
        muted=palette.muted,
        brand=palette.brand,
        brand_soft=palette.brand_soft,
        on_brand=palette.on_brand,
        focus=palette.focus,
        edge=palette.edge,
        strong=palette in {tokens.CONTRAST_LIGHT, tokens.CONTRAST_DARK},
    )
