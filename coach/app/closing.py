"""What closing the window means: the end, or going on in the tray; and coming back from there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from coach.app.alerts import Alerts
from coach.app.frame import Frame
from coach.app.packs_words import tray_notice
from coach.app.tray_desk import Stays, TrayDesk
from coach.app.tray_words import closed_notice
from coach.i18n import _
from coach.ui.main_window import PACKS, STAGE, CloseRequest
from coach.ui.widgets.buttons import Button, primary, quiet
from coach.ui.widgets.sheet import Question

#: Kept beside where the window was: that it was said once what closing does.
_TOLD = "window/told-tray"


class Closing(QObject):
    """`pack_words` names a pack that is on, '' when none is: with one on, nothing is closed unasked. `rest`: the window goes."""

    def __init__(  # noqa: PLR0917  closing concerns all of them
        self,
        app: QApplication,
        frame: Frame,
        tray: TrayDesk,
        alerts: Alerts,
        pack_words: Callable[[], str],
        rest: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._app, self._frame, self._tray, self._alerts = app, frame, tray, alerts
        self._pack_words, self._rest = pack_words, rest
        self._leaving = self._in_tray = self._told_packs = self._asking = False
        tray.lost.connect(self._tray_lost)
        tray.open_asked.connect(frame.window.bring_forward)
        tray.breaks_asked.connect(self._show_breaks)
        tray.quit_asked.connect(self.quit)
        frame.window.close_confirmed.connect(self.leave)

    def asked(self, request: CloseRequest) -> None:
        """Somebody closes the window: never while a pack is on, and not unasked while something is to come."""
        if self._leaving:
            return
        stays, words = self._tray.stays, self._pack_words()
        if words:
            request.refuse()
            self._frame.window.ask_about_pack(words)
        elif stays is not Stays.NOTHING and not self._tray.trouble():
            request.refuse()
            self._into_the_tray(stays)
        elif stays in {Stays.PACKS, Stays.BREAKS}:
            request.refuse()
            self._ask(stays)
        elif self._in_tray:
            QTimer.singleShot(0, self, self.leave)  # the last window closed is not the end by itself any more

    def begin_aside(self) -> None:
        """Begin without the window, as at login: in the tray, or minimised where none comes within some looks."""
        self._tray.started_here = True
        self._tray.update()
        self._hide()

    def see(self) -> None:
        """What keeps the program in the tray may have ended: with the window closed, that is the end, too."""
        if not self._in_tray or self._tray.stays is not Stays.NOTHING:
            return
        if self._frame.window.isHidden():
            self.leave()
        else:
            self._in_tray = False
            self._app.setQuitOnLastWindowClosed(True)

    def quit(self) -> None:
        """Quit from the tray; a pack that is on is asked about in the window."""
        words = self._pack_words()
        if words:
            self._frame.window.bring_forward()
            self._frame.window.ask_about_pack(words)
        else:
            self.leave()

    def leave(self) -> None:
        """End the program, whatever windows there are: `quit` asks each of them, and card and break window never say yes."""
        self._leaving = True
        if self._frame.window.isVisible():
            self._frame.window.close()  # so that it remembers where it was
        self._app.exit()

    def _into_the_tray(self, stays: Stays) -> None:
        if stays is Stays.PACKS:
            if not self._told_packs:
                self._told_packs = True
                self._alerts.show(tray_notice())
        else:
            self._tell_once(stays)
        self._rest()
        self._hide()

    def _tell_once(self, stays: Stays) -> None:
        """Say it the first time ever: whoever closes the window each evening knows."""
        kept = QSettings(str(self._frame.folder / "window.ini"), QSettings.Format.IniFormat)
        if kept.value(_TOLD) is None:
            kept.setValue(_TOLD, 1)
            self._alerts.show(closed_notice(breaks=stays is Stays.BREAKS))

    def _hide(self) -> None:
        """The window goes, the icon stays; the last window closed is not the end now."""
        self._in_tray = True
        self._app.setQuitOnLastWindowClosed(False)
        self._frame.window.hide()

    def _show_breaks(self) -> None:
        """Open the window where it says why; a session or a pack that is on is not left for it."""
        window = self._frame.window
        window.bring_forward()
        if window.key not in {STAGE, PACKS}:
            window.show_page("breaks")

    def _tray_lost(self) -> None:
        """What nobody can reach any more is shown again."""
        if self._in_tray and self._frame.window.isHidden():
            self._frame.window.showMinimized()

    def _ask(self, stays: Stays) -> None:
        """Without a tray nothing can be said once the window is gone."""
        if self._asking:
            return  # once is enough
        close, keep = quiet(_("Close Limber")), primary(_("Keep it open"))
        if stays is Stays.PACKS:
            self._put(
                _("Close while packs alternate?"),
                _(
                    "Limber cannot tell you when the next pack is due once it is closed. Open it again, and it goes on counting."
                ),
                ((close, self.leave), (keep, _nothing)),
            )
            return
        self._put(
            _("Close Limber for now?"),
            _("This desktop has no tray to go on in. Closed, Limber asks for no breaks until you open it again."),
            ((close, self.leave), (quiet(_("Minimise it")), self._frame.window.showMinimized), (keep, _nothing)),
        )

    def _put(self, title: str, text: str, answers: Sequence[tuple[Button, Callable[[], None]]]) -> None:
        self._asking = True
        question = Question(self._frame.window, title, text, [button for button, _act in answers])
        question.answered.connect(lambda number: answers[number][1]())
        question.closed.connect(self._asked)
        question.closed.connect(question.deleteLater)
        question.ask()

    def _asked(self) -> None:
        self._asking = False


def _nothing() -> None:
    """Stay as it is."""
