"""One figure on one body, ready to be drawn at any moment and from any side."""

from __future__ import annotations

from typing import Final, NamedTuple

from coach.figure.camera import Camera
from coach.figure.camera import View as Window
from coach.figure.mesh import Floats, Mesh
from coach.figure.pose.model import Figure
from coach.figure.pose.motion import Motion
from coach.figure.scene.stage import Scene
from coach.figure.seen.compose import PLAYED, PRINTED, TURNED, Detail, Extras, compose
from coach.figure.seen.plate import Plate
from coach.figure.seen.subject import Moment

__all__ = ["PLAYED", "PRINTED", "TURNED", "Detail", "Picture", "View"]

#: Moments between two keys that the frame has to hold as well: on the way a limb may reach further than at its ends.
_BETWEEN: Final = (0.33, 0.67)


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

    def __init__(self, figure: Figure, mesh: Mesh, motion: Motion) -> None:
        self.figure = figure
        self.motion = motion
        self.scene = Scene.build(mesh, figure)
        self.length = motion.length
        stages = [key.stage for key in figure.keys]
        self.hold = float(stages.index("hold")) if "hold" in stages else float(len(stages) - 1)
        self._windows: dict[View, Window] = {}
        self._reach: list[Floats] = []

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
        shapes = compose(self.scene.subject, self.moment(u, breath), camera, detail, Extras())
        return Plate(shapes, self._window(camera, asked))

    def _window(self, camera: Camera, view: View) -> Window:
        """Return what is shown: the same for all moments, and the same size from all sides but the first."""
        direction = View(view.azimuth, view.elevation)
        if direction not in self._windows:
            points = self._reaches()
            fitted = camera.fit(points) if direction == self.home() else camera.fit_any_turn(points)
            self._windows = {**self._windows, direction: fitted}
        window = self._windows[direction].zoomed(view.zoom)
        return Window(window.left - view.x, window.top - view.y, window.width, window.height)

    def _reaches(self) -> list[Floats]:
        """Return all points that have to be inside the picture at some moment."""
        if not self._reach:
            body = len(self.scene.body.mesh.vertices)
            count = len(self.figure.keys)
            last = count if self.motion.cycle else count - 1
            moments = [float(key) for key in range(count)]
            moments += [key + share for key in range(last) for share in _BETWEEN]
            found = [self.moment(u).vertices[:body:3] for u in moments]
            self._reach = [*found, self.scene.things()] if len(self.scene.things()) else found
        return self._reach
