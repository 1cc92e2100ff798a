"""The end of a session in words."""

from __future__ import annotations

from coach.content.vocabulary import Area, When
from coach.plan.timeline import Timeline
from coach.session.events import Finished, Outcome, PartEnded, Status
from coach.ui.player.state import RatingInput
from coach.ui.player.summary import summary_of


def ended(timeline: Timeline, part: int, outcome: Outcome) -> PartEnded:
    """How one part ended."""
    whole = timeline.parts[part].planned_ms
    return PartEnded(at_ms=0, part=part, outcome=outcome, done_ms=whole, planned_ms=whole, done_reps=1, planned_reps=1)


def test_sides_of_a_step_are_one_line(ease: Timeline) -> None:
    """Left done and right skipped reads as partly done, once."""
    knee = [n for n, part in enumerate(ease.parts) if part.exercise == "knee_to_chest_single"]
    events = [ended(ease, knee[0], Outcome.DONE), ended(ease, knee[1], Outcome.SKIPPED)]
    lines = summary_of(ease, events, [], None).lines
    assert [(line.name, line.outcome, line.done) for line in lines] == [("Single knee to chest", "Partly done", False)]


def test_questions_are_no_steps(ease: Timeline) -> None:
    """A rating is not listed among what was done."""
    assert summary_of(ease, [ended(ease, 0, Outcome.DONE)], [], None).lines == ()


def test_before_and_after_stand_together(ease: Timeline) -> None:
    """Two ratings of one place are one line; a rating in between is not shown."""
    ratings = [
        RatingInput(When.BEFORE, Area.LOW_BACK, None, 6),
        RatingInput(When.DURING, Area.CALF, None, 5),
        RatingInput(When.AFTER, Area.LOW_BACK, None, 4),
    ]
    done = Finished(at_ms=9, status=Status.DONE, done_ms=640_000, planned_ms=656_000)
    summary = summary_of(ease, [], ratings, done)
    assert [(felt.place, felt.before, felt.after) for felt in summary.felt] == [("low back", 6, 4)]
    assert summary.title == "Done"
    assert summary.done_words == "11 minutes"


def test_an_early_end_says_how_much(ease: Timeline) -> None:
    """Ended early, the plan stands beside what was done."""
    early = Finished(at_ms=9, status=Status.ENDED, done_ms=60_000, planned_ms=656_000)
    summary = summary_of(ease, [], [], early)
    assert (summary.title, summary.done_words) == ("Ended here", "1 of 11 minutes")


def test_nothing_done_is_nothing_kept(ease: Timeline) -> None:
    """Ended before anything began there is no list and nothing to save, but for a rating that was given."""
    empty = Finished(at_ms=0, status=Status.ENDED, done_ms=0, planned_ms=656_000, empty=True)
    skipped = [ended(ease, part, Outcome.SKIPPED) for part in range(len(ease.parts))]
    nothing = summary_of(ease, skipped, [], empty)
    assert (nothing.title, nothing.done_words) == ("Ended here", "Nothing was done, nothing is kept.")
    assert (nothing.lines, nothing.kept) == ((), False)
    rated = summary_of(ease, skipped, [RatingInput(When.BEFORE, Area.LOW_BACK, None, 6)], empty)
    assert (rated.done_words, rated.kept) == ("Nothing was done. Your rating is kept.", True)
