"""Whether what a figure names is there: its base, bones, spots and things; without NumPy, for whoever reads files.

Whether joints and contacts are right only the solver knows (`coach.figure.pose.solve`).
"""

from __future__ import annotations

import difflib
import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import msgspec

from coach.figure.names import INDEX
from coach.figure.pose.angles import Angles
from coach.figure.pose.limbs import Foot, Hand
from coach.figure.pose.model import BasePose, Figure, Pose
from coach.figure.pose.props import Chair, Cushion, Desk, Prop, Stool
from coach.figure.pose.spots import OPEN, spot, spot_names
from coach.figure.pose.trouble import beyond_limit
from coach.i18n import _

#: A place in a figure's table: names of fields and, in a list, numbers from 0.
Path = tuple[str | int, ...]
Found = tuple[Path, str]

#: What a hand or foot can lie on, of each kind of thing.
_SURFACES: Final = {
    "mat": "mat",
    "wall": "wall",
    "doorway": "doorway",
    "pillow": "pillow",
    "block": "block",
    "strap": "strap",
}
_ARM: Final = ("upperarm", "forearm", "wrist", "hand", "fingers", "tips", "thumb")
_LEG: Final = ("thigh", "shank", "foot", "toes")


def figure_problems(figure: Figure, bases: Mapping[str, BasePose]) -> list[Found]:
    """Return what is wrong, with its place inside the figure."""
    found = list(_numbers(msgspec.to_builtins(figure), ()))
    if figure.base not in bases:
        sentence = _("There is no base {name}. {remedy}")
        found.append((("base",), sentence.format(name=f'"{figure.base}"', remedy=_meant(figure.base, bases))))
        return found
    things = surfaces((*_props_of(figure.base, bases), *figure.props))
    found += _pose(figure.pose, things, ("pose",))
    for number, key in enumerate(figure.keys):
        found += _pose(key.pose, things, ("keys", number, "pose"))
        for place, arrow in enumerate(key.arrows):
            if spot(arrow.of) is None:
                found.append((("keys", number, "arrows", place, "of"), _no_place(arrow.of, list(spot_names()))))
    found += _names(figure)
    return found


def figure_doubts(figure: Figure, bases: Mapping[str, BasePose]) -> list[Found]:
    """Return what can be drawn and yet cannot be meant, with its place inside the figure."""
    found: list[Found] = []
    if figure.loop == "cycle" and len(figure.keys) == 1:
        found.append((("loop",), _('A cycle goes through two keys at least. Add one, or write loop = "still".')))
    found += _without_chair(figure, surfaces((*_props_of(figure.base, bases), *figure.props)))
    for pose, path in (
        (figure.pose, ("pose",)),
        *((key.pose, ("keys", n, "pose")) for n, key in enumerate(figure.keys)),
    ):
        found += _angles(pose.angles if pose is not None else None, (*path, "angles"))
    return found


def place_words(path: Path) -> str:
    """Return a place as people count: keys 2, pose, hands, R, on."""
    return ", ".join(str(part + 1) if isinstance(part, int) else part for part in path)


def surfaces(props: Iterable[Prop]) -> list[str]:
    """Return the names of what hands, feet and the body can be on among these things, the floor included."""
    found = list(OPEN)
    for prop in props:
        kind = str(type(prop).__struct_config__.tag)
        found += [_SURFACES[kind]] if kind in _SURFACES else []
        found += ["seat", kind] if isinstance(prop, Chair | Stool) else []
        found += ["chair-back"] if isinstance(prop, Chair) else []
        found += ["desk"] if isinstance(prop, Desk) else []
        found += ["keyboard"] if isinstance(prop, Desk) and prop.keyboard else []
        found += [prop.name] if prop.name is not None else []
    return found


def _props_of(base: str, bases: Mapping[str, BasePose]) -> Iterator[Prop]:
    seen: set[str] = set()
    name: str | None = base
    while name is not None and name in bases and name not in seen:
        seen.add(name)
        yield from bases[name].props
        name = bases[name].builds_on


