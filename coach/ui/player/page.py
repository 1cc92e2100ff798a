"""The stage: it shows what the session says and passes on what the person wants. It decides nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from coach.content.library import Library
from coach.plan.timeline import Timeline
from coach.session.events import CheckAnswered, Event, Finished, PartEnded
from coach.session.state import Phase, Snapshot
from coach.ui.player import faces
from coach.ui.player.canvas import StageCanvas
from coach.ui.player.faces import Faces
from coach.ui.player.keys import KEYS, digit_of
from coach.ui.player.overlays.base import Moment, Overlay
from coach.ui.player.overlays.over import OverOverlay
from coach.ui.player.overlays.rating import RatingOverlay
from coach.ui.player.overlays.worse import WorseOverlay
from coach.ui.player.sizes import stage_sizes
from coach.ui.player.state import Face, RatingInput, StageView, stage_view
from coach.ui.player.summary import summary_of
from coach.ui.player.unattended import Unattended

_NUDGE_MS = 10_000
_STEPS = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Down): -1, int(Qt.Key.Key_Right): 1, int(Qt.Key.Key_Up): 1}
#: What the session asks here cannot wait: nothing that the person opens lies over it.
_FIRST = frozenset({Face.PACK_OFF, Face.OVER, Face.SKIN_CHECK})
_NO_WORSE = frozenset({Face.OVER, Face.WORSE, Face.PACK_OFF, Face.READY})


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

    def __init__(self) -> None:
        super().__init__()
        self._moment: Moment | None = None
        self._timeline: Timeline | None = None
        self._library: Library | None = None
        self._speed = 1.0
        self._asked = ""
        self._is_muted = False
        self._is_full = False
        self._ended: list[PartEnded] = []
        self._ratings: list[RatingInput] = []
        self._finished: Finished | None = None
        self._unattended = Unattended()
        self.canvas = StageCanvas(self)
        self.faces = Faces(self)
        self.faces.intent.connect(self._intended)
        self.faces.help_asked.connect(self.help_asked)
        self.faces.made.connect(self._connect_overlay)
        self.canvas.controls.pressed.connect(self.do)
        self.canvas.top.pressed.connect(self.do)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def view(self) -> StageView | None:
        """What is shown right now."""
        return self._moment.view if self._moment else None

    def begin(self, timeline: Timeline, library: Library, speed: float) -> None:
        """Make ready for a session; nothing of the one before is left."""
        self._timeline, self._library, self._speed = timeline, library, speed
        self._ended, self._ratings, self._finished, self._asked, self._moment = [], [], None, "", None
        self._unattended = Unattended()
        self.faces.close()
        rating = self.faces.get(Face.RATING)
        if isinstance(rating, RatingOverlay):
            rating.begin()
        over = self.faces.get(Face.OVER)
        if isinstance(over, OverOverlay):
            over.saving()
        self.canvas.begin(timeline, library, speed)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show one moment of the session."""
        if self._timeline is None or self._library is None:
            return
        view = stage_view(self._timeline, self._library, snapshot)
        self._moment = Moment(self._timeline, self._library, snapshot, view)
        self.canvas.show_view(view, self._timeline, snapshot, self._speed)
        if view.face in _FIRST:
            self._asked = ""
        self._show_face()

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
        self._is_full = on
        self.canvas.top.show_full_screen(on=on)

    def show_muted(self, *, on: bool) -> None:
        """The voice is off, or on again; every picture stays."""
        self._is_muted = on
        self.canvas.top.show_muted(on=on)

    def do(self, what: str) -> None:
        """Do what a button or a key stands for."""
        if self._moment is None:
            return
        acts = {
            "pause": self._pause,
            "worse": self._worse,
            "go_on": self._accept,
            "minus": lambda: self._steer("nudge", -_NUDGE_MS),
            "plus": lambda: self._steer("nudge", _NUDGE_MS),
            "back": lambda: self._steer("back", None),
            "skip": self._next,
            "mute": self._mute,
            "full": self._full,
            "keys": lambda: self._ask(faces.KEYS),
            "escape": self._escape,
            "end": self._ask_end,
            "warnings": self.help_asked.emit,
        }
        acts[what]()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every key of the stage."""
        digit = digit_of(event)
        overlay = self.faces.current
        if digit is not None and isinstance(overlay, RatingOverlay):
            overlay.type_digit(digit)
        elif isinstance(overlay, RatingOverlay) and event.key() in _STEPS:
            overlay.step(_STEPS[event.key()])
        elif (what := KEYS.get(Qt.Key(event.key())) or KEYS.get(event.text())) is not None:
            self.do(what)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window."""
        super().resizeEvent(event)
        self.canvas.setGeometry(self.rect())
        self.faces.rescale(stage_sizes(max(self.height(), 1)))

    def showEvent(self, event: QShowEvent) -> None:
        """Move again where the session moves."""
        super().showEvent(event)
        if self._moment is not None:
            self.show_snapshot(self._moment.snapshot)

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

    def _show_face(self) -> None:
        moment = self._moment
        if moment is not None:
            self.faces.show(self._asked or str(moment.view.face), moment)
            self.canvas.top.show_help(on=self.faces.current is None)

    def _ask(self, key: str) -> None:
        """Open an overlay that the person asked for; the same again closes it. Nothing lies over a pack's question."""
        if self.view is not None and self.view.face in _FIRST:
            return
        self._asked = "" if self._asked == key else key
        self._show_face()

    def _intended(self, name: str, value: object) -> None:
        """Pass on what an overlay wants; some of it is only about overlays."""
        if name == "ask-end":
            self._ask(faces.END)
            return
        self._asked = ""
        if name == "worse":
            self._set_reason(str(value))
        if name != "stay":
            self.intent.emit(name, value)
        self._show_face()

    def _pause(self) -> None:
        still = self._moment is not None and self._moment.snapshot.phase in {Phase.PAUSED, Phase.READY}
        if still or self._asked:
            self._asked = ""
            self.intent.emit("resume", None)
        elif self.faces.open_key == "":
            self.intent.emit("pause", None)

    def _worse(self) -> None:
        """Stand still at once; the reason comes after."""
        view = self.view
        if view is None or view.face in _NO_WORSE:
            return
        if view.face is Face.SKIN_CHECK:
            self.intent.emit("skin_not_ok", None)  # the pack is what gets worse
            return
        self.intent.emit("pause", None)
        self._asked = faces.REASON
        self._show_face()

    def _accept(self) -> None:
        """Enter: go on where the session waits."""
        overlay = self.faces.current
        if overlay is not None:
            overlay.accept()
        elif self.view is not None and self.view.face is Face.PAUSED:
            self.intent.emit("resume", None)
        elif self.view is not None and (self.view.waits or self.view.counts_up):
            self.intent.emit("go_on", None)

    def _next(self) -> None:
        """→: go on where the session waits, else to the next step; an overlay is answered by its own buttons."""
        if self.faces.current is None:
            waits = self.view is not None and self.view.waits
            self.intent.emit("go_on" if waits else "skip", None)

    def _steer(self, name: str, value: object) -> None:
        if self.faces.current is None:
            self.intent.emit(name, value)

    def _escape(self) -> None:
        if self._asked:
            self._asked = ""
            self._show_face()
        elif self._is_full:
            self._full()
        else:
            self._ask_end()

    def _ask_end(self) -> None:
        if self.view is not None and self.view.face is Face.OVER:
            self.leave.emit()
        else:
            self._ask(faces.END)

    def _mute(self) -> None:
        self.show_muted(on=not self._is_muted)
        self.muted.emit(self._is_muted)

    def _full(self) -> None:
        self.show_full_screen(on=not self._is_full)
        self.full_screen.emit(self._is_full)

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
        elif isinstance(overlay, OverOverlay):
            overlay.left.connect(self.leave)
            overlay.again_asked.connect(self.save_again)
