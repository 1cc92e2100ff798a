"""Making a hand-out: the pictures one by one in the workshop, the page here."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QObject, Signal

from coach.app.deliveries import Delivery
from coach.content.library import Library
from coach.content.routine import Routine
from coach.drivers.workshop import Job
from coach.errors import CoachError
from coach.handout.page import Handout, handout_of
from coach.ui.figures import Figures

if TYPE_CHECKING:
    from coach.figure.picture import Picture
    from coach.figure.seen.plate import Plate

#: Pictures on paper are traced for so many pixels.
_WIDE: Final = 480
_HIGH: Final = 340
#: The figure that somebody is looking at goes first.
_DUTY: Final = 0.9


@dataclass(slots=True)
class _Order:
    """One hand-out on its way. `pictures` are touched in the workshop only."""

    handout: Handout
    to: Delivery
    todo: deque[tuple[str, int]]
    plates: dict[tuple[str, int], Plate] = field(default_factory=dict)
    pictures: dict[str, Picture] = field(default_factory=dict)


class HandoutDesk(QObject):
    """`made` and `failed` carry a sentence."""

    made = Signal(str)
    failed = Signal(str)

    def __init__(self, figures: Figures, parent: QObject) -> None:
        super().__init__(parent)
        self._figures = figures
        self._orders: deque[_Order] = deque()
        figures.workshop.serve(self._wish)

    def make(self, routine: Routine, library: Library, to: Delivery) -> None:
        """Begin with a hand-out; the window stays free meanwhile."""
        try:
            handout = handout_of(routine, library)
        except CoachError as trouble:
            self.failed.emit(str(trouble))
            return
        shots = [(shot.seen.key, shot.key) for step in handout.steps for shot in step.shots]
        wanted = dict.fromkeys(shot for shot in shots if self._figures.figure(shot[0]) is not None)
        self._orders.append(_Order(handout, to, deque(wanted)))
        self._go_on()

    def close(self) -> None:
        """Nothing is wanted any more."""
        self._orders.clear()
        self._figures.workshop.leave(self._wish)

    def _wish(self) -> Job | None:
        order = self._orders[0] if self._orders else None
        if order is None or not order.todo:
            return None
        key, number = order.todo[0]
        figure = self._figures.figure(key)
        if figure is None:
            return None
        make = partial(_plate, order, key, number, self._figures.make_picture(figure))
        return Job(make, partial(self._drawn, order, key, number), partial(self._missed, order, key), _DUTY)

    def _drawn(self, order: _Order, key: str, number: int, plate: Plate) -> None:
        order.plates[key, number] = plate
        self._done_with(order, {(key, number)})

    def _missed(self, order: _Order, key: str, _sentence: str) -> None:
        """A figure that cannot be drawn is left out; the words are what matters."""
        self._done_with(order, {one for one in order.todo if one[0] == key})

    def _done_with(self, order: _Order, done: set[tuple[str, int]]) -> None:
        order.todo = deque(one for one in order.todo if one not in done)
        self._go_on()

    def _go_on(self) -> None:
        """Send off what is complete, and let the workshop have the next picture."""
        while self._orders and not self._orders[0].todo:
            self._deliver(self._orders.popleft())
        self._figures.workshop.wake()

    def _deliver(self, order: _Order) -> None:
        from coach.drawing.figure.look import look
        from coach.drawing.figure.paper import About
        from coach.drawing.handout.sheet import handout_pages

        pages = handout_pages(order.handout, order.plates, look("print"), order.to.size)
        about = About(order.handout.title, QLocale().bcp47Name() or "en")
        try:
            self.made.emit(order.to.deliver(pages, about))
        except CoachError as trouble:
            self.failed.emit(str(trouble))


def _plate(order: _Order, key: str, number: int, make: Callable[[], Picture]) -> Plate:
    """Draw one picture, for the workshop."""
    from coach.drawing.figure.framing import close_up, detail_for

    picture = order.pictures.get(key)
    if picture is None:
        picture = order.pictures[key] = make()
    return close_up(picture.plate(float(number), detail=detail_for(picture.window(), _WIDE, _HIGH)))
