"""A change counts when one exercise, and nothing else, lies between two ratings."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from coach.analysis.uses import Use, uses
from coach.content.vocabulary import Area, Side, When
from coach.journal.records import Entry, SessionRecord, StepDone
from coach.session.events import Outcome
from tests.analysis.make import entry, rated, session

DAY = "2026-05-04"


def step(exercise: str | None, kind: str = "hold", done_ms: int = 30_000, side: Side | None = None) -> StepDone:
    """Return one step on one side."""
    return StepDone(
        step=0,
        kind=kind,
        title="",
        exercise=exercise,
        side=side,
        area=None,
        outcome=Outcome.DONE if done_ms else Outcome.SKIPPED,
        done_ms=done_ms,
        planned_ms=30_000,
        done_reps=0,
        planned_reps=1,
    )


def done(*steps: StepDone, rehearsal: bool = False) -> SessionRecord:
    """Return the session "s" with these steps."""
    return msgspec.structs.replace(session(f"{DAY}T09:01"), id="s", steps=steps, rehearsal=rehearsal)


def during(minute: int, tightness: int, exercise: str) -> Entry:
    """Return a rating right after an exercise of "s"."""
    return entry(f"{DAY}T09:{minute:02}", tightness, session="s", when=When.DURING, exercise=exercise)


def told(found: list[Use]) -> list[tuple[str, float, bool]]:
    """Return what tests ask about."""
    return [(use.exercise, use.change, use.between) for use in found]


def test_a_session_of_one_exercise_counts_with_its_ratings_before_and_after() -> None:
    """Both sides and a rest are one use of the exercise."""
    steps = (step("bridge", side=Side.LEFT), step(None, "rest"), step("bridge", side=Side.RIGHT))
    assert told(uses(rated("s", DAY, 6, 4), [done(*steps)])) == [("bridge", -2, False)]


def test_a_session_of_several_says_nothing_about_any_of_them() -> None:
    """Nobody can tell which of the two it was."""
    assert uses(rated("s", DAY, 6, 4), [done(step("bridge"), step("cat_cow"))]) == []


def test_a_pack_or_breathing_between_the_ratings_spoils_the_pair() -> None:
    """The heat may have done it."""
    for kind in ("heat", "cold", "breathe"):
        assert uses(rated("s", DAY, 6, 4), [done(step(None, kind), step("bridge"))]) == []
    assert told(uses(rated("s", DAY, 6, 4), [done(step(None, "say"), step("bridge"))])) == [("bridge", -2, False)]


def test_in_a_learning_week_each_rating_is_compared_with_the_one_before_it() -> None:
    """Three exercises, three changes, in the order they were done."""
    ratings = [*rated("s", DAY, 6, None), during(5, 5, "b"), during(9, 5, "a"), during(12, 3, "c")]
    found = uses(ratings, [done(step("b"), step("a"), step("c"))])
    assert told(found) == [("b", -1, True), ("a", 0, True), ("c", -2, True)]


def test_the_first_of_a_session_is_told_from_the_others() -> None:
    """It is compared with firsts only: lying down changes something too."""
    ratings = [*rated("s", DAY, 6, None), during(5, 5, "b"), during(9, 5, "a")]
    found = uses(ratings, [done(step("b"), step("a"))])
    assert [use.first for use in found] == [True, False]
    assert found[0].like != found[1].like


def test_ratings_hours_apart_are_no_pair() -> None:
    """The session was interrupted and went on in the evening."""
    before, after = rated("s", DAY, 6, 4)
    late = entry(f"{DAY}T12:01", 4, session="s", when=When.AFTER)
    assert uses([before, late], [done(step("bridge"))]) == []
    assert len(uses([before, after], [done(step("bridge"))])) == 1


def test_a_rating_left_out_leaves_out_the_change_over_two_exercises() -> None:
    """The one after the gap does not count, the next one does; the rating after the session can close the last."""
    ratings = [*rated("s", DAY, 6, 1), during(9, 4, "a")]
    found = uses(ratings, [done(step("b"), step("a"), step("c"))])
    assert told(found) == [("c", -3, True)]


def test_a_skipped_exercise_was_not_done_and_one_stopped_early_was() -> None:
    """Skipping one of two leaves a session of one exercise."""
    found = uses(rated("s", DAY, 6, 7), [done(step("a", done_ms=0), step("b", done_ms=2_000))])
    assert told(found) == [("b", 1, False)]


def test_several_areas_are_one_use_with_their_mean() -> None:
    """A use is never counted twice."""
    ratings = [*rated("s", DAY, 6, 4), *rated("s", DAY, 3, 2, area=Area.LOW_BACK, side=None)]
    (use,) = uses(ratings, [done(step("bridge"))])
    assert (use.change, use.start, len(use.changes)) == (-1.5, 4.5, 2)


def test_rehearsals_and_sessions_that_were_deleted_are_left_out() -> None:
    """Made in fast motion, or not there any more."""
    assert uses(rated("s", DAY, 6, 4), [done(step("bridge"), rehearsal=True)]) == []
    assert uses(rated("s", DAY, 6, 4), []) == []


@given(st.permutations(range(5)))
def test_the_order_of_the_entries_does_not_matter(order: list[int]) -> None:
    """A journal from two computers comes in any order; a question answered twice counts as answered last."""
    ratings = [*rated("s", DAY, 6, 3), during(5, 9, "b"), during(6, 5, "b"), during(9, 5, "a")]
    found = uses([ratings[number] for number in order], [done(step("b"), step("a"))])
    assert told(found) == [("b", -1, True), ("a", 0, True)]


STEPS = st.lists(st.sampled_from(["a", "b", "c", "heat", "rest"]), max_size=6)
RATINGS = st.lists(
    st.tuples(st.sampled_from([When.BEFORE, When.DURING, When.AFTER]), st.sampled_from("abcx"), st.integers(0, 10)),
    max_size=8,
)


@given(STEPS, RATINGS)
def test_whatever_was_rated_no_change_has_two_explanations(
    steps: list[str], ratings: list[tuple[When, str, int]]
) -> None:
    """Each use is of an exercise that was done, at most once for each turn of it, with numbers that were given."""
    named = [step(None, kind) if (kind := name) in {"heat", "rest"} else step(name) for name in steps]
    given_ratings = [
        entry(f"{DAY}T09:{minute:02}", number, session="s", when=when, exercise=name if when is When.DURING else None)
        for minute, (when, name, number) in enumerate(ratings)
    ]
    found = uses(given_ratings, [done(*named)])
    said = {number for _when, _name, number in ratings}
    work = [name for name in steps if name != "rest"]
    for use in found:
        assert use.exercise in steps
        assert use.between == (len([n for i, n in enumerate(work) if i == 0 or work[i - 1] != n]) > 1)
        assert all({one.before, one.after} <= said for one in use.changes)
    assert len(found) <= len(work)
