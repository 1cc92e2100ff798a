"""What Today decides to show."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import msgspec
import pytest

from coach.clock import Stamp, stamp_of
from coach.content.library import Library
from coach.content.load_library import load_library
from coach.content.vocabulary import Area, Mode, Quality, Side
from coach.journal.records import Entry, SessionRecord, Unfinished
from coach.plan.compile import compile as compile_routine
from coach.plan.timeline import Timeline
from coach.resources import assets
from coach.session.events import Status
from coach.session.state import Checkpoint, PackState
from coach.ui.today.state import Past, build_state, choose_routine
from coach.ui.yours import Yours


@pytest.fixture(scope="module")
def library() -> Library:
    """The shipped content."""
    return load_library(assets())


@pytest.fixture(scope="module")
def timelines(library: Library) -> dict[str, Timeline]:
    """The plan of every shipped routine."""
    return {key: compile_routine(file, library) for key, file in library.routines.items()}


def at(day: int, hour: int) -> Stamp:
    """A moment in May 2026; the 7th is a Thursday."""
    return stamp_of(datetime(2026, 5, day, hour, 15, tzinfo=timezone(timedelta(hours=2))), "Europe/Berlin")


def session(
    day: int, hour: int, routine: str = "morning-ease", minutes: int = 10, *, rehearsal: bool = False
) -> SessionRecord:
    """A finished session."""
    return SessionRecord(
        id=f"{day}-{hour}",
        routine=routine,
        name=routine,
        content_hash="",
        started=at(day, hour),
        ended=at(day, hour),
        status=Status.DONE,
        done_ms=minutes * 60_000,
        planned_ms=minutes * 60_000,
        rehearsal=rehearsal,
        pauses=0,
        paused_ms=0,
        steps=(),
    )


def entry(day: int, quality: Quality = Quality.TIGHTNESS) -> Entry:
    """An entry about the left foot."""
    return Entry(id=str(day), at=at(day, 9), tightness=5, area=Area.FOOT, side=Side.LEFT, quality=quality)


def unfinished(pack: PackState | None = None) -> Unfinished:
    """A session that stopped after 4:10."""
    checkpoint = Checkpoint(
        session="u",
        routine="heat-stretch-cold",
        content_hash="",
        timeline_hash="",
        segment=3,
        elapsed_ms=1,
        session_ms=4,
        done_ms={1: 250_000},
        ended_parts={},
        pack=pack,
    )
    return Unfinished(
        session="u",
        routine="heat-stretch-cold",
        routine_name="Heat, stretch, cold",
        routine_text="",
        rehearsal=False,
        speed=1,
        worse_side=None,
        checkpoint=msgspec.json.encode(checkpoint),
        written=at(6, 20),
        awake_ns=0,
        boot_ns=0,
        boot_id="",
        planned_ms=600_000,
    )


KNOWN = ("morning-ease", "evening-unwind", "gentle-start", "neutral")


@pytest.mark.parametrize(
    ("sessions", "hour", "chosen"),
    [
        ([], 8, "gentle-start"),
        ([session(1, 20, "neutral")], 8, "morning-ease"),
        ([session(1, 20, "neutral")], 19, "neutral"),
        ([session(1, 8, "neutral"), session(2, 9, "evening-unwind")], 8, "evening-unwind"),
        ([session(1, 8, "neutral", rehearsal=True)], 8, "morning-ease"),
        ([session(1, 8, "gone")], 19, "evening-unwind"),
    ],
)
def test_the_routine_follows_habit_then_the_hour(sessions: list[SessionRecord], hour: int, chosen: str) -> None:
    """What was last done at this time of day, else the one made for it; the gentle one the first time."""
    assert choose_routine(sessions, at(7, hour), KNOWN) == chosen


def test_no_routine_is_no_error(library: Library) -> None:
    """Without routines the page says so instead of failing."""
    state = build_state(library, {}, Past(), at(7, 8))
    assert state.routine is None


def test_the_routine_due_is_described(library: Library, timelines: dict[str, Timeline]) -> None:
    """Name, length, number of exercises and place, and each exercise once."""
    state = build_state(library, timelines, Past([session(4, 8)]), at(7, 8))
    assert state.routine is not None
    assert state.routine.name == "Morning ease"
    assert state.routine.facts == ("11 minutes", "4 exercises", "On the floor")
    names = [line.name for line in state.routine.lines]
    assert names == ["Pelvic tilt", "Knee rolls", "Single knee to chest", "Cat-cow"]
    assert [line.side for line in state.routine.lines] == ["", "each side", "each side", ""]
    assert state.routine.done_today == ""
    assert state.date_words == "Thursday, 7 May"


def test_heat_and_cold_are_lines_of_their_own(library: Library, timelines: dict[str, Timeline]) -> None:
    """Packs stand in their place among the exercises."""
    past = Past([session(4, 8, "heat-stretch-cold")])
    state = build_state(library, timelines, past, at(7, 8))
    assert state.routine is not None
    assert [line.modes for line in state.routine.lines if line.modes] == [(Mode.HEAT,), (Mode.COLD,)]


def test_done_today_is_said_without_praise(library: Library, timelines: dict[str, Timeline]) -> None:
    """A routine done today says so; yesterday's does not."""
    state = build_state(library, timelines, Past([session(7, 7)]), at(7, 8))
    assert state.routine is not None
    assert state.routine.done_today == "You did this one today."


