"""Each line at its moment, or early where it does not fit."""

from __future__ import annotations

from coach.plan.lines import lines_of
from coach.plan.moments import moments_of
from coach.plan.timeline import CueKind
from tests.plan.shelf import CAT, HUG, WALK

LINES = lines_of(HUG)
LONG = "This line has so many words that nobody could ever say it within a hold of five seconds."


def test_lines_are_sorted_by_their_moment() -> None:
    """Steps before the feeling lead in, steps behind it lead out; a movement only leads in."""
    assert (LINES.way_in, LINES.way_out) == (("Draw one knee in.",), ("Lower the foot with control.",))
    assert lines_of(CAT).way_in == ("Round the back.",)


def test_a_long_hold_says_it_all() -> None:
    """Twenty seconds have room for the feeling, the breath, halfway and five seconds."""
    moments = moments_of(LINES, 20_000, once=False, detail=True)
    assert [kind for _at, kind, _text in moments.first] == [
        CueKind.STEP,
        CueKind.FEEL,
        CueKind.HALFWAY,
        CueKind.FIVE_SECONDS,
    ]
    assert [kind for _at, kind, _text in moments.second][1] is CueKind.BREATHE
    assert [kind for _at, kind, _text in moments.later] == [CueKind.STEP, CueKind.HALFWAY, CueKind.FIVE_SECONDS]
    assert moments.early == []


def test_a_hold_of_ten_seconds_counts_once() -> None:
    """From ten seconds on "five seconds" is said, from twenty on "halfway" as well."""
    assert [kind for _at, kind, _text in moments_of(LINES, 10_000, once=False, detail=True).later] == [
        CueKind.STEP,
        CueKind.FIVE_SECONDS,
    ]
    assert [kind for _at, kind, _text in moments_of(LINES, 9_999, once=False, detail=True).later] == [CueKind.STEP]


def test_what_does_not_fit_is_said_early() -> None:
    """A feel line too long for a short hold is said while getting ready instead."""
    moments = moments_of(LINES._replace(feel=(LONG,)), 5_000, once=False, detail=True)
    assert moments.early == [(CueKind.FEEL, LONG)]
    assert [text for _at, _kind, text in moments.first] == ["Hold."]


def test_feeling_matters_more_than_saying_hold() -> None:
    """Where only one of the two fits into a short hold, it is what to feel."""
    twelve = "Feel the back of the neck grow long and let it rest."
    moments = moments_of(LINES._replace(feel=(twelve,)), 5_000, once=False, detail=True)
    assert [text for _at, _kind, text in moments.first] == [twelve]


def test_the_only_hold_says_both() -> None:
    """With one hold on a side the breath is said in it as well."""
    moments = moments_of(LINES, 20_000, once=True, detail=True)
    assert [kind for _at, kind, _text in moments.first][1:3] == [CueKind.FEEL, CueKind.BREATHE]


def test_the_first_release_lasts_as_long_as_its_words() -> None:
    """The way out is told at the first release, which waits for it; a very long one is told early."""
    moments = moments_of(
        LINES._replace(way_out_text="Bring the knees back to the middle."), 5_000, once=False, detail=True
    )
    assert (moments.way_out_ms, moments.release_ms) == (2_800, 2_000)
    assert moments_of(LINES._replace(way_out_text=LONG), 5_000, once=False, detail=True).early == [(CueKind.STEP, LONG)]


def test_without_detail_only_counts_are_left() -> None:
    """Those who know the exercise hear hold, the counts and the release."""
    moments = moments_of(LINES, 20_000, once=False, detail=False)
    assert moments.first == moments.second == moments.later
    assert moments.way_out == moments.release
    assert moments.early == []


def test_an_exercise_without_a_set_up_line_gives_its_position() -> None:
    """Where nothing else says how to begin, the position does."""
    assert lines_of(WALK).set_up == ("As it says.",)
