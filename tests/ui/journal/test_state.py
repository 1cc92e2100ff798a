"""The journal in words and in order."""

from __future__ import annotations

from coach.content.vocabulary import Side, When
from coach.journal.records import Entry, SessionRecord
from coach.session.events import Outcome, Status
from coach.ui.journal.rows import row_view
from coach.ui.journal.state import Damaged, Day, Index, JournalState, build_state, lines
from coach.ui.journal.words import entry_view, session_view, step_view
from tests.ui.journal.records import at, before_and_after, entry, session, step


def _shape(state: JournalState, query: str = "") -> list[str]:
    shape = []
    for line in Index(state).search(query):
        if isinstance(line, Day):
            shape.append(f"# {line.title}")
        else:
            shape.append("damaged" if isinstance(line, Damaged) else line.id)
    return shape


def _sample() -> JournalState:
    ratings = before_and_after("s1", at(3, 9))
    return build_state(
        [entry("old", at(1)), entry("new", at(4, 7)), *ratings],
        [session("s1", at(3, 9), step())],
        ["Row 12 of 3 May does not match its checksum."],
        "2026-05-04",
    )


def test_newest_first_by_day() -> None:
    """Days come newest first with their heads, damaged rows before them all under a head of their own."""
    assert _shape(_sample()) == [
        "# Damaged, not counted",
        "damaged",
        "# Today",
        "new",
        "# Yesterday",
        "s1-before",
        "s1-after",
        "s1",
        "# Friday, 1 May 2026",
        "old",
    ]


def test_the_day_is_the_one_it_was_written_on() -> None:
    """A record keeps its local day when the person has travelled: each day stands once."""
    here = at(3, 23)
    travelled = at(3, 22)._replace(local_day="2026-05-04")
    state = build_state([entry("a", here), entry("b", travelled), entry("c", at(3, 21))], [], [], "2026-05-04")
    assert _shape(state) == ["# Today", "b", "# Yesterday", "a", "c"]


def test_search_finds_words_and_days() -> None:
    """The search looks at place, quality, score, note, session and day; damaged rows stand aside."""
    state = build_state(
        [entry("a", at(1), note="after the long drive"), entry("b", at(2), 9)],
        [session("s", at(2), step())],
        [],
        "2026-05-04",
    )
    assert _shape(state, "DRIVE buttock") == ["# Friday, 1 May 2026", "a"]
    assert _shape(state, "knee") == ["# Saturday, 2 May 2026", "s"]
    assert _shape(state, "strong") == ["# Saturday, 2 May 2026", "b"]
    assert _shape(state, "friday") == ["# Friday, 1 May 2026", "a"]
    assert _shape(state, "nothing of that") == []


def test_an_empty_journal() -> None:
    """Nothing recorded is empty; a damaged row alone is not."""
    assert build_state([], [], [], "2026-05-04").empty
    assert not build_state([], [], ["Row 1"], "2026-05-04").empty
    assert lines(JournalState(), ()) == []


def test_an_entry_says_its_score_in_words_and_its_partner() -> None:
    """An entry of a session names it and the rating on its other end."""
    state = _sample()
    before = next(r for r in state.records if r.id == "s1-before")
    assert isinstance(before, Entry)
    view = entry_view(before, state.sessions, state.ratings)
    assert view.score_words == "6 out of 10, moderate"
    assert (view.place, view.quality, view.time) == ("Buttock, left", "Tightness", "09:15")
    assert (view.session, view.link, view.partner) == ("s1", "Before Morning ease", "After it: 4 out of 10, moderate")


def test_an_entry_of_an_unknown_session_is_still_shown() -> None:
    """A link to a session that is not there leads nowhere and does not break the entry."""
    lone = entry("x", at(1), session="gone", when=When.AFTER)
    view = entry_view(lone, {}, {})
    assert (view.session, view.link, view.partner) == ("", "After a session", "")


def test_a_session_says_planned_and_done_per_step_and_side() -> None:
    """Each step says done of planned in holds, repetitions or time, how it ended and why."""
    steps = (
        step(),
        step(outcome=Outcome.PARTLY, done_ms=25_000, done_reps=1, reason="down-the-leg"),
        step("Bridge", kind="reps", side=None, done_reps=8, planned_reps=8),
        step("Walk", kind="move", side=None, planned_ms=0, planned_reps=0, done_ms=65_000),
        step(
            "Rest", kind="rest", side=None, planned_reps=0, outcome=Outcome.SKIPPED, done_ms=0, reason="No time today."
        ),
    )
    assert [(v.amount, v.outcome_words, v.reason) for v in map(step_view, steps)] == [
        ("3 of 3 holds", "Done", ""),
        ("1 of 3 holds", "Partly done", "It moved down the leg"),
        ("8 of 8 times", "Done", ""),
        ("1 minute", "Done", ""),
        ("", "Skipped", "No time today."),
    ]


