"""How a plate is coloured: four themes, with the person's choice of skin, hair and clothes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal

from coach.drawing.figure.colours import apart, contrast, grey, mixed
from coach.drawing.figure.palettes import CLOTHES, HAIRS, OTHER, SKINS, THINGS, Tones
from coach.figure.seen.plate import Shape

Theme = Literal["light", "dark", "contrast", "print"]


@dataclass(frozen=True, slots=True)
class Ground:
    """The colours of one theme that belong to nothing in particular."""

    paper: str
    ground: str
    shadow: str
    shadow_alpha: float
    ink: str
    ink_share: float
    far: str
    far_share: float
    glow: tuple[str, str, str]
    glow_alpha: float
    glow_line: str
    hidden: str
    arrow: str
    rim: str
    hatched: bool


_GROUNDS: Final[dict[Theme, Ground]] = {
    "light": Ground(
        paper="#F6F3EC", ground="#E6DFD3", shadow="#39405A", shadow_alpha=0.26, ink="#3A2A26", ink_share=0.62,
        far="#C9C2BC", far_share=0.26, glow=("#F28C4B", "#F37F3A", "#F4722A"), glow_alpha=1.0, glow_line="#C2410C", hidden="#F2732E",
        arrow="#E8590C", rim="#F6F3EC", hatched=False,
    ),
    "dark": Ground(
        paper="#141A19", ground="#242D2C", shadow="#000000", shadow_alpha=0.42, ink="#120E10", ink_share=0.70,
        far="#3A3F47", far_share=0.22, glow=("#F5954F", "#F68A42", "#F87F36"), glow_alpha=1.0, glow_line="#AD3A0B", hidden="#FF9152",
        arrow="#FF9152", rim="#141A19", hatched=False,
    ),
    "contrast": Ground(
        paper="#000000", ground="#1C1C1C", shadow="#000000", shadow_alpha=0.0, ink="#FFFFFF", ink_share=1.0,
        far="#000000", far_share=0.5, glow=("#7A6200", "#7A6200", "#7A6200"), glow_alpha=1.0, glow_line="#FFE14A", hidden="#FFE14A",
        arrow="#FFE14A", rim="#000000", hatched=True,
    ),
    "print": Ground(
        paper="#FFFFFF", ground="#F1F1F1", shadow="#000000", shadow_alpha=0.16, ink="#000000", ink_share=0.85,
        far="#FFFFFF", far_share=0.45, glow=("#C9C9C9", "#BDBDBD", "#B2B2B2"), glow_alpha=1.0, glow_line="#000000", hidden="#000000",
        arrow="#000000", rim="#FFFFFF", hatched=True,
    ),
}  # fmt: skip
_CONTRAST: Final = {
    "skin": Tones("#3b3b3b", "#2a2a2a", "#4a4a4a"),
    "hair": Tones("#0a0a0a", "#000000", "#161616"),
    "shirt": Tones("#5c5c5c", "#474747", "#6e6e6e"),
    "shorts": Tones("#1f1f1f", "#141414", "#2c2c2c"),
    "heat": Tones("#7a1f10", "#5c160b", "#8f2b19"),
    "cold": Tones("#0b4f7d", "#083a5d", "#12618f"),
}
_PRINT: Final = {
    "skin": Tones("#f1f1f1", "#d2d2d2", "#ffffff"),
    "hair": Tones("#4a4a4a", "#333333", "#636363"),
    "shirt": Tones("#ffffff", "#dedede", "#ffffff"),
    "shorts": Tones("#8c8c8c", "#6f6f6f", "#a3a3a3"),
    "mat": Tones("#d8d8d8", "#c4c4c4", "#e4e4e4"),
    "heat": Tones("#6d6d6d", "#575757", "#808080"),
    "cold": Tones("#d6d6d6", "#bcbcbc", "#e8e8e8"),
}
_SURFACES: Final = frozenset({"fill", "shade", "light"})
_HIGHLIGHT: Final = frozenset({"glow-line", "hatch", "hidden-hatch", "hidden-glow"})
#: The least contrast of lines to what they lie on, and of hair and clothes to dark paper, on which lines cannot be seen.
_LINES: Final = 1.8
_ON_DARK: Final = 1.6
_LIFT: Final = "#c4ccd4"


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of one theme and one person; `colour` says which each shape has."""

    theme: Theme
    tones: dict[str, Tones]
    ground: Ground
    plain: dict[str, tuple[str, float]]

    def without_highlight(self) -> Look:
        """Return the same colours, with nothing that says where it is felt."""
        plain = {kind: (colour, 0.0 if kind in _HIGHLIGHT else alpha) for kind, (colour, alpha) in self.plain.items()}
        return replace(self, ground=replace(self.ground, glow_alpha=0.0), plain=plain)

    def of(self, material: str) -> Tones:
        """Return the tones of a material; the inner side of a garment is darker than its outside."""
        name = material.removesuffix(".inside")
        found = self.tones.get(name, OTHER[1 if self.theme in {"dark", "contrast"} else 0])
        if name == material:
            return found
        inner = mixed(found.shade, self.ground.ink, 0.18)
        return Tones(inner, mixed(inner, self.ground.ink, 0.12), inner)

    def colour(self, shape: Shape) -> tuple[str, float]:
        """Return colour and opacity of a shape; opacity 0 where this theme leaves it out."""
        if shape.kind in _SURFACES:
            return _surface(self, shape)
        if shape.kind == "ink":
            return _ink(self.of(shape.material), self.ground), 1.0
        if shape.kind == "mark":
            return _mark(self, shape)
        if shape.kind == "glow":
            return self.ground.glow[shape.level], self.ground.glow_alpha
        colour, alpha = self.plain[shape.kind]
        return colour, alpha * (1 - shape.far)


