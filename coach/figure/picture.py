"""One figure on one body, ready to be drawn at any moment and from any side."""

from __future__ import annotations

from functools import cached_property
from math import ceil
from typing import Final, NamedTuple

import numpy as np

from coach.figure.camera import Camera, ball
from coach.figure.camera import View as Window
from coach.figure.mesh import Floats, Mesh
from coach.figure.pose.flesh import Flesh
from coach.figure.pose.model import Figure
from coach.figure.pose.motion import Motion
from coach.figure.pose.props import Cushion, Mat, Pack, Pillow, Strap
from coach.figure.rotation import Array
from coach.figure.scene.arrows import arrows
from coach.figure.scene.shadow import Rings, ground, within
from coach.figure.scene.soft import mat_outline
from coach.figure.scene.stage import Scene
from coach.figure.seen.compose import PLAYED, PRINTED, TURNED, Detail, Extras, compose
from coach.figure.seen.cut import cut_below
from coach.figure.seen.ghost import Ghost
from coach.figure.seen.plate import Plate
from coach.figure.seen.subject import Moment
from coach.figure.tempo import shown_of

__all__ = ["PLAYED", "PRINTED", "TURNED", "Detail", "Picture", "View"]

#: Moments between two keys that the frame has to hold as well: on the way a limb may reach further than at its ends.
_BETWEEN: Final = (0.33, 0.67)
#: Room around everything, as a share of the larger side.
_MARGIN: Final = 0.03
#: A ghost is shown up to so many degrees from where a figure is first seen from.
_BESIDE: Final = 30.0
#: Room above a person of whom only a part is shown, in metres, and around the line of an arrow: its head is as wide.
_ABOVE: Final = 0.03
_AROUND: Final = 0.03
#: What lies on a mat or is held: with nothing else there, the mat is all the ground that is drawn.
_LYING: Final = (Mat, Pillow, Cushion, Strap, Pack)
#: The bone down to whose beginning a frame shows the person, and how much thinner its lines and arrows are; the whole has none.
_FRAMES: Final = {"upper-body": ("pelvis", 0.8), "head-and-shoulders": ("thorax1", 0.65)}


class View(NamedTuple):
    """Where a figure is seen from, in degrees; `zoom` 2 shows it twice as large, (x, y) moves it by metres."""

    azimuth: float
    elevation: float
    zoom: float = 1.0
    x: float = 0.0
    y: float = 0.0


