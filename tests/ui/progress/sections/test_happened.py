"""What happened and what changed, on charts over time and in words."""

from __future__ import annotations

from typing import Any

from coach.analysis.regimes import Change, ChangeKind
from coach.analysis.series import day_of
from coach.content.vocabulary import MarkerKind
from coach.journal.records import Marker
from coach.ui.progress.sections.happened import drawn_words, happened_sentences, happenings, turns
from coach.ui.progress.state import build_state
from tests.analysis.make import at
from tests.ui.progress.sample import SAY, TODAY

DAY = TODAY.toordinal()


def _marker(day: str, kind: MarkerKind, **more: Any) -> Marker:
    stamp = at(f"2025-05-{day}T12:00")
    return Marker(id=f"{day}-{kind}", at=stamp, kind=kind, **more)


FLARE = _marker("03", MarkerKind.FLARE, last_day="2025-05-09", words="After\nthe  garden")
CHAIR = _marker("12", MarkerKind.NEW_CHAIR)
SWIM = _marker("14", MarkerKind.OTHER, words="First time swimming 🏊‍♀️ in the lake")


def test_a_flare_is_a_stretch_and_a_chair_a_day() -> None:
    """Both days of a flare are in it; a day is a day long; each says all about itself."""
    flare, chair, swim = happenings([SWIM, CHAIR, FLARE], SAY)
    assert (flare.first, flare.last, flare.lasting) == (day_of(FLARE.at), day_of(FLARE.at) + 7, True)
    assert (chair.first, chair.last, chair.lasting) == (day_of(CHAIR.at), day_of(CHAIR.at) + 1, False)
    assert flare.words == "Flare: After the garden\nSat 3 May 2025 to Fri 9 May 2025"
    assert chair.words == "New chair\nMon 12 May 2025"
    assert (swim.name, swim.words.splitlines()[0]) == (
        "First time swimming…",
        "Something else: First time swimming 🏊‍♀️ in the lake",
    )


def test_one_day_of_a_flare_is_a_line() -> None:
    """And a last day before the first, from a damaged file, is no trouble."""
    for last in ("2025-05-03", "2025-05-01"):
        assert not happenings([_marker("03", MarkerKind.FLARE, last_day=last)], SAY)[0].lasting


def test_changes_of_one_day_are_one_turn() -> None:
    """Another routine and another dose on the same day have one mark and are both said."""
    found = turns(
        [Change(DAY, ChangeKind.ROUTINE, "b", "Evening"), Change(DAY, ChangeKind.DOSE, "a", "Morning ease")], SAY
    )
    assert [turn.x for turn in found] == [DAY]
    assert found[0].words == "Another routine: Evening\nMorning ease changed\nFrom Tue 20 May 2025"


def test_the_same_in_words() -> None:
    """Each with its day; what lies outside the span is not named, a flare that reaches into it is."""
    changes = [Change(DAY - 30, ChangeKind.ROUTINE, "b", "Evening"), Change(DAY - 3, ChangeKind.DOSE, "a", "Morning")]
    said = happened_sentences([FLARE, CHAIR], changes, (day_of(FLARE.at) + 6, DAY), SAY)
    assert said == (
        "What happened: Flare from 3 May to 9 May, New chair on 12 May.",
        "You changed what you did: Morning with another dose from 17 May.",
    )
    assert happened_sentences([FLARE], [], (DAY, DAY), SAY) == ()


def test_of_many_the_latest_are_named() -> None:
    """Ten drives are not a sentence to listen to."""
    drives = [_marker(f"{day:02}", MarkerKind.LONG_DRIVE) for day in range(1, 11)]
    (said,) = happened_sentences(drives, [], (DAY - 30, DAY), SAY)
    assert said.endswith("Long drive on 10 May, and 6 more before.")


def test_the_key_names_only_what_is_there() -> None:
    """Without markers and changes nothing behind the points needs a word."""
    assert drawn_words(build_state([], [], TODAY)) == []
    assert drawn_words(build_state([], [], TODAY, markers=[FLARE])) == ["Dashed or hatched: what happened."]