def _angles(angles: Angles | None, path: Path) -> Iterator[Found]:
    """Angles beyond what a joint can do; hips and shoulders, whose angles can be told in two ways, are the solver's to judge."""
    for joint in angles.__struct_fields__ if angles is not None else ():
        table = getattr(angles, joint)
        for side in ("", "L", "R") if table is not None and joint not in {"hip", "shoulder"} else ():
            own = getattr(table, side, None) if side else table
            for name in own.__struct_fields__ if own is not None else ():
                degrees = getattr(own, name)
                name_of = f"{joint}.{side}" if side else joint
                found = beyond_limit(name_of, name, degrees) if isinstance(degrees, float | int) else None
                if found is not None:
                    yield (*path, joint, *((side,) if side else ()), name), found.sentence


def _pose(pose: Pose | None, things: list[str], path: Path) -> Iterator[Found]:
    if pose is None:
        return
    if pose.on is not None and pose.on not in things:
        yield (*path, "on"), _no_place(pose.on, things)
    if pose.level is not None and pose.level.bone not in INDEX:
        yield (*path, "level", "bone"), _no_place(pose.level.bone, list(INDEX))
    for limbs, kind in ((pose.hands, "hands"), (pose.feet, "feet")):
        for side in ("both", "L", "R"):
            limb: Hand | Foot | None = getattr(limbs, side, None)
            if limb is not None:
                yield from _directions(limb, (*path, kind, side))
            if limb is not None and limb.on is not None:
                yield from _limb(limb, things, (*path, kind, side))


def _limb(limb: Hand | Foot, things: list[str], path: Path) -> Iterator[Found]:
    on = limb.on or ""
    place = spot(on)
    if place is None:
        if on not in things:
            yield (*path, "on"), _no_place(on, [*things, *spot_names()])
        return
    stem, _dot, side = place.bone.partition(".")
    own = "R" if path[-1] == "both" else path[-1]
    if stem in (_ARM if isinstance(limb, Hand) else _LEG) and side == own:
        sentence = _("A hand cannot lie on its own arm. Name the other side: {other}.")
        if isinstance(limb, Foot):
            sentence = _("A foot cannot lie on its own leg. Name the other side: {other}.")
        other = on[:-1] + ("L" if on.endswith("R") else "R")
        yield (*path, "on"), sentence.format(other=f'"{other}"')


def _directions(limb: Hand | Foot, path: Path) -> Iterator[Found]:
    for name in ("palm", "elbow", "knee"):
        if getattr(limb, name, None) == (0, 0, 0):
            yield (*path, name), _("[0, 0, 0] is no direction. One of the three must be something else than 0.")


def _without_chair(figure: Figure, things: list[str]) -> Iterator[Found]:
    for number, prop in enumerate(figure.props):
        if isinstance(prop, Cushion) and "chair" not in things:
            yield ("props", number), _("A cushion needs a chair to lean against. Add one, or take a base that has one.")


def _names(figure: Figure) -> Iterator[Found]:
    """Things of a kind that cannot be told apart."""
    seen: set[tuple[type, str | None]] = set()
    for number, prop in enumerate(figure.props):
        key = (type(prop), prop.name)
        if key in seen:
            yield ("props", number), _("There are two things of this kind. Give each a name of its own.")
        seen.add(key)


def _numbers(value: object, path: Path) -> Iterator[Found]:
    """Numbers that are none; a file cannot hold them past the reader, a program can."""
    if isinstance(value, float) and not math.isfinite(value):
        yield path, _("{field} is {value}, which is no number.").format(field=f"`{_dotted(path)}`", value=value)
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _numbers(item, (*path, name))
    elif isinstance(value, list | tuple):
        for number, item in enumerate(value):
            yield from _numbers(item, (*path, number))


def _dotted(path: Path) -> str:
    names = [str(part) for part in path if isinstance(part, str)]
    return ".".join(names[names.index("angles") + 1 :] if "angles" in names else names[-2:])


def _no_place(word: str, known: list[str]) -> str:
    sentence = _("There is nothing called {name} here. {remedy}")
    return sentence.format(name=f'"{word}"', remedy=_meant(word, known))


def _meant(word: str, known: Iterable[str]) -> str:
    choices = sorted(set(known))
    near = difflib.get_close_matches(word[:64], choices, n=1, cutoff=0.6)
    if near:
        return _("Did you mean {name}?").format(name=f'"{near[0]}"')
    return _("There are: {names}.").format(names=", ".join(choices[:40]))
