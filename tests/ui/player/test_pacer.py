"""The breath around the figure: in step with the chest, off where nobody wants it, still where nothing may move."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from coach.content.library import Library
from coach.content.pictures import figure_of
from coach.plan.figures import breath_of, moment_of
from coach.plan.timeline import SegmentKind, Timeline
from coach.session.state import Need, Phase
from coach.settings.model import Settings
from coach.ui.player.page import StagePage
from tests.ui.player.conftest import find, heat_pack, moment
from tests.ui.support import dress

KNEE = "knee_to_chest_single"


def at(stage: StagePage, library: Library, ease: Timeline, elapsed_ms: int, phase: Phase = Phase.RUNNING) -> None:
    """Put a moment of a hold on the stage."""
    stage.begin(ease, library, 1.0)
    stage.show_snapshot(moment(ease, find(ease, SegmentKind.HOLD, KNEE), elapsed_ms, phase=phase))


def test_in_step_with_the_chest(library: Library, ease: Timeline) -> None:
    """At every moment of a hold the edge is as full as the figure's chest."""
    segment = ease.segments[find(ease, SegmentKind.HOLD, KNEE)]
    figure = figure_of(library, KNEE)
    assert figure is not None
    for elapsed_ms in range(0, (segment.duration_ms or 0) + 1, 250):
        breath = breath_of(segment, elapsed_ms)
        assert breath is not None
        assert breath.full == pytest.approx(moment_of(segment, figure, elapsed_ms).breath)


def test_four_in_six_out(stage: StagePage, library: Library, ease: Timeline) -> None:
    """Four seconds in, six out, in words as well; at full lungs the edge is widest."""
    said, wide = [], []
    for elapsed_ms in (0, 3_900, 4_100, 9_900, 10_100):
        at(stage, library, ease, elapsed_ms)
        said.append(stage.canvas.breath.words)
        wide.append(stage.canvas.breath.width_px())
    assert said == ["Breathe in", "Breathe in", "Breathe out", "Breathe out", "Breathe in"]
    assert max(wide) == max(wide[1:3])
    assert wide[0] == pytest.approx(4, abs=0.1)
    stage.hide()


def test_only_where_it_is_held(stage: StagePage, library: Library, ease: Timeline, packs: Timeline) -> None:
    """No pacer while getting ready, in a hold that is too short for a breath, or under a pack."""
    stage.begin(ease, library, 1.0)
    for kind, exercise in ((SegmentKind.PREPARE, KNEE), (SegmentKind.HOLD, "pelvic_tilt"), (SegmentKind.RELEASE, KNEE)):
        stage.show_snapshot(moment(ease, find(ease, kind, exercise), 500))
        assert stage.canvas.breath.isHidden()
    stage.begin(packs, library, 1.0)
    stage.show_snapshot(moment(packs, find(packs, SegmentKind.HEAT), 500, pack=heat_pack()))
    assert stage.canvas.breath.isHidden()
    stage.hide()


def test_it_moves_with_the_session_only(stage: StagePage, library: Library, ease: Timeline) -> None:
    """Paused it stands still; hidden it has no timer; after the end it is gone."""
    moved = []
    for phase in (Phase.RUNNING, Phase.PAUSED, Phase.RUNNING):
        at(stage, library, ease, 2_000, phase)
        moved.append((stage.canvas.breath.isVisible(), stage.canvas.breath.moving))
    assert moved == [(True, True), (True, False), (True, True)]
    stage.show_snapshot(moment(ease, find(ease, SegmentKind.HOLD, KNEE), phase=Phase.STOPPED, need=Need.WORSE_CHOICE))
    assert stage.canvas.breath.isHidden()
    stage.hide()
    assert not stage.canvas.breath.moving


def test_it_can_be_turned_off(stage: StagePage, library: Library, ease: Timeline) -> None:
    """Off in the settings there is no edge and no word, from the next look on."""
    stage.use_settings(Settings(pacer=False))
    at(stage, library, ease, 2_000)
    assert stage.canvas.breath.isHidden()
    stage.hide()


def test_reduced_motion_has_words_and_a_still_edge(
    qapp: QApplication, stage: StagePage, library: Library, ease: Timeline
) -> None:
    """Only the word changes; the edge keeps one width."""
    dress(qapp, settings=Settings(motion="reduced"))
    found = set()
    for elapsed_ms in (0, 2_000, 4_000, 8_000):
        at(stage, library, ease, elapsed_ms)
        found.add((stage.canvas.breath.words, stage.canvas.breath.width_px()))
    assert {words for words, _wide in found} == {"Breathe in", "Breathe out"}
    assert len({wide for _words, wide in found}) == 1
    stage.hide()
