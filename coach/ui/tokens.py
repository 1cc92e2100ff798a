"""The one place where colours and sizes are written down. No Qt here: numbers and names only."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class Tone(StrEnum):
    """What a coloured shape means; shape and word always say it as well."""

    BRAND = "brand"
    HOLD = "hold"
    REST = "rest"
    HEAT = "heat"
    COLD = "cold"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour, as `#rrggbb` (`#aarrggbb` where it lies over something).

    State colours fill shapes: at least 3:1 on paper and surface. Words are `ink`, `muted`, `soft` (7:1, for the
    stage) or a `…_text` colour: at least 4.5:1. `line` only decorates; `track` is what a bar has not filled yet; `edge` is the border of a control (3:1).
    """

    paper: str
    surface: str
    raised: str
    sunken: str
    ink: str
    muted: str
    soft: str
    line: str
    track: str
    edge: str
    brand: str
    on_brand: str
    brand_soft: str
    hover: str
    heat: str
    cold: str
    hold: str
    done: str
    rest: str
    brand_text: str
    heat_text: str
    cold_text: str
    hold_text: str
    done_text: str
    rest_text: str
    heat_soft: str
    cold_soft: str
    hold_soft: str
    done_soft: str
    rest_soft: str
    focus: str
    scrim: str

    def fill(self, tone: Tone) -> str:
        """The colour that fills a shape."""
        return str(getattr(self, tone.value))

    def text(self, tone: Tone) -> str:
        """The colour of words in that hue."""
        return str(getattr(self, f"{tone.value}_text"))

    def tint(self, tone: Tone) -> str:
        """The faint ground behind words in that hue."""
        return str(getattr(self, f"{tone.value}_soft"))


LIGHT = Palette(
    paper="#F6F3EC",
    surface="#FFFFFF",
    raised="#FFFFFF",
    sunken="#F1EDE4",
    ink="#1F2D2B",
    muted="#566562",
    soft="#3D4A48",
    line="#DAD5C9",
    track="#DAD5C9",
    edge="#858A80",
    brand="#1F7A6D",
    on_brand="#FFFFFF",
    brand_soft="#DDEBE6",
    hover="#E8E4D8",
    heat="#D9512C",
    cold="#2B74B8",
    hold="#B7791F",
    done="#3C8D4F",
    rest="#7A8784",
    brand_text="#125449",
    heat_text="#8C2D12",
    cold_text="#174E80",
    hold_text="#6B440B",
    done_text="#22582F",
    rest_text="#42504D",
    heat_soft="#FBE7E0",
    cold_soft="#E0ECF7",
    hold_soft="#F8EDD8",
    done_soft="#E1F0E4",
    rest_soft="#ECEDE8",
    focus="#125449",
    scrim="#8F1F2D2B",
)

DARK = Palette(
    paper="#141A19",
    surface="#1D2524",
    raised="#242E2C",
    sunken="#101514",
    ink="#ECF1EF",
    muted="#9DB0AC",
    soft="#B9C7C4",
    line="#2F3A38",
    track="#2F3A38",
    edge="#71827F",
    brand="#5BC0AE",
    on_brand="#0D2622",
    brand_soft="#1E3B36",
    hover="#273230",
    heat="#FF8A66",
    cold="#79B8F2",
    hold="#F0B95A",
    done="#7CCB8C",
    rest="#8C9B98",
    brand_text="#8ED8CA",
    heat_text="#FFB59D",
    cold_text="#A6D0F7",
    hold_text="#F5CE8B",
    done_text="#A5DDB0",
    rest_text="#C0CCC9",
    heat_soft="#3A241E",
    cold_soft="#1C2E3E",
    hold_soft="#352B19",
    done_soft="#1E3324",
    rest_soft="#28312F",
    focus="#8ED8CA",
    scrim="#B3060A09",
)

