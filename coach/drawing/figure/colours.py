"""Colours by number: #rrggbb as (red, green, blue) and back, and mixing two."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QColor


@lru_cache(maxsize=512)
def rgb(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue of #rrggbb."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mixed(one: str, other: str, share: float) -> str:
    """Return `one` with so much (0 to 1) of `other` in it."""
    parts = (round(a + (b - a) * share) for a, b in zip(rgb(one), rgb(other), strict=True))
    return "#" + "".join(f"{part:02x}" for part in parts)


def grey(colour: str) -> str:
    """Return the grey that is as light as the colour (Rec. 709 weights)."""
    red, green, blue = rgb(colour)
    level = round(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    return f"#{level:02x}{level:02x}{level:02x}"


@lru_cache(maxsize=1024)
def qcolor(colour: str, alpha: float = 1.0) -> QColor:
    """Return a colour for the painter."""
    found = QColor(colour)
    found.setAlphaF(alpha)
    return found
