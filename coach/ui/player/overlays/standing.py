"""Overlays for a session that stands still: a gap in time, the keys, the end asked for."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from coach.i18n import _
from coach.session.gap_words import gap_words
from coach.ui import tokens
from coach.ui.player.overlays.base import Moment, Overlay
from coach.ui.player.stage_text import StageText, rescale_all
from coach.ui.stage_keys import Bound, action_words, key_words
from coach.ui.widgets.buttons import primary, quiet
from coach.ui.widgets.card import clear, column


def said(part: str, text: str = "", weight: int = 400, *, ink: str = "ink") -> StageText:
    """Make a line of an overlay."""
    made = StageText(part, weight, ink=ink)
    made.setText(text)
    return made


class GapOverlay(Overlay):
    """Time went by unseen: the person decides what it means."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, share=0.7)
        self.setAccessibleName(_("The session stood still"))
        self.inside.addWidget(said("title", _("The session stood still"), 700))
        self._why = said("body")
        self.inside.addWidget(self._why)
        self._again = primary(_("Do this step again"), "rotate-ccw", "stage")
        skip = quiet(_("Next step"), "skip-forward", "stage")
        end = quiet(_("End here"), "", "stage")
        self._again.clicked.connect(lambda: self.intent.emit("resume", None))
        skip.clicked.connect(self._next)
        end.clicked.connect(lambda: self.intent.emit("end", None))
        for button in (self._again, skip, end):
            self.buttons.addWidget(button)

    def show_moment(self, moment: Moment) -> None:
        """Say what happened."""
        self._why.setText(gap_words(moment.snapshot))
        if _begun(moment):
            self._again.set_words(_("Do this step again"), "rotate-ccw")
        else:
            self._again.set_words(_("Go on"), "play")
        self._fit()

    def accept(self) -> None:
        """Do the step again, or begin with it."""
        self.intent.emit("resume", None)

    def first_focus(self) -> QWidget:
        """The careful choice."""
        return self._again

    def _next(self) -> None:
        self.intent.emit("skip", None)
        self.intent.emit("resume", None)


def _begun(moment: Moment) -> bool:
    """Whether the step that is next had begun; after a pack that ended in sleep it has not."""
    at, segments = moment.snapshot.segment, moment.timeline.segments
    return moment.snapshot.elapsed_ms > 0 or (at > 0 and segments[at - 1].part == segments[at].part)


class EndOverlay(Overlay):
    """End here? What was done is kept."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, share=0.46)
        self.setAccessibleName(_("End the session here?"))
        self.inside.addWidget(said("title", _("End the session here?"), 700))
        self.inside.addWidget(said("body", _("What you did so far is kept."), ink="soft"))
        self._stay = primary(_("Go on"), "", "stage")
        end = quiet(_("End here"), "", "stage")
        self._stay.clicked.connect(lambda: self.intent.emit("stay", None))
        end.clicked.connect(lambda: self.intent.emit("end", None))
        self.buttons.addWidget(self._stay, 1)
        self.buttons.addWidget(end, 1)

    def first_focus(self) -> QWidget:
        """The careful choice."""
        return self._stay


class KeysOverlay(Overlay):
    """Every key of the stage."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, share=0.74)
        self.setAccessibleName(_("Keys"))
        self.inside.addWidget(said("title", _("Keys"), 700))
        self._list = column(0)
        self.inside.addLayout(self._list)
        self._close = primary(_("Close"), "", "stage")
        self._close.clicked.connect(lambda: self.intent.emit("stay", None))
        self.buttons.addStretch(1)
        self.buttons.addWidget(self._close)

    def show_keys(self, bound: Bound) -> None:
        """List the keys as they are bound now, in two columns."""
        clear(self._list)
        grid = QGridLayout()
        grid.setHorizontalSpacing(6 * tokens.GRID)
        grid.setVerticalSpacing(2 * tokens.GRID)
        lines = keys(bound)
        high = -(-len(lines) // 2)
        for number, (key, what) in enumerate(lines):
            line, at = number % high, number // high * 2
            grid.addWidget(said("body", key, 700), line, at)
            grid.addWidget(said("body", what), line, at + 1)
        for at in (1, 3):
            grid.setColumnStretch(at, 1)
        self._list.addLayout(grid)
        rescale_all(self, self._sizes)
        self._fit()

    def accept(self) -> None:
        """Close."""
        self.intent.emit("stay", None)

    def first_focus(self) -> QWidget:
        """Space closes it."""
        return self._close


#: What a clicker sends is worth a word; the Settings page lists every key.
_CLICKED = frozenset({"PgUp", "PgDown"})


def keys(bound: Bound) -> tuple[tuple[str, str], ...]:
    """The keys of the stage and what they do; those that cannot be changed have their place too."""
    listed = [(_named(keys), action_words(what)) for what, keys in bound.items()]
    return (*listed, (_("0 – 9"), _("give a rating")), (_("F1"), _("warning signs")))


def _named(keys: tuple[str, ...]) -> str:
    """Name the first key of an action, and a clicker's."""
    other = next((key for key in keys[1:] if key in _CLICKED), "")
    if not other:
        return key_words(keys[0])
    return _("{key} or {other}").format(key=key_words(keys[0]), other=key_words(other))
