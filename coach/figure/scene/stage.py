"""A scene: one body among the things of a figure, put together once and moved at every moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
import numpy.typing as npt

from coach.figure import regions
from coach.figure.bones import INDEX
from coach.figure.forward import Placed
from coach.figure.mesh import Floats, Mark, Mesh
from coach.figure.pose.model import Figure, Highlight
from coach.figure.pose.props import (
    Block,
    Chair,
    Cushion,
    Desk,
    Doorway,
    Mat,
    Pack,
    Pillow,
    Prop,
    Stool,
    Strap,
    Wall,
)
from coach.figure.scene.body import Body
from coach.figure.scene.cushion import cushion
from coach.figure.scene.furniture import chair, desk, stool
from coach.figure.scene.packs import pack
from coach.figure.scene.parts import Part, Place, Support
from coach.figure.scene.room import doorway, wall
from coach.figure.scene.shadow import Casting, Rings, shadow
from coach.figure.scene.soft import block, mat, pillow
from coach.figure.scene.solids import normals
from coach.figure.scene.strap import strap
from coach.figure.scene.worn import Dressed, Worn
from coach.figure.seen.subject import Backdrop, Moment, Paint, Subject
from coach.figure.skin import skin

#: The sheets of two parts are this many metres apart: nothing of the body is.
_APART: Final = 10.0
_ENDLESS: Final = 20.0
#: A garment that holds less than this share of a highlight's area is left out of it: only a nib would show beyond the hem.
_MAINLY: Final = 0.25
_HEAD: Final = 0.6  # share of the head's bone
_FLAT: Final = frozenset({"mat"})
_HANDS: Final = 0.02  # on a desk lie hands and forearms; knees are under it
_SIDES: Final[dict[str, tuple[Literal["L", "R"], ...]]] = {
    "worked": ("R",),
    "right": ("R",),
    "left": ("L",),
    "both": ("L", "R"),
}


@dataclass(frozen=True, eq=False)
class Scene:
    """What is there. `subject` never changes; `at` gives every moment of it. Built for the right side being worked.

    `floor` is how high what the person lies or stands on is, `supports` all that flesh flattens on.
    """

    subject: Subject
    body: Body
    floor: float
    supports: tuple[Support, ...]
    worn: tuple[tuple[Worn, slice], ...]
    still: Moment
    casting: Casting

    @classmethod
    def build(cls, mesh: Mesh, figure: Figure) -> Scene:
        """Put a body and the things of a figure (complete, with those of its base) together."""
        body = Body.of(mesh)
        floor = max((thing.thick for thing in figure.props if isinstance(thing, Mat)), default=0.0)
        parts: list[tuple[str, Part, Worn | None]] = []
        for thing in figure.props:
            name = thing.name or str(type(thing).__struct_config__.tag)
            parts += [(name, part, live) for part, live in _things(mesh, thing, figure.props, floor)]
        subject = _subject(body, figure.highlight, [(name, part) for name, part, _ in parts])
        still = _still(mesh, [part for _, part, _ in parts])
        worn = tuple(_alive(mesh, parts))
        casts = _casting(subject, worn, len(mesh.faces))
        casting = Casting.of(still.vertices, subject.faces[casts], floor)
        return cls(subject, body, floor, tuple(_supports(figure.props)), worn, still, casting)

    def at(self, placed: Placed, breath: float = 0.0) -> Moment:
        """Return everything with the bones so placed; `breath` 0 to 1 is how full the lungs are."""
        vertices, shades = self.still.vertices.copy(), self.still.normals.copy()
        flesh, facing = skin(self.body.mesh, placed, draped=True)
        self.body.breathe(flesh, facing, breath)
        flat = self.body.press(flesh, self.supports)
        count = len(flesh)
        vertices[:count], shades[:count] = flesh, facing
        dressed = Dressed(placed, flesh, facing)
        for thing, where in self.worn:
            laid = thing.lay(dressed)
            vertices[where], shades[where] = laid, normals(laid, thing.part.solid.faces)
        pressed = np.zeros(len(self.subject.faces), bool)
        own = self.body.mesh.faces
        pressed[: len(own)] = flat[own].all(1)
        return Moment(vertices, shades, pressed)

    def shadow(self, moment: Moment) -> Rings:
        """Return the shadow on the floor, outermost level first: closed rings (k, 3) in the world."""
        moving = [moment.vertices[: len(self.body.mesh.vertices)], *(moment.vertices[where] for _, where in self.worn)]
        return shadow(np.concatenate(moving), self.casting, self.floor)

    def things(self) -> Floats:
        """Return the (n, 3) vertices of everything that never moves."""
        keep = np.ones(len(self.still.vertices), bool)
        keep[: len(self.body.mesh.vertices)] = False
        for _, where in self.worn:
            keep[where] = False
        return np.asarray(self.still.vertices[keep])


def _casting(subject: Subject, worn: Sequence[tuple[Worn, slice]], own: int) -> npt.NDArray[np.bool_]:
    """Which faces (m,) belong to still things that cast a shadow: not the mat, which it falls on, nor what is not always shown."""
    flat = np.array([paint.material in _FLAT for paint in subject.paints])
    casts = ~flat[subject.paint]
    casts[:own] = False
    for backdrop in subject.backdrops:
        casts[backdrop.first : backdrop.last] = False
    for _, where in worn:
        casts &= (subject.faces[:, 0] < where.start) | (subject.faces[:, 0] >= where.stop)
    return casts


def _things(mesh: Mesh, thing: Prop, among: Sequence[Prop], floor: float) -> Iterator[tuple[Part, Worn | None]]:
    """The parts of a thing where they are in the room, with what lays them anew for those that move."""
    live: Worn | None = None
    if isinstance(thing, Pack):
        live = pack(mesh, thing)
    elif isinstance(thing, Strap):
        live = strap(mesh, thing)
    elif isinstance(thing, Cushion):
        live = cushion(mesh, thing, next((each for each in among if isinstance(each, Chair)), Chair()))
    if live is not None:
        yield live.part, live
        return
    place = Place(thing.at, thing.turn)
    for part in pillow(thing, floor) if isinstance(thing, Pillow) else _MAKERS[type(thing)](thing):
        yield place.put(part), None


_MAKERS: Final[dict[type, Callable[..., list[Part]]]] = {
    Mat: mat, Chair: chair, Stool: stool, Wall: wall, Doorway: doorway, Desk: desk, Block: block,
}  # fmt: skip


def _supports(props: Sequence[Prop]) -> Iterator[Support]:
    """Everything level that flesh flattens on, the floor among them."""
    yield Support((0.0, 0.0), 0.0, (_ENDLESS, _ENDLESS), 0.0)
    for thing in props:
        if isinstance(thing, Mat):
            yield Support(thing.at, thing.turn, thing.size, thing.thick)
        elif isinstance(thing, Chair | Stool):
            yield Support(thing.at, thing.turn, thing.size, thing.seat)
        elif isinstance(thing, Block):
            yield Support(thing.at, thing.turn, thing.size[:2], thing.above + thing.size[2])
        elif isinstance(thing, Desk):
            yield Support(thing.at, thing.turn, thing.size, thing.height, _HANDS)


def _alive(mesh: Mesh, parts: Sequence[tuple[str, Part, Worn | None]]) -> Iterator[tuple[Worn, slice]]:
    start = len(mesh.vertices)
    for _, part, live in parts:
        end = start + len(part.solid.vertices)
        if live is not None:
            yield live, slice(start, end)
        start = end


def _still(mesh: Mesh, parts: Sequence[Part]) -> Moment:
    """All vertices and normals, those of the body and of what moves just as they come."""
    solids = [part.solid for part in parts]
    vertices = np.concatenate([mesh.vertices, *(solid.vertices for solid in solids)])
    shades = np.concatenate([mesh.normals, *(normals(*solid) for solid in solids)])
    return Moment(vertices.astype(np.float32), shades.astype(np.float32))


def _subject(body: Body, highlight: Highlight | None, parts: Sequence[tuple[str, Part]]) -> Subject:
    faces, paint, sheet = [body.mesh.faces], [body.paint], [body.sheet]
    paints, marks = list(body.paints), list(body.mesh.marks)
    backdrops: list[Backdrop] = []
    vertex, face = len(body.mesh.vertices), len(body.mesh.faces)
    for number, (name, part) in enumerate(parts):
        kind = Paint(part.material, name, part.ink)
        if kind not in paints:
            paints.append(kind)
        count = len(part.solid.faces)
        faces.append(part.solid.faces + vertex)
        paint.append(np.full(count, paints.index(kind), np.uint8))
        sheet.append(np.full((count, 3), _APART * (number + 1), np.float32))
        if part.sides is not None:
            sheet[-1] += part.sides[:, None].astype(np.float32)
        marks += [Mark(mark.kind, mark.faces + face, mark.weights, mark.closed) for mark in part.marks]
        if part.front is not None:
            backdrops.append(Backdrop(face, face + count, part.front))
        vertex, face = vertex + len(part.solid.vertices), face + count
    return Subject(
        np.concatenate(faces).astype(np.int32),
        np.concatenate(paint),
        tuple(paints),
        np.concatenate(sheet),
        tuple(marks),
        None if highlight is None else _field(body.mesh, highlight, vertex),
        tuple(backdrops),
        _face(body.mesh, face),
    )


def _face(mesh: Mesh, count: int) -> npt.NDArray[np.bool_]:
    """Which of the faces (count,) of a scene are the head's: what lies behind a person's face is not drawn over it."""
    found = np.zeros(count, bool)
    found[: len(mesh.faces)] = (mesh.weights[:, INDEX["head"]] > _HEAD)[mesh.faces].all(1)
    return found


def _field(mesh: Mesh, highlight: Highlight, count: int) -> Floats:
    field = np.full(count, -1, np.float32)
    field[: len(mesh.vertices)] = regions.field(mesh, highlight.regions, _SIDES[highlight.side])
    one, two, three = mesh.vertices[mesh.faces].astype(float).swapaxes(0, 1)
    marked = np.linalg.norm(np.cross(two - one, three - one), axis=1) * (field[mesh.faces[:, 0]] > 0)
    for garment in ("shirt", "shorts"):
        own = mesh.faces_of(garment)
        if marked[own].sum() < _MAINLY * marked.sum():
            field[mesh.faces[own]] = -1
    return field
