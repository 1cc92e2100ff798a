"""What a hand does to a figure: turning, zooming, moving it about. Numbers only, no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from coach.ui.figures import Turned

#: Degrees that a pixel of dragging turns, and that an arrow key turns.
PER_PIXEL: Final = 0.5
PER_KEY: Final = 15
#: The floor is never seen from below, nor the head from beyond the zenith.
LOWEST: Final = 0
HIGHEST: Final = 88
LEAST_ZOOM: Final = 0.7
MOST_ZOOM: Final = 5.0
ZOOM_STEP: Final = 1.25

#: The views that everybody knows, as azimuth and elevation: the worked side is the person's right.
VIEWS: Final = {"front": Turned(0, 6), "side": Turned(-90, 6), "back": Turned(180, 6), "above": Turned(-90, 84)}


@dataclass(slots=True)
class Hand:
    """How a figure is held: `turned` None as it came; `zoom` times as large, moved by `x` and `y` (shares of the place)."""

    turned: Turned | None = None
    zoom: float = 1.0
    x: float = 0.0
    y: float = 0.0
    azimuth: float = 0.0
    elevation: float = 0.0

    @property
    def away(self) -> bool:
        """Say whether anything is different from how it came."""
        return self.turned is not None or self.zoom != 1.0 or bool(self.x or self.y)

    def reset(self) -> None:
        """Show it as it came."""
        self.turned, self.zoom, self.x, self.y = None, 1.0, 0.0, 0.0

    def turn(self, home: Turned, right: float, down: float) -> None:
        """Turn by degrees: what is in front goes to the right and down, as if one had taken hold of it."""
        if self.turned is None:
            self.azimuth, self.elevation = home
        self.azimuth = (self.azimuth - right + 180) % 360 - 180
        self.elevation = min(max(self.elevation + down, LOWEST), HIGHEST)
        self.turned = Turned(round(self.azimuth), round(self.elevation))

    def look_from(self, view: Turned) -> None:
        """Look from a direction."""
        self.turned = view
        self.azimuth, self.elevation = view

    def zoom_by(self, factor: float, at_x: float = 0.5, at_y: float = 0.5) -> None:
        """Zoom about a point of the place (shares of its width and height): what lies there stays there."""
        zoom = min(max(self.zoom * factor, LEAST_ZOOM), MOST_ZOOM)
        real = zoom / self.zoom
        self.x = (self.x - (at_x - 0.5)) * real + (at_x - 0.5)
        self.y = (self.y - (at_y - 0.5)) * real + (at_y - 0.5)
        self.zoom = zoom
        self._keep_near()

    def move(self, right: float, down: float) -> None:
        """Move by shares of the place."""
        self.x += right
        self.y += down
        self._keep_near()

    def _keep_near(self) -> None:
        """Never lose it: its middle stays inside of the place."""
        most = max(0.5 * self.zoom, 0.5) - 0.1
        self.x = min(max(self.x, -most), most)
        self.y = min(max(self.y, -most), most)
