"""The stage: it shows what the session says and passes on what the person wants. It decides nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from coach.content.library import Library
from coach.content.vocabulary import Area, Side
from coach.plan.timeline import Timeline
from coach.session.events import CheckAnswered, Event, Finished, PartEnded
from coach.session.state import Snapshot
from coach.settings.model import Settings
from coach.ui.player import faces
from coach.ui.player.canvas import StageCanvas
from coach.ui.player.faces import Faces
from coach.ui.player.hands import Hands
from coach.ui.player.overlays.base import Moment, Overlay
from coach.ui.player.overlays.over import OverOverlay
from coach.ui.player.overlays.rating import RatingOverlay
from coach.ui.player.overlays.standing import KeysOverlay
from coach.ui.player.overlays.worse import WorseOverlay
from coach.ui.player.sizes import stage_sizes
from coach.ui.player.state import Face, RatingInput, StageView, may_stand, stage_view
from coach.ui.player.summary import summary_of
from coach.ui.player.unattended import Unattended
from coach.ui.stage_keys import Bound, bound_keys

#: What the session asks here cannot wait: nothing that the person opens lies over it.
_FIRST = frozenset({Face.PACK_OFF, Face.OVER, Face.SKIN_CHECK})


class StagePage(QWidget):
    """`intent` carries the name of an engine input and its value (None, a bool, milliseconds or a code); `rating` a
    `RatingInput`; `leave` the wish to go once the session is over; `muted` and `full_screen` a bool.
    """

    intent = Signal(str, object)
    rating = Signal(object)
    leave = Signal()
    muted = Signal(bool)
    full_screen = Signal(bool)
    help_asked = Signal()
    save_again = Signal()
    dose_kept = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.moment: Moment | None = None
        self._timeline: Timeline | None = None
        self._library: Library | None = None
        self._speed = 1.0
        self.since = ""  # the time of day at which the pack went on, for the page after a gap
        self.asked = ""
        self._held = False  # the session stands still only because of what is asked
        self._is_muted = False
        self.is_full = False
        self._ended: list[PartEnded] = []
        self._ratings: list[RatingInput] = []
        #: The places that are asked about before and after a session; to be set before it begins.
        self.tracked: tuple[tuple[Area, Side | None], ...] = ()
        self._finished: Finished | None = None
        self._unattended = Unattended()
        self.canvas = StageCanvas(self)
        self.faces = Faces(self)
        self.hands = Hands(self)
        self.faces.intent.connect(self._intended)
        self.faces.help_asked.connect(self.help_asked)
        self.faces.made.connect(self._connect_overlay)
        self.canvas.controls.pressed.connect(self.do)
        self.canvas.top.pressed.connect(self.do)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.bind_keys(bound_keys({}))

    @property
    def view(self) -> StageView | None:
        """What is shown right now."""
        return self.moment.view if self.moment else None

    def begin(self, timeline: Timeline, library: Library, speed: float) -> None:
        """Make ready for a session; nothing of the one before is left."""
        self._timeline, self._library, self._speed = timeline, library, speed
        self._ended, self._ratings, self._finished, self.asked, self.moment = [], [], None, "", None
        self.since, self._held = "", False
        self._unattended = Unattended()
        self.faces.close()
        rating = self.faces.get(Face.RATING)
        if isinstance(rating, RatingOverlay):
            rating.begin()
            rating.track(self.tracked)
        over = self.faces.get(Face.OVER)
        if isinstance(over, OverOverlay):
            over.saving()
            over.offer_dose(())
        self.canvas.begin(timeline, library, speed)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show one moment of the session."""
        if self._timeline is None or self._library is None:
            return
        view = stage_view(self._timeline, self._library, snapshot)
        self.moment = Moment(self._timeline, self._library, snapshot, view, self.since, self._unattended.worn)
        self.canvas.show_view(view, self._timeline, snapshot, self._speed)
        if view.face in _FIRST:
            self.asked, self._held = "", False
        self.show_face()

    def show_event(self, event: Event) -> None:
        """Remember what the end will sum up, and what went wrong."""
        self._unattended.follow(event)
        if isinstance(event, PartEnded):
            self._ended.append(event)
        elif isinstance(event, Finished):
            self._finished = event
            self._sum_up()
        elif isinstance(event, CheckAnswered) and not event.ok:
            self._set_reason("skin")

    def replan(self, timeline: Timeline) -> None:
        """The same session goes on in another dose."""
        self._timeline = timeline
        self.canvas.figure.forget_plan()

    def show_note(self, words: str) -> None:
        """Say what was just changed, for a moment."""
        self.canvas.note.say(words)

    def offer_dose(self, lines: tuple[str, ...]) -> None:
        """At the end, offer to keep what was changed; nothing for ()."""
        over = self.faces.get(Face.OVER)
        if isinstance(over, OverOverlay):
            over.offer_dose(lines)

    def saved(self) -> None:
        """The whole session is in the journal."""
        over = self.faces.get(Face.OVER)
        if isinstance(over, OverOverlay):
            over.saved()

    def save_failed(self, sentence: str) -> None:
        """Something is not in the journal, and why."""
        over = self.faces.get(Face.OVER)
        if isinstance(over, OverOverlay):
            over.failed(sentence)

    def show_full_screen(self, *, on: bool) -> None:
        """The window fills the screen, or no longer does."""
        self.is_full = on
        self.canvas.top.show_full_screen(on=on)

    def show_muted(self, *, on: bool) -> None:
        """The voice is off, or on again; every picture stays."""
        self._is_muted = on
        self.canvas.top.show_muted(on=on)

    def use_settings(self, settings: Settings) -> None:
        """Follow what the person chose; a session that runs goes on."""
        self.bind_keys(bound_keys(settings.keys))
        self.canvas.breath.allowed = settings.pacer

    def bind_keys(self, bound: Bound) -> None:
        """Use these keys, and name them in every tip."""
        self.hands.bound = bound
        self.canvas.controls.show_keys(bound)
        self.canvas.top.show_keys(bound)

    def do(self, what: str) -> None:
        """Do what a button or a key stands for."""
        if self.moment is not None:
            self.hands.do(what)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every key of the stage."""
        if self.hands.press(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window."""
        super().resizeEvent(event)
        self.canvas.setGeometry(self.rect())
        self.faces.rescale(stage_sizes(max(self.height(), 1)))

    def showEvent(self, event: QShowEvent) -> None:
        """Move again where the session moves."""
        super().showEvent(event)
        if self.moment is not None:
            self.show_snapshot(self.moment.snapshot)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to what lies over the stage."""
        super().focusInEvent(event)
        overlay = self.faces.current
        if overlay is not None:
            (overlay.first_focus() or overlay).setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stand still while nobody looks."""
        self.canvas.ring.stop()
        super().hideEvent(event)

    def show_face(self) -> None:
        """Let what lies over the stage follow the session."""
        if self.moment is not None:
            self.faces.show(self.asked or str(self.moment.view.face), self.moment)
            self.canvas.top.show_help(on=self.faces.current is None)

    def ask(self, key: str, *, anew: bool = False) -> None:
        """Open an overlay that the person asked for; the same again closes it. Nothing lies over a pack's question.

        What is read meanwhile is not done: the session stands still until it is closed.
        """
        if self.view is not None and self.view.face in _FIRST and not anew:
            return
        if self.asked == key and not anew:
            self.unask()
            return
        overlay = self.faces.get(key)
        if isinstance(overlay, KeysOverlay):
            overlay.show_keys(self.hands.bound)
        self.asked = key
        runs = self.moment is not None and may_stand(self.moment.timeline, self.moment.snapshot)
        self._held = key in faces.COVERS and (self._held or runs)
        if self._held:
            self.wish("pause")
        self.show_face()

    def unask(self, *, go_on: bool = False) -> None:
        """Take away what the person asked for, and go on where the session ran before, or with `go_on` anyway."""
        held, self._held, self.asked = self._held, False, ""
        if held or go_on:
            self.wish("resume")
        self.show_face()

    def wish(self, name: str, value: object = None) -> None:
        """Ask the engine for something."""
        self.intent.emit(name, value)

    def go(self) -> None:
        """Leave the stage."""
        self.leave.emit()

    def show_warnings(self) -> None:
        """Ask for the warning signs."""
        self.help_asked.emit()

    def _intended(self, name: str, value: object) -> None:
        """Pass on what an overlay wants; some of it is only about overlays."""
        if name == "ask-end":
            self.ask(faces.END)
            return
        if name == "dose":
            self.wish(name, value)
            return
        if name == "stay":
            self.unask()
            return
        self.asked, self._held = "", False
        if name == "worse":
            self._set_reason(str(value))
        self.intent.emit(name, value)
        self.show_face()

    def mute(self) -> None:
        """Turn the sound off, or on again."""
        self.show_muted(on=not self._is_muted)
        self.muted.emit(self._is_muted)

    def fill_screen(self) -> None:
        """Ask for the whole screen, or for a window again."""
        self.show_full_screen(on=not self.is_full)
        self.full_screen.emit(self.is_full)

    def _rated(self, rating: RatingInput) -> None:
        self._ratings.append(rating)
        self.rating.emit(rating)

    def _sum_up(self) -> None:
        over = self.faces.get(Face.OVER)
        if isinstance(over, OverOverlay) and self._timeline is not None:
            summary = summary_of(self._timeline, self._ended, self._ratings, self._finished)
            over.show_summary(self._unattended.add_to(summary, self._library))

    def _set_reason(self, reason: str) -> None:
        worse = self.faces.get(Face.WORSE)
        if isinstance(worse, WorseOverlay):
            worse.set_reason(reason)

    def _connect_overlay(self, overlay: Overlay) -> None:
        if isinstance(overlay, RatingOverlay):
            overlay.given.connect(self._rated)
            overlay.track(self.tracked)
        elif isinstance(overlay, OverOverlay):
            overlay.left.connect(self.leave)
            overlay.again_asked.connect(self.save_again)
            overlay.dose_kept.connect(self.dose_kept)
