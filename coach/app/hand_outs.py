"""Making a hand-out: the pictures in the workshop, the page here, the file in one step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QObject, Signal

from coach.content.library import Library
from coach.content.routine import Routine
from coach.drivers.workshop import Job
from coach.errors import CoachError
from coach.files import write_atomic
from coach.handout.page import Handout, handout_of
from coach.i18n import _
from coach.ui.figures import Figures

if TYPE_CHECKING:
    from coach.figure.picture import Picture
    from coach.figure.seen.plate import Plate

#: Pictures on paper are traced for so many pixels.
_WIDE: Final = 480
_HIGH: Final = 340

_Plates = dict[tuple[str, int], "Plate"]


class HandoutDesk(QObject):
    """`written` carries the path of a hand-out, `failed` a sentence."""

    written = Signal(str)
    failed = Signal(str)

    def __init__(self, figures: Figures, parent: QObject) -> None:
        super().__init__(parent)
        self._figures = figures
        self._waiting: list[Job] = []
        figures.workshop.serve(self._wish, first=True)

    def make(self, routine: Routine, library: Library, path: Path, *, a4: bool) -> None:
        """Begin with a hand-out; the window stays free meanwhile."""
        try:
            handout = handout_of(routine, library)
        except CoachError as trouble:
            self.failed.emit(str(trouble))
            return
        wanted = {shot.seen.key: set[int]() for step in handout.steps for shot in step.shots}
        for step in handout.steps:
            for shot in step.shots:
                wanted[shot.seen.key].add(shot.key)
        makers = {key: maker for key in wanted if (maker := self._maker(key)) is not None}
        self._waiting.append(
            Job(partial(_plates, makers, wanted), partial(self._write, handout, path, a4), self._give_up)
        )
        self._figures.workshop.wake()

    def close(self) -> None:
        """Nothing is wanted any more."""
        self._waiting.clear()
        self._figures.workshop.leave(self._wish)

    def _wish(self) -> Job | None:
        return self._waiting[0] if self._waiting else None

    def _give_up(self, sentence: str) -> None:
        del self._waiting[:1]
        self.failed.emit(sentence)

    def _maker(self, key: str) -> Callable[[], Picture] | None:
        figure = self._figures.figure(key)
        return self._figures.make_picture(figure) if figure is not None else None

    def _write(self, handout: Handout, path: Path, a4: bool, plates: _Plates) -> None:  # noqa: FBT001  a slot
        del self._waiting[:1]
        from coach.drawing.figure.look import look
        from coach.drawing.figure.paper import About, pdf
        from coach.drawing.handout.sheet import A4, LETTER, handout_pages

        pages = handout_pages(handout, plates, look("print"), A4 if a4 else LETTER)
        about = About(handout.title, QLocale().bcp47Name() or "en")
        try:
            write_atomic(path, pdf(pages, about))
        except OSError as error:
            reason = error.strerror or type(error).__name__
            self.failed.emit(_("The hand-out could not be saved as {path}: {reason}.").format(path=path, reason=reason))
        else:
            self.written.emit(str(path))


def _plates(makers: Mapping[str, Callable[[], Picture]], wanted: Mapping[str, set[int]]) -> _Plates:
    """Draw the pictures; one that cannot be drawn is left out. For the workshop."""
    from coach.drawing.figure.framing import close_up, detail_for

    found: _Plates = {}
    for key, make in makers.items():
        try:
            picture = make()
        except CoachError:
            continue
        detail = detail_for(picture.window(), _WIDE, _HIGH)
        for number in wanted[key]:
            found[key, number] = close_up(picture.plate(float(number), detail=detail))
    return found
