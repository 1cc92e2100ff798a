"""Pages as files: PNG with its size, SVG and PDF with no pixel in them and nobody's name."""

from __future__ import annotations

import getpass
import re
import socket
import zlib
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from coach.drawing.figure.look import look
from coach.drawing.figure.painter import paint_plate
from coach.drawing.figure.paper import About, Page, pdf, png, svg
from tests.drawing.figure.plates import plate

ABOUT = About("Knee & hip", "de")


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Painting needs one."""


def page(paper: str = "#ffffff") -> Page:
    """A page with some shapes and words."""

    def paint(painter: QPainter) -> None:
        paint_plate(painter, plate(1.0), QRectF(0, 0, 300, 200), look("light"))
        painter.drawText(20, 20, "Words")

    return Page(300, 200, paper, paint)


def contents(document: bytes) -> bytes:
    """All streams of a PDF, unpacked."""
    found = [document]
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", document, re.DOTALL):
        try:
            found.append(zlib.decompress(stream))
        except zlib.error:
            found.append(stream)
    return b"\n".join(found)


def test_a_png_has_its_size_and_its_paper() -> None:
    """Pixel for pixel as asked, on paper of the theme."""
    image = QImage.fromData(png(page("#102030"), ABOUT))
    assert (image.width(), image.height()) == (300, 200)
    assert image.pixelColor(299, 0).name() == "#102030"
    assert image.text("Title") == "Knee & hip"


def test_an_svg_holds_no_picture() -> None:
    """Only shapes and words, well formed, with title, language and size."""
    root = ET.fromstring(svg(page(), ABOUT))  # noqa: S314  our own
    names = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert "image" not in names
    assert {"path", "text", "title"} <= names
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "de"
    assert root.get("viewBox") == "0 0 300 200"


def test_a_pdf_holds_no_picture_and_names_nobody() -> None:
    """No image, no user, no machine, no folder; title and language are there."""
    document = pdf([page(), page()], ABOUT)
    whole = contents(document)
    assert not re.search(rb"/Subtype\s*/Image", whole)
    assert b"/Lang (de)" in document
    assert b"Knee &amp; hip" in whole
    for name in (getpass.getuser(), socket.gethostname()):
        words = re.findall(rb"/(?:Author|Title|Creator|Producer|Subject|Keywords) ?\(.*?\)", document, re.DOTALL)
        assert not any(name.encode() in word or name.encode("utf-16-be") in word for word in words), name
    assert document.count(b"/Type /Page\n") == 2


def test_a_pdf_s_added_catalog_is_where_its_table_says() -> None:
    """The update at the end is found by its offset, and points back to the table before it."""
    document = pdf([page()], ABOUT)
    start = int(re.findall(rb"startxref\s+(\d+)", document)[-1])
    assert document[start:].startswith(b"xref\n")
    number, offset = re.findall(rb"xref\n(\d+) 1\n(\d{10}) 00000 n", document[start:])[0]
    assert document[int(offset) :].startswith(number + b" 0 obj\n<<")
    before = int(re.findall(rb"/Prev (\d+)", document[start:])[0])
    assert document[before:].startswith(b"xref")
