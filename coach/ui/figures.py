"""Everything that shows a person asks here: which figures there are, on which body, in which colours, and their frames.

Like the theme it is kept on the application object. Where it is not there, or a figure cannot be drawn, a quiet ground
with an icon stands in its place. NumPy and the bodies are loaded in the workshop's thread when the first figure is seen.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol

from PySide6.QtCore import QCoreApplication, QObject, Signal

from coach.clock import Clock
from coach.drivers.workshop import Workshop
from coach.figure.pose.model import Figure
from coach.figure.reel import Spot
from coach.settings.model import Settings
from coach.ui import theme, tokens

if TYPE_CHECKING:
    from coach.drawing.figure.frames import Frame, Frames
    from coach.drawing.figure.look import Look
    from coach.figure.picture import Picture

_PROPERTY = "limberFigures"
#: So many pictures (a figure on a body, with everything that does not change) stay ready; each takes some megabytes.
_PICTURES = 4


class Turned(NamedTuple):
    """The direction a figure is seen from, in whole degrees; it is given only where somebody has turned it."""

    azimuth: int
    elevation: int


class Studio(Protocol):
    """Where pictures come from."""

    def picture(self, figure: Figure, body: str) -> Picture:
        """Return a figure on a body, ready to be drawn; `CoachError` when that is not possible."""
        ...


class Colours(NamedTuple):
    """What the person chose for the figure, by the names of the palettes."""

    body: str = "a"
    skin: str = "sand"
    hair: str = "brown"
    clothes: str = "teal"


class Figures(QObject):
    """`redrawn` when other figures, another body or other colours are to be seen.

    `mark` names the bodies and poses that pictures are made from. `angles`: how each figure was last turned by hand, by its
    key, for as long as the window is open, where that is kept.
    """

    redrawn = Signal()

    def __init__(
        self,
        open_studio: Callable[[], Studio],
        workshop: Workshop,
        clock: Clock,
        *,
        mark: str = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.mark = mark
        self.angles: dict[str, Turned] = {}
        self.workshop, self.clock = workshop, clock
        self._open_studio = open_studio
        self._studio: Studio | None = None
        self._find: Callable[[str], Figure | None] = lambda _key: None
        self._found: dict[str, Figure | None] = {}
        self._chosen = Colours()
        self._pictures: dict[tuple[str, str], Picture] = {}
        self._troubles: dict[tuple[str, str], str] = {}
        self._frames: Frames | None = None

    def show_content(self, find: Callable[[str], Figure | None]) -> None:
        """Know from now on how a figure is found by its key (`coach.content.pictures`)."""
        self._find = find
        self._found.clear()
        self._pictures.clear()
        self._troubles.clear()
        if self._frames is not None:
            self._frames.clear()
        self.redrawn.emit()

    def show_settings(self, settings: Settings) -> None:
        """Use the body and the colours that the person chose."""
        chosen = Colours(settings.body, settings.skin, settings.hair, settings.clothes)
        if chosen != self._chosen:
            self._chosen = chosen
            self.redrawn.emit()

    @property
    def chosen(self) -> Colours:
        """What is in use."""
        return self._chosen

    def figure(self, key: str) -> Figure | None:
        """Return the figure of an exercise or pack."""
        if key not in self._found:
            self._found[key] = self._find(key)
        return self._found[key]

    @property
    def frames(self) -> Frames:
        """The frames that are ready. Importing them imports NumPy: ask only when there is one to paint."""
        from coach.drawing.figure.frames import Frames

        if self._frames is None:
            self._frames = Frames()
        return self._frames

    def picture(self, key: str) -> Picture | None:
        """Return a picture that is ready; it is now the one that was used last."""
        named = key, self._chosen.body
        found = self._pictures.pop(named, None)
        if found is not None:
            self._pictures[named] = found
        return found

    def trouble(self, key: str) -> str:
        """Say why a figure cannot be drawn; '' while nothing is known against it."""
        return self._troubles.get((key, self._chosen.body), "")

    def make_picture(self, figure: Figure) -> Callable[[], Picture]:
        """Return what makes a picture ready, to be called in the workshop."""
        body = self._chosen.body

        def make() -> Picture:
            if self._studio is None:
                self._studio = self._open_studio()
            return self._studio.picture(figure, body)

        return make

    def keep_picture(self, key: str, body: str, picture: Picture) -> None:
        """Keep a picture that was made for that body; the one unused for longest goes where there are too many."""
        self._pictures[key, body] = picture
        while len(self._pictures) > _PICTURES:
            del self._pictures[next(iter(self._pictures))]

    def keep_trouble(self, key: str, body: str, sentence: str) -> None:
        """Remember that a figure cannot be drawn on that body, so that nobody tries again and again."""
        self._troubles[key, body] = sentence

    def reel(self, key: str, turned: Turned | None) -> Hashable:
        """Return what the frames of a figure from one side are kept under."""
        return key, self._chosen.body, turned

    def look(self) -> Look:
        """Return the colours in use."""
        return self.look_of()()

    def look_of(self) -> Callable[[], Look]:
        """Return what gives the colours in use now, to be called in any thread."""
        used, chosen = figure_theme(), self._chosen

        def give() -> Look:
            from coach.drawing.figure.look import look

            return look(used, chosen.skin, chosen.hair, chosen.clothes)

        return give


def drawn(picture: Picture, spot: Spot, turned: Turned | None, *, quick: bool) -> Frame:
    """Draw one frame; `quick` while somebody turns the figure. Takes its time: for the workshop."""
    from coach.drawing.figure.frames import frame_of
    from coach.figure.picture import PLAYED, TURNED, View

    view = None if turned is None else View(float(turned.azimuth), float(turned.elevation))
    plate = picture.plate(spot.u, view, breath=spot.share, detail=TURNED if quick else PLAYED)
    return frame_of(plate, often=not quick)


def figure_theme() -> Literal["light", "dark", "contrast", "print"]:
    """Return the theme in which figures are painted now: high contrast on white is that of print."""
    used = theme.current()
    if used.palette in {tokens.CONTRAST_LIGHT, tokens.CONTRAST_DARK}:
        return "contrast" if used.dark else "print"
    return "dark" if used.dark else "light"


def install(app: QCoreApplication, figures: Figures | None) -> None:
    """Let every widget find the figures; None when the program is about to end."""
    app.setProperty(_PROPERTY, figures)


def current() -> Figures | None:
    """Return the figures; None where nobody has put them there."""
    app = QCoreApplication.instance()
    held: Any = app.property(_PROPERTY) if app is not None else None
    return held if isinstance(held, Figures) else None
