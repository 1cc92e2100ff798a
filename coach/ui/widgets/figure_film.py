"""The frames of one figure for one place on the screen: what can be painted now, and what the workshop makes next."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from coach.drivers.workshop import Job
from coach.figure.reel import STEPS, Span, Spot
from coach.i18n import _
from coach.ui.figures import Figures, Turned, drawn

if TYPE_CHECKING:
    from coach.drawing.figure.frames import Frame
    from coach.figure.camera import View as Window
    from coach.figure.picture import Picture

#: Shares of a core: for the first pictures of a movement, for the ones between, and for what comes later.
_COARSE, _FINE, _LATER = 0.3, 0.15, 0.1
_COARSE_STEP: Final = STEPS // 8


class Film(QObject):
    """Wishes for frames while it is `running`. `ready` when there is something better to paint, or a trouble to tell.

    `home` is the piece of the picture plane that the figure was made for, once a frame of it has been shown.
    """

    ready = Signal()

    def __init__(self, figures: Figures, parent: QObject) -> None:
        super().__init__(parent)
        self._figures = figures
        self.key = ""
        self._span = Span(0.0, 0.0)
        self._spot = Spot(0)
        self._stays = True
        self._turned: Turned | None = None
        self._quick: tuple[Spot, Turned] | None = None
        self._quick_frame: Frame | None = None
        self._later: tuple[tuple[str, Span], ...] = ()
        wants = self._wants = _Wants()
        wish = self._wish = self.wish

        # A view that is deleted while it is seen is never hidden: nobody may ask it, or tell it, anything any more.
        def gone() -> None:
            wants.any = False
            figures.workshop.leave(wish)

        self.destroyed.connect(gone)
        self.home: Window | None = None

    def show_figure(self, key: str) -> None:
        """Be about another figure; '' for none."""
        if key != self.key:
            self.key = key
            self._turned = self._quick = self._quick_frame = self.home = None
            self._wake()

    def aim(self, span: Span, spot: Spot, *, stays: bool = False) -> None:
        """Wish for a part of the movement, and show this spot of it; `stays` where it is not about to move on."""
        if (span, spot, stays) != (self._span, self._spot, self._stays):
            self._span, self._spot, self._stays = span, spot, stays
            self._wake()

    def turn(self, turned: Turned | None, *, quick: bool) -> None:
        """Wish for another side; `quick` while it is still being turned."""
        self._turned = turned
        self._quick = (self._spot, turned) if quick and turned is not None else None
        if turned is None:
            self._quick_frame = None
        self._wake()

    def prepare(self, later: tuple[tuple[str, Span], ...]) -> None:
        """Make ready, when there is nothing else to do, what will be shown later."""
        self._later = later
        self._wake()

    def run(self, *, on: bool) -> None:
        """Wish for frames, or for none any more."""
        self._wants.any = on
        if on:
            self._figures.workshop.serve(self._wish, first=True)
            self._wake()
        else:
            self._figures.workshop.leave(self._wish)

    @property
    def picture(self) -> Picture | None:
        """The picture, when it is ready."""
        return self._figures.picture(self.key)

    @property
    def trouble(self) -> str:
        """Why there is none."""
        if self.key and self._figures.figure(self.key) is None:
            return _("There is no picture of this yet.")
        return self._figures.trouble(self.key)

    @property
    def spot(self) -> Spot:
        """The spot that is shown, as it is made."""
        return self._span.near(self._spot)

    def frame(self) -> Frame | None:
        """Return the best there is to paint."""
        if self.picture is None:
            return None
        if self._quick is not None and self._quick_frame is not None:
            return self._quick_frame
        reel = self._figures.reel(self.key, self._turned)
        found = self._figures.frames.best(reel, self.spot, self._span.round_at)
        if found is not None and self._turned is None:
            self.home = found.plate.view
        if found is None and self._turned is not None:
            home = self._figures.reel(self.key, None)
            return self._quick_frame or self._figures.frames.best(home, self.spot, self._span.round_at)
        return found

    def wish(self) -> Job | None:
        """Say what is wanted most."""
        if not self._wants.any or not self.key or self.trouble:
            return None
        picture = self.picture
        if picture is None:
            return self._first(self.key)
        if self._quick is not None:
            return self._turning(picture, *self._quick)
        return self._next(picture, self.key, self._span, self._turned) or self._ahead()

    def _first(self, key: str, duty: float = 1.0) -> Job | None:
        figure = self._figures.figure(key)
        if figure is None or self._figures.trouble(key):
            return None
        body = self._figures.chosen.body

        def keep(picture: Any) -> None:
            self._figures.keep_picture(key, body, picture)
            self._tell()

        return Job(self._figures.make_picture(figure), keep, self._told(key), duty)

    def _turning(self, picture: Picture, spot: Spot, turned: Turned) -> Job:
        def keep(frame: Any) -> None:
            self._quick_frame = frame
            if self._quick == (spot, turned):
                self._quick = None
            self._tell()

        return Job(lambda: drawn(picture, spot, turned, quick=True), keep, self._told(self.key))

    def _next(self, picture: Picture, key: str, span: Span, turned: Turned | None) -> Job | None:
        frames, reel = self._figures.frames, self._figures.reel(key, turned)
        here = key == self.key and span == self._span
        if here and not frames.has(reel, self.spot) and (self._stays or frames.best(reel, self.spot) is None):
            spot: Spot | None = self.spot
            duty = 1.0
        else:
            spot = frames.missing(reel, span)
            duty = _FINE if spot is None or spot.step % _COARSE_STEP or spot.breath else _COARSE
        if spot is None:
            return None
        made = spot

        def keep(frame: Any) -> None:
            self._figures.frames.put(reel, made, frame)
            self._tell()

        duty = duty if key == self.key else _LATER
        return Job(lambda: drawn(picture, made, turned, quick=False), keep, self._told(key), duty)

    def _ahead(self) -> Job | None:
        """What comes later: the next exercise of a session while this one is held."""
        for key, span in self._later:
            picture = self._figures.picture(key)
            job = self._first(key, _LATER) if picture is None else self._next(picture, key, span, None)
            if job is not None:
                return job
        return None

    def _told(self, key: str) -> Callable[[str], None]:
        body = self._figures.chosen.body  # another one may have been chosen when the trouble is known

        def told(sentence: str) -> None:
            self._figures.keep_trouble(key, body, sentence)
            self._tell()

        return told

    def _tell(self) -> None:
        if self._wants.any:
            self.ready.emit()

    def _wake(self) -> None:
        if self._wants.any:
            self._figures.workshop.wake()


class _Wants:
    """Whether anybody looks; it outlives the film, whose last jobs may still be on their way."""

    any = False
