"""Puts a moment on the stage and watches what it asks for."""

from __future__ import annotations

from coach.content.library import Library
from coach.plan.timeline import SegmentKind, Timeline
from coach.ui.player.page import StagePage
from coach.ui.widgets.buttons import Button
from tests.ui.player.conftest import find, moment

Said = list[tuple[str, object]]


def watch(stage: StagePage) -> Said:
    """Collect what the stage wants of the engine."""
    said: Said = []
    stage.intent.connect(lambda name, value: said.append((name, value)))
    return said


def hold(stage: StagePage, library: Library, ease: Timeline, **kwargs: object) -> Said:
    """Put a hold on the stage and watch it."""
    said = watch(stage)
    stage.begin(ease, library, 1.0)
    at = find(ease, SegmentKind.HOLD, "knee_to_chest_single", rep=2)
    stage.show_snapshot(moment(ease, at, 3_000, **kwargs))  # type: ignore[arg-type]
    stage.setFocus()
    return said


def overlay_buttons(stage: StagePage) -> list[Button]:
    """The buttons that the open overlay shows."""
    overlay = stage.faces.current
    assert overlay is not None
    return [one for one in overlay.findChildren(Button) if not one.isHidden()]
