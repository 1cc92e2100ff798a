"""The instruction over the ring: smaller where it is long, and cut only where a sentence ends."""

from __future__ import annotations

import re

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel

from coach.ui import theme
from coach.ui.player.sizes import StageSizes, stage_sizes
from coach.ui.player.stage_text import StageText

#: Never smaller than this, however long it is.
_LEAST_PX = 18
_WEIGHT = 500
_SENTENCE = re.compile(r"(?<=[.;?])\s+")


class CaptionText(StageText):
    """Shows as much of an instruction as there is room for, or at a glance its first sentence, large.

    A screen reader gets the whole.
    """

    def __init__(self, *, ink: str = "ink") -> None:
        super().__init__("caption", _WEIGHT, ink=ink)
        self._whole, self._glance = "", False
        self._sizes = stage_sizes(720)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)

    def show_words(self, words: str, *, glance: bool = False) -> None:
        """Show an instruction."""
        if (words, glance) != (self._whole, self._glance):
            self._whole, self._glance = words, glance
            self.setAccessibleName(words)
            self._fit()

    def place(self, area: QRect) -> None:
        """Take a place, and no more than that."""
        if area != self.geometry():
            self.setGeometry(area)
            self._fit()

    def rescale(self, sizes: StageSizes) -> None:
        """Follow the height of the stage."""
        self._sizes = sizes
        self._fit()

    def _fit(self) -> None:
        if self._glance:
            px, words = fitting(_SENTENCE.split(self._whole)[0], self.size(), self._sizes.title)
        else:
            px, words = fitting(self._whole, self.size(), self._sizes.caption)
        self.setFont(theme.font(px, _WEIGHT))
        QLabel.setText(self, words)


def fitting(words: str, room: QSize, largest_px: int) -> tuple[int, str]:
    """Give the size in pixels and as many whole sentences of `words` as fit into `room`."""
    if room.isEmpty():
        return largest_px, words
    for px in range(largest_px, _least(largest_px) - 1, -1):
        if _holds(words, room, px):
            return px, words
    sentences = _SENTENCE.split(words)
    for count in range(len(sentences) - 1, 0, -1):
        px = largest_px
        while px >= _least(largest_px):
            fewer = " ".join(sentences[:count])
            if _holds(fewer, room, px):
                return px, fewer
            px -= 1
    return _least(largest_px), _by_words(sentences[0], room, _least(largest_px))


def _least(largest_px: int) -> int:
    """Three quarters of the size, so that it is still read from the floor."""
    return max(_LEAST_PX, round(largest_px * 0.75))


def _by_words(sentence: str, room: QSize, px: int) -> str:
    """Cut one sentence that is too long for the place, at a word."""
    found = sentence.split()
    while len(found) > 1 and not _holds(" ".join(found) + "…", room, px):
        found.pop()
    return " ".join(found) + "…"


def _holds(words: str, room: QSize, px: int) -> bool:
    flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter
    box = QFontMetrics(theme.font(px, _WEIGHT)).boundingRect(QRect(0, 0, room.width(), 10_000), flags, words)
    return box.height() <= room.height() and box.width() <= room.width()
