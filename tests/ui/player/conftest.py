"""A real routine and moments of it, for the tests of the stage."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from coach.content.library import Library
from coach.content.load_library import load_library
from coach.content.vocabulary import Area, Mode, Side
from coach.plan.compile import compile as compile_routine
from coach.plan.timeline import SegmentKind, Timeline
from coach.resources import assets
from coach.session.state import Need, PackState, Phase, Snapshot
from coach.ui.player.page import StagePage
from tests.ui.support import dress

Moment = Callable[..., Snapshot]


@pytest.fixture(scope="session")
def library() -> Library:
    """The shipped content."""
    return load_library(assets())


@pytest.fixture(scope="session")
def ease(library: Library) -> Timeline:
    """Morning ease, compiled."""
    return compile_routine(library.routines["morning-ease"], library, worse_side=Side.LEFT)


@pytest.fixture(scope="session")
def packs(library: Library) -> Timeline:
    """Heat, stretch, cold, compiled."""
    return compile_routine(library.routines["heat-stretch-cold"], library, worse_side=Side.LEFT)


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[StagePage]:
    """A stage of 1280 × 800 in the shipped look."""
    dress(qapp)
    page = StagePage()
    page.resize(1280, 800)
    page.show()
    yield page
    page.close()
    page.deleteLater()


def find(timeline: Timeline, kind: SegmentKind, exercise: str | None = None, rep: int | None = None) -> int:
    """Number of the first segment of this kind."""
    return next(
        number
        for number, one in enumerate(timeline.segments)
        if one.kind is kind and exercise in {None, one.exercise} and rep in {None, one.rep}
    )


def moment(
    timeline: Timeline,
    index: int,
    elapsed_ms: int = 0,
    *,
    phase: Phase = Phase.RUNNING,
    need: Need = Need.NOTHING,
    pack: PackState | None = None,
    resuming_ms: int = 0,
) -> Snapshot:
    """The engine at one moment of a timeline."""
    segment = timeline.segments[index]
    left = None if segment.duration_ms is None else segment.duration_ms - elapsed_ms
    return Snapshot(
        phase=phase,
        need=need,
        segment=index,
        elapsed_ms=elapsed_ms,
        remaining_ms=left,
        position_ms=segment.start_ms + (elapsed_ms if left is not None else 0),
        session_ms=segment.start_ms + elapsed_ms,
        resuming_ms=resuming_ms,
        pack=pack,
    )


def heat_pack(on_ms: int = 300_000, *, due: bool = False, certain: bool = True) -> PackState:
    """A heat pack on the left buttock, 15 minutes at most."""
    return PackState(
        mode=Mode.HEAT,
        area=Area.BUTTOCK,
        side=Side.LEFT,
        exposure=0,
        on_ms=on_ms,
        limit_ms=900_000,
        check_due_ms=None,
        urgency=0,
        due=due,
        certain=certain,
    )
