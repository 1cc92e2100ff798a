"""Which overlay lies over the stage, made when it is first needed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from coach.ui.player.overlays.base import Moment, Overlay
from coach.ui.player.overlays.dose import DoseOverlay
from coach.ui.player.overlays.over import OverOverlay
from coach.ui.player.overlays.packs import ConfirmOverlay, PackOffOverlay, PackOnOverlay, SkinOverlay
from coach.ui.player.overlays.rating import RatingOverlay
from coach.ui.player.overlays.standing import EndOverlay, GapOverlay, KeysOverlay
from coach.ui.player.overlays.worse import ReasonOverlay, WorseOverlay
from coach.ui.player.sizes import StageSizes, stage_sizes
from coach.ui.player.state import Face

#: Overlays that the person asked for; they lie over what the session asks.
END, KEYS, REASON, DOSE = "end", "keys", "reason", "dose"
#: While one of these is read, nothing is done.
COVERS = frozenset({END, KEYS, DOSE})

_MADE_BY: dict[str, type[Overlay]] = {
    Face.RATING: RatingOverlay,
    Face.CONFIRM: ConfirmOverlay,
    Face.PACK_ON: PackOnOverlay,
    Face.SKIN_CHECK: SkinOverlay,
    Face.PACK_OFF: PackOffOverlay,
    Face.WORSE: WorseOverlay,
    Face.GAP: GapOverlay,
    Face.OVER: OverOverlay,
    END: EndOverlay,
    KEYS: KeysOverlay,
    REASON: ReasonOverlay,
    DOSE: DoseOverlay,
}


class Faces(QObject):
    """Shows at most one overlay at a time."""

    intent = Signal(str, object)
    help_asked = Signal()
    made = Signal(object)

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self._stage = stage
        self._overlays: dict[str, Overlay] = {}
        self._open = ""
        self._sizes = stage_sizes(720)

    @property
    def open_key(self) -> str:
        """The key of the overlay that is open; '' when none is."""
        return self._open

    @property
    def current(self) -> Overlay | None:
        """The overlay that is open."""
        return self._overlays.get(self._open)

    def get(self, key: str) -> Overlay:
        """Give an overlay, making it the first time."""
        if key not in self._overlays:
            overlay = _MADE_BY[key](self._stage)
            overlay.rescale(self._sizes)
            overlay.intent.connect(self.intent)
            overlay.help_asked.connect(self.help_asked)
            self._overlays[key] = overlay
            self.made.emit(overlay)
        return self._overlays[key]

    def show(self, key: str, moment: Moment) -> None:
        """Open one overlay (none for ''), or let the open one follow the session."""
        if key not in _MADE_BY:
            self.close()
            return
        overlay = self.get(key)
        overlay.show_moment(moment)
        if key == self._open:
            return
        self.close()
        self._open = key
        overlay.open(overlay.first_focus())

    def close(self) -> None:
        """Take the open overlay away."""
        overlay = self.current
        self._open = ""
        if overlay is not None:
            overlay.closing()
            overlay.close_sheet()

    def rescale(self, sizes: StageSizes) -> None:
        """Follow the height of the stage."""
        self._sizes = sizes
        for overlay in self._overlays.values():
            overlay.rescale(sizes)
