"""The look of the charts out of the theme in use."""

from __future__ import annotations

from coach.drawing.charts.look import Look
from coach.ui import tokens
from coach.ui.theme import Theme
from coach.ui.tokens import Role


def chart_look(theme: Theme) -> Look:
    """Return colours and sizes for charts; with high contrast the grid steps back and lines grow."""
    palette = theme.palette
    strong = palette in {tokens.CONTRAST_LIGHT, tokens.CONTRAST_DARK}
    return Look(
        surface=palette.surface,
        ink=palette.ink,
        muted=palette.muted,
        line=palette.rest if strong else palette.line,
        focus=palette.focus,
        series=tokens.SERIES_DARK if theme.dark else tokens.SERIES_LIGHT,
        ramp=tokens.RAMP_DARK if theme.dark else tokens.RAMP_LIGHT,
        on_ramp=tokens.ON_RAMP,
        family=tokens.FAMILY,
        title_px=theme.px(Role.LEAD),
        small_px=theme.px(Role.SMALL),
        strong=strong,
    )