class Picture:
    """A figure as it is drawn, always on the right side; the left one is its mirror image.

    `figure` is complete, with what its base gives; `length` is the last moment there is (`Motion`), `hold` the moment that
    the exercise is about.
    """

    def __init__(self, figure: Figure, mesh: Mesh, motion: Motion, flesh: Flesh) -> None:
        self.figure = figure
        self.motion = motion
        self.scene = Scene.build(mesh, figure)
        self.length = motion.length
        self.hold = float(shown_of(figure))
        self._flesh = flesh
        self._arrows: dict[int, tuple[Array, ...]] = {}
        self._ghosts: dict[int, Ghost] = {}
        self._last: tuple[tuple[float, float], Moment, Rings] | None = None

    def home(self) -> View:
        """Return the view that the figure was made for."""
        camera = self.figure.camera
        return View(camera.azimuth, camera.elevation) if camera is not None else View(0.0, 8.0)

    def moment(self, u: float, breath: float = 0.0) -> Moment:
        """Return everything at a moment; `breath` 0 to 1 is how full the lungs are."""
        return self.scene.at(self.motion.at(u), breath)

    def plate(self, u: float, view: View | None = None, *, breath: float = 0.0, detail: Detail = PLAYED) -> Plate:
        """Draw a moment: at home, or as `view` says; takes 25 to 90 ms by `detail`."""
        asked = view or self.home()
        camera = Camera(asked.azimuth, asked.elevation)
        moment, shadow = self._kept(u, breath)
        key = self._key_at(u)
        ghost = self._ghost_at(key) if self._beside_home(asked) else None
        extras = Extras(self._ground, shadow, self._arrows_at(key), ghost=ghost, turned=not self._at_home(asked))
        edge = self._edge if self._at_home(asked) else None
        if edge is None:
            return Plate(compose(self.scene.subject, moment, camera, detail, extras), self._window(camera, asked))
        share = _FRAMES[self._frame][1]
        finer = detail._replace(ink=detail.ink * share)
        extras = extras._replace(bold=share)
        shapes = cut_below(compose(self.scene.subject, moment, camera, finer, extras), edge)
        return Plate(shapes, self._window(camera, asked))

    def _kept(self, u: float, breath: float) -> tuple[Moment, Rings]:
        """Return a moment and its shadow; the last one is kept, for a figure that is only being turned."""
        if self._last is None or self._last[0] != (u, breath):
            moment = self.moment(u, breath)
            shadow = self.scene.shadow(moment)
            if not self._ground:  # beside the mat there is nothing that a shadow could fall on
                shadow = within(shadow, mat_outline(self._mats[0]))
            self._last = ((u, breath), moment, shadow)
        return self._last[1:]

    def _key_at(self, u: float) -> int:
        """Return the number of the key that is being moved to, or held."""
        key = ceil(u - 1e-6)
        return key % len(self.figure.keys) if self.motion.cycle else min(max(key, 0), len(self.figure.keys) - 1)

    def _ghost_at(self, key: int) -> Ghost | None:
        """Return what leaves an outline where it was before that key."""
        limbs = self.figure.keys[key].ghost
        if not limbs:
            return None
        if key not in self._ghosts:
            subject = self.scene.subject
            own = np.array([paint.limb in limbs for paint in subject.paints])[subject.paint]
            before = float((key - 1) % len(self.figure.keys))
            self._ghosts[key] = Ghost(self.moment(before).vertices, subject.faces[own])
        return self._ghosts[key]

    def _arrows_at(self, key: int) -> tuple[Array, ...]:
        """Return the arrows of a key."""
        if key not in self._arrows:
            home = self.home()
            camera = Camera(home.azimuth, home.elevation)
            self._arrows[key] = arrows(self.motion, self._flesh, self.figure.keys[key].arrows, key, camera)
        return self._arrows[key]

    def window(self, view: View | None = None) -> Window:
        """Return the piece of the picture plane that `plate` would show: to choose a detail before drawing."""
        asked = view or self.home()
        return self._window(Camera(asked.azimuth, asked.elevation), asked)

    def _window(self, camera: Camera, view: View) -> Window:
        """Return what is shown: the same for all moments, and the same size from all sides but the first."""
        fitted = self._window_at_home if self._at_home(view) else camera.fit_ball(*self._ball, _MARGIN)
        window = fitted.zoomed(view.zoom)
        return Window(window.left - view.x, window.top - view.y, window.width, window.height)

    def _at_home(self, view: View) -> bool:
        return (view.azimuth, view.elevation) == self.home()[:2]

    def _beside_home(self, view: View) -> bool:
        """Say whether a view is near the first one: from further round only crumbs of what was before look out."""
        home = self.home()
        turn = (view.azimuth - home.azimuth + 180) % 360 - 180
        return max(abs(turn), abs(view.elevation - home.elevation)) <= _BESIDE

    @cached_property
    def _ball(self) -> tuple[Array, float]:
        return ball(self._reach)

    @cached_property
    def _window_at_home(self) -> Window:
        camera = Camera(*self.home()[:2])
        right, down, _ = camera.axes
        wide = _AROUND * (right + down)
        lines = [line for key in range(len(self.figure.keys)) for line in self._arrows_at(key)]
        ways = [side.astype("f4") for line in lines for side in (line - wide, line + wide)]
        rings = [ring.astype("f4") for level in self._ground[:1] for ring in level]
        edge = self._edge
        if edge is None:
            return camera.fit([*self._reach, *rings, *ways], _MARGIN)
        shown = [points[camera.project(points)[:, 1] < edge] for points in self._reach]
        fitted = camera.fit([*shown, *ways], _MARGIN)
        return Window(fitted.left, fitted.top - _ABOVE, fitted.width, edge - fitted.top + _ABOVE)

    @cached_property
    def _edge(self) -> float | None:
        """Where in the picture plane the picture ends below, seen from home; None where the whole person is shown."""
        if self._frame not in _FRAMES:
            return None
        rigs = [self.motion.rig(float(key)) for key in range(len(self.figure.keys))]
        joints = np.array([rig.bone(_FRAMES[self._frame][0])[1] for rig in rigs])
        return float(Camera(*self.home()[:2]).project(joints)[:, 1].max())

    @property
    def _frame(self) -> str:
        return self.figure.camera.frame if self.figure.camera is not None else "whole"

    @cached_property
    def _ground(self) -> Rings:
        if len(self._mats) == 1 and all(isinstance(prop, _LYING) for prop in self.figure.props):
            return ()  # the mat is ground enough
        return ground(self._reach)

    @property
    def _mats(self) -> list[Mat]:
        return [prop for prop in self.figure.props if isinstance(prop, Mat)]

    @cached_property
    def _reach(self) -> list[Floats]:
        """All points that have to be inside the picture at some moment."""
        body = len(self.scene.body.mesh.vertices)
        count = len(self.figure.keys)
        last = count if self.motion.cycle else count - 1
        moments = [float(key) for key in range(count)]
        moments += [key + share for key in range(last) for share in _BETWEEN]
        found = [self.moment(u).vertices[:body:3] for u in moments]
        things = self.scene.things()
        return [*found, things] if len(things) else found
