"""From a whole pose to every bone: angles, what the body rests on, then feet, then hands; all in closed form."""

from __future__ import annotations

from typing import Final

import numpy as np

from coach.figure.joints import local_rotations
from coach.figure.names import side_of
from coach.figure.pose.fingers import Fingers, pads
from coach.figure.pose.flesh import NOT_ARMS, Flesh, bones_of
from coach.figure.pose.footing import Leg, Stand, cross, plant
from coach.figure.pose.limbs import Foot, Grip, Hand
from coach.figure.pose.palm import Grasp, bring, reach_for
from coach.figure.pose.reach import Reach
from coach.figure.pose.resolve import Whole
from coach.figure.pose.rests import ON_LEGS, Bearing, orientation, rest_head
from coach.figure.pose.rig import Rig
from coach.figure.pose.room import Room
from coach.figure.pose.solved import Pin, Solved
from coach.figure.pose.spots import spot
from coach.figure.pose.strain import readings
from coach.figure.pose.targets import Target, in_the_air, on_body, on_thing
from coach.figure.pose.touch import Plane, Touched, patch
from coach.figure.pose.trouble import Trouble, beyond_limit, not_touching, nowhere, out_of_reach
from coach.figure.rotation import Array

_NEAR: Final = 0.0006  # metres that count as nothing
_REACH: Final = 0.16  # metres of skin around a palm that it may touch
_PRESSED: Final = 0.003  # metres that skin gives
_UPRIGHT: Final = 0.3  # the normal of what is as steep as a wall rises less
_FINGERS: Final = 0.10  # metres from the heel of the hand to the middle of the fingers
_TIP: Final = 16.0  # degrees, at most
_ARM: Final = ("upperarm", "forearm", "wrist", "hand", "fingers", "tips", "thumb")


def solve(pose: Whole, room: Room, flesh: Flesh, before: Solved | None = None) -> Solved:
    """Solve one key pose; `before` is the key before, where feet stand that are told no place of their own."""
    return _Solver(pose, room, flesh, before).solved()


