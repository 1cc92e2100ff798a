"""What came of a break, for the journal: what was done of each exercise on each side."""

from __future__ import annotations

from coach.content.vocabulary import Area, BreakKind, BreakOutcome, Side
from coach.journal.breaks import break_draft
from coach.journal.fold import fold
from coach.reminders.events import BreakEnded, Why
from coach.reminders.offer import offer
from coach.reminders.offer_log import done_ms, exercised, record_of
from coach.reminders.wish import Wish
from coach.session.engine import Engine
from tests.fakes import FakeClock
from tests.journal.samples import sealed
from tests.reminders.test_offer import entry, library, told

_CLOCK = FakeClock()


def test_a_break_ends_by_itself_and_is_logged_per_side() -> None:
    """Played by a session engine to its end, both sides and the walk are there for the journal."""
    found = offer(Wish(150_000, "chair"), told(entries=(entry(6, Area.BUTTOCK),)), library())
    timeline = found.timeline(library())
    engine = Engine(timeline, library().thermal, "break")
    said = [*engine.start(), *engine.advance(found.length_ms)]
    lines = exercised(timeline, said)
    assert [(one.exercise, one.side) for one in lines] == [
        ("piriformis_seated_figure_four", Side.LEFT),
        ("piriformis_seated_figure_four", Side.RIGHT),
    ]
    assert all(one.done_ms == one.planned_ms > 0 for one in lines)
    assert 0 < done_ms(timeline, said) <= found.length_ms


def test_a_walk_is_logged_as_walking() -> None:
    """It has no repetitions and ends by itself."""
    found = offer(Wish(60_000, discreet=True), told(), library())
    timeline = found.timeline(library())
    engine = Engine(timeline, library().thermal, "break")
    lines = exercised(timeline, [*engine.start(), *engine.advance(found.length_ms)])
    assert [(one.exercise, one.side, one.done_ms) for one in lines] == [("walking", None, found.length_ms)]
    [part], [segment] = timeline.parts, timeline.segments
    assert (part.exercise, part.kind, segment.exercise, segment.kind) == ("walking", "move", "walking", "move")


def test_a_break_that_was_left_says_what_was_done() -> None:
    """Half of one side is half of one side; what was not begun is not in the journal."""
    found = offer(Wish(150_000, "chair"), told(entries=(entry(6, Area.BUTTOCK),)), library())
    timeline = found.timeline(library())
    engine = Engine(timeline, library().thermal, "break")
    said = [*engine.start(), *engine.advance(found.length_ms // 3), *engine.end()]
    (left,) = exercised(timeline, said)
    assert (left.side, 0 < left.done_ms < left.planned_ms) == (Side.LEFT, True)


def test_an_ended_break_becomes_what_the_journal_keeps() -> None:
    """Id, moments, outcome and reason as the engine said them, with what was done."""
    ended = BreakEnded(
        at=_CLOCK.stamp(),
        id="b1",
        kind=BreakKind.MOVE,
        lead="move",
        outcome=BreakOutcome.CREDITED,
        why=Why.IDLE,
        due=_CLOCK.stamp(),
        done_ms=0,
        length_ms=150_000,
        away_ms=720_000,
    )
    kept = record_of(ended)
    assert (kept.id, kept.why, kept.away_ms, kept.cadence) == ("b1", "idle", 720_000, "move")
    assert fold(sealed([break_draft(kept)])).breaks == {"b1": kept}