@lru_cache(maxsize=256)
def _ink(tones: Tones, ground: Ground) -> str:
    """Return the colour of lines on a material: darker still where the material itself is dark."""
    line = mixed(tones.shade, ground.ink, ground.ink_share)
    return line if ground.ink == "#FFFFFF" else apart(line, tones.base, "#000000", _LINES)


def _surface(look: Look, shape: Shape) -> tuple[str, float]:
    tones = look.of(shape.material)
    tone = {"fill": tones.base, "shade": tones.shade, "light": tones.light}[shape.kind]
    return mixed(tone, look.ground.far, look.ground.far_share * shape.far), 1.0


#: Marks on the body are drawn in darkened skin or hair, those on things in darkened material; white where it says so.
_MARKS: Final = {
    "brow": ("hair", 0.3),
    "hair": ("hair", 0.12),
    "eye": ("skin", 0.85),
    "text": ("screen.glow", 0.35),
    "keys": ("keys", 0.45),
    "seam": ("shorts", 0.35),
}
_WHITE: Final = frozenset({"heat", "cold"})


def _mark(look: Look, shape: Shape) -> tuple[str, float]:
    if shape.material in _WHITE:
        base = look.of(shape.material).base
        return "#ffffff" if contrast("#ffffff", base) >= _LINES else mixed(base, look.ground.ink, 0.8), 0.94
    material, share = _MARKS.get(shape.material, ("skin", 0.6))
    tones = look.of(material)
    return mixed(tones.base if shape.material == "brow" else tones.shade, look.ground.ink, share), 0.95


def _plain(ground: Ground, skin: str) -> dict[str, tuple[str, float]]:
    """Return colour and opacity of the kinds that have one colour in a theme."""
    return {
        "ground": (ground.ground, 0.24),  # the rings lie over each other
        "shadow": (ground.shadow, ground.shadow_alpha / 5.5),
        "ghost": (ground.arrow, 0.75),
        "under": (mixed(skin, ground.ink, ground.ink_share), 1.0),
        "glow-line": (ground.glow_line, 0.9),
        "hatch": (ground.glow_line, 0.85 if ground.hatched else 0.0),
        "hidden-hatch": (ground.hidden, 0.9),
        "hidden-glow": (ground.glow_line, 0.95),
        "arrow-rim": (ground.rim, 0.9),
        "arrow": (ground.arrow, 1.0),
    }


def _lifted(tones: Tones, paper: str) -> Tones:
    """Return tones light enough to be told from dark paper."""
    base = apart(tones.base, paper, _LIFT, _ON_DARK)
    if base == tones.base:
        return tones
    share = next(share / 20 for share in range(17) if mixed(tones.base, _LIFT, share / 20) == base)
    return Tones(*(mixed(tone, _LIFT, share) for tone in tones))


@lru_cache(maxsize=64)
def look(theme: Theme, skin: str = "sand", hair: str = "brown", clothes: str = "teal") -> Look:
    """Return the look of a theme; `KeyError` for a palette there is not."""
    dark = theme in {"dark", "contrast"}
    outfit = CLOTHES[clothes]
    tones = {name: pair[dark] for name, pair in THINGS.items()}
    tones |= {"skin": SKINS[skin], "hair": HAIRS[hair], "shirt": outfit.shirt, "shorts": outfit.shorts}
    if theme == "dark":
        tones["shirt"] = Tones(*(mixed(tone, "#1d2524", 0.12) for tone in tones["shirt"]))
        tones = {name: _lifted(own, _GROUNDS["dark"].paper) for name, own in tones.items()}
    if theme == "contrast":
        tones = {name: Tones(*(mixed(grey(tone), "#000000", 0.62) for tone in t)) for name, t in tones.items()}
        tones |= _CONTRAST
    if theme == "print":
        tones = {name: Tones(*(grey(tone) for tone in t)) for name, t in tones.items()} | _PRINT
    ground = _GROUNDS[theme]
    return Look(theme, tones, ground, _plain(ground, tones["skin"].shade))
