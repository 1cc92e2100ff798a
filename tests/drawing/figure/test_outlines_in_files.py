"""Figures in SVG and PDF are outlines and nothing else, and look as they do on the screen."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from coach.drawing.figure.colours import qcolor
from coach.drawing.figure.look import Look, look
from coach.drawing.figure.painter import paint_plate, paths_of
from coach.drawing.figure.paper import About, Page, pdf, svg
from coach.figure.picture import PRINTED, Detail
from coach.figure.seen.plate import Plate
from tests.drawing.figure.painted import Pixels, painted, pixels
from tests.figure.shown import FIGURES, picture

SIZE = (640, 480)
#: A page may not be larger than this, in bytes: a dozen of them go into a mail.
LARGEST = 2_500_000
#: What a file may be made of.
TAGS = {"svg", "title", "desc", "defs", "g", "path", "rect"}
SVG = "{http://www.w3.org/2000/svg}"
#: Operators of PDF that place images, shadings, forms, text and inline images.
FOREIGN = {b"Do", b"sh", b"BT", b"Tj", b"TJ", b"BI", b"ID", b"EI"}


def page(plate: Plate, used: Look, *, mirrored: bool = False) -> Page:
    """A plate that fills a page."""
    area = QRectF(0, 0, *SIZE)
    return Page(*SIZE, used.ground.paper, lambda to: paint_plate(to, plate, area, used, mirrored=mirrored))


def pieces(plate: Plate, used: Look) -> Counter[float]:
    """How many outlines are to be painted with each opacity, as exactly as colours keep it."""
    found: Counter[float] = Counter()
    for shape, paths in zip(plate.shapes, paths_of(plate, often=False), strict=True):
        colour, alpha = used.colour(shape)
        if alpha:
            found[round(qcolor(colour, alpha).alphaF(), 2)] += sum(not path.isEmpty() for path in paths)
    return found


def drawn(root: ET.Element) -> Counter[float]:
    """How many paths of a drawing have each opacity."""
    found: Counter[float] = Counter()
    for group in root.iter(f"{SVG}g"):
        paths = [path for path in group.findall(f"{SVG}path") if path.get("d")]
        if paths:
            found[round(float(group.get("fill-opacity", "1")), 2)] += len(paths)
    return found


def content(document: bytes) -> bytes:
    """What the pages of a document draw, unpacked."""
    packed = re.findall(rb"/FlateDecode.*?stream\r?\n(.*?)endstream", document, re.DOTALL)
    return b"\n".join(zlib.decompress(each) for each in packed)


@pytest.mark.parametrize("name", FIGURES)
def test_an_svg_is_made_of_paths(qapp: QApplication, name: str) -> None:
    """Every outline is there once, with its opacity; no image, no pattern, no word, no link, and a size that can be sent."""
    plate = picture(name).plate(picture(name).hold, detail=Detail(200))
    text = svg(page(plate, look("print")), About(name))
    root = ET.fromstring(text)  # noqa: S314  we have just made it ourselves
    assert {node.tag.removeprefix(SVG) for node in root.iter()} <= TAGS
    assert not re.search(rb"data:|href=|url\(|<image|<pattern|<text|<!ENTITY", text)
    assert drawn(root) == pieces(plate, look("print"))
    assert len(text) < LARGEST


@pytest.mark.parametrize("name", FIGURES[::8])
def test_a_pdf_is_made_of_paths(qapp: QApplication, name: str) -> None:
    """No image, no pattern, no shading, no font; every outline filled once; its opacities are kept."""
    plate = picture(name).plate(picture(name).hold, detail=PRINTED)
    document = pdf([page(plate, look("light"))], About(name))
    assert not re.search(rb"/Subtype\s*/(Image|Form|Type)|/PatternType|/ShadingType|/FontFile|/SMask\s+\d", document)
    words = Counter(content(document).split())
    assert not FOREIGN & set(words)
    wanted = pieces(plate, look("light"))
    assert words[b"f"] + words[b"f*"] == wanted.total() + 1  # and the paper
    kept = {round(float(alpha), 2) for alpha in re.findall(rb"/ca ([0-9.]+)", document)}
    assert set(wanted) <= kept
    assert len(document) < LARGEST


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("name", FIGURES[2::12])
def test_files_look_like_the_screen(qapp: QApplication, name: str, mirrored: bool) -> None:
    """Drawn by another reader, SVG and PDF show what is painted on the screen."""
    plate, used = picture(name).plate(picture(name).hold), look("light")
    screen = pixels(painted(plate, SIZE, used, mirrored=mirrored)).astype(int)
    one = page(plate, used, mirrored=mirrored)
    for read in (read_svg(svg(one, About(name))), read_pdf(pdf([one], About(name)))):
        away = np.abs(read.astype(int) - screen)
        assert away.mean() < 1.5
        assert (away.max(2) > 40).mean() < 0.004


def read_svg(text: bytes) -> Pixels:
    """A drawing as another program shows it."""
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    renderer = QSvgRenderer(QByteArray(text))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, *SIZE))
    painter.end()
    return pixels(image)


def read_pdf(document: bytes) -> Pixels:
    """The first page of a document as another program shows it."""
    buffer = QBuffer()
    buffer.setData(QByteArray(document))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QPdfDocument()
    reader.load(buffer)
    assert reader.pageCount() == 1
    image = reader.render(0, QSize(*SIZE)).convertToFormat(QImage.Format.Format_RGB32)
    reader.close()
    return pixels(image)
