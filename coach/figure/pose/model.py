"""The `[figure]` table of a file: who stands or lies how, among which things, seen from where, and what moves.

Metres and degrees. The room: +x forward, +y left, +z up, the floor at 0. Bones and joints end in .L and .R, the person's
own left and right. An exercise with sides is written for the right side; the left is its exact mirror image.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from coach.figure.fields import Struct, doc
from coach.figure.pose.angles import Angles
from coach.figure.pose.limbs import Direction, Feet, Hands, Metres, Share, Spot, Turn
from coach.figure.pose.props import Prop

Lie = Literal["standing", "sitting", "supine", "prone", "all-fours", "side-left", "side-right"]
Part = Literal[
    "pelvis", "buttocks", "back", "trunk", "front", "shoulders", "head", "knees", "thighs", "shins", "feet", "hands",
    "forearms", "elbows", "hip.L", "hip.R", "shoulder.L", "shoulder.R",
]  # fmt: skip
Region = Literal[
    "glute", "piriformis", "hamstring", "quadriceps", "hip-flexor", "calf", "low-back", "mid-back", "chest", "abdomen",
    "sciatic", "upper-trapezius", "neck-back", "shoulder-blades", "adductors", "hip-side", "waist",
]  # fmt: skip
Limb = Literal["head", "trunk", "arm.L", "arm.R", "leg.L", "leg.R"]
Stage = Literal["start", "way", "hold", "back", "cycle"]
Frame = Literal["whole", "upper-body", "head-and-shoulders"]
Loop = Literal["there-and-back", "cycle", "still"]
KeyName = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
Moment = Annotated[float, msgspec.Meta(ge=0, le=120)]
Base = Annotated[str, msgspec.Meta(pattern="^[a-z0-9][a-z0-9_-]{0,63}$")]


class Camera(Struct, frozen=True, kw_only=True):
    """Where the person is seen from; there is no perspective, and the picture fits itself."""

    azimuth: Annotated[Turn, doc("Degrees about the vertical: 0 from +x, 90 from +y", -62)]
    elevation: Annotated[Turn, doc("Degrees from above", 15)] = 12.0
    frame: Annotated[Frame, doc("How much of the person is shown, from the head down", "upper-body")] = "whole"


class Highlight(Struct, frozen=True, kw_only=True):
    """What is stretched or worked."""

    regions: Annotated[tuple[Region, ...], msgspec.Meta(min_length=1), doc("Parts of the body", ["glute"])]
    side: Annotated[Literal["worked", "both", "left", "right"], doc("On which side", "worked")] = "worked"


class Arrow(Struct, frozen=True, kw_only=True):
    """An arrow along the way that a point of the body takes from the key before to this one."""

    of: Annotated[Spot, doc("The bone, or spot, that moves", "shank.R")]
    along: Annotated[Share, doc("Along that bone: 0 at its beginning, 1 at its end", 0.3)] = 0.5
    around: Annotated[Turn, doc("Around it: 0 front, 90 outwards, 180 back", 0)] = 0.0
    both: Annotated[bool, doc("true for the mirror image as well", True)] = False
    shift: Annotated[Direction, doc("Moved by [forward, left, up] metres, when it lies in the way", [0, 0, 0.1])] = (
        0.0,
        0.0,
        0.0,
    )
    reach: Annotated[float, msgspec.Meta(ge=0.5, le=5), doc("Drawn so many times as long as the way is", 1)] = 1.0
    over: Annotated[bool, doc("true: short, over the body where the part is, not beside it", True)] = False


class Level(Struct, frozen=True, kw_only=True):
    """A bone that is brought to a height by tipping the whole body about the hips."""

    bone: Annotated[Spot, doc("The bone", "thorax3")]
    height: Annotated[Metres, doc("Its height above the floor or mat, in metres", 0.61)]


class Pose(Struct, frozen=True, kw_only=True):
    """How a body lies, sits or stands. What is not said stays as it was in the key before, or in the base."""

    lie: Annotated[Lie | None, doc("How the trunk lies", "supine")] = None
    at: Annotated[tuple[Metres, Metres] | None, doc("Where the middle of the hips is, [forward, left]", [0, 0])] = None
    height: Annotated[Metres | None, doc("How high the hips are, where nothing in `rests` says it", 0.48)] = None
    yaw: Annotated[Turn | None, doc("Degrees the body is turned to the left, seen from above", 0)] = None
    pitch: Annotated[Turn | None, doc("Degrees the body is tipped forwards", 17)] = None
    roll: Annotated[Turn | None, doc("Degrees the body is tipped to its left", 0)] = None
    twist: Annotated[Turn | None, doc("Degrees the body is turned to its left about its own length", 0)] = None
    rests: Annotated[
        tuple[Part, ...] | None, doc("What it rests on; two of them set its tilt too", ["pelvis", "back"])
    ] = None
    on: Annotated[Spot | None, doc("What those rest on: floor (or the mat there), seat, or a thing's name", "seat")] = (
        None
    )
    sink: Annotated[Metres | None, doc("Metres by which flesh is pressed in there", 0.012)] = None
    level: Annotated[Level | None, doc("A bone brought to a height by tipping the body")] = None
    head: Annotated[
        Literal["free", "down"] | None, doc("down: the neck bends until the head lies on floor or pillow", "down")
    ] = None
    angles: Annotated[Angles | None, doc("Joint angles, in degrees", {"knee": {"flexion": 90}})] = None
    hands: Annotated[Hands | None, doc("Where the hands are")] = None
    feet: Annotated[Feet | None, doc("Where the feet are")] = None


class Key(Struct, frozen=True, kw_only=True):
    """One moment that the movement goes through, told by what is different from the key before."""

    name: Annotated[KeyName, doc("What is done here, as a person reads it", "Hug the knee")]
    stage: Annotated[Stage, doc("What the session does meanwhile", "hold")]
    move_s: Annotated[Moment, doc("Seconds the way here takes, outside of a session", 1.6)] = 1.6
    hold_s: Annotated[Moment, doc("Seconds it is held, outside of a session", 1.2)] = 1.2
    builds_on: Annotated[Literal["before", "base"], doc("What the pose is told against", "base")] = "before"
    pose: Annotated[Pose | None, doc("What is different")] = None
    arrows: Annotated[tuple[Arrow, ...], msgspec.Meta(max_length=6), doc("Arrows along the way here")] = ()
    ghost: Annotated[
        tuple[Limb, ...],
        msgspec.Meta(max_length=6),
        doc("Parts that leave a dashed outline where they were at the key before", ["head"]),
    ] = ()
    shown: Annotated[bool, doc("true: the exercise's picture shows this moment, not the held one", True)] = False


class Figure(Struct, frozen=True, kw_only=True):
    """The moving picture of an exercise."""

    base: Annotated[
        Base, doc("A start that several exercises share, from assets/figure/bases.toml", "supine-knees-bent")
    ]
    loop: Annotated[Loop, doc("How it goes on after the last key", "there-and-back")] = "there-and-back"
    pose: Annotated[Pose | None, doc("What is different from the base all through")] = None
    props: Annotated[
        tuple[Prop, ...], msgspec.Meta(max_length=12), doc("Things, beside those of the base", [{"kind": "mat"}])
    ] = ()
    camera: Annotated[Camera | None, doc("Where it is seen from; left out: as the base says")] = None
    highlight: Annotated[Highlight | None, doc("What is stretched or worked")] = None
    keys: Annotated[
        tuple[Key, ...],
        msgspec.Meta(min_length=1, max_length=12),
        doc("The moments, in order", [{"name": "Start", "stage": "start"}]),
    ]


class BasePose(Struct, frozen=True, kw_only=True):
    """A start that several exercises share: one table of bases.toml."""

    builds_on: Annotated[Base | None, doc("Another base that this one starts from", "supine")] = None
    pose: Annotated[Pose, doc("The pose")]
    props: Annotated[tuple[Prop, ...], doc("The things it needs", [{"kind": "mat"}])] = ()
    camera: Annotated[Camera | None, doc("Where it is best seen from")] = None
