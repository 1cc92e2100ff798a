"""What a person said is looked up in the content's own tags; nothing is guessed, and rubbish counts as not said."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from coach.clock import Stamp, stamp_of
from coach.content.library import Library
from coach.content.load_library import load_library
from coach.content.vocabulary import Area, Mode, Side
from coach.resources import assets
from coach.safety.exposure import Wanted
from coach.safety.suitability import (
    SCREENING,
    Said,
    left_out,
    marks,
    numb_key,
    pack_refusal,
    said_of,
    screening_value,
)

NOW = stamp_of(datetime(2026, 11, 25, 8, 0, tzinfo=UTC), "UTC")
DAY = NOW.local_day


@pytest.fixture(scope="module")
def library() -> Library:
    """The shipped content."""
    return load_library(assets())


def _later(hours: float) -> Stamp:
    return stamp_of(datetime(2026, 11, 25, 8, 0, tzinfo=UTC) + timedelta(hours=hours), "UTC")


def said(library: Library, **ticked: tuple[Area, ...]) -> Said:
    """A person who ticked these, by way of what the journal keeps."""
    return said_of({SCREENING: screening_value(ticked, library.screening, NOW)}, NOW)


def test_every_tag_is_one_of_the_contents(library: Library) -> None:
    """A sentence without a tag behind it would be a question for nothing."""
    blocks = {block.tag for block in library.thermal.blocks}
    for question in library.screening.questions:
        assert question.packs or question.exercises
        assert set(question.packs) <= blocks
        assert set(question.exercises) <= set(library.cautions)
    ids = [question.id for question in library.screening.questions]
    assert len(ids) == len(set(ids))


def test_no_warning_sign_is_asked_about(library: Library) -> None:
    """Warning signs are static words; the tags that mean "get help" have no box to tick."""
    tags = {tag for question in library.screening.questions for tag in (*question.packs, *question.exercises)}
    assert not tags & {"clot_suspected", "dvt_suspected", "severe_or_new_leg_symptoms", "fever"}


def test_every_reason_against_a_pack_is_asked_or_confirmed_each_time(library: Library) -> None:
    """What is not asked beforehand passes with the hour, needs a place or a helper, or is a warning sign."""
    asked = {tag for question in library.screening.questions for tag in question.packs}
    each_time = {"fever", "cannot_respond", "clot_suspected", "under_16_or_frail", "superficial_nerve"}
    assert asked | each_time == {block.tag for block in library.thermal.blocks}


@pytest.mark.parametrize("mode", list(Mode))
def test_each_reason_blocks_the_packs_it_names(library: Library, mode: Mode) -> None:
    """Heat, cold and contrast exactly as thermal.toml says, with the sentence that was ticked and the reason."""
    blocks = {block.tag: block for block in library.thermal.blocks}
    for question in library.screening.questions:
        for contrast, kind in ((False, mode.value), (True, "contrast")):
            told = pack_refusal(
                Wanted(mode, Area.LOW_BACK, None, contrast), library, said(library, **{question.id: ()})
            )
            against = [tag for tag in question.packs if kind in blocks[tag].modes]
            assert bool(told) == bool(against)
            if told:
                assert question.text in told
                assert blocks[against[0]].text in told
                assert ("Ask a clinician first." in told) == (blocks[against[0]].level == "ask_clinician")


def test_a_reason_about_one_place_leaves_the_others(library: Library) -> None:
    """A numb calf speaks against the calf, not against the low back; no place named means everywhere."""
    calf = said(library, numb_skin=(Area.CALF,))
    assert pack_refusal(Wanted(Mode.HEAT, Area.CALF, Side.LEFT), library, calf)
    assert not pack_refusal(Wanted(Mode.HEAT, Area.LOW_BACK, None), library, calf)
    assert pack_refusal(Wanted(Mode.COLD, Area.LOW_BACK, None), library, said(library, numb_skin=()))


def test_numb_today_blocks_that_skin_today(library: Library) -> None:
    """Heat and cold, the same side and the whole, until the day is over."""
    answers = {numb_key(Area.BUTTOCK, Side.LEFT): DAY}
    now, later = said_of(answers, NOW), said_of(answers, _later(24))
    for mode in Mode:
        assert "numb" in pack_refusal(Wanted(mode, Area.BUTTOCK, Side.LEFT), library, now)
        assert pack_refusal(Wanted(mode, Area.BUTTOCK, None), library, now)
        assert not pack_refusal(Wanted(mode, Area.BUTTOCK, Side.RIGHT), library, now)
        assert not pack_refusal(Wanted(mode, Area.BUTTOCK, Side.LEFT), library, later)


def test_exercises_are_marked_by_their_own_tags(library: Library) -> None:
    """Against comes first and leaves an exercise out; a caution only marks it."""
    knee = library.exercises["knee_to_chest_single"]
    bones = said(library, osteoporosis=(), bending=())
    found = marks(knee, library, bones)
    assert [mark.against for mark in found] == [True, False]
    assert found[0].caution.sources
    assert "knee_to_chest_single" in left_out(library, bones)
    assert "bridge" not in left_out(library, bones)
    assert left_out(library, said(library, bending=())) == ()
    assert marks(library.exercises["scapular_retraction"], library, bones) == ()


def test_nobody_who_ticked_nothing_is_told_anything(library: Library) -> None:
    """Without ticks every exercise and every pack is as the content has it."""
    none = said(library)
    assert none.answered(library.screening)
    assert left_out(library, none) == ()
    assert not any(pack_refusal(Wanted(mode, area, None), library, none) for mode in Mode for area in Area)
    assert not Said().answered(library.screening)


def test_what_is_asked_again_is_what_the_content_limits_in_time(library: Library) -> None:
    """Seventy-two hours where thermal.toml says so, and nowhere else: no number is invented."""
    limited = {block.tag for block in library.thermal.blocks if block.level == "block_72h"}
    assert limited
    for question in library.screening.questions:
        assert question.again_after_h == (72 if limited & {*question.packs} else None)


@pytest.mark.parametrize(("hours", "asked_again"), [(0, False), (71.9, False), (72, True), (24 * 30, True), (-1, True)])
def test_a_new_injury_is_asked_about_again_after_its_time(library: Library, hours: float, *, asked_again: bool) -> None:
    """Three days later it is a question; until it is answered it holds. A clock set back leaves it open, too."""
    answers = {SCREENING: screening_value({"new_injury": (), "knees": ()}, library.screening, NOW)}
    found = said_of(answers, _later(hours))
    assert found.again(library.screening) == ({"new_injury"} if asked_again else set())
    assert found.answered(library.screening) is not asked_again
    assert pack_refusal(Wanted(Mode.HEAT, Area.LOW_BACK, None), library, found)


def test_other_ticks_are_never_asked_about_again(library: Library) -> None:
    """They stay until the person takes them away; one kept without its time is asked about as soon as possible."""
    other = screening_value({"knees": (), "pregnancy": ()}, library.screening, NOW)
    assert said_of({SCREENING: other}, _later(24 * 365)).answered(library.screening)
    old = screening_value({"new_injury": ()}, library.screening, NOW)
    del old["at_utc_us"]
    assert said_of({SCREENING: old}, NOW).again(library.screening) == {"new_injury"}


@pytest.mark.parametrize(
    "kept",
    [
        None,
        3,
        [],
        {"ticked": 3, "asked": 4, "at_utc_us": "now"},
        {"ticked": {"numb_skin": "calf"}},
        {"ticked": {"numb_skin": ["moon"], "no_such": []}, "asked": [1, None]},
    ],
)
def test_rubbish_in_the_journal_is_not_a_crash(library: Library, kept: Any) -> None:
    """Another version may have written it; a place nobody knows counts as everywhere."""
    found = said_of({SCREENING: kept, "numb-today:moon:left": DAY, "numb-today:calf": DAY}, NOW)
    assert found.numb == ()
    assert not found.answered(library.screening)
    told = pack_refusal(Wanted(Mode.HEAT, Area.LOW_BACK, None), library, found)
    assert bool(told) == ("numb_skin" in found.ticked)
    assert left_out(library, found) == ()
