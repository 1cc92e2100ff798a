"""What the person does on the stage, by key, clicker or button, as wishes to the session."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from coach.session.state import Phase
from coach.ui.key_names import digit_of, names_of
from coach.ui.player import faces
from coach.ui.player.faces import Faces
from coach.ui.player.overlays.base import Moment
from coach.ui.player.overlays.rating import RatingOverlay
from coach.ui.player.state import Face, StageView
from coach.ui.stage_keys import Bound, action_of, bound_keys

_NUDGE_MS: Final = 10_000
_STEPS: Final = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Down): -1, int(Qt.Key.Key_Right): 1, int(Qt.Key.Key_Up): 1}
_NO_WORSE: Final = frozenset({Face.OVER, Face.WORSE, Face.PACK_OFF, Face.READY})
#: A clicker has only "next": there it answers what is asked about a pack, and closes the end.
_NEXT_ANSWERS: Final = frozenset({Face.PACK_ON, Face.SKIN_CHECK, Face.PACK_OFF, Face.OVER})


class Stage(Protocol):
    """What hands need of the stage."""

    moment: Moment | None
    asked: str
    is_full: bool
    faces: Faces

    @property
    def view(self) -> StageView | None:
        """What is shown right now."""
        ...

    def wish(self, name: str, value: object = None) -> None:
        """Ask the engine for something."""
        ...

    def do(self, what: str) -> None:
        """Do what a button or a key stands for."""
        ...

    def ask(self, key: str, *, anew: bool = False) -> None:
        """Open an overlay."""
        ...

    def unask(self, *, go_on: bool = False) -> None:
        """Take away what the person asked for."""
        ...

    def mute(self) -> None:
        """Turn the sound off, or on."""
        ...

    def fill_screen(self) -> None:
        """Fill the screen, or not."""
        ...

    def go(self) -> None:
        """Leave the stage."""
        ...

    def show_warnings(self) -> None:
        """Show the warning signs."""
        ...


class Hands:
    """Knows the keys and what they mean right now."""

    def __init__(self, page: Stage) -> None:
        self._page = page
        self.bound: Bound = bound_keys({})
        self._acts: dict[str, Callable[[], None]] = {
            "pause": self._pause,
            "worse": self._worse,
            "go_on": self._accept,
            "minus": lambda: self._steer("nudge", -_NUDGE_MS),
            "plus": lambda: self._steer("nudge", _NUDGE_MS),
            "back": lambda: self._steer("back", None),
            "skip": self._next,
            "wait": self._wait,
            "dose": self._dose,
            **{what: partial(self._turn, what) for what in ("longer", "shorter", "more", "fewer")},
            "mute": page.mute,
            "full": page.fill_screen,
            "keys": lambda: page.ask(faces.KEYS),
            "escape": self._escape,
            "end": self._ask_end,
            "warnings": page.show_warnings,
        }

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key stands for; False for one without a meaning here."""
        digit, overlay = digit_of(event), self._page.faces.current
        if digit is not None and isinstance(overlay, RatingOverlay):
            overlay.type_digit(digit)
        elif isinstance(overlay, RatingOverlay) and event.key() in _STEPS:
            overlay.step(_STEPS[event.key()])
        elif what := action_of(self.bound, names_of(event)):
            if not (event.isAutoRepeat() and overlay is not None):  # a key held too long answers nothing
                self._page.do(what)
        else:
            return False
        return True

    def do(self, what: str) -> None:
        """Do what a button or a key stands for."""
        if act := self._acts.get(what):
            act()

    def _pause(self) -> None:
        page, moment = self._page, self._page.moment
        still = moment is not None and moment.snapshot.phase in {Phase.PAUSED, Phase.READY}
        if still or page.asked:
            page.unask(go_on=True)
        elif page.faces.open_key == "":
            waits = page.view is not None and page.view.waits and not page.view.counts_up
            page.wish("go_on" if waits else "pause", None)

    def _worse(self) -> None:
        """Stop at once, and only then ask what got worse; a pack comes off first."""
        view = self._page.view
        if view is None or view.face in _NO_WORSE:
            return
        if view.face is Face.SKIN_CHECK:
            self._page.wish("skin_not_ok")  # the pack is what gets worse
            return
        self._page.wish("worse", "other")
        if self._page.faces.open_key not in {Face.PACK_OFF, Face.SKIN_CHECK}:
            self._page.ask(faces.REASON, anew=True)

    def _accept(self) -> None:
        """Enter: go on where the session waits."""
        page, overlay, view = self._page, self._page.faces.current, self._page.view
        if overlay is not None:
            overlay.accept()
        elif view is not None and view.face is Face.PAUSED:
            page.wish("resume")
        elif view is not None and (view.waits or view.counts_up):
            page.wish("go_on")

    def _next(self) -> None:
        """→: go on where the session waits, else to the next step; most overlays are answered by their own buttons."""
        page, overlay = self._page, self._page.faces.current
        if overlay is None:
            waits = page.view is not None and page.view.waits
            page.wish("go_on" if waits else "skip", None)
        elif page.faces.open_key in _NEXT_ANSWERS:
            overlay.accept()

    def _steer(self, name: str, value: object) -> None:
        if self._page.faces.current is None:
            self._page.wish(name, value)

    def _wait(self) -> None:
        moment = self._page.moment
        if moment is not None and self._page.faces.current is None:
            self._page.wish("wait_for_me", not moment.snapshot.by_hand)

    def _dose(self) -> None:
        if self._can_turn():
            self._page.ask(faces.DOSE)

    def _turn(self, what: str) -> None:
        if self._can_turn():
            self._page.wish("dose", what)

    def _can_turn(self) -> bool:
        """Say whether this step is an exercise that is going on, with nothing asked over it."""
        view = self._page.view
        return self._page.faces.open_key in {"", faces.DOSE} and view is not None and view.exercise is not None

    def _escape(self) -> None:
        page = self._page
        if page.asked:
            page.unask()
        elif page.is_full:
            page.fill_screen()
        else:
            self._ask_end()

    def _ask_end(self) -> None:
        view = self._page.view
        if view is not None and view.face is Face.OVER:
            self._page.go()
        else:
            self._page.ask(faces.END)
