"""Two views of one figure that move alike: one is held in the hand, the other is looked at from across the room."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QObject

from coach.figure.pose.model import Figure
from coach.ui import figures, theme
from coach.ui.tokens import Tone
from coach.ui.widgets.figure_course import Course, Going, Looping, Staying
from coach.ui.widgets.figure_view import FigureView

#: How fast slow motion goes.
SLOW: Final = 0.4


class FigurePair(QObject):
    """Whatever is done to the `leader` is seen on the follower as well; without a follower it is one view like any other."""

    def __init__(self, leader: FigureView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.leader = leader
        self._follower: FigureView | None = None
        self._key, self._mirrored, self._highlight = "", False, True
        leader.touch.turned.connect(self._turned)

    def join(self, follower: FigureView | None) -> None:
        """Let another view follow from now on, or none."""
        if self._follower is not None:
            self._follower.touch.turned.disconnect(self._turned_back)
        self._follower = follower
        if follower is not None:
            follower.touch.turned.connect(self._turned_back)
            self._show(follower)
            follower.touch.follow(self.leader.touch)

    def show_figure(self, key: str, *, mirrored: bool, highlight: bool) -> None:
        """Show a figure, or the icon of a person where the key is ''."""
        self._key, self._mirrored, self._highlight = key, mirrored, highlight
        for view in self._views():
            self._show(view)
        if self._follower is not None:
            self._follower.touch.follow(self.leader.touch)

    def move(self, key: int | None, *, frozen: bool, slow: bool) -> None:
        """Go there and back; to one key and stay there; or stand still where it is."""
        figure = self._figure()
        if figure is None:
            return
        at, speed = self.leader.moment.u, SLOW if slow else 1.0
        course: Course
        if frozen:
            course, speed = Staying(at), 0.0
        elif key is not None:
            course = Going(figure, at, key)
        elif theme.current().reduced_motion:  # nothing goes on and on; the poses can still be walked through
            course = Staying(float(round(at)))
        else:
            course = Looping(figure, begin=at)
        for view in self._views():
            view.follow(course, 0.0, speed, most_ms=math.inf)

    def _figure(self) -> Figure | None:
        found = figures.current()
        return found.figure(self._key) if found is not None and self._key else None

    def _views(self) -> tuple[FigureView, ...]:
        return (self.leader,) if self._follower is None else (self.leader, self._follower)

    def _show(self, view: FigureView) -> None:
        view.highlight = self._highlight
        if self._key:
            view.show_figure(self._key, tone=Tone.BRAND, mirrored=self._mirrored)
        else:
            view.show_icon("person-standing")
        view.update()

    def _turned(self) -> None:
        if self._follower is not None and self._follower.key == self.leader.key:
            self._follower.touch.follow(self.leader.touch)

    def _turned_back(self) -> None:
        """Somebody has taken hold of the figure on the big screen."""
        if self._follower is not None and self._follower.key == self.leader.key:
            self.leader.touch.follow(self._follower.touch)