class _Solver:
    """One pose on its way to being solved."""

    def __init__(self, pose: Whole, room: Room, flesh: Flesh, before: Solved | None) -> None:
        self.pose = pose
        self.room = room
        self.flesh = flesh
        self.before = before
        self.home = np.array([*pose.at, 0.0])  # of a smaller person, everything but the furniture is nearer to it
        root = self.home + np.array([0.0, 0.0, (pose.height or 0.0) * flesh.scale])
        self.rig = Rig(flesh.skeleton, local_rotations(pose.angles), orientation(pose), root)
        self.pins: dict[str, Pin] = {}
        self.wanted: dict[str, Array] = {}
        self.trouble: list[Trouble] = []
        self.gaps: dict[str, float] = {}
        self.lost: set[str] = set()
        self.trunk = {joint: dict(degrees) for joint, degrees in pose.angles.items() if not side_of(joint)}

    def solved(self) -> Solved:
        """Go through the steps; each one builds on what those before it have placed."""
        self._rest()
        if self.pose.head == "down":
            self._lay_head()
        for side, foot in self.pose.feet.items():
            target = self._on_body(foot, side)
            if target is not None:
                self._cross(Stand(foot, side, target))
        for side in self._hands_in_order():
            self._hand(side, self.pose.hands[side])
        angles = readings(self.rig, self.trunk)
        for joint, degrees in angles.items():
            self._note(*(beyond_limit(joint, name, value) for name, value in degrees.items()))
        return Solved(
            local=self.rig.local,
            root_turned=self.rig.root_turned,
            root=self.rig.root,
            pins=self.pins,
            rests=tuple(self.pose.rests),
            trouble=tuple(self.trouble),
            gaps=self.gaps,
            angles=angles,
        )

    def _note(self, *found: Trouble | None) -> None:
        self.trouble += [each for each in found if each is not None]

    def _rest(self) -> None:
        bearing = Bearing(self.rig, self.flesh, self.room, self.pose)
        kneeling = ON_LEGS & set(self.pose.rests) and any(foot.on == "floor" for foot in self.pose.feet.values())
        if self.pose.rests and not kneeling:  # who kneels has nothing to come down on before the feet are there
            bearing.level()
            bearing.lower()
        if self.pose.level is not None:
            bearing.raise_bone(self.pose.level.bone, self.pose.level.height * self.flesh.scale)
        if "feet" in self.pose.rests:
            self._stand_up()
            return
        self._stand()
        if not self.pose.rests:
            return
        for _again in range(6):  # the legs have moved the skin that rests; each turn of this is nearer
            gap = bearing.gap()
            if abs(gap) < _NEAR:
                break
            self.rig.shift(np.array([0, 0, -gap]))
            self._stand()
        self.gaps["rests"] = bearing.gap()
        self._note(not_touching("hips", self.gaps["rests"]))

    def _stand_up(self) -> None:
        """Raise the hips as far as legs of the told bend reach from where the feet stand."""
        upper, lower = self.flesh.skeleton.length("thigh"), self.flesh.skeleton.length("shank")
        for _again in range(3):
            self._stand()
            rises = []
            for side in "LR":
                if f"foot.{side}" not in self.wanted:
                    continue
                bend = np.radians(max(self.pose.angles.get(f"knee.{side}", {}).get("flexion", 5.0), 5.0))
                length2 = upper**2 + lower**2 + 2 * upper * lower * np.cos(bend)
                way = self.wanted[f"foot.{side}"] - self.rig.bone(f"thigh.{side}")[1]
                rises.append(np.sqrt(max(length2 - way[0] ** 2 - way[1] ** 2, 0.01)) + way[2])
            if not rises:
                return
            self.rig.shift(np.array([0, 0, min(rises)]))
        self._stand()

    def _stand(self) -> None:
        """Plant the feet that stand on something flat, and bring free ones to their point."""
        for side in "LR":
            foot = self.pose.feet.get(side)
            if foot is None or foot.on is None:
                continue
            limb = f"foot.{side}"
            leg = Leg(self.rig, side, self.pose.angles.get(f"ankle.{side}", {}))
            if foot.on == "free":
                if foot.at is not None and len(foot.at) == 3:
                    self._reached(limb, leg.bring(self._scaled(foot.at), leg.towards(foot)))
                continue
            target = on_thing(self.room, foot.on, self._as_high(foot), self._over(limb, foot), side)
            if target is not None and target.surface is not None:
                self._reached(limb, plant(leg, self.flesh, Stand(foot, side, target), target.surface))
            elif spot(foot.on) is None and limb not in self.lost:
                self._lose(limb, foot.on)

    def _scaled(self, at: tuple[float, ...]) -> Array:
        """A point of the room as far from the hips as the person is tall."""
        point = np.array([*at, 0.0][:3])
        return np.asarray(self.home + (point - self.home) * self.flesh.scale)

    def _near(self, on: str, at: tuple[float, ...] | None) -> tuple[float, ...] | None:
        """The same of a point of the floor; points of things stay where the thing is."""
        return tuple(self._scaled(at)[:2]) if at is not None and on == "floor" else at

    def _as_high(self, foot: Foot) -> tuple[float, ...] | None:
        """Where a foot stands on a thing or the floor; on a wall the longer legs reach higher."""
        surface = self.room.surface(foot.on or "")
        if foot.at is None or surface is None or abs(surface.normal[2]) > _UPRIGHT:
            return self._near(foot.on or "", foot.at)
        return (foot.at[0] * self.flesh.scale, *foot.at[1:])

    def _over(self, limb: str, foot: Foot) -> Array:
        """Where a foot that is told no place stands: where it stood, or where its angles put it."""
        stood = self.before.pins.get(limb) if self.before is not None and foot.at is None else None
        stood = self.pins.get(limb, stood)
        return stood.at if stood is not None and not stood.carrier else self.rig.bone(limb)[1].copy()

    def _reached(self, limb: str, reach: Reach, carrier: str = "") -> None:
        self.pins[limb] = Pin.of(self.rig, limb, carrier)
        self.wanted[limb] = reach.wanted
        self.trouble = [each for each in self.trouble if each.place != limb]
        self._note(out_of_reach(limb, reach.missed))

    def _cross(self, stand: Stand) -> None:
        limb = f"foot.{stand.side}"
        leg = Leg(self.rig, stand.side, self.pose.angles.get(f"ankle.{stand.side}", {}))
        reach, gap = cross(leg, self.flesh, stand)
        self._reached(limb, reach, stand.target.bone)
        self.gaps[limb] = gap
        self._note(not_touching(limb, gap))

    def _lay_head(self) -> None:
        bent, gap = rest_head(self.rig, self.flesh, self.room)
        neck = self.trunk.setdefault("neck", {})
        for name, degrees in bent.items():
            neck[name] = neck.get(name, 0.0) + degrees
        self.gaps["head"] = gap
        self._note(not_touching("head", gap))

    def _hands_in_order(self) -> list[str]:
        """Hands that are told a place; one that lies on the other arm comes last."""
        told = [side for side in "RL" if (hand := self.pose.hands.get(side)) is not None and hand.on is not None]
        return sorted(told, key=lambda side: (self.pose.hands[side].on or "").partition(".")[0] in _ARM)

    def _hand(self, side: str, hand: Hand) -> None:
        limb = f"hand.{side}"
        fingers = Fingers(self.rig, self.flesh, side)
        target = self._hand_target(side, hand)
        grip = hand.grip or _usual_grip(hand, target)
        if target is None:
            if hand.on not in {None, "free", "strap"} and limb not in self.lost:
                self._lose(limb, hand.on or "")
            if hand.grip is not None or hand.curl is not None:
                fingers.close(hand, grip, None)
            return
        floor = float(self.room.ground(self.rig.root).origin[2])
        grasp = Grasp(hand, side, target, f"clavicle.{side}" in self.pose.angles, floor)
        lift = hand.lift or 0.0
        reach, chosen = reach_for(self.rig, self.flesh, grasp, lift)
        held = self._held(target)
        if held is not None:
            fingers.open(grip)
            palm, pad = pads(self.flesh, self.rig, side, held)
            if pad < -_PRESSED:  # the fingers would go in: the hand tips up on its heel
                tip = min(float(np.degrees(np.arcsin(min(-pad / _FINGERS, 1.0)))), _TIP)
                reach, chosen = reach_for(self.rig, self.flesh, grasp, lift, tip)
            for _again in range(3):
                palm = pads(self.flesh, self.rig, side, held)[0] - (hand.lift or 0.0)
                if abs(palm) < _NEAR:
                    break
                lift -= float(np.clip(palm, -0.03, 0.03))
                reach = bring(self.rig, self.flesh, grasp, lift, chosen)
        fingers.close(hand, grip, held)
        self._reached(limb, reach, target.bone)
        if held is not None:
            palm, pad = pads(self.flesh, self.rig, side, held)
            self.gaps[limb], self.gaps[f"fingers.{side}"] = palm, pad
            self._note(not_touching(limb, palm - (hand.lift or 0.0)))

    def _hand_target(self, side: str, hand: Hand) -> Target | None:
        on = hand.on or "free"
        if on in {"free", "strap"}:
            return in_the_air(hand, side, None if hand.at is None else self._scaled(hand.at))
        found = self._on_body(hand, side)
        over = self.rig.bone(f"hand.{side}")[1].copy()
        return found or on_thing(self.room, on, self._near(on, hand.at), over, side)

    def _on_body(self, limb: Hand | Foot, side: str) -> Target | None:
        try:
            return on_body(self.flesh, self.rig, limb, side)
        except LookupError:
            self._lose(f"{'hand' if isinstance(limb, Hand) else 'foot'}.{side}", limb.on or "")
            return None

    def _lose(self, limb: str, on: str) -> None:
        self.lost.add(limb)
        self._note(nowhere(limb, on))

    def _held(self, target: Target) -> Touched | None:
        if target.surface is not None:
            return Plane(target.surface)
        if not target.bone:
            return None
        if target.bone.partition(".")[0] in _ARM:
            return patch(self.flesh, self.rig, bones_of(target.bone[-1], *_ARM), target.point, _REACH)
        return patch(self.flesh, self.rig, NOT_ARMS, target.point, _REACH)


def _usual_grip(hand: Hand, target: Target | None) -> Grip:
    if hand.on == "strap":
        return "fist"
    if target is None or not (target.bone or target.surface):
        return "relaxed"
    return "wrap" if target.bone else "flat"
