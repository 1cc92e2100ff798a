"""The tour of breaks at the desk: the card in what it may ask, the break from its first second to the tap after it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Literal

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from coach.app.break_run import BreakRun
from coach.app.breaks_desk import BreaksDesk
from coach.app.no_desk import NoDesk, NoIdle
from coach.app.outside import nothing_outside
from coach.app.seed import seeded
from coach.app.shelf import library
from coach.app.tour_guide import SIZE, Guide
from coach.app.tray_words import tray_state
from coach.content.vocabulary import BreakKind, Felt
from coach.desktop.tray_menu import TrayMenu
from coach.errors import DataError
from coach.i18n import _
from coach.ports.desk import Doors
from coach.reminders.view import State
from coach.settings.breaks import Breaks
from coach.ui.breaks.card import BreakCard

_STEP_MS = 15_000
_LONGEST_STEPS = 2_000
_RESTS_S = 4.0
_MOVE_S = 45


class _Rests(NoIdle):
    """Somebody who sits there, and rests their hands for a moment."""

    def idle_s(self) -> float:
        return _RESTS_S


class _Desk(NoDesk):
    """A desk that sees them."""

    @property
    def doors(self) -> Doors:
        return super().doors._replace(idle=_Rests())


class BreaksGuide(Guide):
    """One walk through a morning at the desk."""

    def __init__(self, folder: Path, out: Path, at: datetime, theme: Literal["light", "dark"]) -> None:
        super().__init__(folder, out, at, theme, outside=nothing_outside()._replace(desk=_Desk()))

    def walk(self) -> list[Path]:
        """Sit until a nudge, until a break, take it, and say how it was; another opens by itself."""
        self._shell.open()
        self._until_loaded()
        drafts = seeded(library(), self._clock.stamp().local())
        self._shell.journal.call(lambda store: store.append(drafts)).result()
        self._shell.refresh()
        self._settle()
        self._shell.window.show_page("breaks")
        self._take("breaks-first")
        self._use(Breaks(on=True))
        self._sit_until(BreakKind.NUDGE)
        self._take_card("break-nudge")
        self._breaks.take()
        self._take_tray()
        self._sit_until(BreakKind.MOVE)
        self._take_card("break-card")
        self._breaks.skip()
        self._take_card("break-shorter")
        self._breaks.now()
        self._break()
        self._use(Breaks(on=True, mode="firm"))
        self._sit_until(BreakKind.MOVE)
        self._take_card("break-firm")
        self._sit(_MOVE_S)
        self._take("break-by-itself", self._window)
        self._breaks.leave()
        self._take("breaks")
        return self._taken

    def _break(self) -> None:
        """Do the break that is open, to its end."""
        run = self._run
        self._window.resize(*SIZE)
        for _second in range(_MOVE_S):
            self._second(run)
        self._take("break", self._window)
        for _second in range(_LONGEST_STEPS):
            if not run.busy:
                break
            self._second(run)
        self._take("break-after", self._window)
        run.window.after.felt.emit(Felt.LEG)
        self._take("break-leg", self._window)
        run.window.advice.closed.emit()

    def _second(self, run: BreakRun) -> None:
        self._clock.pass_ms(500)
        run.tick()
        self._clock.pass_ms(500)
        run.tick()

    def _use(self, breaks: Breaks) -> None:
        context = self._shell.context
        if context is not None:
            self._shell.change_settings(replace(context.settings, breaks=breaks))
            self._settle()

    def _sit_until(self, kind: BreakKind) -> None:
        """Let time pass at the desk until the card asks for this; what else it asks is done."""
        for _step in range(_LONGEST_STEPS):
            self._sit(_STEP_MS // 1000)
            view = self._breaks.view()
            if view.state is State.CARD and view.card is not None:
                if view.card.kind is kind:
                    return
                self._breaks.take()
        raise DataError(_("The tour was not asked for a break."))

    def _sit(self, seconds: int) -> None:
        left_ms = seconds * 1000
        while left_ms > 0:
            self._clock.pass_ms(min(left_ms, _STEP_MS))
            left_ms -= _STEP_MS
            self._breaks.driver.tick()
        self._app.processEvents()

    def _take_card(self, name: str) -> None:
        card = self._breaks.card
        if not isinstance(card, BreakCard):
            raise DataError(_("The tour was not asked for a break."))
        self._take(name, card)

    def _take_tray(self) -> None:
        """Take the menu at the icon in the tray, as it is where Limber draws it."""
        context = self._shell.context
        if context is not None:
            menu = TrayMenu(lambda _key: None)
            menu.show(tray_state(self._breaks.view(), context.settings, context.now, None).entries)
            menu.widget.resize(menu.widget.sizeHint())
            self._take("tray", menu.widget)
            menu.widget.deleteLater()

    @property
    def _breaks(self) -> BreaksDesk:
        return self._shell.background.breaks

    @property
    def _run(self) -> BreakRun:
        run = self._breaks.run
        if not isinstance(run, BreakRun):
            raise DataError(_("The tour was not asked for a break."))
        return run

    @property
    def _window(self) -> QWidget:
        return self._run.window
