"""Pages as files: PNG, and SVG and PDF without a pixel in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple
from xml.sax.saxutils import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QImageWriter, QPageLayout, QPageSize, QPainter, QPdfWriter

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

#: A page's own pixels in an inch, as on the screen: 96; PDF counts 72 points.
DPI: Final = 96
_POINTS: Final = 72
_CREATOR: Final = "Limber"


class Page(NamedTuple):
    """A page of so many pixels, the colour of its paper (#rrggbb), and what paints it from (0, 0)."""

    width: int
    height: int
    paper: str
    paint: Callable[[QPainter], None]


class About(NamedTuple):
    """What a file says of itself: its title and the language of its words (such as en)."""

    title: str
    language: str = "en"


def png(page: Page, about: About) -> bytes:
    """Return one page as a picture."""
    image = QImage(page.width, page.height, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(DPI / 0.0254))
    image.setDotsPerMeterY(round(DPI / 0.0254))
    painter = QPainter(image)
    _paint(painter, page)
    painter.end()
    image.setText("Title", about.title)
    buffer = _buffer()
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return _bytes(buffer)


def svg(page: Page, about: About) -> bytes:
    """Return one page as a drawing."""
    from PySide6.QtSvg import QSvgGenerator

    buffer = _buffer()
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(page.width, page.height))
    generator.setViewBox(QRectF(0, 0, page.width, page.height))
    generator.setTitle(about.title)
    generator.setDescription(about.title)
    generator.setResolution(DPI)
    painter = QPainter(generator)
    _paint(painter, page)
    painter.end()
    return _bytes(buffer).replace(b"<svg ", f'<svg xml:lang="{escape(about.language)}" '.encode(), 1)


def pdf(pages: Sequence[Page], about: About) -> bytes:
    """Return pages as one document. It names its title and language, and neither a person nor a machine."""
    buffer = _buffer()
    writer = QPdfWriter(buffer)
    writer.setPdfVersion(QPdfWriter.PdfVersion.PdfVersion_1_6)
    writer.setResolution(DPI)
    writer.setTitle(about.title)
    writer.setCreator(_CREATOR)
    writer.setDocumentXmpMetadata(QByteArray(_xmp(about)))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter()
    for number, page in enumerate(pages):
        size = QSizeF(page.width * _POINTS / DPI, page.height * _POINTS / DPI)
        writer.setPageSize(QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
        writer.setPageOrientation(QPageLayout.Orientation.Portrait)
        if number:
            writer.newPage()
        else:
            painter.begin(writer)
        _paint(painter, page)
    painter.end()
    return _with_language(_bytes(buffer), about.language)


def paper_size(printer: QPrinter) -> tuple[int, int]:
    """Return how many of a page's pixels the paper of a printer has, upright."""
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    size = printer.pageLayout().fullRect(QPageLayout.Unit.Point).size()
    return round(size.width() * DPI / _POINTS), round(size.height() * DPI / _POINTS)


def printed(pages: Sequence[Page], about: About, printer: QPrinter) -> bool:
    """Print pages of the size of the paper; whether the printer took them."""
    printer.setFullPage(True)
    printer.setDocName(about.title)
    printer.setCreator(_CREATOR)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    painter.scale(printer.resolution() / DPI, printer.resolution() / DPI)
    taken = True
    for number, page in enumerate(pages):
        taken = taken and (not number or printer.newPage())
        _paint(painter, page)
    return painter.end() and taken


def _paint(painter: QPainter, page: Page) -> None:
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.fillRect(QRectF(0, 0, page.width, page.height), QColor(page.paper))
    page.paint(painter)


def _xmp(about: About) -> bytes:
    title, language = escape(about.title), escape(about.language)
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{_CREATOR}</xmp:CreatorTool>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>""".encode()


def _with_language(document: bytes, language: str) -> bytes:
    """Return the document with /Lang in its catalog, which Qt has no call for: an incremental update at its end.

    (ISO 32000-1, 7.5.6 and 14.9.2.) A document that does not look as Qt writes it is returned as it is.
    """
    root = re.findall(rb"/Root (\d+) 0 R", document)
    size = re.findall(rb"/Size (\d+)", document)
    before = re.findall(rb"startxref\s+(\d+)\s+%%EOF", document)
    if not (root and size and before):
        return document
    number = root[-1]
    catalog = re.search(rb"(?:^|\n)" + number + rb" 0 obj\s*<<(.*?)>>\s*endobj", document, re.DOTALL)
    if catalog is None:
        return document
    kept = b"".join(re.findall(rb"/(?:Info \d+ 0 R|ID \[[^\]]*\])", document[document.rfind(b"trailer") :]))
    at = len(document) + 1
    added = number + b" 0 obj\n<<" + catalog[1] + b"/Lang (" + language.encode("ascii", "ignore") + b")\n>>\nendobj\n"
    table = b"xref\n" + number + b" 1\n" + f"{at:010d} 00000 n \n".encode()
    trailer = b"trailer\n<</Size %s/Root %s 0 R%s/Prev %s>>\nstartxref\n%d\n%%%%EOF\n"
    return b"\n".join([document, added + table + trailer % (size[-1], number, kept, before[-1], at + len(added))])


def _buffer() -> QBuffer:
    made = QBuffer()
    made.open(QIODevice.OpenModeFlag.WriteOnly)
    return made


def _bytes(buffer: QBuffer) -> bytes:
    return bytes(buffer.data().data())
