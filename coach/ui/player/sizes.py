"""How large everything on the stage is: one function of its height, so that it can be read from the floor. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from coach.ui import tokens

#: The height of a figure 8 in the bundled family, as a share of the font's size.
DIGIT_HEIGHT = 0.727
#: The remaining seconds are at least this share of the height, measured on the digits themselves.
SECONDS_SHARE = 1 / 5
#: The step's name is at least this share.
NAME_SHARE = 1 / 14
_RING_SHARE = 0.48
#: In a lower window everything stands closer, so that the figure still has half of it.
_COMPACT = 700
_COMPACT_RING_SHARE = 0.453


@dataclass(frozen=True, slots=True)
class StageSizes:
    """Pixels; text sizes are font sizes."""

    seconds: int
    minutes: int
    word: int
    name: int
    side: int
    caption: int
    body: int
    title: int
    button: int
    target: int
    ring: int
    column: int
    margin: int
    edge: int
    gap: int


def stage_sizes(height: int) -> StageSizes:
    """The sizes for a stage `height` pixels high."""
    compact = height < _COMPACT
    ring = round(height * (_COMPACT_RING_SHARE if compact else _RING_SHARE))
    margin = 3 * tokens.GRID if compact else max(4 * tokens.GRID, round(height * 0.02 / tokens.GRID) * tokens.GRID)
    return StageSizes(
        seconds=ceil(height * SECONDS_SHARE / DIGIT_HEIGHT),
        minutes=round(height / 24),
        word=round(height / 26),
        name=ceil(height * NAME_SHARE),
        side=round(height / 22),
        caption=max(18, round(height / 33)),
        body=max(18, round(height / 36)),
        title=max(24, round(height / 23)),
        button=max(18, round(height / 34)),
        target=max(tokens.STAGE_TARGET, round(height * 0.08 / tokens.GRID) * tokens.GRID),
        ring=ring,
        column=ring + 2 * margin,
        margin=margin,
        edge=(2 if compact else 3) * tokens.GRID,
        gap=(1 if compact else 2) * tokens.GRID,
    )