def test_the_week_has_words_for_every_day(library: Library, timelines: dict[str, Timeline]) -> None:
    """Days with sessions say how long, days without are a rest, days ahead are still to come."""
    past = Past([session(4, 8), session(5, 8, minutes=20), session(5, 20, minutes=20)])
    state = build_state(library, timelines, past, at(7, 8))
    assert [day.words for day in state.week] == [
        "Monday: 1 session, 10 minutes",
        "Tuesday: 2 sessions, 40 minutes",
        "Wednesday: rest",
        "Thursday: nothing yet",
        "Friday: still to come",
        "Saturday: still to come",
        "Sunday: still to come",
    ]
    assert state.week_words == "3 sessions, 50 minutes in all"
    assert [day.share for day in state.week[:3]] == [0.25, 1.0, 0.0]


def test_an_empty_week_is_fine(library: Library, timelines: dict[str, Timeline]) -> None:
    """No session is no reproach."""
    state = build_state(library, timelines, Past([session(1, 8)]), at(7, 8))
    assert state.week_words == "Nothing yet this week. That is fine."


def test_an_interrupted_session_says_where_it_stopped(library: Library, timelines: dict[str, Timeline]) -> None:
    """Day, time and how much was done; nothing about a pack when there was none."""
    state = build_state(library, timelines, Past(unfinished=[unfinished()]), at(7, 8))
    one = state.interrupted[0]
    assert one.title == "Heat, stretch, cold stopped part-way"
    assert one.sentence == "Yesterday at 20:15. You did 4 of 10 minutes."
    assert one.pack_words == ""


def test_a_pack_comes_first(library: Library, timelines: dict[str, Timeline]) -> None:
    """When a heat pack was on, taking it off is the first sentence."""
    pack = PackState(
        mode=Mode.HEAT,
        area=Area.BUTTOCK,
        side=Side.LEFT,
        exposure=0,
        on_ms=1,
        limit_ms=2,
        check_due_ms=None,
        urgency=0,
        due=False,
        certain=False,
    )
    state = build_state(library, timelines, Past(unfinished=[unfinished(pack)]), at(7, 8))
    assert state.interrupted[0].pack_words == "If the heat pack is still on, take it off now."


def test_a_broken_checkpoint_still_offers_the_session(library: Library, timelines: dict[str, Timeline]) -> None:
    """A note that cannot be read costs the minutes done, not the offer."""
    broken = msgspec.structs.replace(unfinished(), checkpoint=b"{")
    state = build_state(library, timelines, Past(unfinished=[broken]), at(7, 8))
    assert state.interrupted[0].sentence.endswith("You did 0 seconds of 10 minutes.")


def test_numbness_of_late_points_to_the_warning_signs(library: Library, timelines: dict[str, Timeline]) -> None:
    """An entry of the last seven days about numbness is named; an older one, or tightness, is not."""
    late = build_state(library, timelines, Past(entries=[entry(5, Quality.NUMBNESS)]), at(7, 8))
    assert late.safety[0].title == "You noted numbness in the left foot"
    for old in (entry(5), msgspec.structs.replace(entry(5, Quality.NUMBNESS), at=at(1, 9))):
        state = build_state(library, timelines, Past(entries=[old]), at(9, 8))
        assert [note.title for note in state.safety] == ["Stop when this happens"]


def test_the_last_place_is_offered_again(library: Library, timelines: dict[str, Timeline]) -> None:
    """The place of the last entry, rehearsals left out."""
    past = Past(entries=[entry(5), msgspec.structs.replace(entry(6), area=Area.CALF, rehearsal=True)])
    assert build_state(library, timelines, past, at(7, 8)).entry.places == ((Area.FOOT, Side.LEFT),)
    assert build_state(library, timelines, Past(), at(7, 8)).entry.places == ()


def test_places_noted_together_are_offered_together(library: Library, timelines: dict[str, Timeline]) -> None:
    """Three places saved at once come back as three; the signs and the day come along."""
    both = [msgspec.structs.replace(entry(5), id=side, side=side, together="t") for side in (Side.LEFT, Side.RIGHT)]
    state = build_state(library, timelines, Past(entries=[entry(4), *both]), at(7, 8), body="b").entry
    assert state.places == ((Area.FOOT, Side.LEFT), (Area.FOOT, Side.RIGHT))
    assert "both_legs" in state.signs
    assert (state.today, state.body) == ("2026-05-07", "b")


def test_a_learning_week_is_mentioned_while_it_is_on(library: Library, timelines: dict[str, Timeline]) -> None:
    """Beside the routine due, with its day."""
    state = build_state(library, timelines, Past(), at(7, 8), Yours(learning=3))
    assert state.routine is not None
    assert "day 3 of 7" in state.routine.learning
    usual = build_state(library, timelines, Past(), at(7, 8)).routine
    assert usual is not None
    assert usual.learning == ""