CONTRAST_LIGHT = replace(
    LIGHT,
    paper="#FFFFFF",
    sunken="#FFFFFF",
    ink="#000000",
    muted="#1F2726",
    soft="#1F2726",
    line="#000000",
    track="#C9CFCD",
    edge="#000000",
    brand="#00473E",
    brand_soft="#D5ECE6",
    hover="#DDE7E4",
    heat="#A33312",
    cold="#0F4C86",
    hold="#7A4B00",
    done="#1B5E2C",
    rest="#4A5452",
    brand_text="#003B33",
    heat_text="#7A1F05",
    cold_text="#083A69",
    hold_text="#553400",
    done_text="#0F4420",
    rest_text="#1F2726",
    focus="#000000",
    scrim="#CC000000",
)

CONTRAST_DARK = replace(
    DARK,
    paper="#000000",
    surface="#000000",
    raised="#0B0F0E",
    sunken="#000000",
    ink="#FFFFFF",
    muted="#DCE5E3",
    soft="#DCE5E3",
    line="#FFFFFF",
    track="#4A5452",
    edge="#FFFFFF",
    brand="#7FE3D0",
    on_brand="#00211C",
    brand_soft="#06332C",
    hover="#0B3A33",
    rest="#C2CCCA",
    heat_soft="#2B0F06",
    cold_soft="#061B2E",
    hold_soft="#2A1C00",
    done_soft="#04220C",
    rest_soft="#171C1B",
    focus="#FFFFFF",
    scrim="#D9000000",
)


class Role(StrEnum):
    """What a piece of text is for; it decides size, weight and colour."""

    TITLE = "title"
    HEADING = "heading"
    FAR = "far"
    LEAD = "lead"
    BODY = "body"
    STRONG = "strong"
    MUTED = "muted"
    SMALL = "small"
    OVERLINE = "overline"


@dataclass(frozen=True, slots=True)
class Type:
    """Size in pixels at text scale 1, weight (400 regular … 700 bold), and the palette's colour."""

    px: int
    weight: int
    colour: str


TYPE = {
    Role.TITLE: Type(34, 700, "ink"),
    Role.HEADING: Type(24, 600, "ink"),
    Role.FAR: Type(24, 400, "ink"),  # sentences that are read from across the room
    Role.LEAD: Type(18, 400, "ink"),
    Role.STRONG: Type(15, 600, "ink"),
    Role.BODY: Type(15, 400, "ink"),
    Role.MUTED: Type(15, 400, "muted"),
    Role.SMALL: Type(13, 400, "muted"),
    Role.OVERLINE: Type(13, 600, "brand_text"),
}

FAMILY = "Inter"

#: The grid: every distance is a multiple of this many pixels.
GRID = 4
RADIUS_SMALL = 8
RADIUS = 12
RADIUS_CARD = 16
#: The least height of anything that can be pressed, in pixels: in the windows, and on the stage.
TARGET = 40
STAGE_TARGET = 64
#: How long something moves, in milliseconds; nothing moves at all with reduced motion.
MOTION_MS = 200
#: The widest a page's content grows, and a single column of reading, in pixels.
CONTENT_WIDTH = 1040
READING_WIDTH = 680

#: The lines of a chart by slot, on light and on dark: hues that mean no state, each at least 3:1 on the surface of
#: every palette of its kind; marker and dash tell them apart as well.
SERIES_LIGHT = ("#1F7A6D", "#7A4E9C", "#8F5A26", "#4A5C7F")
SERIES_DARK = ("#5BC0AE", "#C9A0EA", "#DFAF7E", "#A9BEE3")

#: The shades of tightness 0 to 10 where a value is an area, on light and on dark: one hue that means no state, lightness
#: in equal steps. Words on them are one of the two: 4.5:1 on every shade and between.
RAMP_LIGHT = (
    *("#E9D9EE", "#D9C2E2", "#C8ABD7", "#B595CA", "#A280BC", "#8F6DAC"),
    *("#7B5B9B", "#674A88", "#533B74", "#402C5E", "#2E1F47"),
)
RAMP_DARK = (
    *("#413A52", "#53466A", "#665382", "#796198", "#8D6FAC", "#A17FBE"),
    *("#B491CE", "#C6A4DD", "#D8B8E9", "#E8CDF4", "#F8E3FE"),
)
ON_RAMP = ("#000000", "#FFFFFF")
