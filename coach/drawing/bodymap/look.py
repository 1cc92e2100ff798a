"""How a body map looks: colours handed in by the theme as "#rrggbb"; nothing decided here but how they are mixed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from coach.drawing.figure.colours import luminance, mixed

_DARK = 0.2


@dataclass(frozen=True, slots=True)
class MapLook:
    """`tones` by shape; `idle`, `hover`, `pressed` and `chosen` fill an area, `edge` and `chosen_edge` go round it.

    `ink` is for words and numbers, `on_chosen` for what stands on a chosen area, `focus` for the ring of the keyboard.
    """

    surface: str
    tones: dict[str, str]
    idle: str
    hover: str
    pressed: str
    chosen: str
    edge: str
    chosen_edge: str
    ink: str
    muted: str
    on_chosen: str
    focus: str
    strong: bool = False

    @classmethod
    def of(  # noqa: PLR0913  one argument for each colour of the theme
        cls,
        *,
        surface: str,
        ink: str,
        muted: str,
        brand: str,
        brand_soft: str,
        on_brand: str,
        focus: str,
        edge: str,
        strong: bool = False,
    ) -> Self:
        """Return a calm body between the surface and the ink, with areas in the colour of the brand."""
        dark = luminance(surface) < _DARK
        body, cloth = mixed(surface, muted, 0.16), mixed(surface, muted, 0.24)
        tones = {
            "body": body,
            "cloth": cloth,
            "hair": mixed(surface, muted, 0.5),
            "shade": mixed(surface, muted, 0.24),
            "cloth-shade": mixed(surface, muted, 0.31),
            "hair-shade": mixed(surface, muted, 0.58),
            "line": mixed(surface, muted, 0.95 if strong else 0.62),
        }
        return cls(
            surface=surface,
            tones=tones,
            idle=mixed(body, brand, 0.16) if dark else mixed(brand_soft, surface, 0.35),
            hover=mixed(body, brand, 0.34) if dark else mixed(brand_soft, brand, 0.22),
            pressed=mixed(body, brand, 0.6) if dark else mixed(brand_soft, brand, 0.5),
            chosen=brand,
            edge=edge if strong else mixed(brand, surface, 0.3),
            chosen_edge=mixed(brand, ink, 0.5),
            ink=ink,
            muted=muted,
            on_chosen=on_brand,
            focus=focus,
            strong=strong,
        )