def test_what_was_still_to_come_is_one_line_each() -> None:
    """Sides and sets of one exercise that an ended session did not come to stand together; what was done does not."""
    left_out: dict[str, object] = {"outcome": Outcome.SKIPPED, "done_ms": 0, "done_reps": 0, "reason": "ended"}
    rolls = [step("Knee rolls", side=side, **left_out) for side in (Side.LEFT, Side.RIGHT) * 3]
    partly = step(outcome=Outcome.PARTLY, done_ms=25_000, done_reps=1, reason="ended")
    steps = (step(), step(), partly, *rolls, step("Bridge", side=None, **left_out))
    view = session_view(session("s", at(3, 9), *steps, status=Status.ENDED), ())
    assert [(v.title, v.side, v.outcome_words, v.reason) for v in view.steps] == [
        ("Single knee to chest", "left", "Done", ""),
        ("Single knee to chest", "left", "Done", ""),
        ("Single knee to chest", "left", "Partly done", ""),
        ("Knee rolls", "left, right", "Not begun", ""),
        ("Bridge", "", "Not begun", ""),
    ]


def test_a_session_says_when_and_how_it_went() -> None:
    """A session says its span, how it ended, its pauses and the ratings around it."""
    record = session("s", at(3, 9), ended=at(3, 9, 24), status=Status.ENDED, pauses=2, paused_ms=65_000, rehearsal=True)
    view = session_view(record, before_and_after("s", at(3, 9)))
    assert (view.time, view.status_words, view.length) == ("09:15 to 09:24", "Ended early", "8 minutes")
    assert view.pauses == "Paused twice, 1:05 in all"
    assert view.rehearsal
    [rating] = view.ratings
    assert (rating.place, rating.words) == ("Buttock, left: tightness", "6 before, 4 after")


def test_one_sided_ratings_say_so() -> None:
    """A rating on one end only says that the other is missing."""
    ratings = before_and_after("s", at(3))
    record = session("s", at(3))
    assert session_view(record, ratings[:1]).ratings[0].words == "6 before, not rated after"
    assert session_view(record, ratings[1:]).ratings[0].words == "4 after, not rated before"


def test_rows_are_one_sentence_for_a_screen_reader() -> None:
    """Every row of the list can be said aloud, rehearsals and damage included."""
    state = _sample()
    spoken = [row_view(line, state.sessions).spoken for line in lines(state, state.records)]
    assert spoken[1] == "Row 12 of 3 May does not match its checksum., damaged, not counted"
    assert spoken[3] == "Buttock, left, 6 out of 10, moderate, Tightness, 07:15"
    assert spoken[7] == "Morning ease, Done · 8 minutes, 09:15"
    rehearsed = row_view(session("r", at(1), rehearsal=True), {})
    assert rehearsed.mark == "rehearsal"


def test_a_long_note_is_one_line_in_the_list() -> None:
    """A note of many lines is one line in its row and whole when opened."""
    note = "one\ntwo\n" * 300
    lone = entry("x", at(1), note=note)
    assert "\n" not in row_view(lone, {}).detail
    assert len(row_view(lone, {}).detail) < 250
    assert entry_view(lone, {}, {}).note == note


def test_records_keep_their_kind() -> None:
    """The order holds the records themselves, so that opening one needs no second look-up."""
    kinds = {type(record) for record in _sample().records}
    assert kinds == {Entry, SessionRecord}


def test_a_rating_of_a_learning_week_says_after_what_it_was_given() -> None:
    """In the row and when it is opened; by its id where the session no longer knows it."""
    rated = entry("e", at(3, 9), session="s1", when=When.DURING, exercise="knee_to_chest_single")
    one = session("s1", at(3, 9), step(exercise="knee_to_chest_single"))
    assert "right after Single knee to chest" in row_view(rated, {"s1": one}).detail
    assert entry_view(rated, {"s1": one}, {}).link.endswith("right after Single knee to chest")
    gone = session("s1", at(3, 9))
    assert "right after knee_to_chest_single" in row_view(rated, {"s1": gone}).detail
    assert "right after" not in row_view(before_and_after("s1", at(3, 9))[0], {"s1": one}).detail
