"""The things around a person, as a file writes them. Metres; `turn` in degrees about the vertical, 0: facing +x.

`at` is the middle of a thing on the floor, [forward, left] of the room. Sizes are usual ones: a mat of 1.85 x 0.66 m, a
seat 0.45 m high, a desk 0.72 m high.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from coach.figure.fields import Struct, doc

Metres = Annotated[float, msgspec.Meta(ge=-5, le=5)]
Size = Annotated[float, msgspec.Meta(ge=0.001, le=5)]
Turn = Annotated[float, msgspec.Meta(ge=-360, le=360)]
Place = tuple[Metres, Metres]
Called = Annotated[str, msgspec.Meta(pattern="^[a-z][a-z0-9-]{0,31}$")]


class Thing(Struct, frozen=True, kw_only=True):
    """What everything has."""

    at: Annotated[Place, doc("The middle of it, [forward, left]", [0.1, 0])] = (0.0, 0.0)
    turn: Annotated[Turn, doc("Degrees it is turned to the left", 0)] = 0.0
    name: Annotated[Called | None, doc("A name, where there are two of a kind", "left-pillow")] = None


class Mat(Thing, frozen=True, kw_only=True, tag_field="kind", tag="mat"):
    """An exercise mat. Whatever rests on the floor rests on it where it lies."""

    size: Annotated[tuple[Size, Size], doc("Length and width", [1.85, 0.66])] = (1.85, 0.66)
    thick: Annotated[Size, doc("How thick it is", 0.012)] = 0.012


class Chair(Thing, frozen=True, kw_only=True, tag_field="kind", tag="chair"):
    """A firm chair without arms; `at` is below the middle of its seat, and it faces forward."""

    seat: Annotated[Size, doc("How high the seat is", 0.45)] = 0.45
    size: Annotated[tuple[Size, Size], doc("Depth and width of the seat", [0.44, 0.46])] = (0.44, 0.46)
    back: Annotated[Size, doc("How far the back rises above the seat", 0.46)] = 0.46
    by_the_wall: Annotated[bool, doc("true when it stands with its back against a wall", True)] = False


class Stool(Thing, frozen=True, kw_only=True, tag_field="kind", tag="stool"):
    """A stool."""

    seat: Annotated[Size, doc("How high the seat is", 0.45)] = 0.45
    size: Annotated[tuple[Size, Size], doc("Depth and width of the seat", [0.36, 0.36])] = (0.36, 0.36)


class Wall(Thing, frozen=True, kw_only=True, tag_field="kind", tag="wall"):
    """A piece of wall; its face looks forward from `at`, or to where `turn` says."""

    width: Annotated[Size, doc("How wide the piece is", 1.4)] = 1.4
    height: Annotated[Size, doc("How high the piece is", 1.9)] = 1.9
    thick: Annotated[Size, doc("How thick it is", 0.08)] = 0.08


class Doorway(Thing, frozen=True, kw_only=True, tag_field="kind", tag="doorway"):
    """A wall that ends at an opening: the edge stands at `at`, its face looks forward, the opening is left of who faces it.

    A wooden frame goes round the opening.
    """

    width: Annotated[Size, doc("How wide the piece of wall is", 0.8)] = 0.8
    opening: Annotated[Size, doc("How wide the opening is", 0.8)] = 0.8
    height: Annotated[Size, doc("How high the piece is", 1.9)] = 1.9
    thick: Annotated[Size, doc("How thick it is", 0.12)] = 0.12


class Desk(Thing, frozen=True, kw_only=True, tag_field="kind", tag="desk"):
    """A desk; `at` is below the middle of its top, and it stands before a person who looks forward."""

    height: Annotated[Size, doc("How high the top is", 0.72)] = 0.72
    size: Annotated[tuple[Size, Size], doc("Depth and width of the top", [0.62, 1.1])] = (0.62, 1.1)
    screen: Annotated[bool, doc("true when a screen stands on it, facing the person", True)] = True
    screen_top: Annotated[Size, doc("How high the upper edge of the screen is above the floor", 1.22)] = 1.22
    keyboard: Annotated[bool, doc("true when a keyboard lies on it", True)] = True


class Strap(Thing, frozen=True, kw_only=True, tag_field="kind", tag="strap"):
    """A strap or towel round the ball of a foot, its ends in the hands. `at` and `turn` say nothing of it."""

    foot: Annotated[Literal["L", "R"], doc("The foot it lies round", "R")] = "R"
    hands: Annotated[Literal["both", "L", "R"], doc("The hands that hold it", "both")] = "both"


class Pillow(Thing, frozen=True, kw_only=True, tag_field="kind", tag="pillow"):
    """A pillow on the floor or mat."""

    size: Annotated[tuple[Size, Size], doc("Depth (along x) and width", [0.34, 0.5])] = (0.34, 0.5)
    thick: Annotated[Size, doc("How high it is where something lies on it", 0.06)] = 0.06


class Cushion(Thing, frozen=True, kw_only=True, tag_field="kind", tag="cushion"):
    """A cushion between the low back and the back of the chair. `at` and `turn` say nothing of it."""

    height: Annotated[Size, doc("How high its middle is above the seat", 0.17)] = 0.17
    size: Annotated[tuple[Size, Size, Size], doc("Thickness, width and height", [0.09, 0.34, 0.2])] = (0.09, 0.34, 0.2)


class Pack(Thing, frozen=True, kw_only=True, tag_field="kind", tag="pack"):
    """A heat or cold pack on the body. `at` and `turn` say nothing of it."""

    mode: Annotated[Literal["heat", "cold"], doc("What it is", "heat")]
    area: Annotated[
        Literal["low-back", "buttock", "hip", "hamstring", "calf", "foot"], doc("Where it lies", "low-back")
    ]
    side: Annotated[Literal["middle", "L", "R"], doc("The side of the body, where the area has sides", "R")] = "R"


class Block(Thing, frozen=True, kw_only=True, tag_field="kind", tag="block"):
    """A plain block, a book, a folded towel, a step."""

    size: Annotated[tuple[Size, Size, Size], doc("Depth, width and height", [0.3, 0.2, 0.1])]
    above: Annotated[Metres, doc("How high its underside is above the floor", 0)] = 0.0
    look: Annotated[Literal["wood", "towel", "pillow", "book"], doc("What it looks like", "towel")] = "wood"


Prop = Mat | Chair | Stool | Wall | Doorway | Desk | Strap | Pillow | Cushion | Pack | Block
