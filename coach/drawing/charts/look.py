"""How charts look: colours and sizes handed in by the theme; no Qt here, nothing decided here."""

from __future__ import annotations

from dataclasses import dataclass

SLOTS = 4


@dataclass(frozen=True, slots=True)
class Look:
    """Colours as "#rrggbb", sizes in logical pixels.

    `surface` is what the chart stands on, `line` its grid, `series` the colours of the four slots, each at least
    3:1 against `surface`; `ink` and `muted` are for words. `ramp` are the eleven shades of tightness, `on_ramp` the two
    colours for words on them (charts/ramp.py chooses). `strong` thickens lines (high contrast).
    """

    surface: str
    ink: str
    muted: str
    line: str
    focus: str
    series: tuple[str, str, str, str]
    ramp: tuple[str, ...]
    on_ramp: tuple[str, str]
    family: str
    title_px: int
    small_px: int
    strong: bool = False
