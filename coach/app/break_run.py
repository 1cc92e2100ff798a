"""A break at the desk as it is done: its window, the session on its stage, and the one question after it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from coach.app.break_after import advice_of, done_words, noted_words
from coach.app.break_hands import Hands, Wish
from coach.app.break_play import BreakPlay
from coach.app.break_stage import BreakStage
from coach.app.context import Context
from coach.app.frame import Frame
from coach.app.screens import InSight
from coach.content.pictures import Seen, exercise_seen, rest_seen
from coach.content.vocabulary import Felt, Posture
from coach.i18n import _
from coach.plan.timeline import Timeline
from coach.reminders.offer import Offer
from coach.reminders.offer_log import done_ms, exercised
from coach.session.events import Finished, Outcome, PartEnded, Status
from coach.session.state import Phase, Snapshot
from coach.ui.breaks.window import BreakWindow

#: How often the hands are looked at while a break is open.
_LOOK_MS = 500
#: Who stops for one of these (`WORSE_REASONS`) has symptoms of the leg.
_LEG = frozenset({"down-the-leg", "numb-or-weak"})
_STANDS_STILL = frozenset({Phase.READY, Phase.PAUSED, Phase.STOPPED, Phase.OVER})


class BreakRun(QObject):
    """One window and one stage, used again for every break.

    `over(done_ms, whole, exercises)` once for each break that was opened; `felt(id, Felt)` for the tap after it, the last one
    counts; `signs_asked`: the warning signs are wanted. `runs(bool)` while something on the stage moves, `there(bool)` while
    the window is, with the break or what is asked after it. `idle_s` tells how long nothing was touched, None where that is
    not known.
    """

    over = Signal(int, bool, object)
    felt = Signal(str, object)
    signs_asked = Signal()
    runs = Signal(bool)
    there = Signal(bool)

    def __init__(self, frame: Frame, idle_s: Callable[[], float | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._frame, self._idle_s = frame, idle_s
        self.stage = BreakStage()
        self.window = BreakWindow(self.stage)
        self._play = BreakPlay(self.stage, frame.sounding.beside(self), frame.clock, self)
        self._key = ""
        self._offer: Offer | None = None
        self._timeline: Timeline | None = None
        self._goes = False  # a break goes on that is not over
        self._left = False  # the person is leaving: nothing is asked
        self._hands = Hands()
        self._looks = QTimer(self, interval=_LOOK_MS)
        self._looks.timeout.connect(self.look)
        self._connect()

    @property
    def busy(self) -> bool:
        """Whether a break goes on that is not over."""
        return self._goes

    def open(self, key: str, offer: Offer, length_ms: int, *, asked_for: bool) -> None:
        """Open the window for the break of this id; by itself (not asked for) it leaves the keyboard where it is, and waits
        until the hands rest or the person begins.
        """
        del length_ms  # what it offers is as long as it is
        context = self._frame.context
        if context is None:
            raise RuntimeError("no break is opened before content has been read")
        if self._goes:
            self.leave()
        self._key, self._offer = key, offer
        self._timeline = offer.timeline(context.library)
        self._goes, self._left = True, False
        # Never faster, in a rehearsal neither: a break counts as one.
        self._play.ready(self._timeline, context.library, context.settings, key=key, speed=1.0)
        self._hands.open()
        self._looks.start()
        window = self.window
        window.begin.show_break(offer.title, offer.why, _figure(offer, context), by_itself=self._idle_s() is not None)
        window.show_page(self.stage if asked_for else window.begin)
        window.open(offer.why, asked_for=asked_for)
        self.there.emit(True)
        if asked_for:
            self._play.start()

    def come_back(self) -> None:
        """Bring the window to the front, as it was left: somebody wants to go on. One that is gone stays gone."""
        if self.window.isHidden():
            return
        self.window.come_forward()
        if self._goes:
            self._looks.start()

    def leave(self) -> None:
        """End the break that goes on, and take its window away at once; `over` comes from within."""
        self._left = True
        if self._goes:
            self._play.end()
        if self._goes:  # it had not begun
            self._goes = False
            self.over.emit(0, False, ())
        self._away()

    def close(self) -> None:
        """The program ends."""
        self._goes = False
        self._away()
        self.window.deleteLater()

    def look(self) -> None:
        """Look at the hands; the timer's business."""
        wish = self._hands.look(self._idle_s(), self._play.phase, here=self.window.isActiveWindow())
        if wish is Wish.BEGIN:
            self._begin()
        elif wish is Wish.WAIT:
            self._play.intend("pause")
            self.stage.show_note(_("It waits for your hands to rest."))
        elif wish is Wish.GO_ON:
            self._play.intend("resume")

    def tick(self) -> None:
        """Look at the clocks now; the tour moves its clock by hand."""
        self._play.tick()

    def _connect(self) -> None:
        window = self.window
        window.left.connect(self.leave)
        window.begin.begun.connect(self._begin)
        window.after.felt.connect(self._felt)
        window.after.closed.connect(self._away)
        window.advice.closed.connect(self._away)
        window.after.signs_asked.connect(self._help)
        window.advice.signs_asked.connect(self._help)
        window.help_asked.connect(self._help)
        self.stage.help_asked.connect(self._help)
        self.stage.covered.connect(window.foot.dim)
        self._play.finished.connect(self._finished)
        self._play.moved.connect(self._moved)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            InSight(app, window, self)

    def _begin(self) -> None:
        if self._goes and self._play.phase is Phase.READY:
            self.window.show_page(self.stage)
            self._looks.start()
            self._play.start()

    def _moved(self, snapshot: Snapshot) -> None:
        self.runs.emit(snapshot.phase not in _STANDS_STILL)

    def _finished(self, event: Finished) -> None:
        """Hand on what was done, then ask how it was; who stopped has said so already."""
        timeline, offer = self._timeline, self._offer
        if not self._goes or timeline is None or offer is None:
            return
        self._goes = False
        self._looks.stop()
        self.runs.emit(False)
        ended, reason = self._play.ended, self._play.reason
        whole = event.status is Status.DONE and _all_done(ended)
        # What is only got ready for is not done; where all is done, getting ready was part of it.
        done = event.done_ms if whole else done_ms(timeline, ended)
        self.over.emit(done, whole, exercised(timeline, ended))
        if reason and event.status is not Status.DONE:
            self.felt.emit(self._key, Felt.LEG if reason in _LEG else Felt.WORSE)
            self._away()
        elif not self._left:
            self.window.after.ask(offer.title, done_words(done, event.planned_ms))
            self.window.show_page(self.window.after)

    def _felt(self, felt: Felt) -> None:
        self.felt.emit(self._key, felt)
        context = self._frame.context
        if felt is Felt.LEG and context is not None:
            self.window.advice.show_advice(advice_of(context.library))
            self.window.show_page(self.window.advice)
        else:
            self.window.after.note(felt, noted_words(felt))

    def _help(self) -> None:
        """The warning signs are wanted: what goes on waits, what is asked stays, and both let them be seen."""
        self.window.after.stay()
        if self._play.phase is Phase.READY:
            self._looks.stop()  # hands that rest while somebody reads begin nothing
        self._play.intend("pause")
        self.window.step_back()
        self.signs_asked.emit()

    def _away(self) -> None:
        self._looks.stop()
        self._play.drop()
        self.window.hide()
        self.runs.emit(False)
        self.there.emit(False)


def _all_done(ended: list[PartEnded]) -> bool:
    """Whether every part was done, by the last word on it."""
    return all(outcome is Outcome.DONE for outcome in {one.part: one.outcome for one in ended}.values())


def _figure(offer: Offer, context: Context) -> Seen | None:
    if offer.exercises:
        return exercise_seen(context.library, offer.exercises[0], offer.side)
    return rest_seen(context.library, Posture.SITTING)
