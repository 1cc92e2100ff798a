"""What one row of a list looks like, whatever it is about. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from coach.content.pictures import Seen
from coach.ui.tokens import Tone


@dataclass(frozen=True, slots=True)
class RowLook:
    """A row to be painted.

    `title` over `detail`, `end` at the far side; in front a tile with a figure, the icon
    named `icon`, or the text `badge`.
    `strip` shows several figures in a row under the words.
    `marks` are small icons with their hue at the far end of the title; `struck` draws the title through; `heading` is a head over the rows that follow.
    """

    title: str
    detail: str = ""
    end: str = ""
    icon: str = ""
    figure: Seen | None = None
    strip: tuple[Seen, ...] = ()
    badge: str = ""
    marks: tuple[tuple[str, Tone], ...] = ()
    struck: bool = False
    heading: bool = False
