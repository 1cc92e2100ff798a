"""The colours to choose from: skin, hair and clothes, and those of things. Each is a base, its shade and its light."""

from __future__ import annotations

from typing import Final, NamedTuple


class Tones(NamedTuple):
    """Three flat tones of one surface."""

    base: str
    shade: str
    light: str


#: Neutral first: what is shown until somebody chooses.
SKINS: Final[dict[str, Tones]] = {
    "sand": Tones("#dfae8b", "#c38a68", "#edc5a6"),
    "fair": Tones("#efc4a6", "#d59e7e", "#f8d9c3"),
    "olive": Tones("#c99a6e", "#a87a51", "#dcb48c"),
    "brown": Tones("#a06f4b", "#7f5335", "#b98a65"),
    "deep": Tones("#6f4a35", "#533424", "#8b634b"),
}
HAIRS: Final[dict[str, Tones]] = {
    "brown": Tones("#4b352b", "#37261f", "#654a3c"),
    "black": Tones("#2a2726", "#1c1a1a", "#454140"),
    "auburn": Tones("#7d4428", "#5e311c", "#9b5e3e"),
    "blond": Tones("#c69c5d", "#a57c43", "#ddb97f"),
    "grey": Tones("#9a9a98", "#7b7c7c", "#bcbcb9"),
}


class Outfit(NamedTuple):
    """Shirt and shorts. Light shirts and cool shorts: the warm highlight has to stand out from both."""

    shirt: Tones
    shorts: Tones


CLOTHES: Final[dict[str, Outfit]] = {
    "teal": Outfit(Tones("#eff3f4", "#cdd7dc", "#f9fbfb"), Tones("#3b7f8b", "#2c646f", "#54989f")),
    "navy": Outfit(Tones("#dfe5ec", "#bac5d3", "#f5f8fb"), Tones("#3d5578", "#2d405d", "#567095")),
    "plum": Outfit(Tones("#ebe6ea", "#cbc1ca", "#faf7fa"), Tones("#6c4a72", "#523657", "#856390")),
    "slate": Outfit(Tones("#b9c6cb", "#96a6ad", "#d0dade"), Tones("#4b5459", "#383f44", "#656f75")),
    "sea": Outfit(Tones("#a9cfd0", "#84b1b3", "#c6e1e1"), Tones("#2f4f63", "#223b4b", "#456a80")),
}
#: Things, in light and in dark surroundings.
THINGS: Final[dict[str, tuple[Tones, Tones]]] = {
    "mat": (Tones("#8fa9c9", "#7690b3", "#a6bdd9"), Tones("#47607f", "#3a506c", "#557091")),
    "wood": (Tones("#c79a66", "#a67c4c", "#ddb583"), Tones("#a57f55", "#84633f", "#bb966b")),
    "seat": (Tones("#6e7f95", "#586779", "#8797ac"), Tones("#5b6b80", "#475566", "#718297")),
    "wall": (Tones("#e2dccf", "#d3ccbd", "#ece7dc"), Tones("#333c44", "#2a3239", "#3c464f")),
    "skirting": (Tones("#f4f0e8", "#dcd6c9", "#ffffff"), Tones("#4a545d", "#3c454d", "#57626c")),
    "desk": (Tones("#d2ab7c", "#b08a5c", "#e2c197"), Tones("#a98660", "#876947", "#bd9b75")),
    "metal": (Tones("#8b959e", "#6d767e", "#aab3ba"), Tones("#6c757d", "#535b62", "#89929a")),
    "screen": (Tones("#39414a", "#2b3138", "#4a545f"), Tones("#2b3138", "#20252b", "#3a424b")),
    "screen.glow": (Tones("#cfe3ea", "#bdd5de", "#e2f0f4"), Tones("#9fc0cb", "#8fb1bd", "#b4d1da")),
    "keys": (Tones("#d9dcdd", "#b9bdbf", "#eef0f0"), Tones("#7a8287", "#646b70", "#8f979c")),
    "strap": (Tones("#e2a63b", "#c08426", "#f2bf62"), Tones("#d59a33", "#b17a22", "#e8b35a")),
    "pillow": (Tones("#f1ece2", "#d8d0c2", "#ffffff"), Tones("#c9c4ba", "#aaa497", "#dcd8cf")),
    "cushion": (Tones("#e0b25a", "#c09240", "#efc97e"), Tones("#cfa14c", "#ac8337", "#dfb76c")),
    "towel": (Tones("#d9e3dc", "#b8c7bd", "#eef4f0"), Tones("#aebbb2", "#8f9d94", "#c6d1c9")),
    "book": (Tones("#a85b4e", "#86463b", "#bf7467"), Tones("#93503f", "#743e31", "#a86556")),
    "pages": (Tones("#f1ece0", "#d9d2c3", "#fcf9f1"), Tones("#cdc7ba", "#aea899", "#dfdacf")),
    "heat": (Tones("#d9523f", "#b83d2f", "#ec7862"), Tones("#d85a47", "#b34636", "#ea7d68")),
    "cold": (Tones("#5fb4e5", "#3f93c8", "#93d2f5"), Tones("#59a9d8", "#3f88b6", "#85c3e8")),
}
OTHER: Final = (Tones("#b9b2a6", "#9c9589", "#cfc9be"), Tones("#6d737a", "#575d63", "#838990"))
