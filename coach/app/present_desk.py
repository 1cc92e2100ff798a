"""Presenting: the stage on the other screen, the presenter's page here. Nothing of it is written to the journal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

import msgspec
from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from coach.app.frame import Frame
from coach.app.stage_place import StagePlace
from coach.app.stage_window import StageWindow
from coach.content.library import Library
from coach.content.own_routines import changed_name, keep
from coach.content.words import clock_text
from coach.errors import CoachError
from coach.i18n import _
from coach.ui.main_window import PRESENTER
from coach.ui.player.presented import Shown
from coach.ui.presenter.page import PresenterPage
from coach.ui.presenter.state import Presentation, act, of_exercise, of_routine
from coach.ui.presenter.view import PresenterView, presenter_view
from coach.ui.widgets.figure_pair import FigurePair

_TICK_MS: Final = 100
_NS_PER_MS: Final = 1_000_000


class PresentDesk(QObject):
    """One presentation at a time; `busy` says whether a session is running, which goes first.

    `showing`: whether something is presented.
    """

    showing = Signal(bool)

    def __init__(self, frame: Frame, busy: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._frame, self._busy = frame, busy
        self._now: Presentation | None = None
        self._view: PresenterView | None = None
        self._came_from = ""
        self._page: PresenterPage | None = None
        self._pair: FigurePair | None = None
        self._place: StagePlace | None = None
        self._began_ns = 0
        # Runs only while the timer of a presentation does.
        self._ticking = QTimer(self, interval=_TICK_MS)
        self._ticking.timeout.connect(self._tick)
        frame.window.installEventFilter(self)

    @property
    def stage(self) -> StageWindow | None:
        """Return the window that shows the stage; None while nothing is presented."""
        return self._place.window if self._place is not None else None

    def present_routine(self, key: str) -> None:
        """Present a routine of the library."""
        self._begin(lambda library: of_routine(key, library))

    def present_exercise(self, key: str) -> None:
        """Present one exercise."""
        self._begin(lambda library: of_exercise(key, library))

    def close(self) -> None:
        """End what is presented, and be done with it."""
        self._put_away()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """End with the window: closed, or gone into the tray. Minimised it only rests."""
        if event.type() == QEvent.Type.Hide and not event.spontaneous() and self._now is not None:
            self._end()
        return super().eventFilter(watched, event)

    def wish(self, what: str, value: Any = None) -> None:
        """Do what a key or a button stands for."""
        if self._now is None or self._place is None:
            return
        if what == "end":
            self._end()
        elif what == "fill":
            self._place.turn()
        else:
            self._become(act(self._now, what, value, self._library()))

    def _begin(self, make: Callable[[Library], Presentation]) -> None:
        frame = self._frame
        if frame.context is None:
            return
        if self._busy():
            frame.complain(_("A session is on the stage. Finish it first, then present."))
            return
        try:
            now = make(frame.context.library)
        except CoachError as trouble:
            frame.complain(str(trouble))
            return
        page, pair = self._made()
        if frame.window.key != PRESENTER:
            self._came_from = frame.window.key
        frame.window.show_page(PRESENTER)
        self._now = self._view = None
        if self._place is None:
            self._place = StagePlace(frame.window, page.wish_of, self)
            self._place.window.wish.connect(self.wish)
            self._place.moved.connect(page.show_place)
            self._place.open()
            self.showing.emit(True)
        self._become(now)
        pair.join(self._place.window.stage.figure)
        self._move()

    def _become(self, now: Presentation) -> None:
        """Show another moment; the figure sets out anew only where that has changed."""
        before, self._now = self._view, now
        view = self._view = presenter_view(now, self._library())
        page, pair = self._made()
        page.show_view(view, changed_name(_(now.routine.name), self._library()))
        if self._place is not None:
            self._place.window.stage.show_view(
                Shown(
                    view.step_title,
                    view.side,
                    view.side_words,
                    view.caption,
                    view.dose,
                    view.hold_ms,
                    warns=view.points == "not",
                )
            )
        key, mirrored = (view.figure.key, view.figure.mirrored) if view.figure is not None else ("", False)
        pair.show_figure(key, mirrored=mirrored, highlight=view.points == "here")
        if before is None or _motion(before) != _motion(view):
            self._move()
        if before is None or (before.timer, before.at, before.hold_ms) != (view.timer, view.at, view.hold_ms):
            self._restart(on=view.timer)

    def _move(self) -> None:
        if self._view is not None and self._pair is not None:
            self._pair.move(self._view.key, frozen=self._view.frozen, slow=self._view.slow)

    def _restart(self, *, on: bool) -> None:
        """Begin with the timer, or put it away."""
        self._began_ns = self._frame.clock.now().awake_ns
        if on:
            self._ticking.start()
        else:
            self._ticking.stop()
        self._tick()

    def _tick(self) -> None:
        view = self._view
        if view is None or self._page is None or self._place is None:
            return
        gone_ms = (self._frame.clock.now().awake_ns - self._began_ns) // _NS_PER_MS
        if view.hold_ms and gone_ms >= view.hold_ms:
            self._ticking.stop()
        left_ms = max(view.hold_ms - gone_ms, 0) if view.hold_ms else gone_ms
        self._page.show_clock(clock_text(left_ms))
        self._place.window.stage.show_timer(gone_ms if view.timer else None)

    def _end(self) -> None:
        self._put_away()
        self._frame.window.show_page(self._came_from or "routines")

    def _put_away(self) -> None:
        self._ticking.stop()
        self._now = self._view = None
        if self._pair is not None:
            self._pair.join(None)
            self._pair.show_figure("", mirrored=False, highlight=True)
        place, self._place = self._place, None
        if place is not None:
            place.close()
            self.showing.emit(False)

    def _made(self) -> tuple[PresenterPage, FigurePair]:
        if self._page is None or self._pair is None:
            page = self._frame.window.page(PRESENTER)
            if not isinstance(page, PresenterPage):
                raise TypeError("the presenter's page is a PresenterPage")
            page.wish.connect(self.wish)
            page.save_asked.connect(self._save)
            page.handout_asked.connect(lambda path, a4: self._hand_out(path, a4=a4))
            page.print_asked.connect(self._hand_out)
            self._page, self._pair = page, FigurePair(page.figure, self)
        return self._page, self._pair

    def _library(self) -> Library:
        context = self._frame.context
        if context is None:
            raise RuntimeError("nothing is presented before the content has been read")
        return context.library

    def _save(self, name: str) -> None:
        """Keep the doses as they are as a routine of the person's own."""
        if self._now is None:
            return
        routine = msgspec.structs.replace(self._now.routine, name=name)
        try:
            keep(self._frame.folder, routine, self._library())
        except CoachError as trouble:
            self._frame.complain(str(trouble))
            return
        self._frame.read_routines()
        self._become(replace(self._now, original=self._now.routine))
        self._frame.tell(_("“{name}” is saved and stands on the Routines page.").format(name=name))

    def _hand_out(self, path: str = "", *, a4: bool = True) -> None:
        if self._now is not None:
            self._frame.hand_out(self._now.routine, path, a4=a4)


def _motion(view: PresenterView) -> tuple[object, ...]:
    """Return what decides how the figure moves."""
    return view.at, view.figure.key if view.figure else "", view.key, view.frozen, view.slow
