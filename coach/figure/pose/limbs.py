"""Where hands and feet go, as a file writes it.

Both are written for the right side; `both` is the right one and its mirror image. A hand or foot is on the floor, on a
thing (by its kind or its name), on a part of the body, or free, where the angles put it.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from coach.figure.fields import Struct, doc

Metres = Annotated[float, msgspec.Meta(ge=-5, le=5)]
Turn = Annotated[float, msgspec.Meta(ge=-360, le=360)]
Share = Annotated[float, msgspec.Meta(ge=-1, le=2)]
Point = Annotated[tuple[Metres, ...], msgspec.Meta(min_length=2, max_length=3)]
Direction = tuple[Metres, Metres, Metres]
Spot = Annotated[str, msgspec.Meta(pattern="^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$")]

#: How a hand lies on what it touches: flat, bent round it until the fingers touch, closed, hooked, or as at rest.
Grip = Literal["flat", "wrap", "fist", "hook", "relaxed"]
#: What of a foot touches: the sole, the heel, the ball of the foot, or its back with the shin flat (kneeling).
Touch = Literal["sole", "heel", "ball", "back"]


class Hand(Struct, frozen=True, kw_only=True):
    """Where a hand is and how it lies there. What is not said stays as it was before."""

    on: Annotated[
        Spot | None,
        doc(
            "floor, free, a thing (seat, wall, desk, …), a part of the body (shank.R) or a spot (behind-thigh.R)",
            "shin.R",
        ),
    ] = None
    at: Annotated[
        Point | None,
        doc(
            "On the floor: [forward, left] of the room; on a thing: of the thing; free: [x, y, z] of the palm",
            [0.5, -0.3],
        ),
    ] = None
    along: Annotated[Share | None, doc("On a bone: 0 at its beginning, 1 at its end", 0.2)] = None
    around: Annotated[
        Turn | None, doc("On a bone: 0 front, 90 outwards (of the trunk: to the hand's own side), 180 back", 60)
    ] = None
    fingers: Annotated[
        Turn | None,
        doc(
            "Where they point: on a bone 0 along it, 90 round it as `around` grows; else 0 forward (a wall: up), 90 outwards",
            -60,
        ),
    ] = None
    palm: Annotated[Direction | None, doc("Where a free hand's palm faces, [forward, left, up]", [0, 0, -1])] = None
    lift: Annotated[Metres | None, doc("Metres above what it lies on", 0.01)] = None
    elbow: Annotated[
        Direction | None, doc("Where the elbow points, seen from the chest: [forward, outwards, up]", [-0.5, 1, -0.6])
    ] = None
    grip: Annotated[Grip | None, doc("How the hand lies there", "wrap")] = None
    curl: Annotated[
        tuple[Turn, Turn] | None,
        doc("Degrees of knuckles and finger joints, in place of what the grip would do", [20, 30]),
    ] = None
    thumb: Annotated[tuple[Turn, Turn] | None, doc("Degrees of flexion and abduction of the thumb", [10, 20])] = None
    exact: Annotated[bool | None, doc("true: no search for a more comfortable turn of hand and elbow", True)] = None


class Hands(Struct, frozen=True, kw_only=True):
    """The two hands."""

    both: Annotated[Hand | None, doc("As the right one; the left is its mirror image")] = None
    L: Annotated[Hand | None, doc("The left hand")] = None
    R: Annotated[Hand | None, doc("The right hand")] = None


class Foot(Struct, frozen=True, kw_only=True):
    """Where a foot is and how it stands there. What is not said stays as it was before."""

    on: Annotated[
        Spot | None,
        doc("floor, free, a thing (wall, doorway, block, …), a part of the body (thigh.L) or a spot", "floor"),
    ] = None
    at: Annotated[
        Point | None,
        doc(
            "The ankle, [forward, left] of the room or thing; free: [x, y, z]; left out: where the angles put it",
            [0.47, -0.1],
        ),
    ] = None
    along: Annotated[Share | None, doc("On a bone: 0 at its beginning, 1 at its end", 0.85)] = None
    around: Annotated[Turn | None, doc("On a bone: 0 front, 90 outwards, 180 back", 0)] = None
    past: Annotated[Metres | None, doc("On a bone: metres by which the ankle reaches across it", 0.05)] = None
    lift: Annotated[Metres | None, doc("Metres above what it stands on", 0.0)] = None
    touch: Annotated[Touch | None, doc("What of the foot touches", "sole")] = None
    toe: Annotated[Turn | None, doc("Degrees by which the toes point outwards", 5)] = None
    tilt: Annotated[Turn | None, doc("Degrees by which the heel is raised; negative: the toes", 20)] = None
    knee: Annotated[
        Direction | None, doc("Where the knee points, seen from the pelvis: [forward, outwards, up]", [1, 0, 0.5])
    ] = None
    exact: Annotated[bool | None, doc("true: no search for a more comfortable turn of the leg", True)] = None


class Feet(Struct, frozen=True, kw_only=True):
    """The two feet."""

    both: Annotated[Foot | None, doc("As the right one; the left is its mirror image")] = None
    L: Annotated[Foot | None, doc("The left foot")] = None
    R: Annotated[Foot | None, doc("The right foot")] = None
