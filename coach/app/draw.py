"""`limber draw`: figures as files, without a display."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from coach.app.offscreen import start_qt, write_pages
from coach.app.shelf import library
from coach.console import drawing as asked
from coach.console.drawing import Drawing, Output
from coach.content.library import Library
from coach.i18n import _
from coach.resources import assets

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from coach.drawing.figure.look import Look
    from coach.drawing.figure.paper import Page
    from coach.drawing.figure.sheet import Block, Layout
    from coach.figure.picture import Detail, Picture
    from coach.figure.seen.plate import Plate
    from coach.figure.studio import Studio

_EVERY: Final = 45
#: A4 lying on its side at 96 pixels in an inch.
_A4: Final = (1123, 794)
#: Figures of somebody who only rests; they are no exercise and stand in no list.
_QUIET: Final = "rest_"


def draw(chosen: Namespace) -> str:
    """Draw what was asked for and return the path that was written.

    Raises `WrongUseError` for a mistake on the command line, `DataError` for a figure that cannot be drawn or a file that
    cannot be written.
    """
    asked.check_use(chosen)
    out = asked.output(chosen)
    shelf = library()
    wanted = None if chosen.sheet else asked.drawing(chosen, shelf)
    start_qt()
    from coach.drawing.figure.look import look
    from coach.figure.studio import Studio

    studio = Studio(assets() / "figure")
    colours = look(out.theme)
    if wanted is None:
        pages, title = _library(shelf, studio, out, colours), _("Exercises")
    elif chosen.turn:
        pages, title = _all_round(wanted, studio, out, colours), _named(wanted)
    else:
        pages, title = [_single(wanted, studio, out, colours)], _named(wanted)
    write_pages(out.path, out.kind, pages, title)
    return str(out.path)


def _single(wanted: Drawing, studio: Studio, out: Output, colours: Look) -> Page:
    from PySide6.QtCore import QRectF

    from coach.drawing.figure.framing import detail_for, fitted
    from coach.drawing.figure.painter import paint_plate
    from coach.drawing.figure.paper import Page

    width, height = out.size or asked.usual_size()
    picture = studio.picture(wanted.figure, out.body)
    plate = _plate(picture, wanted, detail_for(picture.window(), width, height))
    if wanted.azimuth is not None or wanted.elevation is not None:
        plate = fitted(plate)

    def paint(painter: QPainter) -> None:
        paint_plate(painter, plate, QRectF(0, 0, width, height), colours, mirrored=wanted.left)

    return Page(width, height, colours.ground.paper, paint)


def _all_round(wanted: Drawing, studio: Studio, out: Output, colours: Look) -> list[Page]:
    from coach.drawing.figure.framing import alike, detail_for, fitted
    from coach.drawing.figure.sheet import Block, Layout, Tile, pages

    layout = _a4() if out.kind == "pdf" else Layout(4, 480)
    picture = studio.picture(wanted.figure, out.body)
    detail = detail_for(picture.window(), layout.tile, layout.tile)
    turned = [wanted._replace(azimuth=float(azimuth)) for azimuth in range(0, 360, _EVERY)]
    plates = alike(fitted(_plate(picture, one, detail)) for one in turned)
    captions = [_("{n}°").format(n=azimuth) for azimuth in range(0, 360, _EVERY)]
    tiles = (Tile(plate, caption, wanted.left) for plate, caption in zip(plates, captions, strict=True))
    return pages([Block(_named(wanted), tuple(tiles))], layout, colours)


def _library(shelf: Library, studio: Studio, out: Output, colours: Look) -> list[Page]:
    from coach.drawing.figure.sheet import Layout, pages

    layout = _a4() if out.kind == "pdf" else Layout(6, 440)
    return pages(list(_blocks(shelf, studio, out.body, layout)), layout, colours)


def _blocks(shelf: Library, studio: Studio, body: str, layout: Layout) -> Iterator[Block]:
    """Yield every exercise and every position for a pack with its key poses."""
    from coach.drawing.figure.framing import detail_for
    from coach.drawing.figure.sheet import Block, Tile

    exercises = [(one.name, one.figure) for one in shelf.exercises.values()]
    others = [(one.name, one.figure) for key, one in shelf.figures.items() if not key.startswith(_QUIET)]
    for name, figure in (*exercises, *others):
        if figure is None:
            continue
        picture = studio.picture(figure, body)
        detail = detail_for(picture.window(), layout.tile, layout.tile)
        plates = (picture.plate(float(number), detail=detail) for number in range(len(figure.keys)))
        tiles = (Tile(plate, _(key.name)) for plate, key in zip(plates, figure.keys, strict=True))
        yield Block(_(name), tuple(tiles))


def _a4() -> Layout:
    """Return the layout of A4 on its side."""
    from coach.drawing.figure.sheet import Layout

    return Layout(4, 232, _A4)


def _plate(picture: Picture, wanted: Drawing, detail: Detail) -> Plate:
    from coach.figure.picture import View

    view = None
    if wanted.azimuth is not None or wanted.elevation is not None:
        home = picture.home()
        azimuth = home.azimuth if wanted.azimuth is None else wanted.azimuth
        if wanted.left and wanted.azimuth is not None:
            azimuth = -azimuth  # the picture is mirrored afterwards, and the direction with it
        view = View(azimuth, home.elevation if wanted.elevation is None else wanted.elevation)
    return picture.plate(wanted.moment.u, view, breath=wanted.moment.breath, detail=detail)


def _named(wanted: Drawing) -> str:
    return _("{exercise}: {moment}").format(exercise=wanted.name, moment=wanted.caption)
