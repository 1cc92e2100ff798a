"""Looks at every stretch of every exercise on a stage and says what cannot be read from the floor, is cut or overlaps.

Run as a process of its own (`QT_SCALE_FACTOR=2 python -m tests.ui.player.readable 1280 720`) it prints what it finds.
"""

from __future__ import annotations

import gettext
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF
from PySide6.QtWidgets import QApplication

from coach import i18n
from coach.content.library import Library
from coach.content.load_library import load_library
from coach.content.redose import routine_of
from coach.plan.compile import compile as compile_routine
from coach.plan.timeline import SegmentKind, Timeline
from coach.resources import assets
from coach.session.state import Need, Phase, Snapshot
from coach.settings.model import Settings
from coach.ui import theme, tokens
from coach.ui.player.canvas import StageCanvas
from coach.ui.player.caption import CaptionText
from coach.ui.player.page import StagePage
from coach.ui.player.state import stage_view
from tests.ui.player.conftest import heat_pack, moment
from tests.ui.support import dress

#: Letters per sentence that another language may need more of.
_MORE = 0.4
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter
#: Words in the ring may become smaller where they are long, but no smaller than this share.
_RING_LEAST = 0.6


class Longer(gettext.NullTranslations):
    """English whose every sentence is two fifths longer."""

    def gettext(self, message: str) -> str:
        letters = [sign for sign in message if sign.isalpha()] if "{" not in message and "%" not in message else []
        more = "".join(letters)[: round(len(message) * _MORE)].lower()
        words = " ".join(more[start : start + 7] for start in range(0, len(more), 7))
        body, end = (message[:-1], message[-1]) if message[-1:] in {".", ":", "?"} else (message, "")
        return f"{body} {words}{end}" if words else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return msgid1 if n == 1 else msgid2


@contextmanager
def longer() -> Iterator[None]:
    """Speak the longer English for a while."""
    before = i18n._catalogue.current
    i18n._catalogue.current = Longer()
    try:
        yield
    finally:
        i18n._catalogue.current = before


def plans(library: Library) -> Iterator[Timeline]:
    """Every exercise as a routine of its own, and every shipped routine."""
    for exercise in library.exercises.values():
        yield compile_routine(routine_of(exercise), library)
    for found in library.routines.values():
        yield compile_routine(found, library)


def problems(stage: StagePage, library: Library, *, strict: bool = True) -> Iterator[str]:
    """Show every different stretch of every plan, and name what is wrong with it.

    Not `strict`, an instruction may be cut where a sentence ends: the voice and the get-ready say the rest.
    """
    seen: set[object] = set()
    for timeline in plans(library):
        stage.begin(timeline, library, 1.0)
        for index, segment in enumerate(timeline.segments):
            for snapshot in _moments(timeline, index) if segment.kind is not SegmentKind.ASK else ():
                view = stage_view(timeline, library, snapshot)
                looks = replace(view, figure=None, left_words="", duration_ms=None)
                if looks in seen:
                    continue
                seen.add(looks)
                stage.show_snapshot(snapshot)
                for trouble in _on(stage, strict=strict):
                    yield f"{timeline.name}, {segment.kind} {index}: {trouble}"


