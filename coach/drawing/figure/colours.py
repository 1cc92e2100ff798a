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


@lru_cache(maxsize=1024)
def luminance(colour: str) -> float:
    """Return how light a colour is, 0 to 1 (WCAG 2.2, relative luminance)."""
    parts = (part / 255 for part in rgb(colour))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2, contrast ratio)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def apart(colour: str, other: str, towards: str, least: float) -> str:
    """Return the colour, with as much of `towards` in it as it takes to have that contrast to the other; four fifths at most."""
    tried = (mixed(colour, towards, share / 20) for share in range(17))
    return next((one for one in tried if contrast(one, other) >= least), mixed(colour, towards, 0.8))
