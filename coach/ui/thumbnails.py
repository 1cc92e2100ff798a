"""Small pictures of figures: painted once in the workshop, kept on the disk, shown in no time ever after.

The name of a file is a hash of everything that its pixels depend on, so a stale picture is never found and nothing has to
be kept in order. The folder may be deleted at any time.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec
from PySide6.QtCore import QBuffer, QCoreApplication, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap

from coach import __version__
from coach.drivers.workshop import Job
from coach.figure.pose.model import Figure
from coach.figure.tempo import shown_of
from coach.files import private_folder, write_atomic
from coach.ui.figures import Figures, figure_theme

if TYPE_CHECKING:
    from coach.figure.picture import Picture

_PROPERTY: Final = "limberThumbnails"
#: Changes when the same figure is to be painted differently.
_STYLE: Final = 2
_DUTY: Final = 0.3
#: So many pictures stay in memory, and on the disk; a whole library in one size and look is some dozens.
_IN_MEMORY: Final = 300
_ON_DISK: Final = 600
#: So many names are remembered; each takes 20 microseconds to find out.
_NAMES: Final = 2_000
#: A close picture shows the person about so much larger than one with everything around.
_CLOSER: Final = 1.2


class Asked(NamedTuple):
    """A small picture: of which figure, on which side, how large in real pixels, at which key (None: the one shown).

    `close`: only the person and what they hold or sit on, without arrows; for tiles that are small.
    """

    key: str
    mirrored: bool
    width: int
    height: int
    moment: int | None = None
    close: bool = False

    @property
    def sizeless(self) -> Asked:
        """The same in no size."""
        return self._replace(width=0, height=0)


class Thumbnails(QObject):
    """Pictures by what was asked for; `arrived` when one more can be shown."""

    arrived = Signal()

    def __init__(self, figures: Figures, folder: Path | None = None) -> None:
        """`folder` keeps them; without one they are painted anew at every start."""
        super().__init__(figures)
        self._figures, self._folder = figures, folder
        self._ready: OrderedDict[str, QPixmap] = OrderedDict()
        self._wanted: dict[str, Asked] = {}
        self._hopeless: set[str] = set()
        self._names: dict[tuple[Any, ...], str] = {}
        self._latest: dict[tuple[Any, ...], str] = {}
        figures.redrawn.connect(self._forget_names)
        figures.workshop.serve(self.wish)

    def get(self, asked: Asked) -> QPixmap | None:
        """Return a picture that is ready; None when it has to be painted first (`arrived` follows) or cannot be.

        The same picture asked for in another size, and not begun yet, is let go: somebody changes the size of a window.
        Who needs both asks again when the first arrives.
        """
        figure = self._figures.figure(asked.key)
        if figure is None or asked.width < 1 or asked.height < 1:
            return None
        name = self._name(asked, figure)
        found = self._ready.get(name) or self._read(name)
        if found is not None:
            self._latest[self._depends_on(asked.sizeless, figure)] = name
            return self._keep(name, found)
        if name not in self._hopeless and name not in self._wanted:
            same = asked.sizeless
            self._wanted = {other: each for other, each in self._wanted.items() if each.sizeless != same}
            self._wanted[name] = asked
            self._figures.workshop.wake()
        return None

    def stand_in(self, asked: Asked) -> QPixmap | None:
        """Return the same picture in the size it was last shown in, for as long as the right one is not ready."""
        figure = self._figures.figure(asked.key)
        if figure is None:
            return None
        return self._ready.get(self._latest.get(self._depends_on(asked.sizeless, figure), ""))

    def wish(self) -> Job | None:
        """Want what was asked for last: that is what is being looked at."""
        while self._wanted:
            name, asked = next(reversed(self._wanted.items()))
            figure = self._figures.figure(asked.key)
            if figure is not None and name == self._name(asked, figure):
                return self._job(name, asked, figure)
            del self._wanted[name]  # asked for in other colours, or of a figure that is gone
        return None

    def _job(self, name: str, asked: Asked, figure: Figure) -> Job:
        kept, make = self._figures.picture(asked.key), self._figures.make_picture(figure)
        folder, look = self._folder, self._figures.look_of()

        def paint() -> QImage:
            image = painted(kept or make(), figure, asked, look)
            if folder is not None:
                with suppress(OSError):  # a full disk costs time at the next start, nothing else
                    _write(folder, name, image)
            return image

        def done(image: QImage) -> None:
            self._wanted.pop(name, None)
            self._keep(name, QPixmap.fromImage(image))
            self.arrived.emit()

        def trouble(_sentence: str) -> None:
            self._wanted.pop(name, None)
            self._hopeless.add(name)

        return Job(paint, done, trouble, _DUTY)

    def _keep(self, name: str, picture: QPixmap) -> QPixmap:
        self._ready[name] = picture
        self._ready.move_to_end(name)
        while len(self._ready) > _IN_MEMORY:
            self._ready.popitem(last=False)
        return picture

    def _read(self, name: str) -> QPixmap | None:
        if self._folder is None:
            return None
        picture = QPixmap(str(self._folder / f"{name}.png"))
        return None if picture.isNull() else picture

    def _depends_on(self, asked: Asked, figure: Figure) -> tuple[Any, ...]:
        """Return everything that the pixels depend on, for as long as the figures are the same objects."""
        return asked, self._figures.chosen, figure_theme(), id(figure)

    def _forget_names(self) -> None:
        """There may be other figures now, in the same places of the memory."""
        self._names.clear()
        self._latest.clear()

    def _name(self, asked: Asked, figure: Figure) -> str:
        """Hash everything that the pixels depend on."""
        chosen, known = self._figures.chosen, self._depends_on(asked, figure)
        if len(self._names) > _NAMES:
            self._names.clear()
        if known not in self._names:
            parts = (
                f"{__version__} {_STYLE} {self._figures.mark} {figure_theme()}".encode(),
                msgspec.json.encode([*asked[1:], *chosen]),
                msgspec.json.encode(figure),
            )
            self._names[known] = hashlib.sha256(b"\n".join(parts)).hexdigest()[:40]
        return self._names[known]


def painted(picture: Picture, figure: Figure, asked: Asked, look: Callable[[], Any]) -> QImage:
    """Paint a small picture; may be called in any thread."""
    from coach.drawing.figure.framing import close_up, detail_for
    from coach.drawing.figure.painter import paint_plate

    moment = shown_of(figure) if asked.moment is None else asked.moment
    larger = _CLOSER if asked.close else 1.0
    detail = detail_for(picture.window(), asked.width * larger, asked.height * larger)
    plate = picture.plate(float(moment), detail=detail)
    image = QImage(QSize(asked.width, asked.height), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    area = QRectF(0, 0, asked.width, asked.height)
    paint_plate(painter, close_up(plate) if asked.close else plate, area, look(), mirrored=asked.mirrored)
    painter.end()
    return image


def _write(folder: Path, name: str, image: QImage) -> None:
    private_folder(folder)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide's stub wants bytes here and str elsewhere
    write_atomic(folder / f"{name}.png", bytes(buffer.data().data()))
    pictures = list(folder.glob("*.png"))
    if len(pictures) > _ON_DISK:
        oldest = sorted(pictures, key=lambda path: path.stat().st_mtime_ns)
        for path in oldest[: len(pictures) - _ON_DISK // 2]:
            path.unlink(missing_ok=True)


def install(app: QCoreApplication, made: Thumbnails | None) -> None:
    """Let every widget find the small pictures; None when the program is about to end."""
    app.setProperty(_PROPERTY, made)


def current() -> Thumbnails | None:
    """Return the small pictures; None where nobody has put them there."""
    app = QCoreApplication.instance()
    held: Any = app.property(_PROPERTY) if app is not None else None
    return held if isinstance(held, Thumbnails) else None