def _moments(timeline: Timeline, index: int) -> Iterator[Snapshot]:
    """Yield the beginning, the middle and the wait after a stretch; before a pack its question covers the stage."""
    segment = timeline.segments[index]
    worn = segment.kind in {SegmentKind.HEAT, SegmentKind.COLD}
    asked = segment.exposure is not None and segment.kind in {SegmentKind.PREPARE, SegmentKind.SWITCH}
    need = Need.CONFIRM_PACK if asked else Need.NOTHING
    length_ms = segment.duration_ms or 0
    for elapsed_ms in (0, length_ms // 2):
        yield moment(timeline, index, elapsed_ms, need=need, pack=heat_pack() if worn else None)
    if not asked and segment.exposure is None:
        yield moment(timeline, index, length_ms, phase=Phase.WAITING, need=Need.ADVANCE)


def _on(stage: StagePage, *, strict: bool) -> Iterator[str]:
    canvas = stage.canvas
    yield from _sizes(canvas)
    if stage.faces.current is None:
        yield from _words(canvas, strict=strict)
    yield from _places(canvas)


def _sizes(canvas: StageCanvas) -> Iterator[str]:
    """Yield what is too small for three metres."""
    high = canvas.height()
    digits = QFontMetricsF(canvas.ring.font_of_seconds()).tightBoundingRect("08").height()
    if digits < high / 5:
        yield f"seconds are {digits:.0f} of {high / 5:.0f} px high"
    if canvas.name.font().pixelSize() < high / 14:
        yield f"the name is {canvas.name.font().pixelSize()} of {high / 14:.0f} px"
    area = canvas.figure.width() * canvas.figure.height()
    if area <= canvas.width() * high / 2:
        yield f"the figure has {area / canvas.width() / high:.3f}"
    for key, button in canvas.controls._buttons.items():
        if not button.isHidden() and min(button.width(), button.height()) < tokens.STAGE_TARGET:
            yield f"{key} is small"


def _words(canvas: StageCanvas, *, strict: bool) -> Iterator[str]:
    """Yield what is cut; instructions only where no sentence ends, unless it is `strict`."""
    name = canvas.name
    metrics = name.fontMetrics()
    ink, middle = metrics.tightBoundingRect("Ágjpqy"), (metrics.ascent() - metrics.descent()) / 2
    over = max(-ink.top() - middle, ink.bottom() + middle) > name.height() / 2  # the line stands in the middle
    if name.text() != canvas._full_name or metrics.horizontalAdvance(name.text()) > name.width() or over:
        yield f"name {canvas._full_name!r} is cut"
    for caption in (canvas.caption, canvas.next):
        yield from _instruction(caption, strict=caption is canvas.next or (strict and not caption._glance))
    side, font = canvas.side, theme.font(canvas.sizes.side, 700)
    if not side.isHidden() and QFontMetrics(font).horizontalAdvance(side._words) + 0.84 * side.height() > side.width():
        yield f"side {side._words!r} does not fit"
    if canvas.controls._line.minimumSize().width() > canvas.controls.width():
        yield "the buttons do not fit"


def _instruction(caption: CaptionText, *, strict: bool) -> Iterator[str]:
    box = caption.fontMetrics().boundingRect(QRect(0, 0, caption.width(), 10_000), _WRAP, caption.text())
    whole, shown = caption.accessibleName(), caption.text()
    if shown != whole and (strict or not (whole.startswith(shown) and shown.endswith((".", "?", ";")))):
        yield f"caption {whole!r} is cut to {shown!r}"
    if box.height() > caption.height() or box.width() > caption.width():
        yield f"caption {caption.text()!r} does not fit"


def _places(canvas: StageCanvas) -> Iterator[str]:
    """Yield what leaves the stage, and what lies over something else."""
    pieces = [canvas.name, canvas.figure, canvas.side, canvas.caption, canvas.ring, canvas.controls, canvas.next]
    shown = [piece for piece in pieces if not piece.isHidden()]
    for number, one in enumerate(shown):
        if not canvas.rect().contains(one.geometry()):
            yield f"{type(one).__name__} leaves the stage"
        for other in shown[number + 1 :]:
            if one.geometry().intersects(other.geometry()):
                yield f"{type(one).__name__} lies over {type(other).__name__}"


def main() -> int:
    """Write every problem at a size, in English and in the longer English; the last line is the scale and the pixels."""
    app = QApplication([])
    dress(app, settings=Settings())
    library = load_library(assets())
    stage = StagePage()
    stage.resize(int(sys.argv[1]), int(sys.argv[2]))
    stage.show()
    found = list(problems(stage, library))
    with longer():
        found += [f"longer: {trouble}" for trouble in problems(stage, library, strict=False)]
    seen = stage.grab()
    sys.stdout.write("\n".join([*found, f"{seen.devicePixelRatio():g} {seen.width()} {seen.height()}"]))
    stage.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
